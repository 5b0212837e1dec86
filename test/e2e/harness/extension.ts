import type { Network } from "./network";

export type OwnPage = "popup" | "options" | "welcome";

/** How a run of the extension is set up. */
export interface RunOptions {
  /** The extension's fixed clock, epoch milliseconds; null lets it run. */
  readonly fixedNow?: number | null;
  /** Whether the card's shadow root is open, so that tests can read it; false is what ships. */
  readonly openCard?: boolean;
}

/** The built extension in a fresh profile of one browser, with the network in the test's hands. */
export interface ExtensionRun {
  readonly browser: "chromium" | "firefox";
  readonly network: Network;
  readonly open: (url: string) => Promise<Tab>;
  readonly openOwnPage: (page: OwnPage) => Promise<Tab>;
  /** Kills the background as the browser does when it wants its memory back. */
  readonly killBackground: () => Promise<void>;
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** Takes every host permission but this one away, as a reader can in the browser's own settings. */
  readonly allowOnly: (host: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a browser's driver gives for one tab; everything else is built on these. */
export interface Driver {
  readonly evaluate: <A, R>(work: (argument: A) => R | Promise<R>, argument: A) => Promise<Awaited<R>>;
  /** Resolves with the first truthy value of `work`, asked again on each animation frame; rejects after 10 s. */
  readonly waitFor: <A, R>(work: (argument: A) => R, argument: A) => Promise<R>;
  readonly mouse: {
    readonly move: (x: number, y: number) => Promise<void>;
    readonly click: (x: number, y: number) => Promise<void>;
    readonly wheel: (deltaY: number) => Promise<void>;
  };
  readonly press: (key: string) => Promise<void>;
  readonly screenshot: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A tab as a reader uses it. */
export interface Tab extends Driver {
  /** Rests the real pointer on the `nth` (from 0) occurrence of `text` in the page, scrolled into view first. */
  readonly hover: (text: string, nth?: number) => Promise<void>;
  /** Moves the pointer to the page's top left corner, where no text is. */
  readonly leave: () => Promise<void>;
  /** The texts of the marks registered now, in no order. */
  readonly marks: () => Promise<string[]>;
  /** Resolves when each of `texts` is registered as a mark. */
  readonly marked: (...texts: string[]) => Promise<void>;
  /** The card's visible text once `expected` occurs in it. */
  readonly card: (expected: string | RegExp) => Promise<string>;
  /** Resolves when no card is shown. */
  readonly noCard: () => Promise<void>;
}

/** The highlight's name in the page. */
const HIGHLIGHT = "sq-m";

/** What a reader does, on top of one browser's driver. */
export function createTab(driver: Driver): Tab {
  const tab: Tab = {
    ...driver,
    hover: async (text, nth = 0) => {
      const { x, y } = await driver.evaluate(placeOf, { text, nth });
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
      const pattern = typeof expected === "string" ? literally(expected) : expected.source;
      return String(await driver.waitFor(cardText, pattern));
    },
    noCard: async () => {
      await driver.waitFor(isCardAway, null);
    },
  };
  return tab;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// The functions below run inside the page: each stands alone.

function placeOf({ text, nth }: { text: string; nth: number }): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let left = nth;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const content = node.nodeValue ?? "";
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
      if (left-- > 0) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const rect = range.getClientRects()[0];
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
  const marks = [...(CSS.highlights.get(name) ?? [])].map(String);
  return texts.every((text) => marks.includes(text));
}

function cardText(pattern: string): string | false {
  const host = [...document.querySelectorAll<HTMLElement>("[popover]")].find((element) =>
    element.matches(":popover-open"),
  );
  const text = [...(host?.shadowRoot?.children ?? [])]
    .map((child) => (child instanceof HTMLElement ? child.innerText : ""))
    .join("\n");
  return new RegExp(pattern).test(text) && text;
}

function isCardAway(): boolean {
  return document.querySelector(":popover-open") === null;
}
