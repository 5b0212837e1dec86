import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("a move that was not, or did not last", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] neither rose nor fell 3%.", []],
    ["en", "[Acme|ACME] is no longer down 3%.", []],
    ["en", "[Acme|ACME] rose 1% rather than falling 3%.", ["ACME change +1%"]],
    ["en", "By midday, [Acme|ACME] had given up its 2% gain.", []],
    ["en", "[Acme|ACME] shares were priced at $160.80 in the offering.", []],
    ["en", "[Acme|ACME] agreed to buy [Bolt|BOLT] for $41.20 in cash, 31% above Tuesday's close.", []],
    ["en", "[Acme|ACME] offset losses with a 2% gain.", ["ACME change +2%"]],
    ["de", "[Acme|ACME.DE] fiel keineswegs um 3 Prozent.", []],
    ["de", "[Acme|ACME.DE] gab anfängliche Gewinne von 2 Prozent wieder ab.", []],
    ["de", "Bolt bietet 62 Euro für [Acme|ACME.DE], 31 Prozent mehr als der Schlusskurs vom Dienstag.", []],
    ["de", "Bolt bietet für [Acme|ACME.DE] einen Aufschlag von 31 Prozent auf den Schlusskurs.", []],
    ["fr", "[Acme|ACME.PA] n'est plus en baisse de 3%.", []],
    ["fr", "Au lieu de perdre 3%, [Acme|ACME.PA] a gagné 1%.", ["ACME.PA change +1%"]],
    ["es", "En lugar de caer un 3%, [Acme|ACME.MC] subió un 1%.", ["ACME.MC change +1%"]],
    ["es", "En el peor momento, [Acme|ACME.MC] caía un 5%.", []],
    ["it", "Invece di perdere il 3%, [Acme|ACME.MI] ha guadagnato l'1%.", ["ACME.MI change +1%"]],
    ["it", "Nel momento peggiore [Acme|ACME.MI] perdeva il 5%.", []],
    ["ja", "[アクメ|1234.T]は2%の上げを失った。", []],
    ["ko", "[애크미|123450.KS]는 2% 상승분을 반납했다.", []],
    ["zh", "[阿克美|1234.HK]回吐2%的涨幅。", []],
    ["zh", "[阿克美|1234.HK]盘中一度跌5%，收跌1%。", ["1234.HK change -1%"]],
    ["en", "[Acme|ACME] traded at $160.80, 3.07% below Monday's close.", ["ACME close 160.8USD", "ACME change -3.07%"]],
  ])("is none: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("a move under a condition", () => {
  it.each<[LanguageCode, string]>([
    ["en", "A 3% fall in [Acme|ACME] would wipe out $12 billion."],
    ["en", "Every 1% drop in [Acme|ACME] costs the fund $2 million."],
    ["en", "[Acme|ACME]'s shares need to rise 3% to recover Tuesday's loss."],
    ["de", "Sollte [Acme|ACME.DE] um 3 Prozent fallen, verfällt der Schein."],
    ["fr", "Si [Acme|ACME.PA] perd 3%, le certificat expire."],
    ["es", "Si [Acme|ACME.MC] cae un 3%, la opción vence."],
    ["pt", "Se a [Acme|ACME3.SA] cair 3%, a opção vence."],
    ["it", "Se [Acme|ACME.MI] perde il 3%, l'opzione scade."],
    ["ja", "[アクメ|1234.T]が3%下落すれば、オプションは失効する。"],
    ["ko", "[애크미|123450.KS]가 3% 하락하면 옵션은 소멸한다."],
    ["zh", "若[阿克美|1234.HK]下跌3%，期权将失效。"],
  ])("is none: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] fell 3% and could fall further.", ["ACME change -3%"]],
    ["es", "Si bien [Acme|ACME.MC] cayó un 3%, el Ibex subió un 1%.", ["ACME.MC change -3%", "^IBEX index-change +1%"]],
    ["pt", "A [Acme|ACME3.SA] se valorizou 3%.", ["ACME3.SA change +3%"]],
  ])("leaves others: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});
