import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Close, Split } from "../../../../src/domain/market/closes";
import { NEW_YORK } from "../../../../src/domain/market/market";
import { createTradingDays } from "../../../../src/domain/market/trading-day";
import { findStatements } from "../../../../src/domain/statements/find-statements";
import { judge } from "../../../../src/domain/statements/verdict";
import { NOVEMBER } from "../../../fakes/november-closes";

const calendar = createTradingDays(NEW_YORK);
if (!calendar) throw new Error("no New York");

interface Setting {
  readonly published?: string | null;
  readonly currency?: string;
  readonly splits?: readonly Split[] | null;
  readonly isUnadjusted?: boolean;
  readonly bars?: readonly Close[];
}

function verdictsOf(
  text: string,
  { published = "2025-11-14", currency = "USD", splits = [], bars = NOVEMBER, isUnadjusted = false }: Setting = {},
) {
  const statements = findStatements([{ text, named: [{ ticker: "BABA", start: 0, end: text.indexOf(" ") }] }]).flat();
  return judge(
    statements,
    { bars, splits, currency, isUnadjusted },
    { published, calendar: calendar as NonNullable<typeof calendar> },
  ).map(({ verdict }) => ("date" in verdict ? `${verdict.kind} ${verdict.date}` : verdict.kind));
}

