// One healthy market, spoiled in ways that look plausible: the same
// figures, a true sentence, or another source's figures, never others.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../../../src/domain/failure";
import { addDays } from "../../../../src/domain/market/calendar-day";
import type { Comparison } from "../../../../src/domain/market/comparison";
import { newYorkClose } from "../../../../src/domain/market/new-york-sessions";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { type DatedClose, type MarketReplies, marketReplies } from "../../../fakes/market-replies";
import type { WireChart } from "../../../fakes/yahoo-wire";

type Chart = Omit<WireChart, "symbol">;

const LAST = "2025-11-26";
/** The evening of Thanksgiving Day: the last session is the day before. */
const EVENING = "2025-11-27T22:30:00Z";
/** Inside the session after the holiday. */
const MORNING = "2025-11-28T15:00:00Z";
const SESSIONS: string[] = [];
for (let date = "2025-08-01"; date <= LAST; date = addDays(date, 1)) if (newYorkClose(date)) SESSIONS.push(date);

/** Closes that move by up to three percent a day, each day differently. */
const walk = (start: number, pace: number): DatedClose[] => {
  let close = start;
  return SESSIONS.map((date, at) => {
    close *= 1 + 0.03 * Math.sin((at + 1) * pace);
    return [date, Number(close.toFixed(2))];
  });
};
const SHARE = walk(180, 1.7);
const INDEX = walk(6500, 2.3);
const own = (closes: readonly DatedClose[]) => ({
  regularMarketTime: Date.parse("2025-11-26T21:00:02Z") / 1000,
  regularMarketPrice: closes.at(-1)?.[1],
});
const healthy: Record<"BABA" | "^GSPC", Chart> = {
  BABA: { closes: SHARE, meta: own(SHARE) },
  "^GSPC": { closes: INDEX, meta: own(INDEX) },
};

type Spoiled = { readonly share: Chart | "not found"; readonly index: Chart | "not found" };
type Mutation = (at: number) => Spoiled;

const without = (chart: Chart, date: string | undefined): Chart => ({
  ...chart,
  closes: chart.closes.filter(([day]) => day !== date),
});
const scaled = (chart: Chart, from: number, to: number, factor: number): Chart => ({
  ...chart,
  closes: chart.closes.map(([day, close], at) => [day, at >= from && at < to ? (close ?? 0) * factor : close]),
});
const { BABA: share, "^GSPC": index } = healthy;
const length = SESSIONS.length;

const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ["nothing", () => ({ share, index })],
  [
    "a bar dropped in share and index alike",
    (at) => ({ share: without(share, SESSIONS[at]), index: without(index, SESSIONS[at]) }),
  ],
  ["a bar dropped in the share", (at) => ({ share: without(share, SESSIONS[at]), index })],
  ["a bar dropped in the index", (at) => ({ share, index: without(index, SESSIONS[at]) })],
  ["stamps an hour early", () => ({ share: { ...share, shiftHours: -1 }, index })],
  ["stamps an hour late", () => ({ share: { ...share, shiftHours: 1 }, index })],
  ["stamps a day early", () => ({ share: { ...share, shiftHours: -24 }, index })],
  ["stamps a day late", () => ({ share: { ...share, shiftHours: 24 }, index })],
  ["all stamps a day early", () => ({ share: { ...share, shiftHours: -24 }, index: { ...index, shiftHours: -24 } })],
  ["a split of ten that is not applied", (at) => ({ share: scaled(share, 0, at, 10), index })],
  [
    "a split of ten, told and not applied",
    (at) => {
      const splits = [{ date: SESSIONS[at] ?? "", numerator: 10, denominator: 1 }];
      return { share: { ...scaled(share, 0, at, 10), splits }, index };
    },
  ],
  [
    "one old bar times ten",
    (at) => ({ share: scaled(share, Math.min(at, length - 4), Math.min(at, length - 4) + 1, 10), index }),
  ],
  ["one bar times a hundred", (at) => ({ share: scaled(share, at, at + 1, 100), index })],
  [
    "the last bar repeated on the holiday with volume 0",
    () => ({
      share: {
        ...share,
        closes: [...share.closes, ["2025-11-27", SHARE.at(-1)?.[1] ?? 0]],
        volumes: [...SESSIONS.map(() => 100), 0],
      },
      index,
    }),
  ],
  ["404 for the share", () => ({ share: "not found", index })],
  ["404 for the index", () => ({ share, index: "not found" })],
  [
    "a reply from inside the session",
    () => {
      const running = 1.013 * (SHARE.at(-1)?.[1] ?? 0);
      const meta = { regularMarketTime: Date.parse("2025-11-26T18:10:00Z") / 1000, regularMarketPrice: running };
      return { share: { ...scaled(share, length - 1, length, 1.013), meta }, index };
    },
  ],
  ["another currency", () => ({ share: { ...scaled(share, 0, length, 84.1), currency: "INR" }, index })],
  [
    "a second close of one day",
    (at) => ({
      share: { ...share, closes: share.closes.flatMap((bar, place) => (place === at ? [bar, [bar[0], 77]] : [bar])) },
      index,
    }),
  ],
];

