import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("the ends of a range, and where a move began", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] fell anywhere from 2% to 3% on Tuesday.", []],
    ["en", "[Acme|ACME] lost 3% to 4% in early trading.", []],
    ["de", "[Acme|ACME.DE] verlor zwischen 2 und 3 Prozent.", []],
    ["de", "[Acme|ACME.DE] verlor 2 bis 3 Prozent.", []],
    ["ja", "[アクメ|1234.T]は2%から3%下落した。", []],
    ["ja", "[アクメ|1234.T]は2〜3%下落した。", []],
    ["zh", "[阿克美|1234.HK]下跌2%至3%。", []],
    ["en", "[Acme|ACME] swung from a 2% gain to a 3% loss on Tuesday.", []],
    ["en", "[Acme|ACME] fell from $165.89 to $160.80 on Tuesday.", ["ACME close 160.8USD"]],
    ["en", "[Acme|ACME] traded at $160.80 at midday, down from $165.89.", ["ACME close 160.8USD"]],
    ["en", "[Acme|ACME] slid under the $160 level in early trading.", []],
    ["en", "[Acme|ACME] fell 3% below $160.", ["ACME change -3%"]],
    ["en", "[Acme|ACME] fetched $160.80 in the auction.", []],
    ["de", "[Acme|ACME.DE] fiel von 165,89 Euro auf 160,80 Euro.", ["ACME.DE close 160.8EUR"]],
  ])("are no moves: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    [
      "fr",
      "[Acme|ACME.PA] a reculé de 0,50 euro à 160,80 euros.",
      ["ACME.PA change-money -0.5EUR", "ACME.PA close 160.8EUR"],
    ],
    ["en", "[Acme|ACME] rose 3% to $160.80 from $156.12.", ["ACME change +3%", "ACME close 160.8USD"]],
  ])("leave the move that is told: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});
