/** The event at a window after which scripts of ours that an update has orphaned leave; a page that sends it moves nobody, as a living script asks its extension first. */
export const SUCCESSION = "sq-m";