const truthOf = (closes: readonly DatedClose[]) => new Map(closes);
const [shareTruth, indexTruth] = [truthOf(SHARE), truthOf(INDEX)];

/** What an answer may say, whoever gave it. */
function expectTrue(outcome: Result<Comparison>): void {
  if (!outcome.ok) {
    expect(["source-broken", "source-down", "not-found"]).toContain(outcome.failure.kind);
    return;
  }
  const { date, close, previous, change, changeAbsence, benchmark, staleSince } = outcome.value;
  expect([date, close]).toEqual([date, expect.closeTo(shareTruth.get(date) ?? Number.NaN, 6)]);
  if (date !== LAST) expect(staleSince).not.toBeNull();
  if (change === null) {
    expect(changeAbsence).not.toBeNull();
    expect(changeAbsence?.kind).not.toBe("first-day");
    return;
  }
  expect(previous?.date).toBe(SESSIONS[SESSIONS.indexOf(date) - 1]);
  const changeIn = (truth: ReadonlyMap<string, number>) =>
    (truth.get(date) ?? Number.NaN) / (truth.get(previous?.date ?? "") ?? Number.NaN) - 1;
  expect(change).toBeCloseTo(changeIn(shareTruth), 9);
  if (benchmark.ok && benchmark.ticker === "^GSPC") expect(benchmark.change).toBeCloseTo(changeIn(indexTruth), 9);
}

/** The chart during the session after, up by a percent, and as the source says of itself then. */
const running =
  (closes: readonly DatedClose[]) =>
  (chart: Chart | "not found"): Chart | "not found" => {
    if (chart === "not found") return chart;
    const price = 1.01 * (closes.at(-1)?.[1] ?? 0);
    const said = { regularMarketTime: Date.parse("2025-11-28T14:59:00Z") / 1000, regularMarketPrice: price };
    return {
      ...chart,
      closes: [...chart.closes, ["2025-11-28", price]],
      ...(chart.volumes ? { volumes: [...chart.volumes, 100] } : {}),
      meta: { ...said, regularMarketChangePercent: 1 },
    };
  };
const asItIs = (chart: Chart | "not found") => chart;

const TIMES = [
  { when: "in the evening", asked: EVENING, ofShare: asItIs, ofIndex: asItIs },
  { when: "during the session after", asked: MORNING, ofShare: running(SHARE), ofIndex: running(INDEX) },
];
const EACH = MUTATIONS.flatMap(([name, mutate]) => TIMES.map((time) => ({ ...time, name, mutate })));

describe.each(EACH)("$name, $when,", ({ name, mutate, asked, ofShare, ofIndex }) => {
  const ask = async (at: number, others: Omit<MarketReplies, "yahoo">) => {
    const { share: listing, index: benchmark } = mutate(at);
    const market = { yahoo: { BABA: ofShare(listing), "^GSPC": ofIndex(benchmark) }, ...others };
    const world = createWorld(marketReplies(market), { at: asked, kindOf: async () => "adr" });
    return world.comparisons.compare("BABA", undefined, OWN_PAGE);
  };
  const place = fc.oneof(fc.constantFrom(length - 3, length - 2, length - 1), fc.integer({ min: 1, max: length - 1 }));

  test("with nobody else to ask gives the same figures or says what is not known", async () => {
    await fc.assert(
      fc.asyncProperty(place, async (at) => expectTrue(await ask(at, {}))),
      { numRuns: 6 },
    );
  });

  test("beside a healthy second source gives the figures of the day", async () => {
    const second = { cboe: { BABA: SHARE, "^GSPC": INDEX } };
    await fc.assert(
      fc.asyncProperty(place, async (at) => {
        const outcome = await ask(at, second);
        expectTrue(outcome);
        if (name !== "a split of ten that is not applied" || at === length - 1) {
          expect(outcome).toMatchObject({ ok: true, value: { date: LAST, benchmark: { ok: true } } });
        }
      }),
      { numRuns: 6 },
    );
  });
});
