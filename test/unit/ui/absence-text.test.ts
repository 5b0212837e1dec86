import { expect, test } from "vitest";
import { createFormat } from "../../../src/domain/format";
import { benchmarkAbsenceText } from "../../../src/ui/absence-text";
import { createTextOf } from "../../../src/ui/text";
import { catalogueOf } from "../../fakes/catalogues";

const catalogue = catalogueOf("en");
const wording = { text: createTextOf((key) => catalogue[key] ?? ""), format: createFormat("en-US") };

test.each([
  ["is-benchmark", "No comparison: this is the benchmark itself"],
  ["is-its-fund", "No comparison: this fund follows the S&P 500"],
  ["unavailable", "No comparison: the S&P 500’s close of Nov 11, 2025 is missing"],
  ["unavailable-before", "No comparison: the S&P 500’s close of Nov 10, 2025 is missing"],
] as const)("%s: %s", (absence, sentence) => {
  const days = { date: "2025-11-11", previous: { date: "2025-11-10", close: 165.89 }, against: "^GSPC" };
  expect(benchmarkAbsenceText(absence, days, wording)).toBe(sentence);
});
