// Sources err in ways that look plausible: each kind with the right outcome. Companies and figures are invented.
import { describe, expect, test } from "vitest";
import type { Publication } from "../../../../src/domain/article";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { type DatedClose, type MarketReplies, marketReplies } from "../../../fakes/market-replies";
import { reply } from "../../../fakes/network";
import { chartBody, type WireChart } from "../../../fakes/yahoo-wire";

type Chart = Omit<WireChart, "symbol">;

const unix = (instant: string) => Date.parse(instant) / 1000;

interface Case {
  readonly at: string;
  readonly ticker: string;
  readonly market: MarketReplies;
  readonly published?: Publication;
  readonly keys?: Readonly<Record<string, string>>;
}

function worldOf({ at, market }: Case) {
  return createWorld(marketReplies(market), { at, kindOf: async () => "stock" });
}
const outcomeOf = (one: Case) => worldOf(one).comparisons.compare(one.ticker, one.published, OWN_PAGE);

/** Sessions of late August 2026, New York: a Tuesday to the Monday after. */
const WEEK = ["2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28", "2026-08-31"];
const dated = (closes: readonly number[], days: readonly string[] = WEEK): DatedClose[] =>
  closes.map((close, at) => [days[at] ?? "", close]);
const without = (date: string, closes: readonly DatedClose[]) => closes.filter(([day]) => day !== date);
const INDEX = dated([7700, 7720, 7730, 7710, 7750]);
const SHARE = dated([150, 151, 152, 140, 141.4]);
const index: Chart = { closes: INDEX };
const EVENING = "2026-08-31T22:00:00Z";
const settledMeta = (price: number, change?: number) => ({
  regularMarketTime: unix("2026-08-31T20:00:02Z"),
  regularMarketPrice: price,
  ...(change === undefined ? {} : { regularMarketChangePercent: change }),
});

describe("a session that is absent", () => {
  const market = {
    yahoo: { TSTA: { closes: without("2026-08-28", SHARE) }, "^GSPC": { closes: without("2026-08-28", INDEX) } },
  };
  test("for share and index alike is taken from the second source", async () => {
    const second = { ...market, cboe: { TSTA: SHARE, "^GSPC": INDEX } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: second })).toMatchObject({
      value: {
        provider: "cboe",
        change: expect.closeTo(141.4 / 140 - 1, 12),
        benchmark: { ok: true, change: expect.closeTo(7750 / 7710 - 1, 12), from: null },
        told: [{ provider: "yahoo", doubts: [{ kind: "missing-close", date: "2026-08-28" }] }, {}, {}, {}],
      },
    });
  });
  test("everywhere leaves the change unknown, and says which close is missing", async () => {
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: {
        close: 141.4,
        change: null,
        changeAbsence: { kind: "missing-close", date: "2026-08-28", sure: true },
        benchmark: { ok: false },
      },
    });
  });
  test("for the index alone is asked of FRED when nobody else has it", async () => {
    const fred = { yahoo: { TSTA: { closes: SHARE }, "^GSPC": { closes: without("2026-08-28", INDEX) } }, fred: INDEX };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: fred })).toMatchObject({
      value: { provider: "yahoo", benchmark: { ok: true, provider: "fred" } },
    });
  });
  test("in two sources alike was none: the step over it is one step, and says from when", async () => {
    const [share, closed] = [without("2026-08-28", SHARE), without("2026-08-28", INDEX)];
    const both = { ...market, cboe: { TSTA: share, "^GSPC": closed } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: both })).toMatchObject({
      value: {
        previous: { date: "2026-08-27" },
        change: expect.closeTo(141.4 / 152 - 1, 12),
        benchmark: { ok: true, change: expect.closeTo(7750 / 7730 - 1, 12), from: "2026-08-27" },
      },
    });
  });
  test("in a suspension of several sessions that two sources lack alike, the change is that since before it", async () => {
    const suspended = SHARE.filter(([date]) => date < "2026-08-26" || date > "2026-08-28");
    const both = { yahoo: { TSTA: { closes: suspended }, "^GSPC": index }, cboe: { TSTA: suspended } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: both })).toMatchObject({
      value: {
        previous: { date: "2026-08-25" },
        change: expect.closeTo(141.4 / 150 - 1, 12),
        benchmark: { ok: true, change: expect.closeTo(7750 / 7700 - 1, 12), from: "2026-08-25" },
      },
    });
  });
  test("three times at the end, in two sources that would have them, is a halt", async () => {
    const halted = SHARE.filter(([date]) => date < "2026-08-27");
    const both = { yahoo: { TSTA: { closes: halted }, "^GSPC": index }, cboe: { TSTA: halted } };
    expect(await outcomeOf({ at: "2026-09-01T13:00:00Z", ticker: "TSTA", market: both })).toMatchObject({
      failure: { kind: "halted", lastDate: "2026-08-26" },
    });
    // By then, the second source may still lag with the last of them.
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: both })).toMatchObject({
      value: { date: "2026-08-26", staleSince: "2026-08-27" },
    });
  });
  test("abroad, where nobody else can be asked, leaves the change unknown", async () => {
    const closes = dated([574, 564.3], ["2025-09-26", "2025-10-01"]);
    const stockholm = { closes, zone: "Europe/Stockholm", currency: "SEK", opensUtc: "07:00" };
    const at = "2025-10-01T20:30:00Z";
    expect(await outcomeOf({ at, ticker: "TSTB.ST", market: { yahoo: { "TSTB.ST": stockholm } } })).toMatchObject({
      value: { close: 564.3, change: null, changeAbsence: { kind: "missing-close", date: "2025-09-30", sure: true } },
    });
  });
});

