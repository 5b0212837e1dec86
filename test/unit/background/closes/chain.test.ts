import { afterEach, describe, expect, test, vi } from "vitest";
import type { Comparisons } from "../../../../src/background/closes/comparisons";
import { FIGURES_LIMIT_MS } from "../../../../src/domain/time-limits";
import type { TextReply } from "../../../../src/providers/fetch-text";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { createMemoryStore } from "../../../fakes/memory-store";
import { reply } from "../../../fakes/network";
import { chartBody, NOT_FOUND_BODY, sparkBody } from "../../../fakes/yahoo-wire";

const BABA = [
  ["2025-11-10", 165.89],
  ["2025-11-11", 160.8],
] as const;
const INDEX = [
  ["2025-11-10", 6832.43],
  ["2025-11-11", 6846.61],
] as const;
const BUSY = reply("Edge: Too Many Requests", 429);
const BROKEN = reply("<!doctype html><p>Please wait</p>", 200);

const cboeBody = (symbol: string, closes: readonly (readonly [string, number])[]) =>
  JSON.stringify({ symbol, data: closes.map(([date, close]) => ({ date, close })) });
const nasdaqBody = (symbol: string, closes: readonly (readonly [string, number])[]) =>
  JSON.stringify({
    data: {
      symbol,
      tradesTable: {
        rows: closes.map(([date, close]) => ({
          date: date.replace(/^(\d+)-(\d+)-(\d+)$/, "$2/$3/$1"),
          close: `$${close}`,
        })),
      },
    },
    status: { rCode: 200 },
  });

/** Hong Kong's listings are quoted in their own zone and currency. */
const placeOf = (symbol: string) =>
  symbol.endsWith(".HK") ? { zone: "Asia/Hong_Kong", currency: "HKD", opensUtc: "01:30" } : {};

const isYahoo = (url: URL) => url.host.endsWith(".finance.yahoo.com");
const isChart = (url: URL) => url.pathname.startsWith("/v8/finance/chart/");
const chartOf = (url: URL) => decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
const asksIndex = (url: URL) => /GSPC|SPX|SP500/.test(url.href);

/** Every keyless source in good health: BABA and the index everywhere, other tickers a flat 10 at Yahoo. */
function healthy(url: URL): TextReply {
  if (isYahoo(url)) {
    if (isChart(url)) {
      const symbol = chartOf(url);
      if (symbol === "NOPE") return reply(NOT_FOUND_BODY, 404);
      return reply(chartBody({ symbol, closes: symbol === "^GSPC" ? INDEX : BABA, ...placeOf(symbol) }));
    }
    const symbols = (url.searchParams.get("symbols") ?? "").split(",");
    return reply(
      sparkBody(symbols.map((symbol) => ({ symbol, closes: symbol === "^GSPC" ? INDEX : BABA, ...placeOf(symbol) }))),
    );
  }
  if (url.host === "cdn.cboe.com") return reply(asksIndex(url) ? cboeBody("_SPX", INDEX) : cboeBody("BABA", BABA));
  if (url.host === "api.nasdaq.com") return reply(asksIndex(url) ? nasdaqBody("SPX", INDEX) : nasdaqBody("BABA", BABA));
  return reply("observation_date,SP500\n2025-11-10,6832.43\n2025-11-11,6846.61\n");
}

const withYahoo = (answer: (url: URL) => TextReply | Promise<TextReply>) => (url: URL) =>
  isYahoo(url) ? answer(url) : healthy(url);
const hosts = (asked: readonly URL[]) => asked.map(({ host }) => host);

