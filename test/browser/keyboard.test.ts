import { afterEach, beforeEach, expect, it } from "vitest";
import { createKeyboardWalk, type KeyboardWalk } from "../../src/content/card/keyboard";
import type { PageMention } from "../../src/content/page/page-mention";

let lifetime: AbortController;
let mentions: readonly PageMention[];
let walked: string[];
let opened: string[];
let walk: KeyboardWalk;

beforeEach(() => {
  lifetime = new AbortController();
  walked = [];
  opened = [];
  mentions = ["BABA", "MSFT", "TSLA"].map(mentionOf);
  walk = createKeyboardWalk({
    mentions: () => mentions,
    marks: {
      emphasise: () => undefined,
      linesOf: ({ block }) => [block.element.getBoundingClientRect()],
      show: () => undefined,
    },
    card: {
      stepTo: ({ ticker }) => walked.push(ticker),
      open: ({ ticker }) => opened.push(ticker),
      dismiss: () => false,
    },
    signal: lifetime.signal,
  });
});

afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
});

/** A mention in a paragraph of its own. */
function mentionOf(ticker: string): PageMention {
  const element = document.createElement("p");
  element.textContent = ticker;
  document.body.append(element);
  const block = { element, text: ticker, links: [], parts: [] };
  return { ticker, name: ticker, surface: ticker, evidence: "bare", start: 0, end: ticker.length, block };
}

it("the keys lead from mention to mention, and from the last to the first", () => {
  for (let step = 0; step < 4; step += 1) walk.next();
  walk.previous();
  expect(walked).toEqual(["BABA", "MSFT", "TSLA", "BABA", "TSLA"]);
});

it.each([
  ["writes its words anew", () => mentionOf],
  [
    "is read again",
    () => (ticker: string) => {
      const earlier = mentions.find((mention) => mention.ticker === ticker);
      return earlier ? { ...earlier, block: { ...earlier.block } } : mentionOf(ticker);
    },
  ],
])("the keys go on where they were when the page %s with each step", (_, again) => {
  for (let step = 0; step < 3; step += 1) {
    walk.next();
    const tickers = mentions.map(({ ticker }) => ticker);
    mentions = tickers.map(again());
  }
  walk.open();
  expect([walked, opened]).toEqual([["BABA", "MSFT", "TSLA"], ["TSLA"]]);
});
