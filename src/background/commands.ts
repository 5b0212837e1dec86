import type { AskPage } from "../platform/ask-page";
import type { Command } from "../platform/commands";

interface Dependencies {
  readonly askPage: AskPage;
  /** The frame of a tab that has the keyboard focus. */
  readonly focusedFrame: (tabId: number) => Promise<number>;
}

const TOP_FRAME = 0;

/** Passes the reader's commands on to the frames that they are for. */
export function createCommands({ askPage, focusedFrame }: Dependencies) {
  /** The frame with the focus or, where that mentions nothing, the top frame: the focus may be in a film or a form. */
  async function frameOf(tabId: number): Promise<number> {
    const focused = await focusedFrame(tabId);
    if (focused === TOP_FRAME) return TOP_FRAME;
    const found = await askPage(tabId, focused, "list-mentions", {});
    return found && found.mentions.length > 0 ? focused : TOP_FRAME;
  }

  return async (command: Command, tabId: number): Promise<void> => {
    // A tab has one card, which may be in any frame.
    await askPage(tabId, command === "close-card" ? null : await frameOf(tabId), command, {});
  };
}
