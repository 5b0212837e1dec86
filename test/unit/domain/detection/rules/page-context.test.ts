import { expect, it } from "vitest";
import type { Candidate } from "../../../../../src/domain/detection/candidate";
import { pageContext } from "../../../../../src/domain/detection/rules/page-context";

/** A page of one block that names companies beyond doubt and has no word of the market. */
function pageNaming(companies: number) {
  const names = Array.from({ length: companies }, (_, number) => `Acme${number}`);
  const text = names.join(" met ");
  const candidates = names.map((name): Candidate => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, ticker: name, name, kind: "stock", form: "name", doubt: 0 };
  });
  return pageContext([text], [{ text, candidates }]);
}

it.each([
  [1, 0],
  [5, 0],
  [6, 1],
  [9, 4],
])("%i companies beyond doubt count as %i words of the market", (companies, words) => {
  expect(pageNaming(companies).marketWords).toBe(words);
});
