import { describe, expect, it } from "vitest";
import { findStatements } from "../../../../src/domain/statements/find-statements";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("figures stated of a share", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] closed at $41.20, down 2.4% from Monday.", ["ACME close 41.2USD", "ACME change -2.4%"]],
    ["en", "[Acme|ACME] ended 3.1% higher at $41.20.", ["ACME change +3.1%", "ACME close 41.2USD"]],
    ["en", "[Acme|ACME] shares added 45 cents to $41.20.", ["ACME change-money +45USc", "ACME close 41.2USD"]],
    ["en", "The 2.4% dip in [Acme|ACME] surprised nobody.", ["ACME change -2.4%"]],
    ["en", "[Acme|ACME] (+2.40%) led the list.", ["ACME change +2.4%"]],
    ["en", "[Acme|ACME] fell five percent.", ["ACME change -5%"]],
    ["en", "[Acme|ACME] and [Bolt|BOLT] fell 2% and 3.5%, respectively.", ["ACME change -2%", "BOLT change -3.5%"]],
    ["en", "[Acme|ACME] rose 2%, [Bolt|BOLT] 3%.", ["ACME change +2%", "BOLT change +3%"]],
    [
      "de",
      "Die [Acme|ACME.DE]-Aktie verlor 2,4 Prozent auf 1.041,20 Euro.",
      ["ACME.DE change -2.4%", "ACME.DE close 1041.2EUR"],
    ],
    ["de", "[Acme|ACME.SW] schloss bei 1'041.20 Franken.", ["ACME.SW close 1041.2CHF"]],
    ["fr", "[Acme|ACME.PA] a gagné 2,4% à 1 041,20 euros.", ["ACME.PA change +2.4%", "ACME.PA close 1041.2EUR"]],
    ["es", "[Acme|ACME.MC] cayó un 2,4%, hasta los 41,20 euros.", ["ACME.MC change -2.4%", "ACME.MC close 41.2EUR"]],
    [
      "pt",
      "As ações da [Acme|ACME3.SA] fecharam em queda de 2,40%, a R$ 41,20.",
      ["ACME3.SA change -2.4%", "ACME3.SA close 41.2BRL"],
    ],
    ["it", "[Acme|ACME.MI] ha perso il 2,4% a 41,20 euro.", ["ACME.MI change -2.4%", "ACME.MI close 41.2EUR"]],
    [
      "zh",
      "[阿克美|ACME]收報41.2元，跌2.4%，跌1元。",
      ["ACME close 41.2", "ACME change -2.4%", "ACME change-money -1"],
    ],
    ["ja", "[アクメ|1234.T]は前日比2.4%安の4120円で取引を終えた。", ["1234.T change -2.4%", "1234.T close 4120JPY"]],
    [
      "ko",
      "[애크미|123456.KS]는 2.4% 내린 4만1200원에 거래를 마쳤다.",
      ["123456.KS change -2.4%", "123456.KS close 41200KRW"],
    ],
  ])("%s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] fell 3 1/2 percent on Tuesday.", []],
    ["en", "[Acme|ACME] was down anywhere from 2 to 4 percent on Tuesday.", []],
    ["fr", "[Acme|ACME] a clôturé mardi 4 novembre à 41,20 euros.", ["ACME close 41.2EUR"]],
    ["it", "[Acme|ACME] ha chiuso martedì 4 novembre a 41,20 euro.", ["ACME close 41.2EUR"]],
  ])("are no fraction, range or day: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] not only fell 3.1%, it closed at $41.20.", ["ACME change -3.1%", "ACME close 41.2USD"]],
    ["en", "[Acme|ACME] closed at $41.20, not $43.", ["ACME close 41.2USD"]],
    ["en", "The market was not impressed, and [Acme|ACME] fell 3.1%.", ["ACME change -3.1%"]],
    ["de", "[Acme|ACME.DE] verlor nicht nur 3,1 Prozent.", ["ACME.DE change -3.1%"]],
  ])("are not denied by a word about something else: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] fell twenty-three percent.", []],
    ["en", "[Acme|ACME] fell one hundred three percent.", []],
    ["en", "The Dow fell two point three percent.", ["^DJI index-change -2points"]],
    ["en", "[Acme|ACME] fell a tenth of one percent.", []],
    ["en", "[Acme|ACME] fell three percent.", ["ACME change -3%"]],
    ["de", "[Acme|ACME.DE] fiel um zwei Komma drei Prozent.", []],
    ["fr", "[Acme|ACME.PA] a perdu vingt-trois pour cent.", []],
    ["es", "[Acme|ACME.MC] perdió treinta y tres por ciento.", []],
    ["pt", "[Acme|ACME3.SA] caiu vinte e três por cento.", []],
    ["it", "[Acme|ACME.MI] ha perso due virgola tre per cento.", []],
    ["en", "[Acme|ACME] closed at $161 1/4.", []],
    ["en", "[Acme|ACME] closed at $161¼.", []],
    ["en", "[Acme|ACME] closed at $161ish.", []],
  ])("are no part of a longer number: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "Premarket: [Acme|ACME] ▼3.1%, [Bolt|BOLT] +2%", ["ACME change -3.1%", "BOLT change +2%"]],
    ["en", "Premarket: [Acme|ACME] 3.1% ↓, [Bolt|BOLT] 2% ↑", ["ACME change -3.1%", "BOLT change +2%"]],
    [
      "en",
      "[Acme|ACME] $41.20 ▼ $1.05 (2.5%)",
      ["ACME close 41.2USD", "ACME change-money -1.05USD", "ACME change -2.5%"],
    ],
    ["ko", "[애크미|ACME] ▼3.1% [볼트|BOLT] ▲2%", ["ACME change -3.1%", "BOLT change +2%"]],
    ["ja", "[アクメ|ACME] ▲3.1%、[ボルト|BOLT] +2%", ["BOLT change +2%"]],
    ["en", "[Acme|ACME] ‑3.1%, [Bolt|BOLT] ﹣2%", ["ACME change -3.1%", "BOLT change -2%"]],
  ])("go where an arrow or any minus sign says: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it("stand in a sentence that a legal form's full stop does not end", () => {
    const text = "Sales rose. Acme Ltd. (ACME) finished Tuesday at $41.20.";
    const named = [
      { ticker: "ACME", start: 12, end: 20 },
      { ticker: "ACME", start: 23, end: 27 },
    ];
    expect(findStatements([{ text, named }]).flat()).toMatchObject([{ sentence: { start: 12 } }]);
  });

  it("belong to the company told of last where a sentence calls it the stock", () => {
    expect(statedIn("en", "[Acme|ACME] won the case.", "The stock rose 3% on Friday.")).toEqual(["ACME change +3%"]);
  });

  it("belong to nobody after a company that the directory does not know", () => {
    expect(
      statedIn("en", "[Acme|ACME] won the case.", "Zyx Partners LLC (NYSE: ZYX) fell 4%. The stock closed at $3.10."),
    ).toEqual([]);
    expect(statedIn("zh", "[阿克美|ACME]跌2%,某某國電跌3%。")).toEqual(["ACME change -2%"]);
  });
});

