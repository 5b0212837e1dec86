import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEW_YORK } from "../../../../src/domain/market/market";
import { createTradingDays } from "../../../../src/domain/market/trading-day";
import { findStatements } from "../../../../src/domain/statements/find-statements";
import { judge } from "../../../../src/domain/statements/verdict";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { NOVEMBER } from "../../../fakes/november-closes";

const calendar = createTradingDays(NEW_YORK);
if (!calendar) throw new Error("no New York");

const NAMES = /Acme|アクメ|애크미|阿克美/g;

function verdictsOf(language: LanguageCode, text: string): string[] {
  const named = [...text.matchAll(NAMES)].map(({ index, 0: name }) => ({
    ticker: "ACME",
    start: index,
    end: index + name.length,
  }));
  const stated = findStatements([{ text, named }], language).flat();
  const closes = { bars: NOVEMBER, splits: [], currency: "USD" };
  const facts = { published: "2025-11-14", calendar: calendar as NonNullable<typeof calendar> };
  return judge(stated, closes, facts).map(({ verdict }) => verdict.kind);
}

/** A close of Tuesday in so many words, at `#`. */
const PLAIN: readonly (readonly [LanguageCode, string])[] = [
  ["en", "Acme closed at $# on Tuesday."],
  ["en", "Shares of Acme finished Tuesday's session at $#."],
  ["en", "On Tuesday, Acme shares ended at $#, after the company had cut its forecast."],
  ["de", "Acme schloss am Dienstag bei # Dollar."],
  ["fr", "Acme a clôturé mardi à # dollars."],
  ["es", "Acme cerró el martes en # dólares."],
  ["pt", "Acme fechou na terça-feira a # dólares."],
  ["it", "Acme ha chiuso martedì a # dollari."],
  ["ja", "アクメは火曜日、#ドルで取引を終えた。"],
  ["ko", "애크미는 화요일 #달러에 마감했다."],
  ["zh", "阿克美周二收于#美元。"],
];

function withPrice(language: LanguageCode, sentence: string, price: string): string {
  return sentence.replace("#", /^(?:de|fr|es|pt|it)$/.test(language) ? price.replace(".", ",") : price);
}

describe("a close that differs from ours", () => {
  it.each(PLAIN)("is said of a sentence that claims nothing else: %s: %s", (language, sentence) => {
    expect(verdictsOf(language, withPrice(language, sentence, "168.20"))).toEqual(["differs"]);
  });

  it.each<[LanguageCode, string]>([
    ["en", "Acme closed at $168.20 on Tuesday, its lowest since May."],
    ["en", "Acme closed at $168.20 on Tuesday, Nov. 11, while its rivals rose."],
    ["en", "Acme ended Tuesday at $168.20, and down for a third day."],
    ["de", "Acme schloss am Dienstag bei 168,20 Dollar, nachdem der Konzern Zahlen vorgelegt hatte."],
    ["fr", "Acme a clôturé mardi à 168,20 dollars, en baisse pour le troisième jour."],
  ])("is said where the sentence goes on about the move, or with another clause: %s: %s", (language, text) => {
    expect(verdictsOf(language, text)).toEqual(["differs"]);
  });

  it("is half a percent away at the least, a quarter at the most, and of no session near", () => {
    const price = fc.integer({ min: 9_000, max: 26_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.constantFrom(...PLAIN), price, ([language, sentence], stated) => {
        const isFar = Math.abs(160.8 / stated - 1) > 0.005 && Math.abs(160.8 / stated - 1) <= 0.25;
        const isOfSession = NOVEMBER.some(({ close }) => Math.abs(close - stated) < 0.0051);
        const verdicts = verdictsOf(language, withPrice(language, sentence, stated.toFixed(2)));
        expect(verdicts.includes("differs")).toBe(isFar && !isOfSession);
      }),
      { numRuns: 300 },
    );
  });

  it("is never said where the sentence has a word that nobody knows", () => {
    const word = fc.constantFrom("Zyx", "zyxing", "Hong Kong", "Kanadische", "hongkongais", "canadienses", "Zyx Corp.");
    fc.assert(
      fc.property(fc.constantFrom(...PLAIN.slice(3, 8)), word, fc.nat(), ([language, sentence], added, at) => {
        const words = withPrice(language, sentence, "168.20").replace(/\.$/, "").split(" ");
        words.splice(at % (words.length + 1), 0, added);
        expect(verdictsOf(language, `${words.join(" ")}.`)).not.toContain("differs");
      }),
      { numRuns: 300 },
    );
  });
});