describe("when the first source cannot answer", () => {
  test.each<[string, TextReply]>([
    ["has an error of its own", reply("Bad gateway", 502)],
    ["cannot be reached", { kind: "offline" }],
    ["answers with a page for robots", BROKEN],
    ["answers nothing", reply("")],
    ["asks us to wait", BUSY],
    ["sends more than we read", { kind: "too-large" }],
    ["redirects elsewhere", { kind: "foreign-host", host: "consent.yahoo.com" }],
  ])("the second answers and is named, if the first %s", async (_, bad) => {
    const world = createWorld(withYahoo(() => bad));
    const outcome = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    expect(outcome).toMatchObject({
      ok: true,
      value: { close: 160.8, provider: "cboe", benchmark: { ok: true, provider: "cboe" } },
    });
  });

  test("the third answers if the second is late with the day's close", async () => {
    const world = createWorld((url) => {
      if (isYahoo(url)) return BROKEN;
      return url.host === "cdn.cboe.com" && !asksIndex(url) ? reply(cboeBody("BABA", BABA.slice(0, 1))) : healthy(url);
    });
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      ok: true,
      value: { date: "2025-11-11", provider: "nasdaq" },
    });
  });

  test("a late source is better than none, and its figures are marked stale", async () => {
    const world = createWorld((url) =>
      url.host === "cdn.cboe.com" && !asksIndex(url)
        ? reply(
            cboeBody("BABA", [
              ["2025-11-07", 160],
              ["2025-11-10", 165.89],
            ]),
          )
        : BROKEN,
    );
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      ok: true,
      value: { date: "2025-11-10", provider: "cboe", staleSince: "2025-11-11" },
    });
  });

  test("a source that hangs is given up in time for the second to answer, and left alone afterwards", async () => {
    const world = createWorld(withYahoo(() => new Promise<TextReply>(() => undefined)));
    const started = performance.now();
    const outcome = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    expect(outcome).toMatchObject({ ok: true, value: { provider: "cboe", benchmark: { ok: true, provider: "cboe" } } });
    expect(performance.now() - started).toBeLessThan(9_000);
    // The listing and the benchmark, which are asked for at once.
    expect(world.network.asked.filter(isYahoo)).toHaveLength(2);
    await world.comparisons.compare("MSFT", undefined, OWN_PAGE);
    expect(world.network.asked.filter(isYahoo)).toHaveLength(2);
  }, 12_000);

  test("without any source each passing failure is named for what it is", async () => {
    const offline = createWorld(() => ({ kind: "offline" }));
    expect(await offline.comparisons.compare("BABA", undefined, OWN_PAGE)).toEqual({
      ok: false,
      failure: { kind: "offline" },
    });
    const down = createWorld((url) => (isYahoo(url) ? reply("", 503) : { kind: "offline" }));
    expect(await down.comparisons.compare("BABA", undefined, OWN_PAGE)).toEqual({
      ok: false,
      failure: { kind: "source-down", provider: "yahoo", status: 503 },
    });
  });

  test("a host that the reader withheld is told apart from a broken network", async () => {
    const world = createWorld(() => ({ kind: "offline" }), { isPermitted: async () => false });
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toEqual({
      ok: false,
      failure: { kind: "no-permission", provider: "yahoo" },
    });
  });
});

test.each<[string, (comparisons: Comparisons) => unknown]>([
  ["reach a source", ({ accessChanged }) => accessChanged()],
  ["use a new key", ({ forgetProvider }) => forgetProvider("massive")],
])("what is asked once we may %s shares no request from before", async (_, change) => {
  let isHeld = true;
  let noteAsked: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  const world = createWorld(healthy, {
    isPermitted: () => {
      noteAsked?.();
      return isHeld ? new Promise(() => undefined) : Promise.resolve(true);
    },
  });
  void world.comparisons.compareRows(["BABA"], OWN_PAGE, false);
  await asked;
  isHeld = false;
  await change(world.comparisons);
  expect(await world.comparisons.compareRows(["BABA"], OWN_PAGE, false)).toMatchObject({
    BABA: { ok: true, value: { close: 160.8 } },
  });
});

test("rows whose sources are withheld say so at once, however far apart requests are sent", async () => {
  let waitedMs = 0;
  const world = createWorld(() => ({ kind: "offline" }), {
    isPermitted: async () => false,
    wait: async (ms) => {
      waitedMs += ms;
    },
  });
  await world.comparisons.compareRows(["BABA", "MSFT", "META", "GOOGL", "BIDU", "JD"], OWN_PAGE, false);
  expect(waitedMs).toBe(0);
});

