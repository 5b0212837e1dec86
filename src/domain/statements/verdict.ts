import type { Closes, LocalDate } from "../market/closes";
import { companionsOf, priceBeside } from "./companions";
import { asFitting, dayOf, daysAround, fits, isOfCurrency, type PrintedDay } from "./market-fit";
import { type SessionCalendar, type SessionDays, sessionDays } from "./session-days";
import type { Statement } from "./statement";

/** How a stated figure compares with the market. */
export type Verdict =
  /** The figure is that of the day which the reader thinks it is of. */
  | { readonly kind: "agrees"; readonly date: LocalDate }
  /** The figure is right, but of another day than the reader would think (`expected`). */
  | { readonly kind: "another-day"; readonly date: LocalDate; readonly expected: LocalDate }
  /** It is called the close of a day that is certain, and our close of that day is `ours`. */
  | { readonly kind: "differs"; readonly date: LocalDate; readonly ours: number }
  /** It is no close: it is shown as what it is, and not judged. */
  | { readonly kind: "not-a-close" }
  /** Nothing can be said about it. */
  | { readonly kind: "nothing" };

/** A statement and how it compares with the market. */
export interface Judged {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/** The facts about an article by which its figures are judged. */
export interface ArticleFacts {
  /** The author's day of publication; without one nothing is judged. */
  readonly published: LocalDate | null;
  readonly calendar: SessionCalendar;
}

/**
 * Reports of one close may differ in the second decimal, sometimes because of a late correction. Only a difference of
 * half a percent or more counts as another close.
 */
const SAME_CLOSE_SHARE = 0.005;

/**
 * If it differs by more than this share, the price is that of another share, in another currency or for another number
 * of shares.
 */
const SAME_SHARE_LIMIT = 0.25;

/** The smallest number of four digits. */
const FEWEST_EXACT = 1000;

/** The close of an article that is printed again is looked for in this many sessions. */
const REPRINT_SESSIONS = 130;

type JudgedCloses = Pick<Closes, "bars" | "splits" | "currency" | "isUnadjusted"> & {
  readonly gaps?: readonly LocalDate[] | undefined;
};

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
    if (isLikelyOtherPhase(statement)) return { statement, verdict: NOTHING };
    if (!isOfCurrency(priceBeside(statement, statements), closes.currency)) return { statement, verdict: NOTHING };
    const meant = sessionDays(statement.session, published, calendar);
    if (!meant && isDated(statement)) return { statement, verdict: NOTHING };
    const known = meant ? daysMeant(days, meant, closes) : days;
    const date = dayOfFigure(statement, companionsOf(statement, statements), known, meant, closes.currency);
    const day = known.find((one) => one.date === date);
    if (date !== null && day)
      return { statement: asFitting(statement, day, closes.currency), verdict: verdictOn(date, meant, statement) };
    return { statement, verdict: differing(statement, statements, known, meant, closes) };
  });
}

/** Says nothing of what differs: of a company with several shares, the article may mean the close of another one. */
export function withoutDifferences(judged: readonly Judged[]): Judged[] {
  return judged.map((one) => (one.verdict.kind === "differs" ? { ...one, verdict: NOTHING } : one));
}

/** Whether the words are a date with its year, which may be long before the article. */
function isDated({ session }: Statement): boolean {
  return session?.day.kind === "date" && session.day.year !== null;
}

function withoutDate(statement: Statement): Verdict {
  return isOtherPhase(statement) ? { kind: "not-a-close" } : NOTHING;
}

/** A move on a page that tells of the hours in session: that it is the close's, too, would be chance. */
function isLikelyOtherPhase({ phase, phaseFrom, direction }: Statement): boolean {
  return phaseFrom === "page" && direction !== null && phase !== "close" && phase !== "unknown";
}

function isOtherPhase({ phase, phaseFrom }: Statement): boolean {
  if (phaseFrom === "page") return false;
  return phase === "intraday" || phase === "premarket" || phase === "after-hours";
}

/** The ten sessions, or the day of a date in the text before them: a figure of that day is of no other. */
function daysMeant(days: readonly PrintedDay[], { likely }: SessionDays, closes: JudgedCloses): readonly PrintedDay[] {
  const first = days[0]?.date ?? likely;
  if (likely >= first) return days;
  const day = dayOf(closes, likely);
  return day ? [day] : [];
}

/**
 * The session that the figure is of: the one that the words mean, if the figure fits it. A price can also be of the
 * only one of the ten that it, or its sentence, fits.
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
  // A rounded price is some other session's by chance.
  return isPrice && isExact(statement) && fitting.length === 1 ? (fitting[0]?.date ?? null) : null;
}

/** Whether a price is printed to four digits or more. */
function isExact({ value, decimals }: Statement): boolean {
  return Math.round(value * 10 ** decimals) >= FEWEST_EXACT;
}

function verdictOn(date: LocalDate, meant: SessionDays | null, { mayBeOfOtherDay }: Statement): Verdict {
  // `ended October at $170.43`: it does not read like the last session's.
  if (!meant || meant.expected.includes(date) || mayBeOfOtherDay) return { kind: "agrees", date };
  return { kind: "another-day", date, expected: meant.likely };
}

/**
 * The verdict on a figure that the words call the close of a day that is certain. It differs if in no reading it is our
 * close of any session nearby; otherwise nothing can be said.
 */
function differing(
  statement: Statement,
  all: readonly Statement[],
  days: readonly PrintedDay[],
  meant: SessionDays | null,
  { bars, splits, gaps, currency, isUnadjusted }: JudgedCloses,
): Verdict {
  const { kind, claimsClose, isPlain, phase, phaseFrom, approximate, value, unit, sentence, block } = statement;
  if ((kind !== "close" && kind !== "level-of-index") || !claimsClose || phase !== "close" || phaseFrom === "page")
    return NOTHING;
  if (!isPlain || !isExact(statement) || approximate || !meant?.isCertain || (unit === null && currency !== null))
    return NOTHING;
  const ours = days.find(({ date }) => date === meant.likely);
  if (!ours) return NOTHING;
  // If the source adjusts for splits and does not name them, an older close may have been printed otherwise.
  if (splits === null && !isUnadjusted && ours.date !== bars.at(-1)?.date) return NOTHING;
  const ratio = ours.close / value;
  if (Math.abs(ratio - 1) <= SAME_CLOSE_SHARE || ratio < 1 - SAME_SHARE_LIMIT || ratio > 1 + SAME_SHARE_LIMIT)
    return NOTHING;
  // An article that is printed again weeks later keeps its weekday.
  const isOfSomeSession = [
    ...bars.slice(-REPRINT_SESSIONS).map(({ date }) => dayOf({ bars, splits, gaps }, date)),
    ...days,
  ].some((day) => day !== undefined && fits(statement, day, currency));
  // If another figure of the sentence is right for the day, the price is that of something else, or we misread it.
  const agreesElsewhere = all.some(
    (other) =>
      other !== statement &&
      other.block === block &&
      other.sentence.start === sentence.start &&
      fits(other, ours, currency),
  );
  return isOfSomeSession || agreesElsewhere ? NOTHING : { kind: "differs", date: ours.date, ours: ours.close };
}
