import { expect, test } from "vitest";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { type DatedClose, marketReplies } from "../../../fakes/market-replies";

const closes: DatedClose[] = [
  ["2025-11-06", 10],
  ["2025-11-07", 11],
  ["2025-11-10", 12],
  ["2025-11-11", 12.6],
];
const withHole = closes.filter(([date]) => date !== "2025-11-10");

/** Yahoo lacks a close of TSTA and of TSTC, which Cboe has; of TSTB and the index nothing is doubted. */
const world = () =>
  createWorld(
    marketReplies({
      yahoo: {
        TSTA: { closes: withHole },
        TSTB: { closes },
        TSTC: { closes: withHole },
        "^GSPC": { closes },
      },
      cboe: { TSTA: closes, TSTC: closes },
    }),
    { kindOf: async () => "stock" },
  );
const hole = { kind: "missing-close", date: "2025-11-10", sure: true };

test("what each source said is kept of the tickers in which something was doubted, the latest first", async () => {
  const { comparisons, pass, network } = world();
  for (const ticker of ["TSTA", "TSTB", "TSTC"]) {
    await comparisons.compare(ticker, undefined, OWN_PAGE);
    pass(1_000);
  }
  const before = network.asked.length;
  expect(await comparisons.toldLately()).toEqual([
    { provider: "yahoo", ticker: "TSTC", doubts: [hole] },
    { provider: "cboe", ticker: "TSTC", doubts: [] },
    { provider: "yahoo", ticker: "TSTA", doubts: [hole] },
    { provider: "cboe", ticker: "TSTA", doubts: [] },
  ]);
  expect(network.asked).toHaveLength(before);
});

test("a ticker kept for a card and for a list is told of once, by the later answer", async () => {
  const { comparisons, pass, network } = world();
  await comparisons.compare("TSTA", undefined, OWN_PAGE);
  pass(86_400_000);
  network.answer = marketReplies({
    yahoo: {
      TSTA: { closes: [...closes, ["2025-11-12", 12.7]] },
      "^GSPC": { closes: [...closes, ["2025-11-12", 12]] },
    },
  });
  await comparisons.compareRows(["TSTA"], OWN_PAGE);
  expect(await comparisons.toldLately()).toEqual([]);
});

test("nothing of it is told of a private window, nor once the cache is cleared", async () => {
  const { comparisons } = world();
  await comparisons.compare("TSTA", undefined, { isPrivate: true });
  expect(await comparisons.toldLately()).toEqual([]);
  await comparisons.compare("TSTA", undefined, OWN_PAGE);
  expect(await comparisons.toldLately()).toHaveLength(2);
  await comparisons.clearCache();
  expect(await comparisons.toldLately()).toEqual([]);
});
