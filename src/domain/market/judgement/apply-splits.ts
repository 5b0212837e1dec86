import { daysBetween } from "../calendar-day";
import type { Close, LocalDate, Split } from "../closes";

/** What is known when the reply arrives, besides its bars. */
export interface SplitContext {
  /** The local day on which the reply arrived. */
  readonly today: LocalDate;
  /** The source's own latest price, and its day. */
  readonly own: { readonly date: LocalDate; readonly price: number } | null;
}

/**
 * Bars adjusted for the splits in the list, and for no others. `splits` is null if it is not known whether the bars are
 * adjusted for one. `unsureAt` are the days of which the change may be that of a split which the source has not
 * applied.
 */
export interface AdjustedBars {
  readonly bars: readonly Close[];
  readonly splits: readonly Split[] | null;
  readonly unsureAt: readonly LocalDate[];
}

/**
 * The change of a milder split (a stock dividend) looks like that of an ordinary day, so the source is taken to have
 * applied it.
 */
const MILDEST_TOLD = Math.log(1.2);

/** How near to the ratio, in logarithms, the change of a day beside the split's own must be to count as the split's. */
const NEAR = 0.1;

/** A change near a milder ratio may be an ordinary one, if nothing but its size makes it the split's. */
const MILDEST_BY_SIZE = Math.log(1.9);

/**
 * Applies the splits that the source names but has not applied, or only to some bars, and takes back one that is not
 * due yet. Bars are oldest first, the running session's included.
 */
export function applySplits(bars: readonly Close[], splits: readonly Split[], context: SplitContext): AdjustedBars {
  let adjusted = bars;
  const kept: Split[] = [];
  const unsureAt: LocalDate[] = [];
  let isKnown = true;
  for (const split of eachOnce(splits).toSorted((a, b) => a.date.localeCompare(b.date))) {
    const verdict = judge(adjusted, split, context);
    adjusted = verdict.bars;
    if (verdict.isInBars === null) isKnown = false;
    else if (verdict.isInBars) kept.push(split);
    if (verdict.unsureAt) unsureAt.push(verdict.unsureAt);
  }
  return { bars: adjusted, splits: isKnown ? kept : null, unsureAt };
}

/** A source may name one split twice, on days that differ; no share is split twice by the same ratio within a week. */
function eachOnce(splits: readonly Split[]): readonly Split[] {
  const isSame = (one: Split, other: Split) =>
    Math.abs(daysBetween(one.date, other.date)) < 7 &&
    one.numerator * other.denominator === one.denominator * other.numerator;
  return splits.filter((split, at) => splits.findIndex((one) => isSame(one, split)) === at);
}

interface Verdict {
  readonly bars: readonly Close[];
  /** Whether `bars` are adjusted for the split; null if that is not known. */
  readonly isInBars: boolean | null;
  /** The day whose change may be the split's or an ordinary one; absent if there is none. */
  readonly unsureAt?: LocalDate | undefined;
}

function judge(bars: readonly Close[], split: Split, { today, own }: SplitContext): Verdict {
  const ratio = Math.log(split.denominator / split.numerator);
  const last = bars.at(-1);
  if (!last || Math.abs(ratio) < MILDEST_TOLD) return { bars, isInBars: split.date <= (last?.date ?? "") };
  const after = bars.findIndex(({ date }) => date >= split.date);
  if (after === 0) return { bars, isInBars: true };
  if (after > 0) return judgeFrom(bars, after, ratio);
  const step = own && Math.log(own.price / last.close);
  if (split.date > today) {
    // All bars are adjusted already, as the source's own price is still the old one.
    const isEarly = own?.date === last.date && step !== null && isNearer(step, -ratio);
    if (isEarly) return { bars: unadjustedBefore(bars, bars.length, ratio), isInBars: false };
    const end = lastStep(bars, -ratio);
    if (Math.abs(ratio) < MILDEST_BY_SIZE) return { bars, isInBars: false, unsureAt: bars[end]?.date };
    return { bars: unadjustedBefore(bars, end, ratio), isInBars: false };
  }
  if (!own || step === null) return { bars, isInBars: null };
  // The last bar and the source's own price are of the same close. If they differ by the ratio, the bar is adjusted for
  // the split.
  if (own.date === last.date && isNearer(step, -ratio)) return { bars, isInBars: true };
  if (own.date < last.date || (own.date === last.date && !isNearer(step, ratio))) return { bars, isInBars: null };
  if (isEither(step, ratio)) return { bars, isInBars: null };
  return isNearer(step, ratio) ? adjustedBefore(bars, bars.length, ratio) : { bars, isInBars: true };
}