test("after a holiday abroad both changes span the same two dates, and say from when", async () => {
  const days = [
    "2026-02-12",
    "2026-02-13",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-02-23",
    "2026-02-24",
  ];
  const shanghai = {
    closes: dated([10, 10.2, 10.4], ["2026-02-12", "2026-02-13", "2026-02-24"]),
    zone: "Asia/Shanghai",
    currency: "CNY",
    opensUtc: "01:30",
  };
  const market = {
    yahoo: {
      "600000.SS": shanghai,
      "^GSPC": { closes: dated([6900, 6910, 6920, 6930, 6940, 6950, 6960, 6970], days) },
    },
  };
  expect(await outcomeOf({ at: "2026-02-24T22:00:00Z", ticker: "600000.SS", market })).toMatchObject({
    value: {
      previous: { date: "2026-02-13" },
      change: expect.closeTo(10.4 / 10.2 - 1, 12),
      benchmark: { ok: true, change: expect.closeTo(6970 / 6910 - 1, 12), from: "2026-02-13" },
    },
  });
});

test("a change that begins on a day without a session in New York has no verdict", async () => {
  const riyadh = {
    closes: dated([30, 31, 32], ["2026-08-27", "2026-08-30", "2026-08-31"]),
    zone: "Asia/Riyadh",
    currency: "SAR",
    opensUtc: "07:00",
  };
  const market = { yahoo: { "2222.SR": riyadh, "^GSPC": index } };
  expect(await outcomeOf({ at: EVENING, ticker: "2222.SR", market })).toMatchObject({
    value: { change: expect.closeTo(32 / 31 - 1, 12), benchmark: { ok: false, absence: "no-session-before" } },
  });
});

describe("splits", () => {
  const split = (numerator: number, denominator: number, date = "2026-08-31") => [{ date, numerator, denominator }];
  test.each<[string, readonly number[], ReturnType<typeof split>, number]>([
    ["ten for one, announced and not applied", [1190, 1200, 1210, 1205, 121.7], split(10, 1), 121.7 / 120.5 - 1],
    ["one for ten, announced and not applied", [0.9, 0.93, 0.94, 0.95, 9.2], split(1, 10), 9.2 / 9.5 - 1],
    ["a spin-off's odd ratio, not applied", [100, 101, 102, 103, 80.9], split(1281, 1000), 80.9 / (103 / 1.281) - 1],
    ["applied to the older bars only", [119, 120, 1210, 1205, 121.7], split(10, 1), 121.7 / 120.5 - 1],
    ["applied wholly", [119, 120, 121, 120.5, 121.7], split(10, 1), 121.7 / 120.5 - 1],
    ["named a day late", [1190, 1200, 1210, 120.5, 121.7], split(10, 1), 121.7 / 120.5 - 1],
  ])("%s", async (_, closes, splits, change) => {
    const market = { yahoo: { TSTA: { closes: dated(closes), splits }, "^GSPC": index } };
    const outcome = await outcomeOf({ at: EVENING, ticker: "TSTA", market });
    expect(outcome).toMatchObject({ value: { change: expect.closeTo(change, 9) } });
    if (!outcome.ok) return;
    for (const { listing } of outcome.value.series) expect(listing).toBeGreaterThan(50);
  });
  test.each([
    ["has not applied", [1190, 1200, 1210, 1205, 121.7], split(10, 1), {}],
    ["states another change of", [149, 150, 151, 150, 121.2], split(5, 4), settledMeta(121.2, 1)],
  ])("that a list does not name, and %s, are asked of the chart, which names them", async (_, closes, splits, meta) => {
    const cboe = { TSTA: dated(closes) };
    const yahoo = { TSTA: { closes: dated(closes), splits, meta }, TSTB: { closes: SHARE }, "^GSPC": index };
    const { comparisons } = worldOf({ at: EVENING, ticker: "TSTA", market: { yahoo, cboe } });
    const [{ numerator, denominator } = { numerator: 1, denominator: 1 }] = splits;
    const [before = 0, last = 0] = closes.slice(-2);
    expect((await comparisons.compareRows(["TSTA", "TSTB"], OWN_PAGE)).TSTA).toMatchObject({
      value: { close: last, change: expect.closeTo((last * numerator) / denominator / before - 1, 9) },
    });
  });
  const unannounced = { closes: dated([1190, 1200, 1210, 1205, 121.7]), splits: [] };
  test("without an announcement are asked of the next source", async () => {
    const market = {
      yahoo: { TSTA: unannounced, "^GSPC": index },
      cboe: { TSTA: dated([119, 120, 121, 120.5, 121.7]) },
    };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { provider: "cboe", change: expect.closeTo(121.7 / 120.5 - 1, 9) },
    });
  });
  test("without an announcement, and confirmed by nobody, leave the change unknown", async () => {
    const cboe = { TSTA: dated([1190, 1200, 1210, 1205, 121.7]) };
    const market = { yahoo: { TSTA: unannounced, "^GSPC": index }, cboe };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { close: 121.7, change: null, changeAbsence: { kind: "may-be-split" } },
    });
  });
  test("that are older are left out of horizons and range", async () => {
    const days = ["2026-08-20", "2026-08-21", "2026-08-24", ...WEEK];
    const market = {
      yahoo: { TSTA: { closes: dated([1190, 1200, 1210, 121, 122, 123, 124, 125], days) }, "^GSPC": index },
    };
    const outcome = await outcomeOf({ at: EVENING, ticker: "TSTA", market });
    expect(outcome).toMatchObject({ value: { change: expect.closeTo(125 / 124 - 1, 12) } });
    if (outcome.ok) expect(outcome.value.series[0]?.date).toBe("2026-08-25");
  });
  test("on their own day, before the close, leave the printed price of an older article right", async () => {
    const live = { regularMarketTime: unix("2026-08-31T15:00:00Z"), regularMarketPrice: 121.3 };
    const closes: DatedClose[] = dated([119, 120, 121, 120.5, 121.3]);
    const market = { yahoo: { TSTA: { closes, splits: split(10, 1), meta: live }, "^GSPC": index } };
    const published = { day: "2026-08-28", at: null };
    expect(await outcomeOf({ at: "2026-08-31T15:00:10Z", ticker: "TSTA", market, published })).toMatchObject({
      value: { date: "2026-08-28", sinceArticle: { from: "2026-08-27", printedClose: expect.closeTo(1210, 6) } },
    });
  });
  test("applied before they are due are taken back", async () => {
    const meta = { regularMarketTime: unix("2026-08-31T20:00:02Z"), regularMarketPrice: 1217 };
    const splits = split(10, 1, "2026-09-02");
    const market = { yahoo: { TSTA: { closes: dated([119, 120, 121, 120.5, 121.7]), splits, meta }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { close: expect.closeTo(1217, 9), change: expect.closeTo(121.7 / 120.5 - 1, 9) },
    });
  });
});

