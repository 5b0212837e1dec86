import { describe, expect, it } from "vitest";
import { findStatements } from "../../../../src/domain/statements/find-statements";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";

/** Each figure with the phase that its own sentence gives it. */
function phasesOf(language: LanguageCode, text: string): string[] {
  const named = [...text.matchAll(/Acme|アクメ|애크미|阿克美/g)].map(({ index, 0: name }) => ({
    ticker: "ACME",
    start: index,
    end: index + name.length,
  }));
  return findStatements([{ text, named }], language)
    .flat()
    .map(({ value, phase, phaseFrom }) => `${value} ${phaseFrom === "page" ? "unknown" : phase}`);
}

describe("the phase of a figure", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "Acme fell 3.1% on Tuesday after it had reported results after the bell on Monday.", ["3.1 unknown"]],
    [
      "en",
      "Acme fell 3.1% to $160.80 after posting earnings before the market opened.",
      ["3.1 unknown", "160.8 unknown"],
    ],
    ["en", "Acme reported results before the bell and its shares fell 3.1%.", ["3.1 unknown"]],
    ["en", "Acme, which reports earnings after the close on Thursday, fell 1.1%.", ["1.1 unknown"]],
    ["en", "Shares of Acme, which currently employs 4,000 people, fell 3.1%.", ["3.1 unknown"]],
    ["en", "Acme recently cut its forecast, and the shares fell 3.1%.", ["3.1 unknown"]],
    [
      "en",
      "Acme rose 0.5% in premarket trading on Wednesday after falling 3.1% on Tuesday.",
      ["0.5 premarket", "3.1 unknown"],
    ],
    [
      "en",
      "Acme, which fell 3.1% on Tuesday, rose 0.5% before the bell on Wednesday.",
      ["3.1 unknown", "0.5 premarket"],
    ],
    ["de", "Acme fiel um 3,1 Prozent, nachdem das Unternehmen nachbörslich Zahlen vorgelegt hatte.", ["3.1 unknown"]],
    ["de", "Acme legt am Mittwoch vor Börsenbeginn Zahlen vor, die Aktie fiel um 3,1 Prozent.", ["3.1 unknown"]],
    ["fr", "Acme a cédé 3,1%, le groupe ayant publié ses comptes avant l'ouverture.", ["3.1 unknown"]],
    ["es", "Acme cayó un 3,1% tras presentar resultados el lunes tras el cierre.", ["3.1 unknown"]],
    ["pt", "Acme caiu 3,1% após divulgar resultados na segunda depois do fechamento.", ["3.1 unknown"]],
    ["it", "Acme, che attualmente impiega 4.000 persone, ha perso il 3,1%.", ["3.1 unknown"]],
    ["ja", "アクメは月曜の引け後に決算を発表し、火曜日に3.1%下落した。", ["3.1 unknown"]],
    ["ja", "午後に決算を発表したアクメは3.1%安の160.80ドルで引けた。", ["3.1 close", "160.8 close"]],
    ["ko", "오전에 실적을 발표한 애크미는 3.1% 내린 160.80달러에 거래를 마쳤다.", ["3.1 close", "160.8 close"]],
    ["zh", "阿克美周一盘后公布财报，周二下跌3.1%。", ["3.1 unknown"]],
  ])("is not that of another clause about something else: %s: %s", (language, text, expected) => {
    expect(phasesOf(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "In premarket trading, Acme fell 3.1%.", ["3.1 premarket"]],
    ["en", "Before the opening bell on Tuesday, Acme and its peers rose 3.1%.", ["3.1 premarket"]],
    ["en", "At 11:24 a.m. ET, Acme was down 3.1%, at $160.80.", ["3.1 intraday", "160.8 intraday"]],
    ["en", "Acme was down 3.1% as of 1430 GMT.", ["3.1 intraday"]],
    ["ja", "午前の東京市場でアクメは3.1%安。", ["3.1 intraday"]],
    ["en", "Acme was up 1% around noon but finished down 3.1%.", ["3.1 close"]],
    ["ko", "오전 10시 애크미는 3.1% 내렸다.", ["3.1 intraday"]],
    ["de", "Vorbörslich, auf Tradegate, verlor Acme 3,1 Prozent.", ["3.1 premarket"]],
  ])("is that of a clause that says only when: %s: %s", (language, text, expected) => {
    expect(phasesOf(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string[]]>([
    ["en", "As of 4 p.m. ET on Tuesday, Acme shares were down 3.1%.", ["3.1 unknown"]],
    ["en", "Acme shares were down 3.1% at 4:00 p.m. in New York.", ["3.1 unknown"]],
    ["en", "At the 4 p.m. close on Tuesday, Acme stood at $160.80.", ["160.8 close"]],
    ["en", "Acme shares were down 3.1% at 3:59 p.m. in New York.", ["3.1 intraday"]],
    ["fr", "À 17h35, heure de Paris, l'action Acme cédait 3,1%.", ["3.1 unknown"]],
    ["de", "Um 17:36 Uhr lag die Acme-Aktie 3,1 Prozent im Minus.", ["3.1 unknown"]],
    ["de", "Um 15:36 Uhr lag die Acme-Aktie 3,1 Prozent im Minus.", ["3.1 intraday"]],
  ])("is unknown at an hour when the market may have closed: %s: %s", (language, text, expected) => {
    expect(phasesOf(language, text)).toEqual(expected);
  });

  it.each<[LanguageCode, string]>([
    ["en", "On 2025-11-11 Acme fell 3.1%."],
    ["de", "Am 11.11.2025 fiel Acme um 3,1 Prozent."],
  ])("is not told by a date: %s: %s", (language, text) => {
    expect(phasesOf(language, text)).toEqual(["3.1 unknown"]);
  });

  it.each<[LanguageCode, string]>([
    ["en", "Acme app usage is up 3.1% so far."],
    ["es", "Acme subió actualmente sus cuotas un 3,1%."],
    ["ja", "アクメは現在、会費を3.1%上げている。"],
    ["ko", "현재 4000명을 고용한 애크미는 3.1% 하락했다."],
    ["en", "Acme shares are currently down 3.1%."],
    ["de", "Zu den Verlierern zählen derzeit Acme (-3,1 Prozent)."],
  ])("is not told by a word like now, which reports of the close use too: %s: %s", (language, text) => {
    expect(phasesOf(language, text)).toEqual(["3.1 unknown"]);
  });
});

describe("a span of time", () => {
  it.each([
    "Acme shares rose 3.1% in early November.",
    "Acme rose 3.1% in late October.",
    "Acme fell 3.1% in early 2025.",
    "In the five days ended Tuesday, Acme fell 3.1%.",
  ])("is no day: %s", (text) => {
    expect(phasesOf("en", text)).toEqual([]);
  });
});
