import { browser } from "./browser";

const COMMANDS = ["next-mention", "previous-mention", "open-card", "close-card"] as const;

/** The commands of the manifest; each is a page request of the same name. */
export type Command = (typeof COMMANDS)[number];

/** Calls back with a command the reader pressed and the tab it is meant for. Firefox for Android has none. */
export function onCommand(listener: (command: Command, tabId: number) => void): void {
  browser.commands?.onCommand.addListener(async (name, tab) => {
    const command = COMMANDS.find((known) => known === name);
    const target = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (command && target?.id !== undefined) listener(command, target.id);
  });
}