describe("a null", () => {
  const holey = (date: string, meta?: Record<string, unknown>): Chart => ({
    closes: SHARE.map(([day, close]) => [day, day === date ? null : close] as const),
    ...(meta ? { meta } : {}),
  });
  test("for the day before is taken from the second source", async () => {
    const market = { yahoo: { TSTA: holey("2026-08-28"), "^GSPC": index }, cboe: { TSTA: SHARE } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { provider: "cboe", change: expect.closeTo(0.01, 9) },
    });
  });
  test("for the day before, everywhere, is a missing close and no first trading day", async () => {
    const onlyLast = { closes: SHARE.map(([day, close], at) => [day, at < 4 ? null : close] as const) };
    for (const chart of [holey("2026-08-28"), onlyLast]) {
      const market = { yahoo: { TSTA: chart, "^GSPC": index } };
      expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
        value: { close: 141.4, change: null, changeAbsence: { kind: "missing-close", date: "2026-08-28" } },
      });
    }
  });
  test("for the last day, beside a price after its close, is the older close: stale, not halted", async () => {
    const market = { yahoo: { TSTA: holey("2026-08-31", settledMeta(141.4)), "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      ok: true,
      value: { date: "2026-08-28", close: 140, staleSince: "2026-08-31" },
    });
  });
  test("for every day is no new listing, unless the source states that its first day is not over", async () => {
    const empty = (meta: Record<string, unknown>): Chart => ({ closes: [], meta });
    const told = (chart: Chart) =>
      outcomeOf({ at: "2026-08-31T18:00:00Z", ticker: "TSTA", market: { yahoo: { TSTA: chart, "^GSPC": index } } });
    expect(await told(empty({}))).toMatchObject({ failure: { kind: "not-found" } });
    expect(await told(empty({ firstTradeDate: unix("1980-12-12T14:30:00Z") }))).toMatchObject({
      failure: { kind: "not-found" },
    });
    expect(await told(empty({ firstTradeDate: unix("2026-08-31T13:30:00Z") }))).toMatchObject({
      failure: { kind: "no-data-yet" },
    });
  });
  const meta = { firstTradeDate: unix("2026-08-31T13:30:00Z") };
  const stating = { TSTA: { closes: [["2026-08-31", 141.4]] as const, meta }, "^GSPC": index };
  test.each([
    ["no other source knows it", {}],
    ["another has that day alone", { cboe: { TSTA: dated([141.4], ["2026-08-31"]) } }],
    [
      "another has closes of a former holder of its ticker",
      { cboe: { TSTA: dated([8, 9], ["2019-03-01", "2019-03-04"]) } },
    ],
  ])("a source that states the first trading day is believed where %s", async (_, others) => {
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: { yahoo: stating, ...others } })).toMatchObject({
      value: { close: 141.4, change: null, changeAbsence: { kind: "first-day" } },
    });
  });
  test("a source that states the first trading day wrongly gives way to one that has the closes before", async () => {
    const market = { yahoo: stating, cboe: { TSTA: SHARE } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { provider: "cboe", close: 141.4, change: expect.closeTo(0.01, 9) },
    });
  });
  test("a source that states the first trading day wrongly does not speak for others that have closes before", async () => {
    const doubled = dated([70, 71, 70, 70, 141.4]);
    const market = { yahoo: stating, cboe: { TSTA: doubled }, nasdaq: { TSTA: doubled } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { close: 141.4, change: null, changeAbsence: { kind: "may-be-split" } },
    });
  });
});

