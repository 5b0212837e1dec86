/**
 * The event that the background sends to a tab's window after an update. A content script of the old version,
 * which can no longer reach the extension, then ends itself. Nothing happens if a page sends it: each script
 * first checks whether it is still connected. The name says nothing about us, as a page can listen for it.
 */
export const ORPHAN_CHECK_EVENT = "sq-o";