describe("what the market says to a stated figure", () => {
  it.each<[string, string, Setting, string[]]>([
    ["the close of the named weekday agrees", "Acme closed at $160.80 on Tuesday.", {}, ["agrees 2025-11-11"]],
    [
      "price and change agree together",
      "Acme fell 3.07% to $160.80 on Tuesday.",
      {},
      ["agrees 2025-11-11", "agrees 2025-11-11"],
    ],
    [
      "figures of three days before are of another day",
      "Acme closed the recent trading session at $160.80, down 3.07%.",
      {},
      ["another-day 2025-11-11", "another-day 2025-11-11"],
    ],
    ["the last close agrees without a word", "Acme closed at $159.52.", {}, ["agrees 2025-11-13"]],
    ["a rounded percent is checked on its own day only", "Acme fell 3% on Tuesday.", {}, ["agrees 2025-11-11"]],
    ["a percent alone that does not fit is nothing", "Acme fell 4% on Tuesday.", {}, ["nothing"]],
    [
      "a Monday article means Friday",
      "Acme closed at $153.80 on Friday.",
      { published: "2025-11-17" },
      ["agrees 2025-11-14"],
    ],
    ["read from Asia a day ahead", "Acme closed at $153.80.", { published: "2025-11-15" }, ["agrees 2025-11-14"]],
    ["a whole price fits its own day", "Acme closed at $161 on Tuesday.", {}, ["agrees 2025-11-11"]],
    ["the date beside a weekday says which", "Acme closed at $163.83 on Tuesday, Nov. 4.", {}, ["agrees 2025-11-04"]],
    ["a date in brackets does so, too", "Acme closed at $163.83 on Tuesday (Nov. 4).", {}, ["agrees 2025-11-04"]],
    ["a day of the month in brackets, too", "Acme closed at $163.83 on Tuesday (4).", {}, ["agrees 2025-11-04"]],
    ["a date that is no such weekday is none", "Acme closed at $168.20 on Tuesday, Nov. 5.", {}, ["nothing"]],
    [
      "the day before yesterday is that day",
      "Acme closed at $159.11 the day before yesterday.",
      {},
      ["agrees 2025-11-12"],
    ],
    ["last week's close is no recent one", "Acme ended last week at $165.11.", {}, ["agrees 2025-11-07"]],
    ["nor is a month's", "Acme ended October at $170.43.", {}, ["agrees 2025-10-31"]],
    ["nor one before an event", "Acme closed at $165.89 before the announcement.", {}, ["agrees 2025-11-10"]],
    ["more than 3 % is", "Acme fell more than 3% on Tuesday.", {}, ["agrees 2025-11-11"]],
    ["less than 3 % is not", "Acme fell less than 3% on Tuesday.", {}, ["nothing"]],
    ["less than 1.2 % is", "Acme fell less than 1.1% on Wednesday.", {}, ["agrees 2025-11-12"]],
    ["more than 1.1 % is not", "Acme fell more than 1.1% on Wednesday.", {}, ["nothing"]],
    ["about is about", "Acme fell about 3% on Tuesday.", {}, ["agrees 2025-11-11"]],
    ["a wrong close of a certain day differs", "Acme closed at $168.20 on Tuesday.", {}, ["differs 2025-11-11"]],
    ["a late correction is the same close", "Acme closed at $160.83 on Tuesday.", {}, ["nothing"]],
    ["a close of no certain day is nothing", "Acme closed at $168.20.", {}, ["nothing"]],
    ["a price that is not called a close is nothing", "Acme rose to $168.20 on Tuesday.", {}, ["nothing"]],
    ["an approximate close is nothing", "Acme closed at about $168 on Tuesday.", {}, ["nothing"]],
    [
      "figures from inside the session are not judged",
      "Acme traded at $168.20 at midday on Tuesday.",
      {},
      ["not-a-close"],
    ],
    [
      "a move on a page of the hours in session is nothing",
      "Acme traded at $168.20 at midday on Tuesday. The stock fell 3.1%.",
      {},
      ["not-a-close", "nothing"],
    ],
    ["nor those after hours", "Acme fell 2.00% in after-hours trading.", {}, ["not-a-close"]],
    [
      "a bare dollar is the listing's",
      "Acme closed at $160.80 on Tuesday.",
      { currency: "CAD" },
      ["agrees 2025-11-11"],
    ],
    ["one of the United States is not", "Acme closed at US$160.80 on Tuesday.", { currency: "CAD" }, ["nothing"]],
    ["nor one in so many words", "Acme closed at 160.80 US dollars on Tuesday.", { currency: "HKD" }, ["nothing"]],
    ["another currency is nothing", "Acme closed at €138.20 on Tuesday.", {}, ["nothing"]],
    [
      "nor is a move beside its price",
      "Acme ADRs fell 3.07% to $160.80 on Tuesday.",
      { currency: "EUR" },
      ["nothing", "nothing"],
    ],
    [
      "the day behind a semicolon is that of its clause",
      "Acme rose 0.47% on Monday; it fell 3.07% to $160.80 on Tuesday.",
      {},
      ["agrees 2025-11-10", "agrees 2025-11-11", "agrees 2025-11-11"],
    ],
    ["a price of some other share is nothing", "Acme closed at $16.08 on Tuesday.", {}, ["nothing"]],
    ["without a date nothing is judged", "Acme closed at $168.20 on Tuesday.", { published: null }, ["nothing"]],
    [
      "a split since is un-applied",
      "Acme closed at $1,608.00 on Tuesday.",
      { splits: [{ date: "2026-03-02", numerator: 10, denominator: 1 }] },
      ["agrees 2025-11-11"],
    ],
    [
      "an older close may be split-adjusted if the source names no splits",
      "Acme closed at $184.92 on Tuesday.",
      { splits: null },
      ["nothing"],
    ],
    ["the latest is not", "Acme closed at $168.20 on Friday.", { splits: null }, ["differs 2025-11-14"]],
    [
      "nor is one of a source that does not adjust",
      "Acme closed at $168.20 on Tuesday.",
      { splits: null, isUnadjusted: true },
      ["differs 2025-11-11"],
    ],
    [
      "pounds of a share quoted in pence",
      "Acme closed at £1.608 on Tuesday.",
      { currency: "GBp" },
      ["agrees 2025-11-11"],
    ],
    [
      "rand of a share quoted in cents",
      "Acme closed at ZAR160.80 on Tuesday.",
      { currency: "ZAX", bars: NOVEMBER.map(({ date, close }) => ({ date, close: close * 100 })) },
      ["agrees 2025-11-11"],
    ],
    ["a change in money", "Acme lost $5.09 on Tuesday.", {}, ["agrees 2025-11-11"]],
    [
      "nor is a close of a date a year ago that of this year's day",
      "Acme closed at $160.80 on Nov. 11, 2024.",
      {},
      ["nothing"],
    ],
    ["nor one of a date in spring", "Acme closed at $160.80 on March 4.", {}, ["nothing"]],
    ["a date of long ago is nothing", "Acme closed at $160.80 on November 11, 2011.", {}, ["nothing"]],
    ["a holiday is no certain day", "Acme closed at $168.20 on Thursday.", { published: "2025-11-28" }, ["nothing"]],
  ])("%s", (_, text, setting, expected) => {
    expect(verdictsOf(text, setting)).toEqual(expected);
  });

  it("gives digits that mean two numbers the one that fits the day", () => {
    const text = "Acme cerró el martes en 160.800 dólares.";
    const statements = findStatements([{ text, named: [{ ticker: "ACME", start: 0, end: 4 }] }], "es").flat();
    const closes = { bars: NOVEMBER, splits: [], currency: "USD" };
    const facts = { published: "2025-11-14", calendar: calendar as NonNullable<typeof calendar> };
    expect(statements).toMatchObject([{ value: 160_800, decimals: 0 }]);
    expect(judge(statements, closes, facts)).toMatchObject([
      { statement: { value: 160.8, decimals: 3 }, verdict: { kind: "agrees", date: "2025-11-11" } },
    ]);
  });

  it("never differs where any reading of the sentence agrees", () => {
    const day = fc.integer({ min: 1, max: NOVEMBER.length - 1 });
    const weekday = fc.constantFrom("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    const decimals = fc.integer({ min: 0, max: 2 });
    const factor = fc.constantFrom(1, 10, 0.1);
    fc.assert(
      fc.property(day, weekday, decimals, factor, fc.boolean(), (index, name, digits, split, adjusted) => {
        const bar = NOVEMBER[index] as Close;
        const printed = (adjusted ? bar.close : bar.close * split).toFixed(digits);
        const splits = split === 1 ? [] : [{ date: "2026-03-02", numerator: split * 10, denominator: 10 }];
        const verdicts = verdictsOf(`Acme closed at $${printed} on ${name}.`, { splits });
        expect(verdicts.join()).not.toContain("differs");
      }),
      { numRuns: 500 },
    );
  });

  it("never differs on an article that is printed again weeks later", () => {
    expect(
      verdictsOf("Acme closed at $170.43 on Friday.", {
        published: "2025-11-21",
        bars: [...NOVEMBER, { date: "2025-11-21", close: 152.93 }],
      }),
    ).toEqual(["nothing"]);
  });
});
