import { beforeAll, describe, expect, it } from "vitest";
import { articleStatements } from "../../src/background/article-statements";
import { LONGEST_TEXT } from "../../src/domain/detection/mention";
import { MOST_NAMED, MOST_STATED_BLOCKS, MOST_STATED_TEXT } from "../../src/domain/statements/article-statement";

/**
 * The worst question may cost this many times what a report does that is as long as all that is looked through: 4 to
 * 6 were measured, where the report takes 0.1 s and the worst 0.5 s. A ratio, as it is the same on a slow machine.
 */
const MOST_TIMES_A_REPORT = 20;

const REPORT =
  "Alibaba Group Holding Ltd. closed at $160.80 on Tuesday, a loss of 3.07% from the preceding day. The company sells " +
  "goods to readers in many countries, and its chief executive said that nothing would change in the coming months. ";

/** As many blocks, names and letters as one question can hold: four megabytes. */
function blocksOf(piece: string, count = MOST_STATED_BLOCKS, length = LONGEST_TEXT) {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const named = Array.from({ length: MOST_NAMED }, (_, index) => ({
    ticker: "BABA",
    start: index * 20,
    end: index * 20 + 4,
  })).filter(({ end }) => end <= length);
  return Array.from({ length: count }, () => ({ text, named }));
}

type Blocks = ReturnType<typeof blocksOf>;

/** Processor time of one answer, in milliseconds: what else the machine does, does not count. */
async function processorMs(blocks: Blocks): Promise<number> {
  const before = process.cpuUsage();
  await articleStatements(
    { tickers: ["BABA"], published: "2025-11-14", lang: "en", blocks },
    {
      keptCloses: async () => null,
      wording: () => Promise.reject(new Error("nothing is told without closes")),
      hasOtherShare: async () => false,
    },
  );
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Of two runs the quicker: the first compiles the rules. */
async function quickerMs(blocks: Blocks): Promise<number> {
  return Math.min(await processorMs(blocks), await processorMs(blocks));
}

let reportMs: number;
beforeAll(async () => {
  const report = blocksOf(REPORT, MOST_STATED_TEXT / 1_000, 1_000);
  await quickerMs(report);
  reportMs = await quickerMs(report);
});

describe("the largest question about an article's figures", () => {
  it.each([
    ["digits", "1"],
    ["numbers with spaces", "1 000 "],
    ["Asian numerals", "1万1億"],
    ["percentages without an end", "rose 1% "],
    ["prices and moves without an end", "up 1% to $2 "],
    ["words of every kind", "closed at down to from high of "],
    ["brackets that never close", "(((+1%"],
    ["index names", "S&P 500 Dow "],
    ["one word without an end", "a"],
  ])("of %s costs some times what a long report does", { timeout: 60_000 }, async (_, piece) => {
    expect((await quickerMs(blocksOf(piece))) / reportMs).toBeLessThan(MOST_TIMES_A_REPORT);
  });
});