describe("when a source asks us to wait", () => {
  test("it is not asked again until its rest is over, also after the background was killed", async () => {
    const world = createWorld(withYahoo(() => BUSY));
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    expect(world.network.asked.filter(isYahoo).map(chartOf)).toEqual(["BABA", "^GSPC"]);
    world.restart();
    await world.comparisons.compare("0700.HK", undefined, OWN_PAGE);
    world.pass(59_000);
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      failure: { kind: "rate-limited", provider: "yahoo" },
    });
    expect(world.network.asked.filter(isYahoo)).toHaveLength(2);
    world.pass(1_000);
    world.network.answer = healthy;
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({ ok: true });
  });

  test("each rest doubles, up to ten minutes, and a good answer ends the row", async () => {
    const world = createWorld(withYahoo(() => BUSY));
    const restMs = async () => {
      const outcome = await world.comparisons.compare("0700.HK", undefined, OWN_PAGE);
      if (outcome.ok || outcome.failure.kind !== "rate-limited") throw new Error("no rest");
      return outcome.failure.until - world.clock.now;
    };
    const rests: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await restMs();
      const rest = await restMs();
      rests.push(rest / 1000);
      world.pass(rest);
    }
    expect(rests).toEqual([60, 120, 240, 480, 600, 600]);
    world.network.answer = healthy;
    await world.comparisons.compare("0700.HK", undefined, OWN_PAGE);
    world.network.answer = withYahoo(() => BUSY);
    await world.comparisons.compare("9988.HK", undefined, OWN_PAGE);
    expect(await world.comparisons.compare("9988.HK", undefined, OWN_PAGE)).toMatchObject({
      failure: { until: world.clock.now + 60_000 },
    });
  });

  test.each([
    ["as long as it says", 20_000, 20_000],
    ["a minute if it says that it need not", 0, 60_000],
  ])("it rests %s", async (_, said, rest) => {
    const world = createWorld(withYahoo(() => reply("", 429, said)));
    await world.comparisons.compare("0700.HK", undefined, OWN_PAGE);
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      failure: { kind: "rate-limited", until: world.clock.now + rest },
    });
  });
});

