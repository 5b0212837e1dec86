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

/** Each price with its verdict, in an article of Friday, November 14. */
function verdictsOf(language: LanguageCode, ...texts: readonly string[]): string[] {
  const blocks = texts.map((text) => ({
    text,
    named: [...text.matchAll(NAMES)].map(({ index, 0: name }) => ({
      ticker: "ACME",
      start: index,
      end: index + name.length,
    })),
  }));
  const closes = { bars: NOVEMBER, splits: [], currency: "USD" };
  const facts = { published: "2025-11-14", calendar: calendar as NonNullable<typeof calendar> };
  return judge(findStatements(blocks, language).flat(), closes, facts).map(
    ({ statement, verdict }) => `${statement.value} ${verdict.kind} ${"date" in verdict ? verdict.date.slice(5) : ""}`,
  );
}

describe("a close of another day than the article's own", () => {
  it.each<[string, string[]]>([
    ["Acme closed at $160.80.", ["160.8 another-day 11-11"]],
    ["Shares of Acme fell 3.07% to $160.80.", ["3.07 another-day 11-11", "160.8 another-day 11-11"]],
    ["Acme closed at $160.80 on Wednesday.", ["160.8 another-day 11-11"]],
    ["On Wednesday, Acme closed at $160.80.", ["160.8 another-day 11-11"]],
    ["Acme closed at $160.80 on Nov. 12.", ["160.8 another-day 11-11"]],
    [
      "Acme closed at a stark $160.80 in the latest trading session, which surprised many.",
      ["160.8 another-day 11-11"],
    ],
  ])("is called one where the words say nothing else: %s", (text, expected) => {
    expect(verdictsOf("en", text)).toEqual(expected);
  });

  it.each<[LanguageCode, string, string]>([
    ["en", "Acme closed at $160.80 on the 11th.", "160.8 agrees 11-11"],
    ["en", "Acme closed at $160.80 on 11/11/2025.", "160.8 agrees 11-11"],
    ["en", "Acme closed at $160.80 (11/11/25).", "160.8 agrees 11-11"],
    ["de", "Am 11.11. schloss Acme bei 160,80 Dollar.", "160.8 agrees 11-11"],
    ["en", "12 November 2025: Acme closed at $160.80.", "160.8 agrees 11-11"],
    ["en", "Acme closed at $160.80 (11-Nov).", "160.8 agrees 11-11"],
    ["en", "Acme closed at $160.80 (Tuesday).", "160.8 agrees 11-11"],
    ["en", "Three sessions ago, Acme closed at $160.80.", "160.8 agrees 11-11"],
    ["en", "On the day of the announcement, Acme closed at $160.80.", "160.8 agrees 11-11"],
    ["en", "Acme closed at $165.89 on the eve of the report.", "165.89 agrees 11-10"],
    ["en", "Acme closed at $165.89 in its last session before the report.", "165.89 agrees 11-10"],
    ["en", "At the time, Acme closed at $160.80.", "160.8 agrees 11-11"],
    ["en", "Acme closed at $170.43 on Halloween.", "170.43 agrees 10-31"],
    ["en", "Acme closed at $163.83 on Tuesday the 4th.", "163.83 agrees 11-04"],
    ["en", "Acme closed at $163.83 on Tuesday of last week.", "163.83 agrees 11-04"],
    ["en", "Last week, Acme closed at $163.83 on Tuesday.", "163.83 agrees 11-04"],
    ["en", "Acme closed at $163.83 on the previous Tuesday.", "163.83 agrees 11-04"],
    ["en", "Acme closed at $163.83 on Tuesday (11/4).", "163.83 agrees 11-04"],
    ["en", "Acme closed at $160.80, a day after a note on Wednesday.", "160.8 agrees 11-11"],
    ["de", "Am Tag der Ankündigung schloss Acme bei 160,80 Dollar.", "160.8 agrees 11-11"],
    ["de", "Zu Wochenbeginn schloss Acme bei 165,89 Dollar.", "165.89 agrees 11-10"],
    ["fr", "Il y a trois jours, Acme a clôturé à 160,80 dollars.", "160.8 agrees 11-11"],
    ["es", "El día del anuncio, Acme cerró en 160,80 dólares.", "160.8 agrees 11-11"],
    ["pt", "Há três dias, Acme fechou a 160,80 dólares.", "160.8 agrees 11-11"],
    ["it", "Tre giorni fa Acme ha chiuso a 160,80 dollari.", "160.8 agrees 11-11"],
    ["ja", "発表当日、アクメは160.80ドルで取引を終えた。", "160.8 agrees 11-11"],
    ["ko", "발표 당일 애크미는 160.80달러에 마감했다.", "160.8 agrees 11-11"],
    ["zh", "三天前，阿克美收于160.80美元。", "160.8 agrees 11-11"],
  ])("is not where they may name that day: %s: %s", (language, text, expected) => {
    expect(verdictsOf(language, text)).toEqual([expected]);
  });

  it("is not where the price is that of the day before", () => {
    expect(verdictsOf("en", "Acme closed at $160.80 on Tuesday, against $165.89 a day earlier.")).toEqual([
      "160.8 agrees 11-11",
      "165.89 agrees 11-10",
    ]);
    expect(verdictsOf("en", "Acme closed at $159.11 Wednesday, a day after it closed at $160.80.")).toEqual([
      "159.11 agrees 11-12",
      "160.8 agrees 11-11",
    ]);
  });

  it("is not where a day is named elsewhere on the page, before or after", () => {
    const [day, price] = ["Acme announced the deal on Tuesday.", "The stock closed at $160.80."];
    expect(verdictsOf("en", `${day} ${price}`)).toEqual(["160.8 agrees 11-11"]);
    expect(verdictsOf("en", "Acme stock closed at $160.80.", day)).toEqual(["160.8 agrees 11-11"]);
    expect(verdictsOf("en", "Acme fell 1.06% on Wednesday. The stock closed at $160.80.")).toEqual([
      "1.06 nothing ",
      "160.8 agrees 11-11",
    ]);
  });
});

it("differs on no day that only the sentence before names", () => {
  expect(verdictsOf("en", "Acme closed at $160.80 on Tuesday. The stock closed at $158.20.")).toEqual([
    "160.8 agrees 11-11",
    "158.2 nothing ",
  ]);
});

describe("a day of the month before `of` and its month", () => {
  it.each<[LanguageCode, string, string]>([
    ["en", "Acme closed at $163.83 on the 4th of November.", "163.83 agrees 11-04"],
    ["en", "Acme closed at $163.83 on Tuesday, the 4th of November.", "163.83 agrees 11-04"],
    ["es", "Acme cerró el 4 de noviembre en 163,83 dólares.", "163.83 agrees 11-04"],
    ["pt", "Acme fechou em 4 de novembro a 163,83 dólares.", "163.83 agrees 11-04"],
  ])("is a date: %s: %s", (language, text, expected) => {
    expect(verdictsOf(language, text)).toEqual([expected]);
  });
});

it.each([
  ["Acme closed at $160.80 on Tues.", "160.8 agrees 11-11"],
  ["On Wed., Acme closed at $159.11.", "159.11 agrees 11-12"],
  ["Acme closed at $163.83 on Tues. Nov. 4.", "163.83 agrees 11-04"],
  ["Acme closed at $160.80 on Wed.", "160.8 another-day 11-11"],
])("a weekday's short form is that weekday: %s", (text, expected) => {
  expect(verdictsOf("en", text)).toEqual([expected]);
});