test("a real fall from sources that do not tell splits is named for what it may be; one that tells is believed", async () => {
  const fall = dated([100, 100, 100, 100, 64]);
  const silent = { cboe: { TSTA: fall, "^GSPC": INDEX }, nasdaq: { TSTA: fall } };
  expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: silent })).toMatchObject({
    value: { close: 64, change: null, changeAbsence: { kind: "may-be-split" } },
  });
  const telling = { ...silent, yahoo: { TSTA: { closes: fall }, "^GSPC": index } };
  expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: telling })).toMatchObject({
    value: { provider: "yahoo", change: expect.closeTo(-0.36, 12) },
  });
});

describe("a refusal", () => {
  test("of a living ticker is asked of the next source", async () => {
    const market = { yahoo: { "^GSPC": index }, cboe: { TSTA: SHARE, "^GSPC": INDEX } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({ value: { provider: "cboe" } });
  });
  test("by all is a passing fault: asked again in minutes", async () => {
    const world = worldOf({ at: EVENING, ticker: "TSTA", market: { yahoo: { "^GSPC": index }, cboe: {}, nasdaq: {} } });
    const ask = () => world.comparisons.compare("TSTA", undefined, OWN_PAGE);
    expect(await ask()).toEqual({ ok: false, failure: { kind: "not-found", ticker: "TSTA" } });
    world.network.answer = marketReplies({ yahoo: { TSTA: { closes: SHARE }, "^GSPC": index } });
    expect(await ask()).toEqual({ ok: false, failure: { kind: "not-found", ticker: "TSTA" } });
    world.pass(10 * 60_000);
    expect(await ask()).toMatchObject({ ok: true, value: { close: 141.4 } });
  });
  test("of the index leaves the cards on the index, from another source", async () => {
    const market = { yahoo: { TSTA: { closes: SHARE }, SPY: { closes: INDEX } }, cboe: { "^GSPC": INDEX } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { benchmark: { ok: true, ticker: "^GSPC", provider: "cboe" } },
    });
  });
  test("within a batch is asked alone", async () => {
    const world = worldOf({ at: EVENING, ticker: "TSTA", market: {} });
    world.network.answer = (url) => {
      const inBatch = url.pathname.includes("/spark");
      const yahoo = { TSTB: { closes: SHARE }, TSTC: { closes: SHARE }, "^GSPC": index };
      return marketReplies({ yahoo: inBatch ? yahoo : { ...yahoo, TSTA: { closes: SHARE } } })(url);
    };
    const rows = await world.comparisons.compareRows(["TSTA", "TSTB", "TSTC"], OWN_PAGE);
    expect(rows.TSTA).toMatchObject({ ok: true, value: { close: 141.4, provider: "yahoo" } });
  });
  test("with a single close there is asked alone, and is told as new only if the chart says so", async () => {
    const lone = { closes: SHARE.slice(-1), meta: { firstTradeDate: unix("2026-08-31T13:30:00Z") } };
    const rowOf = async (chart: Chart | "down") => {
      const world = worldOf({ at: EVENING, ticker: "TSTA", market: {} });
      world.network.answer = (url) => {
        const isList = url.pathname.includes("/spark");
        return marketReplies({
          yahoo: { TSTA: isList ? lone : chart, TSTB: { closes: SHARE }, "^GSPC": index },
        })(url);
      };
      return (await world.comparisons.compareRows(["TSTA", "TSTB"], OWN_PAGE)).TSTA;
    };
    const missing = { kind: "missing-close", date: "2026-08-28" };
    expect(await rowOf(lone)).toMatchObject({ value: { close: 141.4, changeAbsence: { kind: "first-day" } } });
    expect(await rowOf({ closes: SHARE })).toMatchObject({ value: { change: expect.closeTo(0.01, 9) } });
    expect(await rowOf("down")).toMatchObject({ value: { close: 141.4, changeAbsence: missing } });
  });
});

describe("a bar on a day without a session", () => {
  const frankfurt = (closes: Chart["closes"], volumes: readonly number[]): Chart => ({
    closes,
    volumes,
    zone: "Europe/Berlin",
    currency: "EUR",
    opensUtc: "07:00",
  });
  test("is no trading day: a holiday repeated with volume 0", async () => {
    const chart = frankfurt(
      dated([200, 201, 203.01, 203.01], ["2026-04-28", "2026-04-29", "2026-04-30", "2026-05-01"]),
      [9, 9, 9, 0],
    );
    const days = ["2026-04-28", "2026-04-29", "2026-04-30", "2026-05-01"];
    const market = { yahoo: { "TST.DE": chart, "^GSPC": { closes: dated([7000, 7010, 7020, 7030], days) } } };
    expect(await outcomeOf({ at: "2026-05-01T22:00:00Z", ticker: "TST.DE", market })).toMatchObject({
      value: { date: "2026-04-30", change: expect.closeTo(0.01, 9), benchmark: { ok: true } },
    });
  });
  test("is none where the source's clock goes on over the holiday", async () => {
    const days = ["2026-04-28", "2026-04-29", "2026-04-30", "2026-05-01"];
    const chart = frankfurt(dated([200, 201, 203.01, 203.01], days), [9, 9, 9, 0]);
    const meta = { regularMarketTime: unix("2026-05-01T15:35:12Z"), regularMarketPrice: 203.01 };
    const market = {
      yahoo: { "TST.DE": { ...chart, meta }, "^GSPC": { closes: dated([7000, 7010, 7020, 7030], days) } },
    };
    expect(await outcomeOf({ at: "2026-05-01T22:00:00Z", ticker: "TST.DE", market })).toMatchObject({
      value: { date: "2026-04-30", change: expect.closeTo(0.01, 9) },
    });
  });
  test("is none between two sessions either: a Saturday in New York", async () => {
    const days = ["2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28", "2026-08-29", "2026-08-31"];
    const market = { yahoo: { TSTA: { closes: dated([150, 151, 152, 140, 139, 141.4], days) }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { previous: { date: "2026-08-28" }, change: expect.closeTo(0.01, 9) },
    });
  });
});

