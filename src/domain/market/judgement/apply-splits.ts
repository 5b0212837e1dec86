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
 * adjusted for one.
 */
export interface AdjustedBars {
  readonly bars: readonly Close[];
  readonly splits: readonly Split[] | null;
}

/**
 * The change of a milder split (a stock dividend) looks like that of an ordinary day, so the source is taken to have
 * applied it.
 */
const MILDEST_TOLD = Math.log(1.2);

/** How near to the ratio, in logarithms, the change of a day beside the split's own must be to count as the split's. */
const NEAR = 0.1;

/**
 * Applies the splits that the source names but has not applied, or only to some bars, and takes back one that is not
 * due yet. Bars are oldest first, the running session's included.
 */
export function applySplits(bars: readonly Close[], splits: readonly Split[], context: SplitContext): AdjustedBars {
  let adjusted = bars;
  const kept: Split[] = [];
  let isKnown = true;
  for (const split of splits.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const verdict = judge(adjusted, split, context);
    if (verdict === "unsure") isKnown = false;
    else adjusted = verdict.bars;
    if (verdict !== "unsure" && verdict.isInBars) kept.push(split);
  }
  return { bars: adjusted, splits: isKnown ? kept : null };
}

function judge(
  bars: readonly Close[],
  split: Split,
  { today, own }: SplitContext,
): { readonly bars: readonly Close[]; readonly isInBars: boolean } | "unsure" {
  const ratio = Math.log(split.denominator / split.numerator);
  const last = bars.at(-1);
  if (!last || Math.abs(ratio) < MILDEST_TOLD) return { bars, isInBars: split.date <= (last?.date ?? "") };
  const after = bars.findIndex(({ date }) => date >= split.date);
  if (after === 0) return { bars, isInBars: true };
  if (after > 0) {
    const at = unappliedAt(bars, after, ratio);
    return { bars: at === null ? bars : adjustedBefore(bars, at, ratio), isInBars: true };
  }
  const step = own && Math.log(own.price / last.close);
  if (split.date > today) {
    // All bars are adjusted already, as the source's own price is still the old one.
    const isEarly = own?.date === last.date && step !== null && isNearer(step, -ratio);
    return { bars: unadjustedBefore(bars, isEarly ? bars.length : lastStep(bars, -ratio), ratio), isInBars: false };
  }
  if (!own || step === null) return "unsure";
  // The last bar and the source's own price are of the same close. If they differ by the ratio, the bar is adjusted for
  // the split.
  if (own.date === last.date && isNearer(step, -ratio)) return { bars, isInBars: true };
  if (own.date < last.date || (own.date === last.date && !isNearer(step, ratio))) return "unsure";
  return { bars: isNearer(step, ratio) ? adjustedBefore(bars, bars.length, ratio) : bars, isInBars: true };
}

/**
 * The index of the bar at which the price still changes by the ratio of the split, on its day or a bar beside it; null
 * if the split was applied.
 */
function unappliedAt(bars: readonly Close[], after: number, ratio: number): number | null {
  if (isNearer(stepTo(bars, after), ratio)) return after;
  const beside = [after + 1, after - 1].filter((at) => at > 0 && at < bars.length);
  return beside.find((at) => Math.abs(stepTo(bars, at) - ratio) < NEAR) ?? null;
}

/** Adjusts the bars before `end`, back to where the source had begun to adjust them itself. */
function adjustedBefore(bars: readonly Close[], end: number, ratio: number): readonly Close[] {
  const raw = bars.slice(0, end);
  const start = lastStep(raw, -ratio);
  return bars.map((bar, at) => (at < end && at >= Math.max(0, start) ? scaled(bar, ratio) : bar));
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
