import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXCHANGE_IDS } from "../../../src/domain/exchange";
import { createFormat } from "../../../src/domain/format";
import { BENCHMARKS, homeIndexOf } from "../../../src/domain/market/benchmarks";
import { benchmarkAbsenceText } from "../../../src/ui/absence-text";
import { benchmarkName, benchmarkShortName, textAbout } from "../../../src/ui/benchmark-name";
import { differenceWords } from "../../../src/ui/figures";
import { createTextOf } from "../../../src/ui/text";

function wordingIn(language: string) {
  const texts: Record<string, string> = JSON.parse(readFileSync(`src/locales/${language}.json`, "utf8"));
  return { text: createTextOf((key) => texts[key] ?? ""), format: createFormat(language) };
}

describe("a benchmark is called as the reader's press calls it", () => {
  test.each([
    ["^GSPC", "en", "S&P 500"],
    ["^GSPC", "zh_CN", "标普500"],
    ["^N225", "en", "Nikkei 225"],
    ["^N225", "ja", "日経平均"],
    ["^HSI", "zh_CN", "恒生指数"],
    ["^KS11", "ko", "코스피"],
    ["^GDAXI", "ja", "DAX"],
    ["VT", "fr", "VT (monde)"],
    ["SPY", "en", "SPY"],
    ["MSFT", "zh_CN", "MSFT"],
    // A share, not the index of the same letters.
    ["OMX", "en", "OMX"],
    ["NDX", "en", "NDX"],
  ])("%s in %s: %s", (ticker, language, name) => expect(benchmarkName(ticker, wordingIn(language))).toBe(name));

  test.each(["en", "de", "fr", "es", "pt_BR", "ja", "ko", "zh_CN"])("none is left without a name in %s", (language) => {
    const homes = EXCHANGE_IDS.flatMap((id) => homeIndexOf(id) ?? []);
    const nameless = [...BENCHMARKS.map(({ ticker }) => ticker), ...homes].filter(
      (ticker) => benchmarkName(ticker, wordingIn(language)) === ticker,
    );
    expect(nameless).toEqual([]);
  });

  test.each([
    ["^GSPC", "S&P"],
    ["^NDX", "Nasdaq"],
    ["^N225", "Nikkei"],
    ["^GDAXI", "DAX"],
  ])("%s is %s in the head of a column", (ticker, name) => {
    expect(benchmarkShortName(ticker, wordingIn("en"))).toBe(name);
  });
});

describe("sentences about it", () => {
  const about = (ticker: string, language: string) =>
    benchmarkAbsenceText("not-yet", { date: "2026-03-04", previous: null, against: ticker }, wordingIn(language));
  test("name the one that was chosen", () => {
    expect(about("^GDAXI", "en")).toBe("No comparison yet: the DAX’s close of Mar 4, 2026 is still to come");
    expect(about("^N225", "ja")).toContain("日経平均");
  });
  test.each([
    ["en", "No comparison yet: MSFT’s close of Mar 4, 2026 is still to come"],
    ["de", "Noch kein Vergleich: Der Schlussstand von MSFT vom 4. März 2026 steht noch aus"],
    ["fr", "Pas encore de comparaison\u00a0: la clôture de MSFT du 4 mars 2026 est encore à venir"],
    ["es", "Aún sin comparación: el cierre de MSFT del 4 mar 2026 está por llegar"],
    ["pt_BR", "Ainda sem comparação: o fechamento de MSFT de 4 de mar. de 2026 ainda está por vir"],
  ])("name a share without an article in %s", (language, sentence) => {
    expect(about("MSFT", language)).toBe(sentence);
  });
  test.each([
    ["en", "Trailed MSFT (", "below MSFT"],
    ["de", "hinter MSFT (", "unter MSFT"],
    ["fr", "Derrière MSFT (", "en dessous de MSFT"],
    ["es", "por debajo de MSFT (", "por debajo de MSFT"],
    ["pt_BR", "atrás de MSFT (", "abaixo de MSFT"],
    ["ja", "MSFT（", "MSFTを"],
    ["ko", "MSFT(", "MSFT보다"],
    ["zh_CN", "跑输MSFT（", "低于MSFT"],
  ])("say in %s what it was measured by: a share", (language, verdict, spoken) => {
    const wording = wordingIn(language);
    expect(textAbout("MSFT", "card_trailed", {}, wording).replace("{benchmark}", "MSFT")).toContain(verdict);
    expect(differenceWords(-0.02, wording, "MSFT")).toContain(spoken);
  });
  test("elide the French preposition before a share, too", () => {
    expect(differenceWords(-0.02, wordingIn("fr"), "AAPL")).toContain("en dessous d’AAPL");
    expect(differenceWords(-0.02, wordingIn("fr"), "^BVSP")).toContain("en dessous de l’Ibovespa");
  });
  test("elide the French article before a vowel", () => {
    expect(about("^BVSP", "fr")).toContain("la clôture de l’Ibovespa du 4 mars 2026 est encore à venir");
    expect(about("^FCHI", "fr")).toContain("la clôture du CAC 40 du 4 mars 2026 est encore à venir");
  });
});
