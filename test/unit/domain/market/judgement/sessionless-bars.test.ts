import { expect, test } from "vitest";
import { withoutSessionlessRows } from "../../../../../src/domain/market/judgement/sessionless-bars";
import { NEW_YORK } from "../../../../../src/domain/market/market";
import { createTradingDays } from "../../../../../src/domain/market/trading-day";

const days = createTradingDays(NEW_YORK);
if (!days) throw new Error("New York has trading days");
const row = (date: string, close: number, volume: number | null = 1000) => ({
  date,
  close,
  volume,
  isDisputed: false,
});
/** Two weeks before a Saturday whose own Friday, August 28, 2026, is missing. */
const BEFORE = ["08-17", "08-18", "08-19", "08-20", "08-21", "08-24", "08-25", "08-26", "08-27"].map((day) =>
  row(`2026-${day}`, 100),
);

test.each([
  ["without volume is left out", row("2026-08-29", 99, 0), BEFORE],
  ["that repeats the close before is left out", row("2026-08-29", 100), BEFORE],
  ["with a price of its own is Friday's bar on a wrong day", row("2026-08-29", 99), "shifted"],
] as const)("a bar of Saturday in place of Friday's %s", (_, ghost, kept) => {
  const found = withoutSessionlessRows([...BEFORE, ghost], days);
  expect(found === "shifted" ? found : found.rows).toEqual(kept);
});

test("a bar of Saturday beside Friday's and Monday's is one too many, whatever it says", () => {
  const sessions = [...BEFORE, row("2026-08-28", 101), row("2026-08-31", 102)];
  const withSaturday = [...sessions.slice(0, -1), row("2026-08-29", 99), ...sessions.slice(-1)];
  expect(withoutSessionlessRows(withSaturday, days)).toEqual({ rows: sessions, cutAt: null });
});
