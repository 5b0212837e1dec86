import { expect, it } from "vitest";
import { drawnMentions } from "../../../src/content/marks/drawn-mentions";
import type { PageMention } from "../../../src/content/page/page-mention";
import type { Repeats } from "../../../src/domain/settings";

/** Paragraphs in which `[words|TICKER]` is a mention. */
function mentionsIn(...paragraphs: readonly string[]): PageMention[] {
  return paragraphs.flatMap((marked) => {
    const text = marked.replace(/\[([^|\]]+)\|\w+\]/g, "$1");
    const block = { element: {} as Element, text, links: [], parts: [] };
    let from = 0;
    return [...marked.matchAll(/\[([^|\]]+)\|(\w+)\]/g)].map(([, surface = "", ticker = ""]) => {
      const start = text.indexOf(surface, from);
      from = start + surface.length;
      return { ticker, name: ticker, surface, evidence: "name", start, end: from, block } as const;
    });
  });
}

/** Each block is a paragraph of its own. */
const eachBlock = (block: object) => block;

const ARTICLE = mentionsIn(
  "[Alibaba|BABA] (NYSE: [BABA|BABA]) fell; [Nvidia|NVDA] and [Alibaba|BABA] did not.",
  "Shares of [Alibaba|BABA] fell. ([BABA|BABA] is its ticker.)",
);

it.each<[Repeats, string[]]>([
  ["paragraph", ["Alibaba", "Nvidia", "Alibaba"]],
  ["page", ["Alibaba", "Nvidia"]],
  ["all", ["Alibaba", "Nvidia", "Alibaba", "Alibaba", "BABA"]],
])(
  "underlines a company once a paragraph, its name before its bracket, once a page, or always: %s",
  (repeats, drawn) => {
    expect(drawnMentions(ARTICLE, ARTICLE, repeats, eachBlock).map(({ surface }) => surface)).toEqual(drawn);
  },
);

it("underlines nothing near the view when the first of the page stands elsewhere", () => {
  const near = ARTICLE.slice(-2);
  expect(drawnMentions(near, ARTICLE, "page", eachBlock)).toEqual([]);
});

it.each([
  ["[Apple Inc|AAPL]. (Nasdaq: [AAPL|AAPL]) rose", ["Apple Inc"]],
  ["[Tencent|TCEHY]（[TCEHY|TCEHY]）上涨", ["Tencent"]],
  ["[Apple|AAPL] ([AAPL|AAPL], [Apple|AAPL] to its friends)", ["Apple", "Apple"]],
  ["[Apple|AAPL] rose (so did [AAPL|AAPL] options)", ["Apple", "AAPL"]],
  ["[Apple|AAPL] ([MSFT|MSFT])", ["Apple", "MSFT"]],
])("takes a name and its bracket for one where all are underlined: %s", (marked, drawn) => {
  const mentions = mentionsIn(marked);
  expect(drawnMentions(mentions, mentions, "all", eachBlock).map(({ surface }) => surface)).toEqual(drawn);
});

it("underlines a company once in blocks that count as one paragraph, as the cells of a row do", () => {
  const row = mentionsIn("[Apple|AAPL]", "[AAPL|AAPL]", "ahead of [Microsoft|MSFT]");
  const drawn = drawnMentions(row, row, "paragraph", () => row);
  expect(drawn.map(({ surface }) => surface)).toEqual(["Apple", "Microsoft"]);
});