describe("sources with the reader's key", () => {
  const twelve = (symbol: string) =>
    reply(
      JSON.stringify({
        meta: { symbol, interval: "1day", currency: "USD", exchange_timezone: "America/New_York" },
        values: BABA.toReversed().map(([datetime, close]) => ({ datetime, close: String(close) })),
        status: "ok",
      }),
    );

  test("go first where a key is set, with SPY for the benchmark, labelled so", async () => {
    const world = createWorld((url) =>
      url.host === "api.twelvedata.com" ? twelve(url.searchParams.get("symbol") ?? "") : healthy(url),
    );
    world.keys.set("twelve-data", "a key");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "twelve-data", benchmark: { ok: true, ticker: "SPY", provider: "twelve-data" } },
    });
    expect(hosts(world.network.asked)).toEqual(["api.twelvedata.com", "api.twelvedata.com"]);
  });

  test("are passed over where they do not trade, do not know, or do not entitle; the latter two are remembered", async () => {
    const world = createWorld((url) =>
      url.host === "api.twelvedata.com"
        ? reply(JSON.stringify({ code: 404, message: "**symbol** not found", status: "error" }))
        : healthy(url),
    );
    world.keys.set("twelve-data", "a key");
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "yahoo" },
    });
    expect(hosts(world.network.asked)).not.toContain("api.twelvedata.com");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "yahoo" },
    });
    const toTwelveData = () => hosts(world.network.asked).filter((host) => host === "api.twelvedata.com").length;
    const asked = toTwelveData();
    world.localStore.values.delete("closes:year:BABA");
    world.restart();
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    expect(toTwelveData()).toBe(asked);
  });

  test("a refused key rests its source and the card is answered by another", async () => {
    const world = createWorld((url) =>
      url.host === "api.tiingo.com" ? reply('{"detail":"Invalid token."}', 401) : healthy(url),
    );
    world.keys.set("tiingo", "canary-key");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "yahoo" },
    });
    await world.comparisons.compare("MSFT", undefined, OWN_PAGE);
    expect(hosts(world.network.asked).filter((host) => host === "api.tiingo.com")).toHaveLength(1);
    expect(JSON.stringify([...world.localStore.values])).not.toContain("canary-key");
  });

  test("Massive's two requests serve a list of any length, kept for the day", async () => {
    const day = (date: string, close: number) => ({ T: "AAPL", c: close, t: Date.parse(`${date}T21:00:00Z`) });
    const world = createWorld((url) => {
      if (url.host !== "api.massive.com") return healthy(url);
      const date = url.pathname.split("/").at(-1) ?? "";
      const results = ["AAPL", "MSFT", "BABA", "SPY"].map((T) => ({
        ...day(date, date === "2025-11-11" ? 110 : 100),
        T,
      }));
      return reply(JSON.stringify({ resultsCount: results.length, adjusted: true, results, status: "OK" }));
    });
    world.keys.set("massive", "a key");
    const rows = await world.comparisons.compareRows(["AAPL", "MSFT", "BABA"], OWN_PAGE);
    expect(rows.AAPL).toMatchObject({
      value: { change: expect.closeTo(0.1, 9), benchmark: { ticker: "SPY" }, provider: "massive" },
    });
    expect(world.network.asked).toHaveLength(2);
    await world.comparisons.clearCache();
    await world.comparisons.compareRows(["AAPL", "MSFT", "BABA"], OWN_PAGE);
    expect(world.network.asked).toHaveLength(2);
  });

  test("Massive's refusal of the running day is that of a period, in New York's evening, too, and not remembered", async () => {
    const message = "Your plan doesn't include this data timeframe.";
    const results = BABA.slice(0, 1).map(([date, c]) => ({ c, t: Date.parse(`${date}T05:00:00Z`) }));
    let ends = "2025-11-10";
    const answer = (url: URL) =>
      url.host === "api.massive.com" && (url.pathname.split("/").at(-1) ?? "") <= ends
        ? reply(JSON.stringify({ status: "OK", results }))
        : reply(JSON.stringify({ status: "NOT_AUTHORIZED", message }), 403);
    const world = createWorld(answer, { at: "2025-11-12T02:30:00Z", kindOf: async () => "adr" });
    world.keys.set("massive", "a key");
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { date: "2025-11-10", close: 165.89, provider: "massive" },
    });
    ends = "2025-11-09";
    await world.comparisons.compare("MSFT", undefined, OWN_PAGE);
    expect(JSON.stringify([...world.localStore.values])).not.toContain("not-entitled");
    ends = "2025-11-10";
    expect(await world.comparisons.compare("MSFT", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "massive" },
    });
  });

  test("Massive is asked once for a listing whose first day is not over, and is not said to not know it", async () => {
    const results = [{ c: 20, t: Date.parse("2025-11-11T05:00:00Z") }];
    const answer = (url: URL) =>
      url.host === "api.massive.com"
        ? reply(JSON.stringify({ status: "OK", ...(url.pathname.endsWith("2025-11-11") ? { results } : {}) }))
        : reply("", 503);
    const world = createWorld(answer, { at: "2025-11-11T18:00:00Z", kindOf: async () => "stock" });
    world.keys.set("massive", "a key");
    await world.comparisons.compare("TSTA", undefined, OWN_PAGE);
    const aboutIt = world.network.asked.filter(({ pathname }) => pathname.startsWith("/v2/aggs/ticker/TSTA/"));
    expect(aboutIt).toHaveLength(1);
    expect(JSON.stringify([...world.localStore.values])).not.toContain("unknown-ticker");
  });

  test("are passed over while the browser cannot read the keys", async () => {
    const world = createWorld(healthy, { keyOf: () => Promise.reject(new Error("IO error: unable to read")) });
    expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({
      value: { provider: "yahoo", benchmark: { ok: true } },
    });
  });

  test("a key test tells what the source said, without the key", async () => {
    const world = createWorld(() => reply('{"detail":"Invalid token canary-key."}', 401));
    world.keys.set("tiingo", "canary-key");
    expect(await world.comparisons.testKey("tiingo")).toEqual({
      failure: { kind: "key-refused", provider: "tiingo" },
      status: 401,
      said: "Invalid token ….",
    });
  });
});

