import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("a move of something that has no share", () => {
  it.each<[LanguageCode, string]>([
    ["en", "[Acme|ACME] ticket prices climbed 3% after Tuesday's announcement."],
    ["en", "[Acme|ACME] stock-based compensation rose 3% to $160.8 million."],
    ["en", "[Acme|ACME] said rents rose 3.1% on Tuesday."],
    ["de", "Laut [Acme|ACME.DE] stiegen die Mieten um 3 Prozent."],
    ["fr", "[Acme|ACME.PA] augmente les salaires de 3%."],
    ["fr", "[Acme|ACME.PA] a cédé 3% de sa filiale."],
    ["es", "Según [Acme|ACME.MC], los alquileres subieron un 3%."],
    ["pt", "A [Acme|ACME3.SA] elevou os salários em 3%."],
    ["it", "Secondo [Acme|ACME.MI] gli affitti sono saliti del 3%."],
    ["ja", "[アクメ|1234.T]は賃金を3%上げた。"],
    ["ko", "[애크미|123450.KS] 회사채는 3% 하락했다."],
  ])("is not the company's: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });
});

describe("a move of something that nobody knows, before a company's name", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["zh", "科技股跌3%，[阿克美|1234.HK]领跌。", []],
    ["ja", "金は2%高、[アクメ|1234.T]は1%安。", ["1234.T change -1%"]],
    ["fr", "L'euro perd 0,3% face au dollar, [Acme|ACME.PA] 1%.", ["ACME.PA change -1%"]],
    ["de", "[Acme|ACME.DE] verliert 3 Prozent seiner Kunden.", []],
  ])("is not the company's: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("a move since a weekday", () => {
  it.each<[LanguageCode, string]>([
    ["it", "Da lunedì [Acme|ACME.MI] guadagna il 3%."],
    ["ja", "[アクメ|1234.T]は月曜から3%上昇した。"],
    ["ko", "[애크미|123450.KS]는 월요일부터 3% 올랐다."],
    ["zh", "[阿克美|1234.HK]自周一以来上涨3%。"],
    ["pt", "Em dois pregões, a [Acme|ACME3.SA] perdeu 6%."],
  ])("is none of the day: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });
});

describe("a move since the share was listed", () => {
  it.each<[LanguageCode, string]>([
    ["fr", "Depuis son introduction en Bourse, [Acme|ACME.PA] a gagné 31%."],
    ["pt", "Desde o IPO, a [Acme|ACME3.SA] sobe 31%."],
    ["it", "Dalla quotazione [Acme|ACME.MI] ha guadagnato il 31%."],
    ["ja", "[アクメ|1234.T]は上場以来31%上昇した。"],
  ])("is none of the day: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });
});
