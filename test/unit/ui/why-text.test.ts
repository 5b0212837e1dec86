import { expect, it } from "vitest";
import { createFormat } from "../../../src/domain/format";
import type { Doubt, Told } from "../../../src/domain/market/closes";
import { createTextOf } from "../../../src/ui/text";
import { whyLines } from "../../../src/ui/why-text";
import { catalogueOf } from "../../fakes/catalogues";

const catalogue = catalogueOf("en");
const wording = { text: createTextOf((key) => catalogue[key] ?? ""), format: createFormat("en-US") };
const by = (doubts: readonly Doubt[], more: Partial<Told> = {}): Told => ({
  provider: "yahoo",
  ticker: "BABA",
  doubts,
  ...more,
});
const DATE = "2025-11-10";

it.each<[Told, string]>([
  [by([]), "gave these closes"],
  [by([], { failure: "source-down" }), "gave no closes"],
  [by([{ kind: "missing-close", date: DATE, sure: true }]), "has no close of Nov 10, 2025"],
  [by([{ kind: "late", date: DATE }]), "had no close of Nov 10, 2025 when asked"],
  [by([{ kind: "two-closes", date: DATE }]), "gives two closes of Nov 10, 2025"],
  [by([{ kind: "other-close", date: DATE }]), "has another close of Nov 10, 2025 than others"],
  [by([{ kind: "may-be-split", date: DATE }]), "the step to Nov 10, 2025 may be a split or an error"],
  [by([{ kind: "contradiction", date: DATE }]), "states another change for Nov 10, 2025 than its closes give"],
  [by([{ kind: "cut", date: DATE }]), "its closes before Nov 10, 2025 do not fit and were left out"],
])("%j: %s", (told, said) => {
  expect(whyLines([told], wording)).toEqual([`Yahoo Finance · BABA: ${said}`]);
});

it("says each source's doubts together, one line for each source, and nothing where nothing was doubted", () => {
  const doubts: Doubt[] = [
    { kind: "missing-close", date: DATE, sure: true },
    { kind: "late", date: "2025-11-12" },
  ];
  expect(whyLines([by(doubts), by([], { provider: "cboe" })], wording)).toEqual([
    "Yahoo Finance · BABA: has no close of Nov 10, 2025; had no close of Nov 12, 2025 when asked",
    "Cboe · BABA: gave these closes",
  ]);
  expect(whyLines([], wording)).toEqual([]);
});
