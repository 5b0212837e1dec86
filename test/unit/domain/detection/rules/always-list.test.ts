import { expect, it } from "vitest";
import type { Identification } from "../../../../../src/domain/detection/candidate";
import { withAlwaysList } from "../../../../../src/domain/detection/rules/always-list";

const KNOWN: Identification = {
  Alibaba: [{ start: 0, end: 7, ticker: "BABA", name: "Alibaba", kind: "adr", form: "name", doubt: 0 }],
};

it("adds the reader's own names where the directory knows nothing", () => {
  const found = withAlwaysList(KNOWN, ["Alibaba", "The Grand Old Shop"], [{ surface: "Grand Old", ticker: "GRND" }]);
  expect(found["The Grand Old Shop"]).toMatchObject([{ start: 4, end: 13, ticker: "GRND", doubt: 3 }]);
  expect(found.Alibaba).toBe(KNOWN.Alibaba);
});

it("leaves what the directory knows, and other texts, as they are", () => {
  expect(withAlwaysList(KNOWN, ["Alibaba", "Shop"], [{ surface: "Alibaba", ticker: "XXXX" }])).toBe(KNOWN);
});