describe("requests are few", () => {
  test("50 asks for one ticker at once are one request, and one for the benchmark", async () => {
    const world = createWorld(healthy);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => world.comparisons.compare("BABA", undefined, { tabId: 7, isPrivate: false })),
    );
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.close === 160.8)).toBe(true);
    expect(world.network.asked.map(chartOf)).toEqual(["BABA", "^GSPC"]);
  });

  test("a list of 45 tickers is three requests, the benchmark among them", async () => {
    const world = createWorld(healthy);
    const tickers = Array.from({ length: 45 }, (_, at) => `T${at}`);
    const rows = await world.comparisons.compareRows(tickers, OWN_PAGE);
    expect(Object.values(rows).every((row) => row.ok && row.value.benchmark.ok)).toBe(true);
    expect(world.network.asked).toHaveLength(3);
    await world.comparisons.compareRows(tickers, OWN_PAGE);
    expect(world.network.asked).toHaveLength(3);
  });

  test("a second list asked at the same moment waits for the first one's tickers", async () => {
    const world = createWorld(healthy);
    await Promise.all([
      world.comparisons.compareRows(["AAPL", "MSFT"], OWN_PAGE),
      world.comparisons.compareRows(["AAPL", "MSFT"], OWN_PAGE),
    ]);
    expect(world.network.asked).toHaveLength(1);
  });

  test("a list with cachedOnly asks nobody and leaves out what is not kept", async () => {
    const world = createWorld(healthy);
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    const before = world.network.asked.length;
    const rows = await world.comparisons.compareRows(["BABA", "AAPL"], OWN_PAGE, true);
    expect(Object.keys(rows)).toEqual(["BABA"]);
    expect(rows.BABA).toMatchObject({ value: { benchmark: { ok: true } } });
    expect(world.network.asked).toHaveLength(before);
  });

  test("requests to one source are spaced, but for a listing and its benchmark after a rest", async () => {
    const world = createWorld(healthy);
    const times: number[] = [];
    world.network.answer = (url) => {
      times.push(world.clock.uptime);
      return healthy(url);
    };
    await Promise.all(["AAPL", "MSFT", "META"].map((ticker) => world.comparisons.compare(ticker, undefined, OWN_PAGE)));
    expect(times.slice(0, 2)).toEqual([0, 0]);
    expect(times[2]).toBeGreaterThanOrEqual(750);
    expect(times[3]).toBeGreaterThanOrEqual(1500);
  });

  test("a tab may have ten new tickers a minute; the same again is shown, and our own pages are not counted", async () => {
    const world = createWorld(healthy);
    const tab = { tabId: 3, isPrivate: false };
    for (let at = 0; at < 10; at += 1)
      expect((await world.comparisons.compare(`T${at}`, undefined, tab)).ok).toBe(true);
    world.restart();
    expect(await world.comparisons.compare("ELEVEN", undefined, tab)).toEqual({
      ok: false,
      failure: { kind: "rate-limited", provider: null, until: world.clock.now + 60_000 },
    });
    expect((await world.comparisons.compare("T3", undefined, tab)).ok).toBe(true);
    expect((await world.comparisons.compare("ELEVEN", undefined, { tabId: 4, isPrivate: false })).ok).toBe(true);
    expect((await world.comparisons.compare("TWELVE", undefined, OWN_PAGE)).ok).toBe(true);
    world.pass(60_000);
    expect((await world.comparisons.compare("THIRTEEN", undefined, tab)).ok).toBe(true);
  });
});

test("a search that our own limit stops does not rest its source", async () => {
  const world = createWorld(() => ({ kind: "too-many", until: world.clock.now + 20_000 }));
  expect(await world.comparisons.search("baba", OWN_PAGE)).toMatchObject({
    failure: { kind: "rate-limited", provider: null },
  });
  world.network.answer = healthy;
  expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toMatchObject({ value: { provider: "yahoo" } });
});

