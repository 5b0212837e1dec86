/**
 * Sent to a tab's window after an update: scripts of the old version, which can no longer reach the extension, leave.
 * A page that sends it itself moves nobody, as each script first checks whether it still belongs to the extension.
 */
export const ORPHAN_CHECK_EVENT = "sq-m";
