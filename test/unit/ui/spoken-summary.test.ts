import { expect, it } from "vitest";
import { createFormat } from "../../../src/domain/format";
import type { Comparison } from "../../../src/domain/market/comparison";
import { spokenSummary } from "../../../src/ui/card/spoken-summary";
import { createTextOf } from "../../../src/ui/text";
import { ALIBABA } from "../../fakes/card-cases";
import { catalogueOf } from "../../fakes/catalogues";

const catalogue = catalogueOf("en");
const wording = { text: createTextOf((key) => catalogue[key] ?? ""), format: createFormat("en-US") };
const NOW = Date.UTC(2025, 10, 12, 12);

function summaryOf(comparison: Comparison): string {
  return spokenSummary({ ticker: "BABA", answer: { ok: true, value: comparison } }, "Alibaba Group", wording, NOW);
}

it("says the close, its change, the difference from the benchmark and the day", () => {
  expect(summaryOf(ALIBABA)).toBe(
    "Alibaba Group (BABA): $160.80, down 3.07 percent, 3.28 percentage points below S&P 500. " +
      "Close of Tue, Nov 11, 2025, 4:00 PM EST",
  );
});

it("says since when both have changed where that is not the session before", () => {
  const benchmark = ALIBABA.benchmark.ok ? { ...ALIBABA.benchmark, from: "2025-11-06" } : ALIBABA.benchmark;
  expect(summaryOf({ ...ALIBABA, benchmark })).toContain("3.28 percentage points below S&P 500, since Nov 6, 2025.");
});