describe("private windows", () => {
  const inPrivate = { tabId: 1, isPrivate: true };

  test("write nothing to the browser's storage, neither the computer's nor the session's", async () => {
    const world = createWorld(healthy);
    expect((await world.comparisons.compare("BABA", undefined, inPrivate)).ok).toBe(true);
    await world.comparisons.compare("NOPE", undefined, inPrivate);
    await world.comparisons.compareRows(["MSFT", "META"], inPrivate, false);
    expect([...world.localStore.values.keys(), ...world.sessionStore.values.keys()]).toEqual([]);
    const asked = world.network.asked.length;
    expect((await world.comparisons.compare("BABA", undefined, inPrivate)).ok).toBe(true);
    expect(world.network.asked).toHaveLength(asked);
  });

  test("know nothing of what was looked up outside, nor the other way round", async () => {
    const world = createWorld(healthy);
    const asksFor = async (ticker: string, asker: { readonly isPrivate: boolean }) => {
      const before = world.network.asked.length;
      await world.comparisons.compare(ticker, undefined, asker);
      return world.network.asked.slice(before).some((url) => url.href.includes(ticker));
    };
    for (const ticker of ["BABA", "NOPE"]) {
      expect(await asksFor(ticker, OWN_PAGE)).toBe(true);
      expect(await asksFor(ticker, inPrivate)).toBe(true);
    }
    expect(await asksFor("MSFT", inPrivate)).toBe(true);
    expect(await asksFor("MSFT", OWN_PAGE)).toBe(true);
  });

  test("leave alone a source that asked for a rest outside", async () => {
    const world = createWorld(withYahoo(() => BUSY));
    await world.comparisons.compare("0700.HK", undefined, OWN_PAGE);
    const asked = world.network.asked.filter(isYahoo).length;
    await world.comparisons.compare("9988.HK", undefined, inPrivate);
    expect(world.network.asked.filter(isYahoo)).toHaveLength(asked);
  });

  test("are forgotten when their window is, and when the reader clears the cache", async () => {
    for (const clear of ["window", "cache"]) {
      const world = createWorld(healthy);
      for (const ticker of ["BABA", "NOPE"]) await world.comparisons.compare(ticker, undefined, inPrivate);
      if (clear === "window") world.privateStore.clear();
      else await world.comparisons.clearCache();
      expect(JSON.stringify(await world.privateStore.getAll())).not.toMatch(/BABA|NOPE/);
    }
  });
});

describe("clearing the cache", () => {
  test("forgets every ticker that was looked up, hovered or refused, and no rest", async () => {
    const world = createWorld((url) => (isYahoo(url) && url.href.includes("0700") ? BUSY : healthy(url)));
    for (const ticker of ["BABA", "NOPE", "0700.HK"]) {
      await world.comparisons.compare(ticker, undefined, { tabId: 3, isPrivate: false });
    }
    await world.comparisons.clearCache();
    const kept = JSON.stringify([...world.localStore.values, ...world.sessionStore.values]);
    expect(kept).not.toMatch(/BABA|NOPE|0700/);
    expect(kept).toContain("rate-limited");
  });
});

test("what is asked while the cache is cleared is not kept either", async () => {
  let answer: (() => void) | undefined;
  const held = new Promise<boolean>((resolve) => {
    answer = () => resolve(true);
  });
  let noteAsked: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  const isPermitted = () => {
    noteAsked?.();
    return held;
  };
  const world = createWorld(healthy, { isPermitted });
  const rows = world.comparisons.compareRows(["BABA", "NOPE"], OWN_PAGE, false);
  await asked;
  await world.comparisons.clearCache();
  answer?.();
  expect(await rows).toMatchObject({ BABA: { ok: true, value: { close: 160.8 } } });
  await vi.waitFor(() => expect(JSON.stringify([...world.localStore.values])).not.toMatch(/BABA|NOPE/));
});

describe("what a page could learn", () => {
  test("is not what was looked up before: figures that are kept count against its ten a minute, too", async () => {
    const world = createWorld(healthy);
    const tickers = Array.from({ length: 12 }, (_, at) => `T${at}`);
    for (const ticker of tickers) await world.comparisons.compare(ticker, undefined, OWN_PAGE);
    const tab = { tabId: 3, isPrivate: false };
    const told: boolean[] = [];
    for (const ticker of tickers) told.push((await world.comparisons.compare(ticker, undefined, tab)).ok);
    expect(told).toEqual([...Array(10).fill(true), false, false]);
  });
});

describe("what a source could learn", () => {
  test("is not the order of the companies in an article: a batch is sorted", async () => {
    const world = createWorld(healthy);
    await world.comparisons.compareRows(["TSLA", "BABA", "MSFT", "AAPL"], OWN_PAGE, false);
    const batch = world.network.asked.map((url) => url.searchParams.get("symbols")).find((symbols) => symbols !== null);
    expect(batch?.split(",").filter((symbol) => symbol !== "^GSPC")).toEqual(["AAPL", "BABA", "MSFT", "TSLA"]);
  });
});

