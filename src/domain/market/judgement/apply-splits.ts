import type { Close, LocalDate, Split } from "../closes";

/** What is known at the moment of the reply besides its bars. */
export interface SplitContext {
  /** The local day on which the reply arrived. */
  readonly today: LocalDate;
  /** The source's own latest price, and its day. */
  readonly own: { readonly date: LocalDate; readonly price: number } | null;
}

/**
 * Bars adjusted for exactly the splits of the list; `splits`
 * is null where it cannot be known whether one is in the bars.
 */
export interface AdjustedBars {
  readonly bars: readonly Close[];
  readonly splits: readonly Split[] | null;
}

/** A milder ratio (a stock dividend) hides in an ordinary day's move: it is taken to be applied. */
const MILDEST_TOLD = Math.log(1.2);

/** How near a step must be to a ratio when it stands a bar beside the split's own day. */
const NEAR = 0.1;

/**
 * Applies the splits that the source names and has not applied, wholly or in part, and takes
 * back one that is not due yet. Bars are oldest first, the running session's included.
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
    // The bars are of a price that was never paid: the source's own is still the old one.
    const isEarly = own?.date === last.date && step !== null && isNearer(step, -ratio);
    return { bars: unadjustedBefore(bars, isEarly ? bars.length : lastStep(bars, -ratio), ratio), isInBars: false };
  }
  if (!own || step === null) return "unsure";
  // The close of the day before by two clocks: where they differ
  // by the ratio, one of them was adjusted and tells of both.
  if (own.date === last.date && isNearer(step, -ratio)) return { bars, isInBars: true };
  if (own.date < last.date || (own.date === last.date && !isNearer(step, ratio))) return "unsure";
  return { bars: isNearer(step, ratio) ? adjustedBefore(bars, bars.length, ratio) : bars, isInBars: true };
}

/** Where the step of a split still stands in the bars, on its day or a bar beside it; null when it was applied. */
function unappliedAt(bars: readonly Close[], after: number, ratio: number): number | null {
  if (isNearer(stepTo(bars, after), ratio)) return after;
  const beside = [after + 1, after - 1].filter((at) => at > 0 && at < bars.length);
  return beside.find((at) => Math.abs(stepTo(bars, at) - ratio) < NEAR) ?? null;
}

/** All bars before `end` adjusted, back to where the source had begun to adjust them itself. */
function adjustedBefore(bars: readonly Close[], end: number, ratio: number): readonly Close[] {
  const raw = bars.slice(0, end);
  const start = lastStep(raw, -ratio);
  return bars.map((bar, at) => (at < end && at >= Math.max(0, start) ? scaled(bar, ratio) : bar));
}

/** All bars before `end` as they were paid, before a split that is not due yet. */
function unadjustedBefore(bars: readonly Close[], end: number, ratio: number): readonly Close[] {
  return end > 0 ? bars.map((bar, at) => (at < end ? scaled(bar, -ratio) : bar)) : bars;
}

/** Where the source began, or ceased, to adjust its bars: the last step near the ratio; -1 when there is none. */
function lastStep(bars: readonly Close[], ratio: number): number {
  // The wider bound would take an ordinary day for a mild split's.
  const near = Math.min(NEAR * 2, Math.abs(ratio) / 3);
  return bars.findLastIndex((_, at) => at > 0 && Math.abs(stepTo(bars, at) - ratio) < near);
}

function scaled({ date, close }: Close, ratio: number): Close {
  // Twelve digits: what the multiplication adds beyond them is noise of the number format.
  return { date, close: Number((close * Math.exp(ratio)).toPrecision(12)) };
}

function stepTo(bars: readonly Close[], at: number): number {
  const [before, bar] = [bars[at - 1], bars[at]];
  return before && bar ? Math.log(bar.close / before.close) : 0;
}

/** Whether a step is nearer to the ratio than to no step at all. */
function isNearer(step: number, ratio: number): boolean {
  return Math.abs(step - ratio) < Math.abs(step);
}