describe("stamps that are off", () => {
  test.each([
    ["to the evening before", -12],
    ["by an hour", -1],
  ])("%s are read as the days meant", async (_, shiftHours) => {
    const market = { yahoo: { TSTA: { closes: SHARE, shiftHours }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { date: "2026-08-31", close: 141.4, change: expect.closeTo(0.01, 9) },
    });
  });
  test.each([-24, 24])("by %d hours are a broken reply", async (shiftHours) => {
    const market = { yahoo: { TSTA: { closes: SHARE, shiftHours, meta: settledMeta(141.4) }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({ ok: false });
  });
});

describe("a reply made before the close", () => {
  const london = (regularMarketTime: number, last: number): Chart => ({
    closes: dated([250, 252, 254, last], ["2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28"]),
    zone: "Europe/London",
    currency: "GBp",
    opensUtc: "07:00",
    meta: { regularMarketTime, regularMarketPrice: last },
  });
  const at = "2026-08-28T16:00:00Z";
  test("has no close of that day, and is asked again, though it is read after it", async () => {
    const market = { yahoo: { "TST.L": london(unix("2026-08-28T15:29:12Z"), 256.1), "^GSPC": index } };
    expect(await outcomeOf({ at, ticker: "TST.L", market })).toMatchObject({
      value: { date: "2026-08-27", close: 254, staleSince: "2026-08-28" },
    });
  });
  test("becomes right with the auction's price", async () => {
    const market = { yahoo: { "TST.L": london(unix("2026-08-28T15:35:19Z"), 260.4), "^GSPC": index } };
    expect(await outcomeOf({ at, ticker: "TST.L", market })).toMatchObject({
      value: { date: "2026-08-28", close: 260.4, currency: "GBp" },
    });
  });
  test("in New York, too: stamped 14:22 and read in the evening", async () => {
    const meta = { regularMarketTime: unix("2026-08-31T18:22:00Z"), regularMarketPrice: 143 };
    const closes = dated([150, 151, 152, 140, 143]);
    const market = { yahoo: { TSTA: { closes, meta }, "^GSPC": index }, cboe: { TSTA: SHARE, "^GSPC": INDEX } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { provider: "cboe", date: "2026-08-31", close: 141.4 },
    });
  });
});

describe("two closes of one day that differ", () => {
  const twice: DatedClose[] = [...SHARE.slice(0, 4), ["2026-08-31", 146], ["2026-08-31", 141.4]];
  test("are settled by the source's own price of that day", async () => {
    const market = { yahoo: { TSTA: { closes: twice, meta: settledMeta(141.4) }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { close: 141.4, change: expect.closeTo(0.01, 9) },
    });
  });
  test("are refused where nothing tells which is right", async () => {
    const earlier: DatedClose[] = [...SHARE.slice(0, 4), ["2026-08-28", 136], ["2026-08-31", 141.4]];
    const market = { yahoo: { TSTA: { closes: earlier }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { close: 141.4, change: null, changeAbsence: { kind: "missing-close", date: "2026-08-28" } },
    });
  });
});

test.each([10, 100, 0.01])("one old bar times %d takes horizons before it away, and not today", async (factor) => {
  const days = ["2026-08-19", "2026-08-20", "2026-08-21", "2026-08-24", ...WEEK];
  const closes = dated([150, 150 * factor, 150, 150, 150, 151, 152, 140, 141.4], days);
  const market = { yahoo: { TSTA: { closes }, "^GSPC": index } };
  const outcome = await outcomeOf({ at: EVENING, ticker: "TSTA", market });
  expect(outcome).toMatchObject({ value: { close: 141.4, change: expect.closeTo(0.01, 9) } });
  if (outcome.ok) expect(outcome.value.series[0]?.date).toBe("2026-08-21");
});

test("a price in pence that does not move has a change of nothing, printed as it is quoted", async () => {
  const days = ["2026-08-26", "2026-08-27", "2026-08-28"];
  const london = {
    closes: dated([336.95, 337.05, 337.05], days),
    zone: "Europe/London",
    currency: "GBp",
    opensUtc: "07:00",
  };
  const market = { yahoo: { "TST.L": london, "^GSPC": index } };
  expect(await outcomeOf({ at: EVENING, ticker: "TST.L", market })).toMatchObject({
    value: { close: 337.05, decimals: 2, change: 0, benchmark: { difference: -(7710 / 7730 - 1) } },
  });
});

test("closes that a source dates a day late, of which the last is yet to come, are none", async () => {
  // Read on Thursday, the closes of Monday to Thursday stand on Tuesday to Friday.
  const days = ["2026-08-20", "2026-08-21", "2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28"];
  const market = { cboe: { TSTA: dated([148, 149, 150, 151, 152, 140], days), "^GSPC": INDEX } };
  expect(await outcomeOf({ at: "2026-08-27T22:00:00Z", ticker: "TSTA", market })).toMatchObject({ ok: false });
});

test("a listing has the days of its exchange, though its reply names another zone with the same clock", async () => {
  // Toronto was closed on 1 July, and New York on 3 July.
  const days = ["2026-06-29", "2026-06-30", "2026-07-02", "2026-07-03", "2026-07-06"];
  const closes = dated([150, 151, 152, 140, 141.4], days);
  const toronto = { closes, zone: "America/New_York", currency: "CAD", opensUtc: "13:30" };
  const ask = (at: string) =>
    outcomeOf({
      at,
      ticker: "TST.TO",
      market: { yahoo: { "TST.TO": { ...toronto, closes: closes.filter(([day]) => day < at) } } },
    });
  expect(await ask("2026-07-06T22:00:00Z")).toMatchObject({
    value: { date: "2026-07-06", previous: { date: "2026-07-03" }, change: expect.closeTo(141.4 / 140 - 1, 12) },
  });
  expect(await ask("2026-07-03T22:00:00Z")).toMatchObject({ value: { date: "2026-07-03", staleSince: null } });
  expect(await ask("2026-07-02T22:00:00Z")).toMatchObject({ value: { change: expect.closeTo(152 / 151 - 1, 12) } });
});

test("a price abroad without its currency is none: pence and pounds look alike", async () => {
  const days = ["2026-08-27", "2026-08-28"];
  const london = { closes: dated([12_300, 12_400], days), zone: "Europe/London", currency: null, opensUtc: "07:00" };
  const market = { yahoo: { "TST.L": london, "^GSPC": index } };
  expect(await outcomeOf({ at: EVENING, ticker: "TST.L", market })).toMatchObject({
    failure: { kind: "source-broken" },
  });
});

test("closes from long before the period that was asked for are left out", async () => {
  const closes = [...dated([10, 10.1], ["2014-01-02", "2014-01-03"]), ...SHARE];
  const world = worldOf({ at: EVENING, ticker: "TSTA", market: {} });
  world.network.answer = (url) =>
    reply(
      url.pathname.endsWith("/TSTA") ? chartBody({ symbol: "TSTA", closes }) : chartBody({ symbol: "^GSPC", ...index }),
    );
  const outcome = await world.comparisons.compare("TSTA", undefined, OWN_PAGE);
  expect(outcome).toMatchObject({ value: { change: expect.closeTo(0.01, 9), yearRange: null } });
});

describe("a source that sends us to a page for visitors, or out of our reach", () => {
  const market = { cboe: { TSTA: SHARE, "^GSPC": INDEX } };
  test.each([
    [
      "a page instead of figures",
      reply("<!doctype html><form action='https://consent.yahoo.com/'></form>"),
      "source-broken",
    ],
    ["a redirect", { kind: "redirected" } as const, "source-broken"],
    ["an answer that the browser keeps from us", { kind: "unreachable" } as const, "unreachable"],
  ])("%s: the next one answers, and nobody is called offline", async (_, answer, kind) => {
    const world = worldOf({ at: EVENING, ticker: "TSTA", market });
    const others = marketReplies(market);
    world.network.answer = (url) => (url.host.endsWith(".yahoo.com") ? answer : others(url));
    expect(await world.comparisons.compare("TSTA", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "cboe", told: [{ provider: "yahoo", failure: kind }, {}, {}, {}] },
    });
    const alone = worldOf({ at: EVENING, ticker: "TST.L", market: {} });
    alone.network.answer = (url) => (url.host.endsWith(".yahoo.com") ? answer : reply("", 503));
    expect(await alone.comparisons.compare("TST.L", undefined, OWN_PAGE)).toMatchObject({ failure: { kind } });
  });
});

