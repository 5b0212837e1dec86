import { describe, expect, test } from "vitest";
import type { Comparisons } from "../../../../src/background/closes/comparisons";
import { createFigureRequests } from "../../../../src/background/figure-requests";
import { DEFAULT_SETTINGS } from "../../../../src/domain/settings";
import type { Asker } from "../../../../src/platform/serve";
import type { TextReply } from "../../../../src/providers/fetch-text";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { eveningBody } from "../../../fakes/extended-hours";
import { reply } from "../../../fakes/network";
import { chartBody } from "../../../fakes/yahoo-wire";

const CLOSES = {
  BABA: [
    ["2025-11-10", 165.89],
    ["2025-11-11", 160.8],
  ],
  "^GSPC": [
    ["2025-11-10", 6832.43],
    ["2025-11-11", 6846.61],
  ],
} as const;
const EVENING = eveningBody({
  symbol: "BABA",
  closed: ["2025-11-11T21:00:00Z", 160.8],
  trades: [["2025-11-11T23:31:00Z", 148.2]],
});
const AFTER_HOURS = {
  ok: true,
  value: { price: 148.2, change: 148.2 / 160.8 - 1, at: Date.parse("2025-11-11T23:31:00Z") },
};

/** A world whose closes are known; `asked` are the requests for what came after them. */
async function evening(
  answer: () => TextReply = () => reply(EVENING),
  isPermitted: () => boolean | Promise<boolean> = () => true,
) {
  const world = createWorld(
    (url) => {
      if (url.searchParams.get("includePrePost") === "true") return answer();
      const symbol = decodeURIComponent(url.pathname.split("/").at(-1) ?? "") as keyof typeof CLOSES;
      return reply(chartBody({ symbol, closes: CLOSES[symbol] }));
    },
    { at: "2025-11-11T23:45:00Z", isPermitted: async () => isPermitted() },
  );
  await world.comparisons.compare("BABA", undefined, OWN_PAGE);
  const before = world.network.asked.length;
  return { world, asked: () => world.network.asked.slice(before) };
}

test("one request for the minutes since the close tells what was paid after it", async () => {
  const { world, asked } = await evening();
  expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toEqual(AFTER_HOURS);
  const [url] = asked().map((one) => new URL(String(one)));
  expect(asked()).toHaveLength(1);
  expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
    period1: String(Date.parse("2025-11-11T21:00:00Z") / 1000),
    period2: String(Date.parse("2025-11-11T23:45:00Z") / 1000),
    interval: "1m",
    includePrePost: "true",
  });
});

test("it changes nothing of the close, its change and the comparison", async () => {
  const { world } = await evening();
  const before = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
  await world.comparisons.afterHours("BABA", OWN_PAGE);
  expect(await world.comparisons.compare("BABA", undefined, OWN_PAGE)).toEqual(before);
  expect(before).toMatchObject({ value: { close: 160.8, date: "2025-11-11" } });
});

describe("what was told", () => {
  test("serves a card that is opened again within five minutes, and is asked again after them", async () => {
    const { world, asked } = await evening();
    await world.comparisons.afterHours("BABA", OWN_PAGE);
    world.pass(4 * 60_000);
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toEqual(AFTER_HOURS);
    expect(asked()).toHaveLength(1);
    world.pass(61_000);
    await world.comparisons.afterHours("BABA", OWN_PAGE);
    expect(asked()).toHaveLength(2);
  });

  test("is in no storage", async () => {
    const { world } = await evening();
    await world.comparisons.afterHours("BABA", OWN_PAGE);
    for (const store of [world.localStore, world.sessionStore, world.privateStore])
      expect(JSON.stringify(await store.getAll())).not.toContain("148.2");
  });

  test("is forgotten with the cache, and never told between private and other windows", async () => {
    const { world, asked } = await evening();
    await world.comparisons.afterHours("BABA", OWN_PAGE);
    await world.comparisons.compare("BABA", undefined, { isPrivate: true });
    const before = asked().length;
    await world.comparisons.afterHours("BABA", { isPrivate: true });
    expect(asked()).toHaveLength(before + 1);
    await world.comparisons.clearCache();
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    const cleared = asked().length;
    await world.comparisons.afterHours("BABA", OWN_PAGE);
    expect(asked()).toHaveLength(cleared + 1);
  });
});

