import { browser } from "./browser";
import { ORPHAN_CHECK_EVENT } from "./orphan-check";

/** Runs one of our files in a frame. False if the page is gone or the browser does not let us. */
export async function runInFrame(file: string, tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
    return true;
  } catch (error) {
    console.debug("Sidequote: could not run", file, error);
    return false;
  }
}

/** The frame of a tab that has the keyboard focus; the top frame if that is one in which we may not run. */
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

/**
 * Runs in the page, so it can use nothing outside itself. A frame around the focused one has the focus as well, on its
 * frame element.
 */
function hasFocus(): boolean {
  return document.hasFocus() && !/^(?:i?frame|object|embed)$/i.test(document.activeElement?.localName ?? "");
}

/** Runs the content script, with the marks' style sheet, in all frames of an open tab. False if we may not. */
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

/** Removes what an earlier version of the extension left in a tab, before the new script runs. */
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

/** Runs in the page, so it can use nothing outside itself. */
function dismiss(orphanCheckEvent: string): void {
  dispatchEvent(new Event(orphanCheckEvent));
  // Firefox stops the old script together with its extension, so it cannot close its card. A page itself does not show
  // an empty, open popover without id, class and style.
  const own = ["popover", "tabindex", "role", "aria-label"];
  for (const left of document.querySelectorAll("div[popover=manual]:popover-open:empty")) {
    if (left.getAttributeNames().every((name) => own.includes(name))) left.remove();
  }
}
