import { describe, expect, test } from "vitest";
import { addDays, isWeekday } from "../../../../src/domain/market/calendar-day";
import { newYorkClose } from "../../../../src/domain/market/new-york-sessions";
import { factsOf, PROVIDER_IDS } from "../../../../src/providers/catalogue";
import type { TextReply } from "../../../../src/providers/fetch-text";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { marketReplies } from "../../../fakes/market-replies";
import { reply } from "../../../fakes/network";
import { chartBody, NOT_FOUND_BODY } from "../../../fakes/yahoo-wire";

type Clock = { now: number };

/** The close invented for a day: each day another, so that a wrong day shows in the figure. */
const closeOn = (date: string) => 100 + (Date.parse(`${date}T00:00:00Z`) / 86_400_000) * 0.01;

/** Yahoo as it is at `clock.now`: every session so far, and the running one with a price that is no close. */
function yahooAt(
  clock: Clock,
  {
    isSession = (date: string) => newYorkClose(date) !== null,
    opens = "14:30",
    zone = "America/New_York",
    currency = "USD",
    until = "9999",
  } = {},
) {
  return (symbol: string): TextReply => {
    const closes: [string, number][] = [];
    const today = new Date(clock.now).toISOString().slice(0, 10);
    const localTime = new Date(clock.now).toLocaleString("sv-SE", { timeZone: "America/New_York" });
    for (let date = addDays(today, -40); date <= today; date = addDays(date, 1)) {
      const opened = Date.parse(`${date}T${opens}:00Z`) <= clock.now;
      if (!isSession(date) || !opened || date > until) continue;
      const running = zone === "America/New_York" && localTime.startsWith(date) && localTime.slice(11) < "16:00";
      closes.push([date, running && newYorkClose(date) === "16:00" ? 1.5 * closeOn(date) : closeOn(date)]);
    }
    return reply(chartBody({ symbol, closes, zone, currency, opensUtc: opens }));
  };
}

function worldAt(at: string) {
  const clock: Clock = { now: Date.parse(at) };
  const answer = (url: URL) => yahooAt(clock)(decodeURIComponent(url.pathname.split("/").at(-1) ?? ""));
  const world = createWorld(answer, { at });
  return {
    world,
    go: (to: string) => {
      clock.now = Date.parse(to);
      world.clock.uptime += Math.max(0, clock.now - world.clock.now);
      world.clock.now = clock.now;
    },
  };
}

describe("the close shown is of the right trading day", () => {
  test.each<[string, string, string, string]>([
    ["an evening after the close", "2025-11-11T22:30:00Z", "2025-11-11", "2025-11-10"],
    ["a running session", "2025-11-12T17:00:00Z", "2025-11-11", "2025-11-10"],
    ["fourteen minutes after the close", "2025-11-12T21:14:00Z", "2025-11-11", "2025-11-10"],
    ["fifteen minutes after the close", "2025-11-12T21:15:00Z", "2025-11-12", "2025-11-11"],
    ["before the open", "2025-11-12T13:00:00Z", "2025-11-11", "2025-11-10"],
    ["a Saturday", "2025-11-15T17:00:00Z", "2025-11-14", "2025-11-13"],
    ["a Sunday evening", "2025-11-17T02:00:00Z", "2025-11-14", "2025-11-13"],
    ["a Monday before the open", "2025-11-17T13:00:00Z", "2025-11-14", "2025-11-13"],
    ["a holiday (Thanksgiving)", "2025-11-27T18:00:00Z", "2025-11-26", "2025-11-25"],
    ["an early close, ten minutes after one o'clock", "2025-11-28T18:10:00Z", "2025-11-26", "2025-11-25"],
    ["an early close, a quarter past one", "2025-11-28T18:15:00Z", "2025-11-28", "2025-11-26"],
    ["the Monday after an early close", "2025-12-01T15:00:00Z", "2025-11-28", "2025-11-26"],
    ["Christmas Eve, a quarter past one", "2025-12-24T18:15:00Z", "2025-12-24", "2025-12-23"],
    ["summer time: 4:15 PM is an hour earlier in UTC", "2025-07-15T20:15:00Z", "2025-07-15", "2025-07-14"],
    ["the Friday before the clocks go back", "2025-10-31T20:15:00Z", "2025-10-31", "2025-10-30"],
    ["the Monday after the clocks went back, an hour too early", "2025-11-03T20:30:00Z", "2025-10-31", "2025-10-30"],
    ["the Monday after the clocks went back", "2025-11-03T21:15:00Z", "2025-11-03", "2025-10-31"],
  ])("%s", async (_, at, date, before) => {
    const outcome = await worldAt(at).world.comparisons.compare("BABA", undefined, OWN_PAGE);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        date,
        close: closeOn(date),
        previous: { date: before, close: closeOn(before) },
        change: closeOn(date) / closeOn(before) - 1,
        benchmark: { ok: true, difference: 0 },
        staleSince: null,
      },
    });
  });
});

