import { expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import { type Sorting, sortRows } from "../../../src/popup/sort-rows";
import { rowOf } from "../../fakes/popup-deps";

const row = (ticker: string, close: number, currency: string | null) => ({
  ticker,
  name: ticker,
  outcome: ok(rowOf(ticker, close, 0, { currency })),
});
const ROWS = [
  { ticker: "GONE", name: "Gone", outcome: fail({ kind: "unknown-ticker", ticker: "GONE" }) },
  row("BABA", 160.8, "USD"),
  row("7203.T", 3050, "JPY"),
  row("VOD.L", 89.5, "GBp"),
  row("^N225", 50842.93, null),
  row("MSFT", 505, "USD"),
  row("6758.T", 4381, "JPY"),
] as const;

it.each([
  [true, ["MSFT", "BABA", "6758.T", "7203.T", "VOD.L", "^N225", "GONE"]],
  [false, ["BABA", "MSFT", "7203.T", "6758.T", "VOD.L", "^N225", "GONE"]],
])("closes are sorted within each currency (descending: %s), the list's first one first", (descending, order) => {
  const sorting: Sorting = { column: "close", descending };
  expect(sortRows(ROWS, sorting, "en").map(({ ticker }) => ticker)).toEqual(order);
});
