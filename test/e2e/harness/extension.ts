import type { Network } from "./network";
import type { OwnPage, Popup } from "./own-page";

export type OwnPageName = "popup" | "options" | "welcome";

/** How a run of the extension is set up. */
export interface RunOptions {
  /** The extension's fixed clock, epoch milliseconds; null lets it run. */
  readonly fixedNow?: number | null;
  /** Whether the card's shadow root is open, so that tests can read it; false is what ships. */
  readonly openCard?: boolean;
  /** The folder of `_locales` whose texts the reader sees; English otherwise. */
  readonly language?: string;
}

/** The built extension in a fresh profile of one browser, with the network in the test's hands. */
export interface ExtensionRun {
  readonly browser: "chromium" | "firefox";
  readonly network: Network;
  /** An address of the browser's own, which no extension may read. */
  readonly browsersPage: string;
  readonly open: (url: string) => Promise<Tab>;
  readonly openOwnPage: (page: OwnPageName) => Promise<OwnPage>;
  /** The welcome page that opens after installation, once it has loaded; null when it has been closed. */
  readonly welcome: () => Promise<Surface | null>;
  /** Presses the toolbar button over a tab, which grants `activeTab`, and resolves with the popup. */
  readonly openPopup: (tab: Tab) => Promise<Popup>;
  /** Gives one of the manifest's commands over a tab. */
  readonly command: (tab: Tab, name: string) => Promise<void>;
  /** Chooses our entry of the context menu over the tab's selected text. */
  readonly lookUp: (tab: Tab, selection: string) => Promise<void>;
  /** The tab that `work` makes the browser open. */
  readonly opened: (work: () => Promise<unknown>) => Promise<Tab>;
  /** What the reader's system asks of every page, from now on. */
  readonly prefer: (preferences: Preferences) => Promise<void>;
  /** Kills the background as the browser does when it wants its memory back. */
  readonly killBackground: () => Promise<void>;
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** Takes every host permission but these away, as a reader can in the browser's own settings. */
  readonly allowOnly: (...hosts: string[]) => Promise<void>;
  /** Says yes to the browser's prompt for these origins, which `press` makes the product ask for. */
  readonly allow: (origins: readonly string[] | "the manifest's", press: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Longest wait of one condition: what the product promises for any answer, with room for a slow machine. */
export const CONDITION_LIMIT_MS = 15_000;

export interface Preferences {
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
}

/** A document that tests look into. */
export interface Surface {
  readonly evaluate: <A, R>(work: (argument: A) => R | Promise<R>, argument: A) => Promise<Awaited<R>>;
  /**
   * Resolves with the first truthy value of `work`, asked again and again; rejects after `CONDITION_LIMIT_MS`. Not for
   * work that returns a promise, which Chromium's driver takes for a truthy value.
   */
  readonly waitFor: <A, R>(work: (argument: A) => R, argument: A) => Promise<Awaited<R>>;
  /** Runs a script that the document's own policy would refuse. */
  readonly runScript: (source: string) => Promise<void>;
  /** The text of the file that `work` makes the document save. */
  readonly saved: (work: () => Promise<unknown>) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** What a browser's driver gives for one tab; everything else is built on these. */
export interface Driver extends Surface {
  readonly mouse: {
    readonly move: (x: number, y: number) => Promise<void>;
    readonly click: (x: number, y: number, button?: "left" | "right") => Promise<void>;
    readonly down: () => Promise<void>;
    readonly up: () => Promise<void>;
    readonly wheel: (deltaY: number) => Promise<void>;
  };
  readonly tap: (x: number, y: number) => Promise<void>;
  /** Puts a finger down, which rests there until it is lifted. */
  readonly touchDown: (x: number, y: number) => Promise<void>;
  readonly touchMove: (x: number, y: number) => Promise<void>;
  readonly touchUp: () => Promise<void>;
  /** Shows the page as it is printed, from now on. */
  readonly asPrinted: () => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly holdDown: (key: string) => Promise<void>;
  readonly letGo: (key: string) => Promise<void>;
  readonly toFront: () => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly goTo: (url: string) => Promise<void>;
  readonly goBack: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** The text of the open popover's closed root, as only the browser's own tools see it. */
  readonly closedText: () => Promise<string>;
  readonly screenshot: (path: string) => Promise<void>;
}

/** A tab as a reader uses it. */
export interface Tab extends Driver {
  /** Rests the real pointer on the `nth` (from 0) occurrence of `text` in the page, scrolled into view first. */
  readonly hover: (text: string, nth?: number) => Promise<void>;
  /** Moves the pointer to the page's top left corner, where no text is. */
  readonly leave: () => Promise<void>;
  /** The texts of the marks registered now, in no order. */
  readonly marks: () => Promise<string[]>;
  /**
   * Resolves when each of `texts` is registered as a mark, or stands
   * in the bracket right after one, which is one mark with it.
   */
  readonly marked: (...texts: string[]) => Promise<void>;
  /** The card's visible text once it waits for nothing more and `expected` occurs in it. */
  readonly card: (expected: string | RegExp) => Promise<string>;
  /** Resolves when no card is shown. */
  readonly noCard: () => Promise<void>;
  /** Lets real time pass, as it is the subject, in which no card may show. */
  readonly noCardFor: (durationMs: number) => Promise<void>;
  /** The middle of an element of the card, or of the page, by its selector, once it is there and stands still. */
  readonly middleOf: (selector: string) => Promise<Place>;
  /** The middle of the `nth` (from 0) occurrence of `text` in the page, scrolled into view first. */
  readonly placeOf: (text: string, nth?: number) => Promise<Place>;
}

/** A point of the viewport, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The highlight's name in the page. */
const HIGHLIGHT = "sq-m";

/** What a reader does, on top of one browser's driver. */
export function createTab(driver: Driver): Tab {
  const tab: Tab = {
    ...driver,
    hover: async (text, nth = 0) => {
      const { x, y } = await tab.placeOf(text, nth);
      // A hand arrives from somewhere: two moves, so that the page sees the pointer travel and then rest.
      await driver.mouse.move(Math.max(0, x - 3), y);
      await driver.mouse.move(x, y);
    },
    leave: () => driver.mouse.move(0, 0),
    marks: () => driver.evaluate(registeredMarks, HIGHLIGHT),
    marked: async (...texts) => {
      await driver.waitFor(areMarked, { texts, name: HIGHLIGHT });
    },
    card: async (expected) => {
      return String(await driver.waitFor(cardText, patternOf(expected)));
    },
    noCard: async () => {
      await driver.waitFor(isCardAway, null);
    },
    noCardFor: async (durationMs) => {
      if (await driver.evaluate(cardWithin, durationMs)) throw new Error(`a card showed within ${durationMs} ms`);
    },
    middleOf: (selector) => driver.evaluate(middleOf, { selector, limitMs: CONDITION_LIMIT_MS }),
    placeOf: (text, nth = 0) => driver.evaluate(placeOf, { text, nth }),
  };
  return tab;
}

/** The source of a pattern that finds a text, or of the pattern given. */
export function patternOf(expected: string | RegExp): string {
  return typeof expected === "string" ? expected.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : expected.source;
}

// The functions below run inside the page: each stands alone.

async function placeOf({ text, nth }: { text: string; nth: number }): Promise<{ x: number; y: number }> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let left = nth;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const content = node.nodeValue ?? "";
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
      if (left-- > 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const before = range.getClientRects()[0];
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const rect = range.getClientRects()[0];
      // The page is told of a scroll with its next frame, and a pointer that came before has not moved since.
      if (rect?.y !== before?.y && !document.hidden) await new Promise(requestAnimationFrame);
      if (!rect) throw new Error(`"${text}" has no box`);
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    }
  }
  throw new Error(`"${text}" (${nth}) is not in the page`);
}

function registeredMarks(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map(String);
}

function areMarked({ texts, name }: { texts: string[]; name: string }): boolean {
  const marks = [...(CSS.highlights.get(name) ?? [])] as Range[];
  const inBrackets = marks.map(({ endContainer, endOffset }) => {
    const after = endContainer.nodeValue?.slice(endOffset, endOffset + 60) ?? "";
    return /^[\s.,]*\((?:[^()]*: )?([^():]+)\)/.exec(after)?.[1];
  });
  return texts.every((text) => inBrackets.includes(text) || marks.some((mark) => String(mark) === text));
}

function cardText(pattern: string): string | false {
  const host = [...document.querySelectorAll<HTMLElement>("[popover]")].find((element) =>
    element.matches(":popover-open"),
  );
  // The close comes before the comparison: what is read next may be either.
  if (host?.shadowRoot?.querySelector("[aria-busy=true]")) return false;
  const text = [...(host?.shadowRoot?.children ?? [])]
    .map((child) => (child instanceof HTMLElement ? child.innerText : ""))
    .join("\n");
  return new RegExp(pattern).test(text) && text;
}

/** Whether a card is seen on any frame of this time. */
function cardWithin(durationMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = performance.now() + durationMs;
    const look = () => {
      if (document.querySelector(":popover-open")) resolve(true);
      else if (performance.now() >= end) resolve(false);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** A card rises as it comes, and its parts come one after the other. */
async function middleOf({
  selector,
  limitMs,
}: {
  selector: string;
  limitMs: number;
}): Promise<{ x: number; y: number }> {
  const place = () => {
    const root = document.querySelector("html > div[popover=manual]")?.shadowRoot;
    const element = root?.querySelector(selector) ?? document.querySelector(selector);
    if (!element) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  for (const end = performance.now() + limitMs; performance.now() < end; ) {
    const before = place();
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const now = place();
    if (now && now.x === before?.x && now.y === before.y) return now;
  }
  throw new Error(`no ${selector} that stands still`);
}

function isCardAway(): boolean {
  return document.querySelector(":popover-open") === null;
}
