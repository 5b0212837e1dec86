import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("a move of a company's shares on another market or of another class", () => {
  it.each<[LanguageCode, string]>([
    ["en", "[Acme|ACME]'s Hong Kong-listed shares fell 4.1% in early trading."],
    ["en", "Hong Kong-listed shares of [Acme|ACME] fell 4.1% in early trading."],
    ["en", "Hong Kong-listed [Acme|ACME] fell 4.1% in early trading."],
    ["en", "Hong Kong shares of [Acme|ACME] fell 4.1% in early trading."],
    ["en", "[Acme|ACME], listed in Tokyo, fell 4.1% in early trading."],
    ["en", "[Acme|ACME]'s Frankfurt stock was down 3.4% in early trading."],
    ["en", "Shares of [Acme|ACME] in London fell 1.1% in early trading."],
    ["en", "In Tokyo, [Acme|ACME] fell 2.1% in morning trading."],
    ["en", "[Acme|300999.SZ]'s H shares jumped 5% in early trading."],
    ["en", "[Acme|1234.T]'s ADRs rose 3% after hours."],
    ["en", "American depositary receipts of [Acme|1234.T] rose 3% after hours."],
    ["en", "[Acme|ACM.B] Class A shares rose 1.1% to $742,000 in premarket trading."],
    ["zh", "港股[阿克美|ACME]早盘跌3%。"],
    ["zh", "港股早盘，[阿克美|ACME]跌3%。"],
    ["de", "Die in Hongkong gelisteten Aktien von [Acme|ACME] fielen im frühen Handel um 3 Prozent."],
    ["es", "Las acciones de [Acme|ACME] que cotizan en Hong Kong caían un 3% a media sesión."],
    ["fr", "Les actions d'[Acme|ACME] cotées à Hong Kong perdaient 3% en séance."],
    ["zh", "[阿克美|1234.HK]A股早盘涨2%。"],
    ["ja", "[アクメ|1234.T]の米預託証券（ADR）は0.7%安。"],
  ])("is not the listing's: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });

  it("is nobody's that the text was about before, nor is what follows", () => {
    const texts = [
      "[Bolt|BOLT] fell 2%.",
      "[Acme|ACME]'s London-listed shares rose 4%. The stock had lost 3% on Monday.",
    ];
    expect(statedIn("en", ...texts)).toEqual(["BOLT change -2%"]);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME]'s U.S.-listed shares fell 2% in premarket trading.", ["ACME change -2%"]],
    ["en", "[Acme|1234.HK]'s H shares jumped 5%.", ["1234.HK change +5%"]],
    ["en", "[Acme|ACME], listed in New York and Hong Kong, fell 2%.", ["ACME change -2%"]],
    ["en", "London-listed [Acme|ACM.L] rose 1%.", ["ACM.L change +1%"]],
    ["en", "American depositary receipts of [Acme|ACME] rose 3%.", ["ACME change +3%"]],
    ["en", "[Acme|ACM.B] Class B shares rose 1%.", ["ACM.B change +1%"]],
    ["en", "[Acme|ACME]'s China sales shrank, and the stock lost 2%.", ["ACME change -2%"]],
    ["zh", "美股[阿克美|ACME]涨2%。", ["ACME change +2%"]],
    ["zh", "美股盘前，[阿克美|ACME]涨3%。", ["ACME change +3%"]],
    ["de", "Die US-notierten Papiere von [Acme|ACME] stiegen um 2 Prozent.", ["ACME change +2%"]],
  ])("is told where it is the ticker's: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});
