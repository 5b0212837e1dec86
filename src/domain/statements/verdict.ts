import type { Closes, LocalDate } from "../market/closes";
import { dayOf, daysAround, fits, isOfCurrency, type PrintedDay } from "./market-fit";
import { type SessionCalendar, type SessionDays, sessionDays } from "./session-days";
import type { Statement } from "./statement";

/** What the market says to a stated figure. */
export type Verdict =
  /** The figure is that of the day which the reader takes it for. */
  | { readonly kind: "agrees"; readonly date: LocalDate }
  /** True, but of another day than the reader would think (`expected`). */
  | { readonly kind: "another-day"; readonly date: LocalDate; readonly expected: LocalDate }
  /** Called a close, of a day that is certain, and ours of that day is `ours`. */
  | { readonly kind: "differs"; readonly date: LocalDate; readonly ours: number }
  /** No close: shown as what it is and never judged. */
  | { readonly kind: "not-a-close" }
  /** Nothing can be said. */
  | { readonly kind: "nothing" };

export interface Judged {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/** An article, as far as its figures are judged by it. */
export interface ArticleFacts {
  /** The author's day of publication; without one nothing is judged. */
  readonly published: LocalDate | null;
  readonly calendar: SessionCalendar;
}

/**
 * Two reports of one close differ in the second decimal, now and then by a
 * late correction; nothing below half a percent is called another close.
 */
const SAME_CLOSE_SHARE = 0.005;

/** Farther apart, the price is that of some other share, currency or count of shares. */
const SAME_SHARE_LIMIT = 0.25;

/** How many sessions of the series a reprinted article's close is looked for in. */
const REPRINT_SESSIONS = 130;

type JudgedCloses = Pick<Closes, "bars" | "splits" | "currency"> & { readonly gaps?: readonly LocalDate[] | undefined };

const NOTHING: Verdict = { kind: "nothing" };

/** Judges the statements of one listing in one article against its closes. */
export function judge(
  statements: readonly Statement[],
  closes: JudgedCloses,
  { published, calendar }: ArticleFacts,
): Judged[] {
  if (published === null) return statements.map((statement) => ({ statement, verdict: withoutDate(statement) }));
  const days = daysAround(closes, published);
  return statements.map((statement) => {
    if (isOtherPhase(statement)) return { statement, verdict: { kind: "not-a-close" } };
    if (!isOfCurrency(statement.unit, closes.currency)) return { statement, verdict: NOTHING };
    const meant = sessionDays(statement.session, published, calendar);
    if (!meant && isDated(statement)) return { statement, verdict: NOTHING };
    const known = meant ? withCertainDay(days, meant, closes) : days;
    const date = dayOfFigure(statement, companionsOf(statement, statements), known, meant, closes.currency);
    if (date !== null) return { statement, verdict: verdictOn(date, meant) };
    return { statement, verdict: differing(statement, statements, known, meant, closes) };
  });
}

/** A date with its year that is no session of the article's time is one of long ago. */
function isDated({ session }: Statement): boolean {
  return session?.day.kind === "date" && session.day.year !== null;
}

function withoutDate(statement: Statement): Verdict {
  return isOtherPhase(statement) ? { kind: "not-a-close" } : NOTHING;
}

function isOtherPhase({ phase, phaseFrom }: Statement): boolean {
  if (phaseFrom === "page") return false;
  return phase === "intraday" || phase === "premarket" || phase === "after-hours";
}

/** A date in the text may lie before the ten sessions. */
function withCertainDay(days: readonly PrintedDay[], { likely }: SessionDays, closes: JudgedCloses) {
  if (days.some(({ date }) => date === likely)) return days;
  const day = dayOf(closes, likely);
  return day ? [day, ...days] : days;
}

/** The other figures of the same sentence that are of the same session. */
function companionsOf(statement: Statement, all: readonly Statement[]): Statement[] {
  return all.filter(
    (other) =>
      other !== statement &&
      other.sentence.start === statement.sentence.start &&
      other.block === statement.block &&
      other.phase === statement.phase &&
      other.session?.stated === statement.session?.stated,
  );
}

/**
 * The session whose figure it is: the meant one where it fits; a
 * price also the only one of the ten that it or its sentence fits.
 */
function dayOfFigure(
  statement: Statement,
  companions: readonly Statement[],
  days: readonly PrintedDay[],
  meant: SessionDays | null,
  currency: string | null,
): LocalDate | null {
  const fitting = days.filter((day) => fits(statement, day, currency));
  const together = fitting.filter(
    (day) => companions.length > 0 && companions.every((other) => fits(other, day, currency)),
  );
  const expected = meant?.expected.find((date) => fitting.some((day) => day.date === date));
  const isPrice = statement.direction === null;
  const hasPrice = isPrice || companions.some(({ direction }) => direction === null);
  if (hasPrice && together.length === 1) return together[0]?.date ?? null;
  if (expected !== undefined && (isPrice || expected === meant?.likely || statement.decimals > 0)) return expected;
  return isPrice && fitting.length === 1 ? (fitting[0]?.date ?? null) : null;
}

function verdictOn(date: LocalDate, meant: SessionDays | null): Verdict {
  if (!meant || meant.expected.includes(date)) return { kind: "agrees", date };
  return { kind: "another-day", date, expected: meant.likely };
}

/**
 * A close that is claimed in so many words, of a day that is
 * certain, and that no reading makes ours of any session nearby.
 */
function differing(
  statement: Statement,
  all: readonly Statement[],
  days: readonly PrintedDay[],
  meant: SessionDays | null,
  { bars, splits, gaps, currency }: JudgedCloses,
): Verdict {
  const { kind, claimsClose, phase, phaseFrom, approximate, value, unit, sentence, block } = statement;
  if ((kind !== "close" && kind !== "level-of-index") || !claimsClose || phase !== "close" || phaseFrom === "page")
    return NOTHING;
  if (approximate || !meant?.isCertain || (unit === null && currency !== null)) return NOTHING;
  const ours = days.find(({ date }) => date === meant.likely);
  if (!ours) return NOTHING;
  const ratio = ours.close / value;
  if (Math.abs(ratio - 1) <= SAME_CLOSE_SHARE || ratio < 1 - SAME_SHARE_LIMIT || ratio > 1 + SAME_SHARE_LIMIT)
    return NOTHING;
  // An article that is printed again weeks later keeps its weekday.
  const isOfSomeSession = [
    ...bars.slice(-REPRINT_SESSIONS).map(({ date }) => dayOf({ bars, splits, gaps }, date)),
    ...days,
  ].some((day) => day !== undefined && fits(statement, day, currency));
  // What else the sentence says of the day is right: then its price is of something else, or we are wrong.
  const agreesElsewhere = all.some(
    (other) =>
      other !== statement &&
      other.block === block &&
      other.sentence.start === sentence.start &&
      fits(other, ours, currency),
  );
  return isOfSomeSession || agreesElsewhere ? NOTHING : { kind: "differs", date: ours.date, ours: ours.close };
}