describe("an ex-dividend day", () => {
  const dividends = [
    { date: "2026-08-31", amount: 0.7 },
    { date: "2026-08-26", amount: -1 },
  ];
  test("is told with what the dividend took from the move, by a source that tells dividends", async () => {
    const world = worldOf({
      at: EVENING,
      ticker: "TSTA",
      market: { yahoo: { TSTA: { closes: SHARE, dividends }, "^GSPC": index } },
    });
    const told = { value: { exDividend: { amount: 0.7, effect: -0.7 / 140 }, change: expect.closeTo(0.01, 9) } };
    expect(await world.comparisons.compare("TSTA", undefined, OWN_PAGE)).toMatchObject(told);
    // Kept closes tell it as well.
    expect(await world.comparisons.compare("TSTA", undefined, OWN_PAGE)).toMatchObject(told);
    expect(world.network.asked).toHaveLength(2);
  });
  test("lies within periods that count it as reinvested", async () => {
    const days = ["2026-08-21", "2026-08-24", ...WEEK];
    const closes = dated([100, 100, 100, 100, 100, 100, 100], days);
    const market = { yahoo: { TSTA: { closes, dividends: [{ date: "2026-08-26", amount: 1 }] }, "^GSPC": index } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { horizons: { "5D": { change: 0, withDividends: expect.closeTo(0.01, 12) } } },
    });
    const silent = await outcomeOf({ at: EVENING, ticker: "TSTA", market: { cboe: { TSTA: closes, "^GSPC": INDEX } } });
    expect(silent).toMatchObject({ value: { horizons: { "5D": { change: 0 } } } });
    if (silent.ok) expect(silent.value.horizons["5D"]).not.toHaveProperty("withDividends");
  });
  test.each<[string, MarketReplies]>([
    [
      "of another day",
      { yahoo: { TSTA: { closes: SHARE, dividends: [{ date: "2026-08-27", amount: 0.7 }] }, "^GSPC": index } },
    ],
    ["told by nobody", { cboe: { TSTA: SHARE, "^GSPC": INDEX } }],
    [
      "in another unit, a hundred times as large,",
      { yahoo: { TSTA: { closes: SHARE, dividends: [{ date: "2026-08-31", amount: 70 }] }, "^GSPC": index } },
    ],
    [
      "beside bars that had to be adjusted",
      {
        yahoo: {
          TSTA: {
            closes: dated([1190, 1200, 1210, 1205, 121.7]),
            dividends,
            splits: [{ date: "2026-08-31", numerator: 10, denominator: 1 }],
          },
          "^GSPC": index,
        },
      },
    ],
  ])("with a dividend %s is none", async (_, market) => {
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      ok: true,
      value: { exDividend: null },
    });
  });
});

