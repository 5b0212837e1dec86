import { expect, it } from "vitest";
import { createFormat } from "../../../src/domain/format";
import { chartLabel } from "../../../src/ui/card/chart";
import { createTextOf } from "../../../src/ui/text";
import { catalogueOf } from "../../fakes/catalogues";

const catalogue = catalogueOf("en");
const wording = { text: createTextOf((key) => catalogue[key] ?? ""), format: createFormat("en-US") };
const labelled = (benchmarkChange: number | null) =>
  chartLabel(
    { from: "2025-08-11", change: 0.3391, benchmarkChange, difference: null },
    { horizon: "3M", ticker: "BABA", benchmark: "S&P 500" },
    wording,
  );

it("says what both did over the period", () => {
  expect(labelled(0.0742)).toBe("Chart of 3 months: BABA up 33.91 percent, S&P 500 up 7.42 percent");
});

it("does not name a benchmark whose change is not known", () => {
  expect(labelled(null)).toBe("Chart of 3 months: BABA up 33.91 percent");
});