describe("what is kept lives until the next close is due", () => {
  test("nothing is asked again over the weekend and through Monday's session", async () => {
    const { world, go } = worldAt("2025-11-14T22:00:00Z");
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    for (const at of ["2025-11-15T12:00:00Z", "2025-11-17T14:00:00Z", "2025-11-17T21:14:00Z"]) {
      go(at);
      expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
        value: { date: "2025-11-14" },
      });
    }
    expect(world.network.asked).toHaveLength(2);
    go("2025-11-17T21:15:00Z");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-11-17" },
    });
    expect(world.network.asked).toHaveLength(4);
  });

  test("a live price kept during the session never becomes that day's close", async () => {
    const { world, go } = worldAt("2025-11-12T17:00:00Z");
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    world.network.answer = () => ({ kind: "offline" });
    go("2025-11-12T22:00:00Z");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-11-11", close: closeOn("2025-11-11"), staleSince: "2025-11-12" },
    });
  });

  test("with all sources down the last known close is shown, marked stale since the first one missed", async () => {
    const { world, go } = worldAt("2025-11-13T22:00:00Z");
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    world.network.answer = () => reply("", 503);
    go("2025-11-18T23:00:00Z");
    const stale = { ok: true, value: { date: "2025-11-13", staleSince: "2025-11-14", benchmark: { ok: true } } };
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject(stale);
    world.restart();
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject(stale);
    expect((await world.comparisons.compareRows(["BABA"], OWN_PAGE)).BABA).toMatchObject(stale);
  });
});