describe("a sentence about something else, or not about this close exactly", () => {
  it.each<[LanguageCode, string]>([
    ["en", "Acme's rival Zyx closed at $168.20 on Tuesday."],
    ["en", "Zyx, which competes with Acme, closed at $168.20 on Tuesday."],
    ["en", "Zyx Corp., a supplier to Acme, closed at $168.20 on Tuesday."],
    ["en", "Acme sold Zyx, whose shares closed at $168.20 on Tuesday."],
    ["en", "Acme fell on Tuesday. Zyx closed at $168.20 on Tuesday."],
    ["en", "Acme and Zyx closed at $160.80 and $168.20 on Tuesday."],
    ["en", "Acme closed at $160.80 on Tuesday, Zyx at $168.20."],
    ["en", "Like Acme, Zyx closed lower on Tuesday, at $168.20."],
    ["en", "Acme closed above $168.20 on Tuesday."],
    ["en", "Had Acme closed at $168.20 on Tuesday, the options would pay."],
    ["en", "Acme closed just above $168.20 on Tuesday."],
    ["en", "Acme closed north of $155.20 on Tuesday."],
    ["en", "Acme closed within a dollar of $168.20 on Tuesday."],
    ["en", "Acme closed Tuesday's offering at $168.20 a share."],
    ["en", "Acme closed its acquisition of Zyx at $168.20 a share on Tuesday."],
    ["en", "Acme closed the sale of its mine on Tuesday at $168.20 per share."],
    ["en", "Acme settled the suit on Tuesday for $168.20 a share."],
    ["en", "We closed our Acme position at $168.20 on Tuesday."],
    ["en", "I closed my Acme calls at $168.20 on Tuesday."],
    ["en", "Acme closed Tuesday's extended session at $168.20."],
    ["en", "Acme ended Tuesday's after-hours session at $168.20."],
    ["en", "Acme's Hong Kong shares closed at $168.20 on Tuesday."],
    ["en", "In Hong Kong, Acme closed at $168.20 on Tuesday."],
    ["en", "Acme closed at $168.20 in Frankfurt on Tuesday."],
    ["en", "Acme's Toronto-listed stock closed at $168.20 on Tuesday."],
    ["en", "Acme's ADRs closed at $168.20 on Tuesday."],
    ["en", "Acme's Class B shares closed at $168.20 on Tuesday."],
    ["en", "Acme's preferred shares closed at $168.20 on Tuesday."],
    ["en", "Acme closed at 168.20 Canadian dollars on Tuesday."],
    ["en", "Acme closed at $168.20 Canadian on Tuesday."],
    ["en", "Acme closed at 168.20 Singapore dollars on Tuesday."],
    ["en", "Acme closed at 168.20 on Tuesday."],
    ["en", "Acme closed at more than $168 on Tuesday."],
    ["en", "Acme closed at $168-plus on Tuesday."],
    ["en", "Acme closed around the $168 mark on Tuesday."],
    ["en", "Acme closed at the $168 level on Tuesday."],
    ["en", "Acme closed at nearly $168.20 on Tuesday."],
    ["en", "Acme closed at $168 and change on Tuesday."],
    ["en", "Acme closed in on $168.20 on Tuesday."],
    ["en", "Acme came close to $168.20 on Tuesday."],
    ["en", "Acme's high for the day was $168.20; it closed lower on Tuesday."],
    ["en", "Acme closed at $168.20 on Tuesday a week ago."],
    ["en", "Acme closed at $140.20 on the Tuesday before the split."],
    ["en", "Acme had closed at $140.20 on Tuesday, Nov. 12, last year."],
    ["en", "A year ago on Tuesday, Acme closed at $140.20."],
    ["en", "Acme closed at $140.20 on Tuesday, November 12, 2024."],
    ["en", "If Acme closes at $168.20 on Tuesday, the calls expire worthless."],
    ["en", "Acme should close at $168.20 on Tuesday, said Zyx."],
    ["en", "Acme bonds closed at $98.20 on Tuesday, and its warrants at $168.20."],
    ["en", "The fund that holds Acme closed at $168.20 on Tuesday."],
    ["en", "The ETF with the most Acme shares, Zyx, ended Tuesday at $168.20."],
    ["en", "Acme fell as Brent crude closed at $168.20 on Tuesday."],
    ["en", "Acme's fair value is $168.20; it closed lower on Tuesday."],
    ["en", "Acme closed at $160.80 on Tuesday, below its 50-day average of $168.20."],
    ["en", "Acme closed Tuesday at a discount to the offer price of $168.20."],
    ["en", "Acme will close its store on Tuesday, where a phone costs $168.20."],
    ["en", "Acme's lawsuit ended on Tuesday at $168.20 per share for holders."],
    ["en", "Acme closed its fiscal year on Tuesday with cash of $168.20 a share."],
    ["en", "Acme finished Tuesday's Dutch auction at $168.20."],
    ["en", "Acme's Q3 book value ended at $168.20 on Tuesday."],
    ["en", "Did Acme close at $168.20 on Tuesday?"],
    ["en", "“Has Acme closed at $168.20 on Tuesday?”"],
    ["en", "Acme closed at $140.20 on Tuesday, in Toronto."],
    ["en", "Acme closed at $140.20 on Tuesday, on the TSX."],
    ["en", "Acme closed at $168.20 on Tuesday, adjusted for the spinoff."],
    ["en", "Acme closed at $168.20 on Tuesday, excluding the dividend."],
    ["en", "Acme closed at $168.20 (adjusted) on Tuesday."],
    ["en", "Acme closed on Tuesday at $168.20 (close of the other line)."],
    ["en", "Acme closed at $168.20 on Tuesday, or so the site claimed."],
    ["en", "“Acme closed at $168.20 on Tuesday,” the chatbot said."],
    ["en", "Acme closed at $168.20 on Tuesday; that was before the split."],
    ["en", "Acme closed at $168.20 on Tuesday, Nov. 11, in Toronto."],
    ["en", "Acme's new shares closed at $168.20 on Tuesday."],
    ["de", "Schloss Acme am Dienstag bei 168,20 Dollar?"],
    ["fr", "Acme a clôturé mardi à 168,20 dollars, en données ajustées."],
    ["fr", "Acme a clôturé mardi à 140,20 dollars, à Toronto."],
    ["es", "¿Cerró Acme el martes en 168,20 dólares?"],
    ["es", "Acme cerró el martes en 168,20 dólares, ajustado por el dividendo."],
    ["pt", "Acme fechou na terça-feira a 168,20 dólares?"],
    ["it", "Acme ha chiuso martedì a 168,20 dollari?"],
    ["zh", "阿克美周二收于168.20美元？"],
    ["de", "Acme schloss am Dienstag über 168,20 Dollar."],
    ["de", "Acme schloss am Dienstag nur knapp unter 168,20 Dollar."],
    ["de", "Acme-Konkurrent Zyx schloss am Dienstag bei 168,20 Dollar."],
    ["de", "Acme schloss in Hongkong am Dienstag bei 168,20 Dollar."],
    ["de", "Die Acme-Vorzugsaktie schloss am Dienstag bei 168,20 Dollar."],
    ["de", "Acme schloss am Dienstag bei 168,20 kanadischen Dollar."],
    ["fr", "Acme a clôturé mardi à 168,20 dollars canadiens."],
    ["fr", "Acme a clôturé mardi à 168,20 dollars de Hong Kong."],
    ["fr", "Acme a clôturé mardi à 168,20 dollars hongkongais."],
    ["fr", "Acme a clôturé mardi au-dessus de 168,20 dollars."],
    ["fr", "Acme a clôturé mardi autour de 168,20 dollars."],
    ["fr", "Le concurrent d'Acme, Zyx, a clôturé mardi à 168,20 dollars."],
    ["es", "Acme cerró el martes en 168,20 dólares canadienses."],
    ["es", "Acme cerró el martes en 168,20 dólares de Hong Kong."],
    ["es", "Acme cerró el martes por encima de los 168,20 dólares."],
    ["es", "Acme cerró el martes cerca de los 168,20 dólares."],
    ["pt", "Acme fechou na terça-feira em 168,20 dólares canadenses."],
    ["pt", "Acme fechou na terça-feira perto dos 168,20 dólares."],
    ["pt", "Acme fechou na terça-feira na casa dos 168 dólares."],
    ["it", "Acme ha chiuso martedì a 168,20 dollari canadesi."],
    ["it", "Acme ha chiuso martedì a 168,20 dollari di Hong Kong."],
    ["it", "Acme ha chiuso martedì sopra i 168,20 dollari."],
    ["it", "Acme ha chiuso martedì poco sopra quota 168,20 dollari."],
    ["ja", "アクメは火曜日、168.20ドル台で取引を終えた。"],
    ["ja", "アクメの火曜日の終値は168.20ドル付近だった。"],
    ["ja", "火曜日、アクメの競合ゼックスの終値は168.20ドルだった。"],
    ["ja", "アクメの香港株は火曜日、168.20ドルで取引を終えた。"],
    ["ko", "애크미는 화요일 168.20달러선에서 마감했다."],
    ["ko", "애크미는 화요일 168.20달러대에서 마감했다."],
    ["ko", "애크미는 화요일 168.20달러 안팎에서 마감했다."],
    ["ko", "애크미의 경쟁사 직스는 화요일 168.20달러에 마감했다."],
    ["zh", "阿克美周二收于168.20美元附近。"],
    ["zh", "阿克美周二收於168.20美元上方。"],
    ["zh", "阿克美周二收盘站上168.20美元。"],
    ["zh", "阿克美周二收盘逼近168.20美元。"],
    ["zh", "阿克美的竞争对手泽克斯周二收于168.20美元。"],
    ["zh", "阿克美周二失守168.20美元收盤。"],
    ["zh", "阿克美港股周二收報168.20元。"],
  ])("says of no close that it differs, or is another day's: %s: %s", (language, text) => {
    const verdicts = verdictsOf(language, text);
    expect(verdicts).not.toContain("differs");
    expect(verdicts).not.toContain("another-day");
  });
});

describe("a weekday of this week or of the one before", () => {
  it.each<[LanguageCode, string]>([
    ["en", "Acme closed at $# last Tuesday."],
    ["de", "Acme schloss am vergangenen Dienstag bei # Dollar."],
    ["fr", "Acme a clôturé mardi dernier à # dollars."],
    ["es", "Acme cerró el pasado martes en # dólares."],
    ["pt", "Acme fechou na terça-feira passada a # dólares."],
    ["it", "Acme ha chiuso martedì scorso a # dollari."],
    ["ja", "アクメは先週火曜日、#ドルで取引を終えた。"],
    ["ko", "애크미는 지난 화요일 #달러에 마감했다."],
  ])("agrees with either, and never differs: %s: %s", (language, sentence) => {
    const verdicts = ["160.80", "163.83", "168.20"].map((price) =>
      verdictsOf(language, withPrice(language, sentence, price)),
    );
    expect(verdicts).toEqual([["agrees"], ["agrees"], ["nothing"]]);
  });
});