describe("a namesake", () => {
  test.each<[string, Partial<Chart>]>([
    ["in another currency", { currency: "INR" }],
    ["on another exchange's clock", { zone: "Asia/Kolkata", opensUtc: "03:45" }],
  ])("%s is not the listing: the next source answers", async (_, trait) => {
    const market = {
      yahoo: { TSTA: { closes: dated([5150, 5151, 5152, 5140, 5141]), ...trait }, "^GSPC": index },
      cboe: { TSTA: SHARE },
    };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: { provider: "cboe", close: 141.4, currency: "USD" },
    });
  });
});

test("a price that contradicts the last close asks the next source", async () => {
  const market = { yahoo: { TSTA: { closes: SHARE, meta: settledMeta(3.5) }, "^GSPC": index }, cboe: { TSTA: SHARE } };
  expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({ value: { provider: "cboe" } });
});

describe("a close from which the running session's change should start", () => {
  const at = "2026-08-31T16:00:00Z";
  const yahoo = (closes: readonly number[], change?: number) => {
    const meta = { ...settledMeta(141.4, change), regularMarketTime: unix("2026-08-31T15:59:00Z") };
    return { TSTA: { closes: dated([...closes, 141.4]), meta }, "^GSPC": index };
  };
  test("is told if it does", async () => {
    const market = { yahoo: yahoo([150, 151, 152, 140], 1) };
    expect(await outcomeOf({ at, ticker: "TSTA", market })).toMatchObject({
      value: { date: "2026-08-28", close: 140 },
    });
  });
  test.each([
    ["a price from before the closing auction", yahoo([150, 151, 152, 138.2], 1)],
    ["closes of another unit", yahoo([1.5, 1.51, 1.52, 1.4])],
  ])("is taken from the next source, or not told: %s", async (_, spoiled) => {
    expect(await outcomeOf({ at, ticker: "TSTA", market: { yahoo: spoiled } })).toMatchObject({
      failure: { kind: "source-broken", provider: "yahoo" },
    });
    const market = { yahoo: spoiled, cboe: { TSTA: SHARE.slice(0, 4) } };
    expect(await outcomeOf({ at, ticker: "TSTA", market })).toMatchObject({ value: { provider: "cboe", close: 140 } });
  });
});

test("a stated change that the closes do not give is told by nobody, unless a second source has the same closes", async () => {
  const doubted = { yahoo: { TSTA: { closes: SHARE, meta: settledMeta(141.4, 4.2) }, "^GSPC": index } };
  expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: doubted })).toMatchObject({
    value: { close: 141.4, change: null, changeAbsence: { kind: "contradiction" } },
  });
  const market = { ...doubted, cboe: { TSTA: SHARE } };
  expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
    value: { change: expect.closeTo(0.01, 9) },
  });
});

test("a change that the source states otherwise leaves no period, where all closes before may be the wrong ones", async () => {
  // A spin-off took a fifth of the price, and the source has adjusted its stated change, but not its closes.
  const days = ["2026-08-19", "2026-08-20", "2026-08-21", "2026-08-24", ...WEEK];
  const closes = dated([149, 150, 150, 151, 150, 151, 152, 150, 120.9], days);
  const yahoo = { TSTA: { closes, meta: settledMeta(120.9, 0.75) }, "^GSPC": index };
  const alone = await outcomeOf({ at: EVENING, ticker: "TSTA", market: { yahoo } });
  expect(alone).toMatchObject({
    value: { close: 120.9, change: null, changeAbsence: { kind: "contradiction" } },
  });
  expect(alone.ok && Object.keys(alone.value.horizons)).toEqual([]);
  // A second source with the same closes confirms them, and with them those before.
  const confirmed = await outcomeOf({
    at: EVENING,
    ticker: "TSTA",
    market: { yahoo, cboe: { TSTA: closes.slice(-2) } },
  });
  expect(confirmed).toMatchObject({ value: { change: expect.closeTo(120.9 / 150 - 1, 12) } });
});