describe("a listing that has no close of a day on which its market has", () => {
  /** Yahoo has the listing's closes until a day, and Cboe until another; both have the index. */
  const halted = (until: string, cboeUntil: string, at: string) => {
    const clock = { now: Date.parse(at) };
    return createWorld(
      (url) => {
        const symbol = decodeURIComponent(url.pathname.split("/").at(-1) ?? "").replace(".json", "");
        if (url.host === "cdn.cboe.com") return cboeUntil === "" ? reply("", 503) : cboeOf(symbol, cboeUntil);
        if (!url.host.endsWith(".yahoo.com")) return reply("", 503);
        return yahooAt(clock, symbol === "^GSPC" ? {} : { until })(symbol);
      },
      { at },
    );
  };
  const closesUntil = (until: string) => {
    const closes: [string, number][] = [];
    for (let date = "2025-09-02"; date <= until; date = addDays(date, 1)) {
      if (newYorkClose(date) !== null) closes.push([date, closeOn(date)]);
    }
    return closes;
  };
  const cboeOf = (symbol: string, until: string) =>
    reply(JSON.stringify({ symbol, data: closesUntil(until).map(([date, close]) => ({ date, close })) }));
  const ask = (world: ReturnType<typeof halted>) => world.comparisons.compare("HALT", undefined, OWN_PAGE);

  test("is halted only when a second source says so, too", async () => {
    expect(await ask(halted("2025-11-10", "2025-11-10", "2025-11-12T05:00:00Z"))).toEqual({
      ok: false,
      failure: { kind: "halted", ticker: "HALT", lastDate: "2025-11-10" },
    });
  });
  test("is late, not halted, while the second source may itself be late", async () => {
    expect(await ask(halted("2025-11-10", "2025-11-10", "2025-11-11T22:00:00Z"))).toMatchObject({
      ok: true,
      value: { date: "2025-11-10", staleSince: "2025-11-11" },
    });
  });
  test("is late, not halted, where a price of that day is known", async () => {
    const closes = [
      ["2025-11-07", 11],
      ["2025-11-10", 11.5],
    ] as const;
    const meta = { regularMarketTime: Date.parse("2025-11-11T21:00:01Z") / 1000, regularMarketPrice: 11.6 };
    const market = { yahoo: { GAPS: { closes, meta } }, cboe: { GAPS: closes } };
    const world = createWorld(marketReplies(market), { at: "2025-11-12T05:00:00Z" });
    expect(await world.comparisons.compare("GAPS", undefined, OWN_PAGE)).toMatchObject({
      ok: true,
      value: { date: "2025-11-10", staleSince: "2025-11-11" },
    });
  });
  test("has it from the second source where that has it", async () => {
    expect(await ask(halted("2025-11-10", "2025-11-11", "2025-11-11T22:00:00Z"))).toMatchObject({
      ok: true,
      value: { date: "2025-11-11", provider: "cboe", previous: { date: "2025-11-10" } },
    });
  });
  test("shows the older close, dated and stale, where no second source answers", async () => {
    const answer = await ask(halted("2025-11-10", "", "2025-11-11T22:00:00Z"));
    expect(answer).toMatchObject({ ok: true, value: { date: "2025-11-10", staleSince: "2025-11-11" } });
    const [first, ...others] = answer.ok ? answer.value.told : [];
    expect(first).toMatchObject({ provider: "yahoo", doubts: [{ kind: "late", date: "2025-11-11" }] });
    // All others that have shares without a key were asked, whatever sources there are.
    const keyless = PROVIDER_IDS.filter((id) => !factsOf(id).needsKey && factsOf(id).serves !== "benchmark");
    expect(others.map(({ provider, failure }) => [provider, failure])).toEqual(
      keyless.filter((id) => id !== "yahoo").map((id) => [id, "source-down"]),
    );
  });
  test.each([
    ["a day", "2025-11-12T05:00:00Z", "2025-11-11"],
    ["two months", "2026-01-12T05:00:00Z", "2025-11-11"],
  ])("is late where the benchmark is, too: the computer's clock may be %s ahead", async (_, at, staleSince) => {
    const closes = closesUntil("2025-11-10");
    const market = { yahoo: { TSTA: { closes }, "^GSPC": { closes } }, cboe: { TSTA: closes, "^GSPC": closes } };
    const world = createWorld(marketReplies(market), { at });
    const late = { ok: true, value: { date: "2025-11-10", staleSince } };
    expect(await world.comparisons.compare("TSTA", undefined, OWN_PAGE, true)).toMatchObject(late);
    expect(await world.comparisons.compareRows(["TSTA", "TSTB"], OWN_PAGE)).toMatchObject({ TSTA: late });
  });
  test.each([
    ["a day", "all sources show", "2025-11-12T05:00:00Z", /./],
    ["a day", "the second source shows", "2025-11-12T05:00:00Z", /cboe/],
    ["two months", "all sources show", "2026-01-12T05:00:00Z", /./],
  ])("is late where the computer's clock is %s ahead, as %s by theirs", async (_ahead, _who, at, tells) => {
    const closes = closesUntil("2025-11-10");
    const market = marketReplies({ yahoo: { SPY: { closes } }, cboe: { SPY: closes } });
    const answer = (url: URL): TextReply => {
      const sent = market(url);
      const isTold = sent.kind === "reply" && tells.test(url.host);
      return isTold ? { ...sent, sentAt: Date.parse("2025-11-11T12:00:00Z") } : sent;
    };
    const world = createWorld(answer, { at });
    const late = { ok: true, value: { date: "2025-11-10", staleSince: "2025-11-11" } };
    expect(await world.comparisons.compare("SPY", undefined, OWN_PAGE)).toMatchObject(late);
    world.restart();
    expect(await world.comparisons.compareRows(["SPY"], OWN_PAGE, true)).toMatchObject({ SPY: late });
  });
  test("no longer trades after more than thirty days", async () => {
    expect(await ask(halted("2025-10-08", "", "2025-11-11T22:00:00Z"))).toEqual({
      ok: false,
      failure: { kind: "delisted", ticker: "HALT", lastDate: "2025-10-08" },
    });
  });
  test("trades on if the source's own price is newer", async () => {
    const meta = { regularMarketTime: Date.parse("2025-11-11T21:00:01Z") / 1000, regularMarketPrice: 12 };
    const closes = [
      ["2025-10-07", 11],
      ["2025-10-08", 11.5],
      ["2025-11-10", null],
    ] as const;
    const world = createWorld(marketReplies({ yahoo: { GAPS: { closes, meta } } }), { at: "2025-11-11T22:00:00Z" });
    expect(await world.comparisons.compare("GAPS", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-10-08", staleSince: "2025-10-09" },
    });
  });
  test("no longer trades, though its source writes its file each day", async () => {
    const file = { timestamp: "2025-11-11 22:00:00", symbol: "GONE", data: [{ date: "2025-10-08", close: 11.5 }] };
    const answer = ({ host, pathname }: URL) => {
      if (host !== "cdn.cboe.com") return reply("", 503);
      return pathname.endsWith("GONE.json") ? reply(JSON.stringify(file)) : cboeOf("_SPX", "2025-11-11");
    };
    const world = createWorld(answer, { at: "2025-11-11T22:30:00Z" });
    expect(await world.comparisons.compare("GONE", undefined, OWN_PAGE)).toMatchObject({
      failure: { kind: "delisted", lastDate: "2025-10-08" },
    });
  });
  test("and is refused once stands with its last close; refused again a day later it no longer trades", async () => {
    const { world, go } = worldAt("2025-11-10T22:00:00Z");
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    world.network.answer = (url) => (url.pathname.endsWith("/BABA") ? reply(NOT_FOUND_BODY, 404) : reply("", 503));
    go("2025-11-11T22:00:00Z");
    const stale = { ok: true, value: { date: "2025-11-10", staleSince: "2025-11-11" } };
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject(stale);
    go("2025-11-12T21:30:00Z");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject(stale);
    go("2025-11-12T22:30:00Z");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toEqual({
      ok: false,
      failure: { kind: "delisted", ticker: "BABA" },
    });
  });
  test("and is gone has its last day told if two sessions went by without a close before it was refused", async () => {
    const world = halted("2025-11-05", "", "2025-11-07T22:00:00Z");
    await ask(world);
    const { answer } = world.network;
    world.network.answer = (url) => (url.pathname.endsWith("/HALT") ? reply(NOT_FOUND_BODY, 404) : answer(url));
    world.pass(86_400_000);
    await ask(world);
    world.pass(2 * 86_400_000);
    expect(await ask(world)).toEqual({
      ok: false,
      failure: { kind: "delisted", ticker: "HALT", lastDate: "2025-11-05" },
    });
  });
  test("is no longer told as halted once there has been a session of which nobody could be asked", async () => {
    const world = halted("2025-11-10", "2025-11-10", "2025-11-12T05:00:00Z");
    expect(await ask(world)).toMatchObject({ failure: { kind: "halted" } });
    world.network.answer = () => reply("", 503);
    world.pass(86_400_000);
    expect(await ask(world)).toMatchObject({ ok: true, value: { date: "2025-11-10", staleSince: "2025-11-11" } });
  });
  test("is not told as new when the computer's clock was set back to before all kept closes", async () => {
    const { world, go } = worldAt("2025-11-10T22:00:00Z");
    await world.comparisons.compareRows(["BABA"], OWN_PAGE);
    world.network.answer = () => reply("", 503);
    go("2025-08-11T22:00:00Z");
    expect((await world.comparisons.compareRows(["BABA"], OWN_PAGE, true)).BABA).toEqual({
      ok: false,
      failure: { kind: "not-found", ticker: "BABA" },
    });
  });
});

