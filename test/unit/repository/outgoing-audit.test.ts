import { describe, expect, it } from "vitest";
import { faultsOf } from "../../e2e/harness/outgoing-audit";

const CHART = "https://query1.finance.yahoo.com/v8/finance/chart/%5EGSPC?range=1y&interval=1d";
const request = { method: "GET", url: CHART, headers: {}, body: null };

describe("the audit of what left the browser", () => {
  it("passes a bare request for a ticker", () => {
    expect(faultsOf([request])).toEqual([]);
  });

  it.each([
    ["a parameter of its own", { ...request, url: `${CHART}&page=reuters` }],
    ["words in place of a ticker", { ...request, url: CHART.replace("%5EGSPC", "Alibaba%20slips") }],
    ["another host", { ...request, url: "https://example.org/v8/finance/chart/BABA" }],
    ["plain http", { ...request, url: CHART.replace("https", "http") }],
    ["a referrer", { ...request, headers: { referer: "https://www.reuters.com/" } }],
    ["cookies", { ...request, headers: { cookie: "A=1" } }],
    ["a key sent to a source without one", { ...request, headers: { authorization: "Token K" } }],
    ["a body", { ...request, body: "{}" }],
  ])("finds %s", (_, faulty) => {
    expect(faultsOf([faulty])).toHaveLength(1);
  });
});
