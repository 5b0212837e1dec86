import { expect, test } from "vitest";
import type { Comparisons } from "../../../../src/background/closes/comparisons";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { reply } from "../../../fakes/network";
import { chartBody, NOT_FOUND_BODY } from "../../../fakes/yahoo-wire";

const BABA = {
  symbol: "BABA",
  closes: [
    ["2025-11-10", 165.89],
    ["2025-11-11", 160.8],
  ],
} as const;
const INDEX = {
  symbol: "^GSPC",
  closes: [
    ["2025-11-10", 6832.43],
    ["2025-11-11", 6846.61],
  ],
} as const;

const yahoo = (url: URL) => {
  const asked = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
  const chart = [BABA, INDEX].find(({ symbol }) => symbol === asked);
  return chart ? reply(chartBody(chart)) : reply(NOT_FOUND_BODY, 404);
};

test("BABA of Tuesday 11 November 2025 beside the S&P 500", async () => {
  const { comparisons } = createWorld(yahoo);
  const outcome = await comparisons.compare("BABA", undefined, OWN_PAGE);
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      ticker: "BABA",
      currency: "USD",
      zone: "America/New_York",
      date: "2025-11-11",
      closedAt: Date.parse("2025-11-11T21:00:00Z"),
      close: 160.8,
      previous: { date: "2025-11-10", close: 165.89 },
      benchmark: { ok: true, ticker: "^GSPC", provider: "yahoo" },
      provider: "yahoo",
      staleSince: null,
    },
  });
  if (!outcome.ok || !outcome.value.benchmark.ok) throw new Error("no comparison");
  expect(outcome.value.change).toBeCloseTo(-0.030683, 6);
  expect(outcome.value.benchmark.change).toBeCloseTo(0.0020754, 6);
  expect(outcome.value.benchmark.difference).toBeCloseTo(-0.0327584, 6);
});

test("two requests answer it, and none the second time, also after the background was killed", async () => {
  const world = createWorld(yahoo);
  await world.comparisons.compare("BABA", undefined, OWN_PAGE);
  expect(world.network.asked).toHaveLength(2);
  world.restart();
  const outcome = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
  expect(outcome.ok).toBe(true);
  expect(world.network.asked).toHaveLength(2);
});

test("a ticker Yahoo does not know is unknown, without asking anyone else", async () => {
  const world = createWorld(yahoo);
  const outcome = await world.comparisons.compare("NOPE", undefined, OWN_PAGE);
  expect(outcome).toEqual({ ok: false, failure: { kind: "unknown-ticker", ticker: "NOPE" } });
  const askedFor = () => world.network.asked.filter(({ pathname }) => pathname.endsWith("/NOPE")).length;
  expect(askedFor()).toBe(1);
  await world.comparisons.compare("NOPE", undefined, OWN_PAGE);
  expect(askedFor()).toBe(1);
});

test.each<[string, (comparisons: Comparisons) => Promise<unknown>, unknown]>([
  ["a card", (on) => on.compare("BABA", undefined, OWN_PAGE), { failure: { kind: "no-consent" } }],
  ["rows", (on) => on.compareRows(["BABA"], OWN_PAGE), { BABA: { failure: { kind: "no-consent" } } }],
  ["a search", (on) => on.search("baba", OWN_PAGE), { failure: { kind: "no-consent" } }],
  ["the test of a key", (on) => on.testKey("yahoo"), { failure: { kind: "no-consent" } }],
])("%s asks nobody without consent, also when figures are kept", async (_, ask, answer) => {
  const reader = { agrees: true };
  const world = createWorld(yahoo, { hasConsent: async () => reader.agrees });
  await world.comparisons.compare("BABA", undefined, OWN_PAGE);
  const before = world.network.asked.length;
  reader.agrees = false;
  expect(await ask(world.comparisons)).toMatchObject(answer as object);
  expect(world.network.asked).toHaveLength(before);
});