describe("abroad", () => {
  const hongKong = (at: string, holidays: readonly string[] = []) => {
    const clock = { now: Date.parse(at) };
    const isSession = (date: string) =>
      ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) && !holidays.includes(date);
    return createWorld(
      (url) => {
        const symbol = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
        return symbol === "^GSPC"
          ? yahooAt(clock)(symbol)
          : yahooAt(clock, { isSession, opens: "01:30", zone: "Asia/Hong_Kong", currency: "HKD" })(symbol);
      },
      { at },
    );
  };
  test("the benchmark of the same date is still to come", async () => {
    expect(await hongKong("2025-11-12T10:00:00Z").comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      value: {
        date: "2025-11-12",
        closedAt: Date.parse("2025-11-12T08:10:00Z"),
        benchmark: { ok: false, absence: "not-yet" },
      },
    });
  });
  test("the benchmark of the same date is there in the evening", async () => {
    expect(await hongKong("2025-11-12T22:00:00Z").comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-11-12", benchmark: { ok: true } },
    });
  });
  test("New York had no session on that date", async () => {
    expect(await hongKong("2025-11-27T22:00:00Z").comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-11-27", benchmark: { ok: false, absence: "no-session" } },
    });
  });
  test("a fresh reply without a weekday means a holiday there, not old data", async () => {
    const world = hongKong("2025-10-07T10:00:00Z", ["2025-10-07"]);
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-10-06", staleSince: null },
    });
  });
  const tokyo = (at: string) => {
    const bars = { isSession: isWeekday, opens: "00:00", zone: "Asia/Tokyo", currency: "JPY", until: "2025-11-11" };
    const world = createWorld(
      (url) => {
        const symbol = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
        return yahooAt(world.clock, symbol === "^GSPC" ? {} : bars)(symbol);
      },
      { at },
    );
    return {
      bars,
      minutes: (count: number) => world.pass(count * 60_000),
      ask: () => world.comparisons.compare("7203.T", undefined, OWN_PAGE),
      asked: () => world.network.asked.filter(({ pathname }) => pathname.endsWith("/7203.T")).length,
    };
  };
  test("a close that a source gets late is asked for each quarter of an hour at first, then each hour", async () => {
    const { bars, minutes, ask, asked } = tokyo("2025-11-12T06:55:00Z");
    expect(await ask()).toMatchObject({ value: { date: "2025-11-11", staleSince: "2025-11-12" } });
    minutes(14);
    await ask();
    expect(asked()).toBe(1);
    minutes(1);
    await ask();
    expect(asked()).toBe(2);
    minutes(59);
    await ask();
    expect(asked()).toBe(2);
    bars.until = "2025-11-12";
    minutes(1);
    expect(await ask()).toMatchObject({ value: { date: "2025-11-12", staleSince: null } });
  });
  test("a close is not missing before Yahoo, which is twenty minutes late for Tokyo, can have it", async () => {
    const { minutes, ask } = tokyo("2025-11-12T06:49:00Z");
    expect(await ask()).toMatchObject({ value: { date: "2025-11-11", staleSince: null } });
    minutes(1);
    expect(await ask()).toMatchObject({ value: { date: "2025-11-11", staleSince: "2025-11-12" } });
  });
  test("an index is not set beside the S&P 500, nor the S&P 500 beside itself", async () => {
    const { world } = worldAt("2025-11-11T22:00:00Z");
    expect(await world.comparisons.compare("^NDX", undefined, OWN_PAGE)).toMatchObject({
      value: { currency: null, benchmark: { absence: "is-index" } },
    });
    expect(await world.comparisons.compare("^GSPC", undefined, OWN_PAGE)).toMatchObject({
      value: { benchmark: { absence: "is-benchmark" } },
    });
    expect(await world.comparisons.compare("SPY", undefined, OWN_PAGE)).toMatchObject({
      value: { benchmark: { absence: "is-its-fund" } },
    });
  });
});