describe("a change that the source states otherwise", () => {
  const said = settledMeta(7750, 0.5);
  const wrong = INDEX.map(([date, close]): DatedClose => [date, date === "2026-08-28" ? 7600 : close]);
  const market = { yahoo: { TSTA: { closes: SHARE }, "^GSPC": { closes: wrong, meta: said } } };
  test("of the benchmark is told by nobody, nor any that starts from that close", async () => {
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market })).toMatchObject({
      value: {
        change: expect.closeTo(0.01, 9),
        benchmark: { ok: false, absence: "unavailable-before" },
        horizons: { "1D": { benchmarkChange: null } },
      },
    });
  });
  test("of the benchmark is taken from the next source", async () => {
    const second = { ...market, cboe: { "^GSPC": INDEX } };
    expect(await outcomeOf({ at: EVENING, ticker: "TSTA", market: second })).toMatchObject({
      value: { benchmark: { ok: true, provider: "cboe", change: expect.closeTo(7750 / 7710 - 1, 12) } },
    });
  });
  test("of the listing is not that since an article either", async () => {
    const doubted = { yahoo: { TSTA: { closes: SHARE, meta: settledMeta(141.4, 4.2) }, "^GSPC": index } };
    const since = async (day: string) => {
      const outcome = await outcomeOf({ at: EVENING, ticker: "TSTA", market: doubted, published: { day, at: null } });
      return outcome.ok && outcome.value.sinceArticle?.from;
    };
    expect(await since("2026-08-31")).toBeUndefined();
    expect(await since("2026-08-28")).toBe("2026-08-27");
  });
});

test("a ticker that another company had before has no history of that company", async () => {
  const former: DatedClose[] = dated([3, 3.1, 3.2], ["2026-05-27", "2026-05-28", "2026-05-29"]);
  const meta = { firstTradeDate: unix("2026-08-27T13:30:00Z") };
  const chart = { closes: [...former, ...SHARE.slice(2)], meta };
  const outcome = await outcomeOf({
    at: EVENING,
    ticker: "TSTA",
    market: { yahoo: { TSTA: chart, "^GSPC": index } },
    published: { day: "2026-05-29", at: null },
  });
  expect(outcome).toMatchObject({ value: { change: expect.closeTo(0.01, 9) } });
  expect(outcome.ok && [outcome.value.sinceArticle, outcome.value.series.length]).toEqual([undefined, 3]);
  // A listing that only moved to another exchange keeps its history.
  const moved = { closes: SHARE, meta: { firstTradeDate: unix("2026-08-31T13:30:00Z") } };
  expect(
    await outcomeOf({ at: EVENING, ticker: "TSTA", market: { yahoo: { TSTA: moved, "^GSPC": index } } }),
  ).toMatchObject({ value: { change: expect.closeTo(0.01, 9), changeAbsence: null } });
});

test("Riyadh's and Tel Aviv's weeks are not stale on their days off", async () => {
  const days = ["2026-08-25", "2026-08-26", "2026-08-27"];
  const chart = { closes: dated([30, 31, 32], days), zone: "Asia/Riyadh", currency: "SAR", opensUtc: "07:00" };
  const market = { yahoo: { "2222.SR": chart, "^GSPC": index } };
  for (const at of ["2026-08-28T20:00:00Z", "2026-08-29T20:00:00Z"]) {
    expect(await outcomeOf({ at, ticker: "2222.SR", market })).toMatchObject({
      value: { date: "2026-08-27", staleSince: null },
    });
  }
});

describe("listing and benchmark", () => {
  test("are asked for at once", async () => {
    const world = worldOf({ at: EVENING, ticker: "TSTA", market: {} });
    const gate = new EventTarget();
    const bothAsked = new Promise((resolve) => gate.addEventListener("both", resolve));
    world.network.answer = async (url) => {
      if (world.network.asked.length === 2) gate.dispatchEvent(new Event("both"));
      await bothAsked;
      return marketReplies({ yahoo: { TSTA: { closes: SHARE }, "^GSPC": index } })(url);
    };
    expect(await world.comparisons.compare("TSTA", undefined, OWN_PAGE)).toMatchObject({ ok: true });
  });
  test("are told one after the other to an early asker, with no request more", async () => {
    const world = worldOf({ at: EVENING, ticker: "TSTA", market: {} });
    const gate = new EventTarget();
    const held = new Promise((resolve) => gate.addEventListener("open", resolve));
    world.network.answer = async (url) => {
      if (url.href.includes("GSPC")) await held;
      return marketReplies({ yahoo: { TSTA: { closes: SHARE }, "^GSPC": index } })(url);
    };
    const early = await world.comparisons.compare("TSTA", undefined, OWN_PAGE, true);
    expect(early).toMatchObject({
      value: { close: 141.4, change: expect.closeTo(0.01, 9), benchmark: { absence: "awaited" } },
    });
    const whole = world.comparisons.compare("TSTA", undefined, OWN_PAGE);
    gate.dispatchEvent(new Event("open"));
    expect(await whole).toMatchObject({ value: { benchmark: { ok: true } } });
    expect(world.network.asked).toHaveLength(2);
  });
});

test("an article older than the year that is kept has its longer period asked for once", async () => {
  const days = ["2020-01-02", "2020-01-03", "2020-01-06"];
  const closes = [...dated([80, 81, 82], days), ...SHARE];
  const world = worldOf({
    at: EVENING,
    ticker: "TSTA",
    market: { yahoo: { TSTA: { closes }, "^GSPC": { closes: [...dated([3000, 3010, 3020], days), ...INDEX] } } },
  });
  const ask = () => world.comparisons.compare("TSTA", { day: "2020-01-06", at: null }, OWN_PAGE);
  await world.comparisons.compare("TSTA", undefined, OWN_PAGE);
  expect(world.network.asked).toHaveLength(2);
  expect(await ask()).toMatchObject({
    value: {
      sinceArticle: {
        from: "2020-01-03",
        change: expect.closeTo(141.4 / 81 - 1, 9),
        benchmarkChange: expect.any(Number),
      },
    },
  });
  expect(world.network.asked).toHaveLength(4);
  await ask();
  expect(world.network.asked).toHaveLength(4);
});