describe("figures stated of an index", () => {
  it.each<[LanguageCode, string, string[]]>([
    [
      "en",
      "The S&P 500 lost 20.5 points, or 0.3%, to 6,800.10.",
      ["^GSPC index-change -20.5points", "^GSPC index-change -0.3%", "^GSPC level-of-index 6800.1points"],
    ],
    [
      "de",
      "Der Dax stieg um 0,3 Prozent auf 23.711 Punkte.",
      ["^GDAXI index-change +0.3%", "^GDAXI level-of-index 23711points"],
    ],
    [
      "ja",
      "日経平均株価は前日比439円54銭安の3万9154円85銭で引けた。",
      ["^N225 index-change -439.54JPY", "^N225 level-of-index 39154.85JPY"],
    ],
  ])("%s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it("are none where the name is a place, a future or a part of another index", () => {
    expect(
      statedIn("en", "S&P 500 futures rose 0.5%.", "The Nifty Midcap 50 rose 2%.", "Futures on the Dow fell 1%."),
    ).toEqual([]);
    expect(
      statedIn(
        "en",
        "The equal-weighted S&P 500 rose 1%.",
        "The Vanguard S&P 500 ETF rose 1%.",
        "S&P 500 E-minis rose 1%.",
      ),
    ).toEqual([]);
  });
});

