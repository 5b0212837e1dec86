import { expect, test } from "vitest";
import { readYahooExtended } from "../../../src/providers/yahoo-extended";
import { eveningBody } from "../../fakes/extended-hours";

const NOW = Date.parse("2025-11-11T23:45:00Z");
const EVENING = {
  symbol: "BABA",
  closed: ["2025-11-11T21:00:00Z", 160.8],
  trades: [
    ["2025-11-11T22:30:00Z", 150],
    ["2025-11-11T23:00:00Z", null],
    ["2025-11-11T23:31:00Z", 148.2],
  ],
} as const;
const read = (meta: Readonly<Record<string, unknown>> = {}, ticker = "BABA") =>
  readYahooExtended(ticker, eveningBody({ ...EVENING, meta }), NOW);

test("an evening's reply gives its trades, its own names for the periods and its own close", () => {
  expect(read()).toEqual({
    ok: true,
    value: {
      ticker: "BABA",
      currency: "USD",
      periods: [{ start: Date.parse("2025-11-11T21:00:00Z"), end: Date.parse("2025-11-12T01:00:00Z") }],
      trades: [
        { at: Date.parse("2025-11-11T22:30:00Z"), price: 150 },
        { at: Date.parse("2025-11-11T23:31:00Z"), price: 148.2 },
      ],
      regular: { at: Date.parse("2025-11-11T21:00:02Z"), price: 160.8 },
    },
  });
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ["names only regular periods", { tradingPeriods: [[{ start: 1, end: 2 }]] }],
  ["names no period", { tradingPeriods: undefined }],
  ["says that the listing has no extended session", { hasPrePostMarketData: false }],
  ["holds days and no minutes", { dataGranularity: "1d" }],
  ["is of another ticker", { symbol: "JD" }],
])("a reply that %s is no evening", (_, meta) => {
  expect(read(meta)).toMatchObject({ ok: false, failure: { kind: "source-broken", provider: "yahoo" } });
});

test("a class share is told by Yahoo's spelling", () => {
  expect(read({ symbol: "BRK-B" }, "BRK.B")).toMatchObject({ ok: true, value: { ticker: "BRK.B" } });
});

test.each(["", "<html>consent</html>", "null", '{"chart":{"result":null,"error":{"code":"Not Found"}}}'])(
  "%j is no evening",
  (body) => expect(readYahooExtended("BABA", body, NOW)).toMatchObject({ failure: { kind: "source-broken" } }),
);

test("a limit said with status 200 is a limit", () => {
  expect(readYahooExtended("BABA", "Edge: Too Many Requests", NOW)).toMatchObject({
    failure: { kind: "rate-limited" },
  });
});
