import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("a figure that is not what its digits say", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] rose two-tenths of 1% on Tuesday.", []],
    ["en", "[Acme|ACME] added 3% to its headcount.", []],
    ["en", "[Acme|ACME] and [Bolt|BOLT] were up 2% and down 1%, respectively.", []],
    ["en", "[Acme|ACME] fell 3.1%, its worst day since April 4, when it lost 5.9%.", ["ACME change -3.1%"]],
    ["en", "[Acme|ACME] closed $21.67 short of its 52-week high.", []],
    ["en", "[Acme|ACME] closed at $160.80 below its 52-week high.", ["ACME close 160.8USD"]],
    ["es", "El Ibex 35 ha cerrado por encima de los 10.300 puntos.", []],
  ])("is left out: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("a sentence that opens with the day's high or low", () => {
  it.each([
    "At one point, [Acme|ACME] was down 5%.",
    "At its worst, [Acme|ACME] was down 5%.",
    "During the highs of Tuesday's session, [Acme|ACME] was up over 5% before falling.",
  ])("tells no move up to the close: %s", (text) => {
    expect(statedIn("en", text)).toEqual([]);
  });

  it.each([
    ["After hitting a record on Monday, [Acme|ACME] fell 3% on Tuesday.", ["ACME change -3%"]],
    ["At one point, [Acme|ACME] was down 5%, but it closed 1% lower.", ["ACME change -1%"]],
  ])("tells one in its next clause, or after an event: %s", (text, expected) => {
    expect(statedIn("en", text)).toEqual(expected);
  });
});
