import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createFormat } from "../../../src/domain/format";
import type { ArticleStatement } from "../../../src/domain/statements/article-statement";
import { statedText } from "../../../src/ui/stated-text";
import { createTextOf } from "../../../src/ui/text";

const STATED: ArticleStatement = {
  ticker: "BABA",
  figures: [
    { kind: "close", value: 160.8, decimals: 2, unit: "USD", direction: null },
    { kind: "change", value: 3.07, decimals: 2, unit: "%", direction: -1 },
  ],
  benchmark: { kind: "index-change", value: 0.21, decimals: 2, unit: "%", direction: 1 },
  phase: "close",
  verdict: { kind: "another-day", date: "2025-11-11", expected: "2025-11-13" },
  published: "2025-11-14",
  place: { block: 0, start: 0, end: 10 },
};

function wordingOf(locale: string) {
  const messages = JSON.parse(readFileSync(`src/locales/${locale}.json`, "utf8"));
  return { text: createTextOf((key) => messages[key]), format: createFormat(locale) };
}

const said = (locale: string, changes: Partial<ArticleStatement> = {}, currency = "USD") =>
  statedText({ ...STATED, ...changes }, { currency, decimals: 2 }, wordingOf(locale));

describe("a statement in words", () => {
  it.each([
    [
      "en",
      "The figure of Tue, Nov 11, 2025; it reads like that of Thu, Nov 13, 2025",
      "$160.80, −3.07% · S&P 500 +0.21%",
    ],
    ["de", "Wert vom Di., 11. Nov. 2025; liest sich wie vom Do., 13. Nov. 2025", "160,80 $, −3,07 % · S&P 500 +0,21 %"],
    ["es", "Dato del mar, 11 nov 2025, aunque parece del jue, 13 nov 2025", "160,80 US$, −3,07 % · S&P 500 +0,21 %"],
    [
      "fr",
      "Chiffre du mar. 11 nov. 2025 ; le texte laisse croire au jeu. 13 nov. 2025",
      "160,80 $US, −3,07 % · S&P 500 +0,21 %",
    ],
    [
      "ja",
      "2025年11月11日(火)の数値です（2025年11月13日(木)の数値のように読めます）",
      "$160.80, −3.07% · S&P 500 +0.21%",
    ],
    [
      "ko",
      "2025년 11월 11일 (화)의 수치입니다(2025년 11월 13일 (목)의 수치처럼 읽힙니다)",
      "US$160.80, −3.07% · S&P 500 +0.21%",
    ],
    [
      "pt_BR",
      "Dado de ter., 11 de nov. de 2025, embora pareça de qui., 13 de nov. de 2025",
      "US$ 160,80, −3,07% · S&P 500 +0,21%",
    ],
    ["zh_CN", "实为 2025年11月11日周二的数据，读来像是 2025年11月13日周四的", "US$160.80, −3.07% · 标普500 +0.21%"],
  ])("in %s", (locale, sentence, figures) => {
    const text = said(locale);
    const plain = (one: string) => one.replace(/[\u00a0\u202f]/g, " ");
    expect([plain(text.sentence), plain(`${text.figures} · ${text.benchmark}`)]).toEqual([sentence, figures]);
  });

  it("says the market's own close where the article gives another", () => {
    const text = said("en", { verdict: { kind: "differs", date: "2025-11-11", ours: 158.2 } });
    expect([text.sign, text.sentence]).toEqual(["≠", "The market closed at $158.20 on Tue, Nov 11, 2025"]);
  });

  it.each([
    ["intraday", "Taken during the session, not at the close"],
    ["premarket", "Taken before the open, not at the close"],
    ["after-hours", "Taken after hours, not at the close"],
  ] as const)("says that a figure of %s is no close", (phase, sentence) => {
    expect(said("en", { phase, verdict: { kind: "not-a-close" } }).sentence).toBe(sentence);
  });

  it.each([
    ["$", "USD", "$258.10"],
    ["$", "CAD", "CA$258.10"],
    ["$", "EUR", "$258.10"],
    ["USD", "CAD", "$258.10"],
    ["USD", "EUR", "$258.10"],
    [null, "EUR", "€258.10"],
  ])("gives %s of an article on a listing in %s as %s", (unit, currency, expected) => {
    const price = { kind: "close", value: 258.1, decimals: 2, direction: null } as const;
    const figures = [unit === "$" ? { ...price, unit: "USD", isAnyDollar: true as const } : { ...price, unit }];
    expect(said("en", { figures, benchmark: null }, currency).figures).toBe(expected);
  });

  it("gives cents in the main unit, and points without a currency", () => {
    const figures = [
      { kind: "change-money", value: 45, decimals: 0, unit: "USc", direction: 1 },
      { kind: "level-of-index", value: 6846.61, decimals: 2, unit: "points", direction: null },
    ] as const;
    expect(said("en", { figures, benchmark: null }).figures).toBe("+0.45, 6,846.61");
  });
});
