import { addDays, daysBetween } from "./calendar-day";
import type { Close, LocalDate } from "./closes";
import type { Comparison } from "./comparison";
import type { Figures } from "./figures";

/** 52 weeks. */
const YEAR_DAYS = 364;

/** A year of closes may begin this many days late and still count as 52 weeks, if no session is missing in them. */
const YEAR_SLACK_DAYS = 5;

/**
 * In this century, no exchange that we have listings of has been closed for longer, so closes further apart are not all
 * there are.
 */
const LONGEST_CLOSURE_DAYS = 15;

/** A missing close is seldom further than this fraction beyond those beside it. */
const SELDOM_BEYOND = 0.03;

/**
 * The lowest and highest close of the 52 weeks that end with the latest; null with less than 52 weeks of bars, and if a
 * close that is missing may have been lower or higher.
 */
export function yearRange({ sound, latest, days, closes: { without } }: Figures): Comparison["yearRange"] {
  const [first] = sound;
  if (!first || daysBetween(first.date, latest.date) < YEAR_DAYS - YEAR_SLACK_DAYS) return null;
  const begin = addDays(latest.date, -YEAR_DAYS);
  const start = sound.findIndex(({ date }) => date >= begin);
  const year = sound.slice(start);
  const closes = year.map(({ close }) => close);
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  const isAnyMissing = (from: LocalDate, to: LocalDate) =>
    days.between(from, to).some((date) => days.isKnown(date) && !without?.includes(date));
  const isNearEnd = ({ close }: Close) => close * (1 - SELDOM_BEYOND) < low || close * (1 + SELDOM_BEYOND) > high;
  const mayHide = (from: Close, to: Close) =>
    daysBetween(from.date, to.date) > LONGEST_CLOSURE_DAYS ||
    ((isNearEnd(from) || isNearEnd(to)) && isAnyMissing(from.date, to.date));
  if (start === 0 && isAnyMissing(addDays(begin, -1), first.date)) return null;
  return year.some((bar, at) => mayHide(sound[start + at - 1] ?? bar, bar)) ? null : { low, high };
}