describe("what is no day's figure of a share", () => {
  it.each<[LanguageCode, string]>([
    ["en", "Analysts raised the target for [Acme|ACME] to $50 from $45."],
    ["en", "[Acme|ACME] is to be bought for $50 per share, a premium of 30%."],
    ["en", "[Acme|ACME] hit a 52-week low of $31.10."],
    ["en", "[Acme|ACME] is up 31% this year."],
    ["en", "[Acme|ACME] has lost 12% over the past month."],
    ["en", "Revenue at [Acme|ACME] rose 12% to $3.1 billion."],
    ["en", "[Acme|ACME] earned $1.20 per share."],
    ["en", "[Acme|ACME] trades 8% below its record high."],
    ["en", "[Acme|ACME] fell as much as 7%."],
    ["en", "[Acme|ACME] opened at $41.20."],
    ["en", "[Acme|ACME] holds a 49% stake."],
    ["en", "[Acme|ACME] ranged between $40.10 and $41.20."],
    ["en", "Analysts expect [Acme|ACME] to rise 10%."],
    ["en", "Options priced in a 3.1% drop for [Acme|ACME]."],
    ["en", "Traders braced for a 3.1% drop in [Acme|ACME]."],
    ["en", "Rivals of [Acme|ACME] fell 3.1%."],
    ["en", "[Acme|ACME] did not fall 3.1%; it rose."],
    ["en", "[Acme|ACME] hasn’t closed at $41.20."],
    ["en", "[Acme|ACME] avoided a 3.1% drop."],
    ["en", "[Acme|ACME] was at one point down 3.1%."],
    ["en", "[Acme|ACME] fell 3.1% earlier in the day."],
    ["en", "[Acme|ACME] recovered from a 3.1% drop to close higher."],
    ["en", "Had [Acme|ACME] fallen 3.1%, the fund would have bought."],
    ["en", "In 2021, [Acme|ACME] closed at $41.20."],
    ["en", "On this day in 1999, [Acme|ACME] closed at $41.20."],
    ["en", "[Acme|ACME] closed at $41.20 in 2014."],
    ["en", "The net worth of [Acme|ACME]'s founder fell 3.1%."],
    ["de", "[Acme|ACME.DE] fiel nicht um 3,1 Prozent."],
    ["de", "Hätte [Acme|ACME.DE] 3,1 Prozent verloren, wäre der Fonds eingestiegen."],
    ["fr", "[Acme|ACME.PA] n'a pas perdu 3,1%."],
    ["es", "[Acme|ACME.MC] no cayó un 3,1%."],
    ["pt", "[Acme|ACME3.SA] não caiu 3,1%."],
    ["it", "[Acme|ACME.MI] non ha perso il 3,1%."],
    ["ja", "[アクメ|1234.T]は3.1%下落しなかった。"],
    ["ko", "[애크미|123456.KS]는 3.1% 하락하지 않았다."],
    ["zh", "[阿克美|ACME]没有下跌3.1%。"],
    ["en", "On Tuesday, visits to [Acme|ACME] rose 3.1%."],
    ["de", "Die Fluggastzahlen von [Acme|ACME.DE] stiegen um 3,1 Prozent."],
    ["de", "Der faire Wert von [Acme|ACME.DE] liegt bei 41,20 Euro."],
    ["fr", "Les ventes à magasins comparables de [Acme|ACME.PA] ont reculé de 3,1%."],
    ["en", "[Acme|ACME] was watched while crude fell 2%."],
    ["en", "Shares of [Acme|ACME] (ACME 0.48%) were in the news."],
    ["de", "Für [Acme|ACME.DE] lautet das Kursziel 50 Euro."],
    ["de", "Seit Jahresbeginn gewann [Acme|ACME.DE] 21 Prozent."],
    ["de", "Der Umsatz von [Acme|ACME.DE] stieg um 12 Prozent."],
    ["fr", "Depuis le 1er janvier, [Acme|ACME.PA] gagne 21%."],
    ["es", "[Acme|ACME.MC] acumula una subida del 21% en el año."],
    ["pt", "[Acme|ACME3.SA] acumula alta de 21% no ano."],
    ["zh", "[阿克美|ACME]目標價上調至50元。"],
    ["ja", "[アクメ|1234.T]の売上高は12%増だった。"],
    ["ko", "[애크미|123456.KS]의 매출은 12% 상승했다."],
  ])("%s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });
});
