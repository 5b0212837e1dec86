// The first source has a hole, and the second is whole, but about something else. Companies and figures are invented.
import { expect, test } from "vitest";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { type DatedClose, type MarketReplies, marketReplies } from "../../../fakes/market-replies";

const WEEK = ["2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28", "2026-08-31"];
const dated = (...closes: number[]) => closes.map((close, at): DatedClose => [WEEK[at] ?? "", close]);
const SHARE = dated(150, 151, 152, 140, 141.4);
const INDEX = dated(7700, 7720, 7730, 7710, 7850);
const HOLEY = SHARE.filter(([day]) => day !== "2026-08-28");

const ask = (market: MarketReplies) =>
  createWorld(marketReplies(market), { at: "2026-08-31T22:00:00Z", kindOf: async () => "stock" }).comparisons.compare(
    "TSTA",
    undefined,
    OWN_PAGE,
  );

const OTHERS: readonly (readonly [string, readonly DatedClose[]])[] = [
  ["in another unit", dated(1500, 1510, 1520, 1400, 1414)],
  ["of a namesake", dated(55, 56, 57, 58, 59)],
];

test.each(OTHERS)("closes %s are outvoted by two sources that agree", async (_, other) => {
  const market = { yahoo: { TSTA: { closes: HOLEY }, "^GSPC": { closes: INDEX } }, cboe: { TSTA: other } };
  expect(await ask({ ...market, nasdaq: { TSTA: SHARE } })).toMatchObject({
    value: {
      provider: "nasdaq",
      close: 141.4,
      change: expect.closeTo(141.4 / 140 - 1, 12),
      told: [{}, { provider: "cboe", doubts: [{ kind: "other-close", date: "2026-08-31" }] }, { doubts: [] }],
    },
  });
});

test.each(OTHERS)("closes %s do not stand in for those of the source asked first", async (_, other) => {
  const market = { yahoo: { TSTA: { closes: HOLEY }, "^GSPC": { closes: INDEX } }, cboe: { TSTA: other } };
  expect(await ask(market)).toMatchObject({ value: { provider: "yahoo", close: 141.4, change: null } });
  const late = { yahoo: { TSTA: { closes: SHARE.slice(0, -1) } }, cboe: { TSTA: other } };
  expect(await ask(late)).toMatchObject({ value: { provider: "yahoo", close: 140, staleSince: "2026-08-31" } });
});

test("closes that two others have are believed over those of the source asked first", async () => {
  const wrong = HOLEY.map(([day, close]): DatedClose => [day, close * 1.3]);
  const market = { yahoo: { TSTA: { closes: wrong } }, cboe: { TSTA: SHARE }, nasdaq: { TSTA: SHARE } };
  expect(await ask(market)).toMatchObject({ value: { provider: "cboe", close: 141.4 } });
});

test("an index that a second source dates a session late is taken from a third", async () => {
  const holey = INDEX.filter(([day]) => day !== "2026-08-28");
  const late = INDEX.map(([day], at): DatedClose => [day, INDEX[Math.max(0, at - 1)]?.[1] ?? 0]);
  const market = { yahoo: { TSTA: { closes: SHARE }, "^GSPC": { closes: holey } }, cboe: { "^GSPC": late } };
  expect(await ask({ ...market, fred: INDEX })).toMatchObject({
    value: { benchmark: { ok: true, change: expect.closeTo(7850 / 7710 - 1, 12) } },
  });
});

test("closes that differ a little, as the last price and the auction's do, are the same", async () => {
  const market = { yahoo: { TSTA: { closes: HOLEY } }, cboe: { TSTA: dated(150, 151, 152, 140.4, 142) } };
  expect(await ask(market)).toMatchObject({ value: { provider: "cboe", change: expect.closeTo(142 / 140.4 - 1, 12) } });
});

test.each([10, 0.5])(
  "an index of which the last close is %d times what it was is taken from another source",
  async (factor) => {
    const leaping = INDEX.map(
      ([day, close], at): DatedClose => [day, at === INDEX.length - 1 ? close * factor : close],
    );
    const market = { yahoo: { TSTA: { closes: SHARE }, "^GSPC": { closes: leaping } } };
    expect(await ask({ ...market, fred: INDEX })).toMatchObject({
      value: { benchmark: { ok: true, change: expect.closeTo(7850 / 7710 - 1, 12), provider: "fred" } },
    });
    expect(await ask(market)).toMatchObject({ value: { change: expect.closeTo(0.01, 9), benchmark: { ok: false } } });
  },
);