describe("nobody is asked", () => {
  test.each([
    ["once the next session has begun", "2025-11-12T14:30:00Z"],
    ["while the day's close is not settled", "2025-11-11T21:05:00Z"],
  ])("%s", async (_, later) => {
    const { world, asked } = await evening();
    world.clock.now = Date.parse(later);
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toEqual({ ok: true, value: null });
    expect(asked()).toEqual([]);
  });

  test("about a listing of which no close is kept", async () => {
    const { world, asked } = await evening();
    expect(await world.comparisons.afterHours("JD", OWN_PAGE)).toEqual({ ok: true, value: null });
    expect(asked()).toEqual([]);
  });

  test("without consent", async () => {
    const world = createWorld(() => reply(EVENING), { hasConsent: async () => false });
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toEqual({
      ok: false,
      failure: { kind: "no-consent" },
    });
    expect(world.network.asked).toEqual([]);
  });

  test("without the permission to reach Yahoo", async () => {
    let isPermitted = true;
    const { world, asked } = await evening(undefined, () => isPermitted);
    isPermitted = false;
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toMatchObject({ failure: { kind: "no-permission" } });
    expect(asked()).toEqual([]);
  });

  test("again while Yahoo rests", async () => {
    const { world, asked } = await evening(() => reply("Too Many Requests", 429));
    const limited = { ok: false, failure: { kind: "rate-limited", provider: "yahoo" } };
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toMatchObject(limited);
    expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toMatchObject(limited);
    expect(asked()).toHaveLength(1);
  });

  test("beyond a tab's budget of ten tickers a minute", async () => {
    const { world, asked } = await evening();
    for (let at = 0; at < 10; at += 1) await world.comparisons.afterHours(`T${at}`, { tabId: 7, isPrivate: false });
    expect(await world.comparisons.afterHours("BABA", { tabId: 7, isPrivate: false })).toMatchObject({
      failure: { kind: "rate-limited", provider: null },
    });
    expect(asked()).toEqual([]);
  });
});

describe("the request of a card", () => {
  const asker = { role: "content", tabId: 7, incognito: false } as Asker;
  const handlersOf = (rows: typeof DEFAULT_SETTINGS.card.rows, asked: string[]) =>
    createFigureRequests({
      figures: async () =>
        ({
          afterHours: async (ticker: string) => {
            asked.push(ticker);
            return AFTER_HOURS;
          },
        }) as unknown as Comparisons,
      settings: async () => ({ ...DEFAULT_SETTINGS, card: { ...DEFAULT_SETTINGS.card, rows } }),
      hasOtherShare: async () => false,
      text: (key) => key,
      uiLanguage: () => "en",
    });

  test("is answered where the reader wants the row", async () => {
    const asked: string[] = [];
    expect(await handlersOf(["after-hours"], asked)["after-hours"]({ ticker: "BABA" }, asker)).toEqual(AFTER_HOURS);
    expect(asked).toEqual(["BABA"]);
  });

  test("costs nothing by default", async () => {
    const asked: string[] = [];
    const { rows } = DEFAULT_SETTINGS.card;
    expect(await handlersOf(rows, asked)["after-hours"]({ ticker: "BABA" }, asker)).toEqual({ ok: true, value: null });
    expect(asked).toEqual([]);
  });
});

test("what is asked after access has changed does not wait for what was asked before", async () => {
  let isHeld = false;
  let noteHeld: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    noteHeld = resolve;
  });
  const { world } = await evening(undefined, () => {
    if (isHeld) noteHeld?.();
    return isHeld ? new Promise(() => undefined) : true;
  });
  isHeld = true;
  void world.comparisons.afterHours("BABA", OWN_PAGE);
  await held;
  isHeld = false;
  world.comparisons.accessChanged();
  expect(await world.comparisons.afterHours("BABA", OWN_PAGE)).toEqual(AFTER_HOURS);
});
