import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("a move of something that only bears a company's name", () => {
  it.each<[LanguageCode, string]>([
    ["en", "[Acme|ACME]'s parent company fell 3.1% in premarket trading."],
    ["en", "Shares of [Acme|ACME] Inc.'s biggest Asian supplier rose 4% after hours."],
    ["en", "An [Acme|ACME] supplier fell 3% on Tuesday."],
    ["en", "[Acme|ACME]'s Indian unit closed 3% higher at 1,204 rupees in Mumbai."],
    ["en", "A 2x leveraged [Acme|ACME] ETF sank 6.2% on Tuesday."],
    ["en", "Chip stocks including [Acme|ACME] and [Bolt|BOLT] fell 3% in premarket trading."],
    ["en", "A basket of AI stocks that includes [Acme|ACME] fell 3.1% on Tuesday."],
    ["en", "The fund, whose top holding is [Acme|ACME], lost 3.1% on Tuesday."],
    ["de", "Die [Acme|ACME.DE]-Mutter gab im frühen Handel 3 Prozent nach."],
    ["de", "Die Aktien der [Acme|ACME.DE]-Konkurrenten fielen um 3 Prozent."],
    ["fr", "Le fonds, dont la première ligne est [Acme|ACME.PA], a perdu 3,1%."],
    ["ja", "[アクメ|1234.T]の親会社は3.1%下落した。"],
    ["ja", "[アクメ|1234.T]など半導体株は3%下落した。"],
    ["ko", "[애크미|123450.KS]의 모회사는 3.1% 하락했다."],
    ["zh", "[阿克美|1234.HK]的供应商早盘跌3%。"],
    ["zh", "[阿克美|1234.HK]等芯片股跌3%。"],
    ["zh", "两倍做多[阿克美|1234.HK]ETF大跌6.2%。"],
  ])("is not the company's: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] supplier [Bolt|BOLT] fell 3%.", ["BOLT change -3%"]],
    ["en", "[Bolt|BOLT] (owned by [Acme|ACME]) rose 2%.", ["BOLT change +2%"]],
    ["en", "[Acme|ACME], the parent of Zyx, fell 3%.", ["ACME change -3%"]],
    ["en", "[Acme|ACME]'s shares beat rivals, rising 3%.", ["ACME change +3%"]],
    ["en", "The [Acme|ACME] ETF fell 3%.", ["ACME change -3%"]],
    ["en", "Decliners including [Acme|ACME] (-3%) led the way.", ["ACME change -3%"]],
    ["en", "Losers included [Acme|ACME], down 3%.", ["ACME change -3%"]],
    ["zh", "[阿克美|1234.HK]、[博尔特|5678.HK]等跌3%。", ["5678.HK change -3%"]],
  ])("is told where it is that of a name: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("a company beside another", () => {
  it.each<[LanguageCode, string, string[]]>([
    [
      "en",
      "[Acme|ACME] shares, which have fallen 2.8% so far this month, compared to a 2.2% gain for the Dow, were last marked 0.16% lower.",
      ["^DJI index-change +2.2%", "ACME change -0.16%"],
    ],
    [
      "en",
      "[Acme|ACME] fell 3.1%, compared with a 2.2% gain for the Dow, which rose 960 points.",
      ["ACME change -3.1%", "^DJI index-change +2.2%", "^DJI index-change +960points"],
    ],
  ])("takes no figure after the comparison with it: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string]>([
    ["it", "[Acme|ACME.MI] cede il 3%.", "In rosso il comparto bancario con Zyx che ha lasciato sul terreno il 4,27%."],
    [
      "ja",
      "[アクメ|1234.T]は3%下落した。",
      "新興電機が急騰、525円高の4735円を付けた。17日の終値は、前日比440円高の4650円。",
    ],
    ["en", "", "[Acme|ACME] rose 3% in premarket trading; Zyx, which sells copies, sank 6%."],
    ["zh", "[博尔特|BOLT]跌3%。", "受[博尔特|BOLT]财报提振，[阿克美|ACME]供应商某某科技早盘涨停，涨10%。"],
    ["it", "[Acme|ACME.MI] cede il 3%.", "Bene il gruppo di Zyx che guadagna ancora un 2%."],
  ])("is not the one told of before where nobody knows it: %s: %s %s", (language, before, text) => {
    expect(statedIn(language, before, text)).toHaveLength(1);
  });

  it("is the one before a clause that goes on about its share", () => {
    const text = "[Acme|ACME] told Zyx that the stock had fallen 3.1%.";
    expect(statedIn("en", text)).toEqual(["ACME change -3.1%"]);
  });
});