/** Judges a split whose day, or the first one after it, has the bar at the index `after`. */
function judgeFrom(bars: readonly Close[], after: number, ratio: number): Verdict {
  const step = stepTo(bars, after);
  if (isEither(step, ratio)) return { bars, isInBars: null, unsureAt: bars[after]?.date };
  if (isNearer(step, ratio)) return adjustedBefore(bars, after, ratio);
  // The price may still change by the ratio at a bar beside that of the day.
  const beside = [after + 1, after - 1].filter((at) => at > 0 && at < bars.length);
  const at = beside.find((place) => Math.abs(stepTo(bars, place) - ratio) < NEAR);
  if (at === undefined) return { bars, isInBars: true };
  const isSure = Math.abs(ratio) >= MILDEST_BY_SIZE;
  return isSure ? adjustedBefore(bars, at, ratio) : { bars, isInBars: null, unsureAt: bars[at]?.date };
}

/** Adjusts the bars before `end`, back to where the source had begun to adjust them itself. */
function adjustedBefore(bars: readonly Close[], end: number, ratio: number): Verdict {
  const start = lastStep(bars.slice(0, end), -ratio);
  const adjusted = bars.map((bar, at) => (at < end && at >= Math.max(0, start) ? scaled(bar, ratio) : bar));
  const isSure = Math.abs(ratio) >= MILDEST_BY_SIZE;
  return { bars: adjusted, isInBars: true, unsureAt: isSure ? undefined : bars[start]?.date };
}

/** Takes the adjustment for a split that is not due yet off the bars before `end`. */
function unadjustedBefore(bars: readonly Close[], end: number, ratio: number): readonly Close[] {
  return end > 0 ? bars.map((bar, at) => (at < end ? scaled(bar, -ratio) : bar)) : bars;
}

/**
 * The index of the bar with which the source began or ceased to adjust: the last change near the ratio; -1 if there is
 * none.
 */
function lastStep(bars: readonly Close[], ratio: number): number {
  // With a wider bound, the change of an ordinary day would count as a mild split.
  const near = Math.min(NEAR * 2, Math.abs(ratio) / 3);
  return bars.findLastIndex((_, at) => at > 0 && Math.abs(stepTo(bars, at) - ratio) < near);
}

function scaled({ date, close }: Close, ratio: number): Close {
  // Twelve digits, as the multiplication only adds errors of the number format beyond them.
  return { date, close: Number((close * Math.exp(ratio)).toPrecision(12)) };
}

function stepTo(bars: readonly Close[], at: number): number {
  const [before, bar] = [bars[at - 1], bars[at]];
  return before && bar ? Math.log(bar.close / before.close) : 0;
}

/** Whether a change is nearer to the ratio than to no change at all. */
function isNearer(step: number, ratio: number): boolean {
  return Math.abs(step - ratio) < Math.abs(step);
}

/** Whether a change is about as far from the ratio as from no change, so that it may be either. */
function isEither(step: number, ratio: number): boolean {
  const [near, far] = [Math.abs(step), Math.abs(step - ratio)].sort((a, b) => a - b);
  return near !== undefined && far !== undefined && far < 2 * near;
}
