import { browser } from "./browser";
import { ORPHAN_CHECK_EVENT } from "./orphan-check";

/** Runs one of our files in a frame; false when the page is gone or the browser does not let us in. */
export async function runInFrame(file: string, tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
    return true;
  } catch (error) {
    console.debug("Sidequote: could not run", file, error);
    return false;
  }
}

/** The frame of a tab that has the keyboard's focus; the top one where that is in a frame that we may not enter. */
export async function focusedFrame(tabId: number): Promise<number> {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: hasFocus });
    return results.find(({ result }) => result === true)?.frameId ?? TOP_FRAME;
  } catch (error) {
    console.debug("Sidequote: could not ask for the focus", error);
    return TOP_FRAME;
  }
}

const TOP_FRAME = 0;

/** Runs in the page, and so stands alone. A frame around the focused one has the focus, too, and its element in it. */
function hasFocus(): boolean {
  return document.hasFocus() && !/^i?frame$/i.test(document.activeElement?.localName ?? "");
}

/** Marks a tab that was open before the extension was installed or updated; false where we are not let in. */
export async function runContentIn(tabId: number): Promise<boolean> {
  try {
    const target = { tabId, allFrames: true };
    await browser.scripting.insertCSS({ target, files: ["marks.css"] });
    await browser.scripting.executeScript({ target, files: ["content.js"] });
    return true;
  } catch (error) {
    console.debug("Sidequote: tab stays unmarked", error);
    return false;
  }
}

/** Sends away what an earlier version of the extension left in a tab, before the new one comes. */
export async function dismissEarlier(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: dismiss,
      args: [ORPHAN_CHECK_EVENT],
    });
  } catch (error) {
    console.debug("Sidequote: tab keeps an earlier version's marks", error);
  }
}

/** Runs in the page, and so stands alone. */
function dismiss(orphanCheckEvent: string): void {
  dispatchEvent(new Event(orphanCheckEvent));
  // Firefox ends the old script with its extension, which can then close no card of its own.
  // An empty, open popover without a name or a class is nothing a page shows.
  for (const left of document.querySelectorAll("div[popover=manual]:popover-open:empty")) {
    if (left.attributes.length === 1) left.remove();
  }
}
