import { hundredthOf } from "../currency";
import { addDays } from "../market/calendar-day";
import type { Close, Closes, LocalDate } from "../market/closes";
import { asPrinted } from "../market/since-article";
import type { Statement } from "./statement";

/** A trading day of a listing, with the figures that an article of its time could state. */
export interface PrintedDay {
  readonly date: LocalDate;
  /** As printed on the day, without later splits. */
  readonly close: number;
  /** With later splits; the same as `close` if there were none. */
  readonly adjusted: number;
  /** Against the close of the session before, in percent; null for the first bar. */
  readonly changePercent: number | null;
  /** The same in money, as printed. */
  readonly changeMoney: number | null;
}

/** The parts of a listing's closes that are needed here. */
export type Series = Pick<Closes, "bars" | "splits"> & { readonly gaps?: readonly LocalDate[] | undefined };

/** An article's figures are looked for in this many sessions before it. */
const SESSIONS_BACK = 10;

/**
 * The sessions that an article published on this day can be about, oldest first: ten up to that day, and the next,
 * because the author's clock may be behind the exchange's.
 */
export function daysAround(closes: Series, published: LocalDate): PrintedDay[] {
  const end = closes.bars.findLastIndex(({ date }) => date <= addDays(published, 1)) + 1;
  return closes.bars
    .slice(0, end)
    .map((bar, index) => printedDay(bar, closes.bars[index - 1], closes))
    .slice(-SESSIONS_BACK - 1);
}

/** The trading day `date`, wherever in the series it is. */
export function dayOf(closes: Series, date: LocalDate): PrintedDay | undefined {
  const index = closes.bars.findIndex((bar) => bar.date === date);
  const bar = closes.bars[index];
  return bar && printedDay(bar, closes.bars[index - 1], closes);
}

function printedDay(
  bar: Close,
  previous: Close | undefined,
  { splits, gaps }: Pick<Series, "splits" | "gaps">,
): PrintedDay {
  const close = asPrinted(bar, splits ?? []);
  const isStep = previous !== undefined && !(gaps ?? []).some((gap) => previous.date < gap && gap < bar.date);
  return {
    date: bar.date,
    close,
    adjusted: bar.close,
    changePercent: isStep ? (bar.close / previous.close - 1) * 100 : null,
    changeMoney: isStep ? ((bar.close - previous.close) * close) / bar.close : null,
  };
}

/** An article's figure may have been rounded twice, and so be wrong by slightly more than half a unit. */
const TRIFLE = 1e-6;

/**
 * Whether the figure is that of the day, as far as its precision goes, in any reading of its digits and of its
 * currency's unit.
 */
export function fits(statement: Statement, day: PrintedDay, currency: string | null): boolean {
  if (statement.direction === null) {
    return readings(statement, currency).some(({ value, unit }) =>
      [day.close, day.adjusted].some((close) => isPrinted(close, value, unit, statement)),
    );
  }
  if (statement.unit === "%") {
    const printed = statement.value * statement.direction;
    return day.changePercent !== null && isPrinted(day.changePercent, printed, half(statement), statement);
  }
  const { changeMoney } = day;
  if (changeMoney === null) return false;
  return readings(statement, currency).some(({ value, unit }) =>
    isPrinted(changeMoney, value * (statement.direction ?? 1), unit, statement),
  );
}

/**
 * The statement with the meaning of its digits that fits the day: `45.125` is 45125 in one country and 45.125 in
 * another.
 */
export function asFitting(statement: Statement, day: PrintedDay, currency: string | null): Statement {
  const { otherValue, ...once } = statement;
  if (otherValue === undefined || fits(once, day, currency)) return statement;
  return { ...once, value: otherValue, decimals: otherValue < once.value ? 3 : 0 };
}

/** Half a unit of the last printed digit; three halves where the text says "about". */
export function half({ decimals, approximate }: Statement): number {
  return (approximate === "about" ? 1.5 : 0.5) * 10 ** -decimals;
}

/** Whether an article may print the exact figure so; a bound has to be one. */
function isPrinted(exact: number, printed: number, tolerance: number, { approximate }: Statement): boolean {
  const trifle = TRIFLE * Math.abs(exact);
  if (Math.abs(exact - printed) > tolerance + trifle) return false;
  const excess = Math.abs(exact) - Math.abs(printed);
  if (approximate === "more-than") return excess >= -trifle;
  return approximate !== "less-than" || excess <= trifle;
}

/**
 * What the digits can mean: both readings of one separator; pounds for a share that is quoted in pence, cents for one
 * in dollars.
 */
function readings(statement: Statement, currency: string | null): { readonly value: number; readonly unit: number }[] {
  const { value, otherValue, unit } = statement;
  const tolerance = half(statement);
  const plain = [{ value, unit: tolerance }];
  if (otherValue !== undefined) {
    const scale = otherValue === 0 || value === 0 ? 1 : otherValue / value;
    plain.push({ value: otherValue, unit: scale > 1 ? 0.5 : tolerance * scale });
  }
  const isHundredth = hundredthOf(currency) !== null;
  const scale =
    isHundredth && unit !== "GBp" && unit !== null
      ? 100
      : unit === "USc" || (unit === "GBp" && !isHundredth)
        ? 0.01
        : 1;
  return scale === 1
    ? plain
    : [...plain, ...plain.map((one) => ({ value: one.value * scale, unit: one.unit * scale }))];
}

/** Currencies that a bare `$` can mean. */
export const DOLLARS = /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN|BRL)$/;

/** Whether a figure can be one of a listing quoted in `currency`; an index has points. */
export function isOfCurrency({ unit, isAnyDollar }: Statement, currency: string | null): boolean {
  if (unit === null || unit === "%" || unit === "points" || currency === null) return true;
  const main = (code: string) => hundredthOf(code)?.of ?? (code === "USc" ? "USD" : code);
  return (
    main(unit) === main(currency) ||
    ((isAnyDollar || unit === "USc") && DOLLARS.test(currency)) ||
    (unit === "USc" && currency === "EUR")
  );
}
