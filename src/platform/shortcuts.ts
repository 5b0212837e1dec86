import { browser } from "./browser";

/** The extension's commands with the keys they have now; "" where none is set. Firefox for Android has none. */
export async function shortcuts(): Promise<readonly { readonly title: string; readonly shortcut: string }[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.flatMap(({ description, shortcut }) =>
    description ? [{ title: description, shortcut: shortcut ?? "" }] : [],
  );
}

/** Opens the browser's own page where shortcuts are changed. */
export async function openShortcuts(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, "openShortcutSettings");
  // Firefox has a call for it, Chromium only an address.
  if (typeof open === "function") await Reflect.apply(open, browser.commands, []);
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