describe("a rest that would never end", () => {
  const MINUTE = 60_000;

  test.each([
    ["asked for by the source", 251_639_400_599_000],
    ["of eleven minutes", 11 * MINUTE],
  ])("%s is ten minutes, and said to be", async (_, retryAfterMs) => {
    const world = createWorld(withYahoo(() => reply("", 429, retryAfterMs)));
    const until = world.clock.now + 10 * MINUTE;
    for (let at = 0; at < 2; at += 1) {
      expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({ failure: { until } });
    }
    world.network.answer = healthy;
    world.pass(10 * MINUTE);
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({ ok: true });
  });

  test("is over once a clock that was a year ahead is set right", async () => {
    const world = createWorld(withYahoo(() => BUSY));
    world.clock.now += 365 * 86_400_000;
    await world.comparisons.compare("0700.HK", undefined, { tabId: 3, isPrivate: false });
    world.clock.now -= 365 * 86_400_000;
    world.network.answer = healthy;
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({ ok: true });
  });

  test("is over when a stored one says so", async () => {
    const until = Date.parse("9999-12-31T00:00:00Z");
    const failure = { kind: "rate-limited", provider: "yahoo", until };
    const world = createWorld(healthy);
    world.localStore.values.set("closes-rests", { yahoo: { value: { failure, count: 1, until }, until } });
    expect(await world.comparisons.compare("0700.HK", undefined, OWN_PAGE)).toMatchObject({ ok: true });
  });

  test.each([1, 5, 300, 365])(
    "does not keep a ticker refused, or a tab waiting, after a clock that was %i days ahead",
    async (days) => {
      const world = createWorld(healthy);
      const tab = { tabId: 3, isPrivate: false };
      world.clock.now += days * 86_400_000;
      for (let at = 0; at < 11; at += 1) await world.comparisons.compare(`T${at}`, undefined, tab);
      await world.comparisons.compare("NOPE", undefined, OWN_PAGE);
      world.clock.now -= days * 86_400_000;
      expect((await world.comparisons.compare("BABA", undefined, tab)).ok).toBe(true);
      world.network.answer = (url) =>
        chartOf(url) === "NOPE" ? reply(chartBody({ symbol: "NOPE", closes: BABA })) : healthy(url);
      expect((await world.comparisons.compare("NOPE", undefined, OWN_PAGE)).ok).toBe(true);
    },
  );
});

test.each<[string, (on: Comparisons) => Promise<unknown>]>([
  ["card", (on) => on.compare("BABA", undefined, OWN_PAGE)],
  ["list", (on) => on.compareRows(["^GSPC", "BABA"], OWN_PAGE)],
])("a %s's benchmark that no source can give is asked of each source once", async (_, ask) => {
  const world = createWorld((url) => (asksIndex(url) ? BROKEN : healthy(url)), { kindOf: async () => "stock" });
  await ask(world.comparisons);
  const askedOf = world.network.asked.filter(asksIndex).map(({ host, pathname }) => host + pathname);
  expect(new Set(askedOf).size).toBe(askedOf.length);
});

describe("when the time is over before all sources were heard", () => {
  afterEach(() => void vi.useRealTimers());

  /** Yahoo answers at once, all others never. */
  const cutOff = async (yahoo: (url: URL) => TextReply) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent = new Promise<TextReply>(() => undefined);
    const answer = (url: URL) => (isYahoo(url) ? (asksIndex(url) ? healthy(url) : yahoo(url)) : silent);
    const store = createMemoryStore();
    // As in a browser, keeping takes a moment.
    const set = (key: string, value: unknown) =>
      new Promise((resolve) => setTimeout(resolve, 20)).then(() => store.set(key, value));
    const world = createWorld(answer, { kindOf: async () => "stock", localStore: { ...store, set } });
    const outcome = world.comparisons.compare("BABA", undefined, OWN_PAGE);
    await vi.advanceTimersByTimeAsync(FIGURES_LIMIT_MS);
    return outcome;
  };

  test("the one that was silent is named, not the first one, which had answered", async () => {
    expect(await cutOff(() => reply(NOT_FOUND_BODY, 404))).toEqual({
      ok: false,
      failure: { kind: "source-down", provider: "cboe", status: 0 },
    });
  });
  test("the close that the first one gave is told, though it is doubted", async () => {
    const closes = BABA.slice(1);
    expect(await cutOff((url) => reply(chartBody({ symbol: chartOf(url), closes })))).toMatchObject({
      value: { close: 160.8, provider: "yahoo", changeAbsence: { kind: "missing-close" } },
    });
  });
});
