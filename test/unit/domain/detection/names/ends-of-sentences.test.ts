import { describe, expect, it } from "vitest";
import { nameTokens } from "../../../../../src/domain/detection/names/name-keys";

/** The words before which a sentence may end. */
function beginnings(text: string): string[] {
  return nameTokens(text)
    .filter(({ breaks }) => breaks)
    .map(({ key }) => key);
}

describe("the end of a sentence within a row of capitalised words", () => {
  it.each([
    ["BMW. Unions", ["unions"]],
    ["VW. Gewerkschaft", ["gewerkschaft"]],
    ["Paul. Ford", ["ford"]],
    ["ST. JOE", []],
    ["PT. Bank Central Asia", []],
    ["Warner Bros. Discovery", []],
    ["J.P. Morgan", []],
    ["D.R. Horton", []],
  ])("%s", (text, expected) => {
    expect(beginnings(text)).toEqual(expected);
  });
});
