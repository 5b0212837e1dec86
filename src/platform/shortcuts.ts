import { browser } from "./browser";

/** The extension's commands with their present keys; "" if a command has none. Firefox for Android has no commands. */
export async function shortcuts(): Promise<readonly { readonly title: string; readonly shortcut: string }[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.flatMap(({ description, shortcut }) =>
    description ? [{ title: description, shortcut: shortcut ?? "" }] : [],
  );
}

/** Opens the browser's own page where shortcuts are changed. */
export async function openShortcuts(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, "openShortcutSettings");
  // Firefox has a function for it, Chromium only an address.
  if (typeof open === "function") await Reflect.apply(open, browser.commands, []);
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
