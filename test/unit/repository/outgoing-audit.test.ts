import { describe, expect, it } from "vitest";
import { PROVIDERS } from "../../../src/providers/all";
import type { FetchText } from "../../../src/providers/fetch-text";
import { yahooSearch } from "../../../src/providers/yahoo-search";
import { faultsOf, NAMED_HOSTS } from "../../e2e/harness/outgoing-audit";
import { reply } from "../../fakes/network";

const CHART = "https://query1.finance.yahoo.com/v8/finance/chart/%5EGSPC?range=1y&interval=1d";
const request = { method: "GET", url: CHART, headers: {}, body: null };

describe("the audit of what left the browser", () => {
  it("passes a bare request for a ticker", () => {
    expect(faultsOf([request])).toEqual([]);
  });

  it.each([
    ["a parameter of its own", { ...request, url: `${CHART}&page=reuters` }],
    ["words in place of a ticker", { ...request, url: CHART.replace("%5EGSPC", "Alibaba%20slips") }],
    ["plain http", { ...request, url: CHART.replace("https", "http") }],
    ["a referrer", { ...request, headers: { referer: "https://www.reuters.com/" } }],
    ["cookies", { ...request, headers: { cookie: "A=1" } }],
    ["a key sent to a source without one", { ...request, headers: { authorization: "Token K" } }],
    ["a body", { ...request, body: "{}" }],
  ])("finds %s", (_, faulty) => {
    expect(faultsOf([faulty])).toHaveLength(1);
  });

  it("finds another host, and one that PRIVACY.md stopped to name", () => {
    const elsewhere = { ...request, url: "https://example.org/v8/finance/chart/BABA" };
    expect(faultsOf([elsewhere])).toEqual([
      `a host that PRIVACY.md does not name: ${elsewhere.url}`,
      `unknown shape: ${elsewhere.url}`,
    ]);
    const named = NAMED_HOSTS.filter((host) => host !== "query1.finance.yahoo.com");
    expect(faultsOf([request], named)).toEqual([`a host that PRIVACY.md does not name: ${CHART}`]);
  });

  it.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    "knows what %s is asked",
    async (_, provider) => {
      const { asked, context } = watched();
      const tickers = [provider.serves("BABA") ? "BABA" : provider.benchmark];
      await provider.closes({ tickers, from: "2024-10-07", to: "2025-11-11" }, context);
      expect(asked).not.toEqual([]);
      expect(faultsOf(asked)).toEqual([]);
    },
  );

  it("knows what Yahoo's search is asked", async () => {
    const { asked, context } = watched();
    await yahooSearch("a small company", context);
    expect(faultsOf(asked)).toEqual([]);
  });
});

/** A context in which every request is kept and none is answered. */
function watched() {
  const asked: (typeof request)[] = [];
  const fetchText: FetchText = async ({ url, headers = {} }) => {
    const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    asked.push({ method: "GET", url, headers: Object.fromEntries(lowered), body: null });
    return reply("busy", 500);
  };
  const context = {
    fetchText,
    now: () => Date.parse("2025-11-12T12:00:00Z"),
    key: "K3y-of_a_reader",
    keep: { get: async () => undefined, set: async () => undefined },
    wait: async () => undefined,
    kindOf: async () => undefined,
    signal: new AbortController().signal,
  };
  return { asked, context };
}
