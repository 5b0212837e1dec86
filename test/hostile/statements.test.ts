import { describe, expect, it } from "vitest";
import { articleStatements } from "../../src/background/article-statements";
import { LONGEST_TEXT } from "../../src/domain/detection/mention";
import { MOST_NAMED, MOST_STATED_BLOCKS } from "../../src/domain/statements/article-statement";

/** What the background may be kept busy by the worst question that a page can ask; a tenth of it on an idle machine. */
const LIMIT_MS = 15_000;

/** As many blocks, names and letters as one question can hold: four megabytes. */
function blocksOf(piece: string) {
  const text = piece.repeat(Math.ceil(LONGEST_TEXT / piece.length)).slice(0, LONGEST_TEXT);
  const named = Array.from({ length: MOST_NAMED }, (_, index) => ({
    ticker: "BABA",
    start: index * 20,
    end: index * 20 + 4,
  }));
  return Array.from({ length: MOST_STATED_BLOCKS }, () => ({ text, named }));
}

describe("the largest question about an article's figures", () => {
  it.each([
    ["digits", "1"],
    ["numbers with spaces", "1 000 "],
    ["Asian numerals", "1万1億"],
    ["percentages without an end", "rose 1% "],
    ["words of every kind", "closed at down to from high of "],
    ["brackets that never close", "(((+1%"],
    ["index names", "S&P 500 Dow "],
    ["one word without an end", "a"],
  ])("of %s is answered in bounded time", { timeout: 60_000 }, async (_, piece) => {
    const began = performance.now();
    await articleStatements(
      { tickers: ["BABA"], published: "2025-11-14", lang: "en", blocks: blocksOf(piece) },
      { keptCloses: async () => null, wording: () => Promise.reject(new Error("nothing is told without closes")) },
    );
    expect(performance.now() - began).toBeLessThan(LIMIT_MS);
  });
});
