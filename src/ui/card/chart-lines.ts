import type { SeriesPoint } from "../../domain/market/comparison";

/** The chart's size in its own units. */
export const WIDTH = 260;
/** The chart's height in its own units. */
export const HEIGHT = 64;
/** The free space above and below the lines, in the chart's units. */
export const PAD = 4;

/** The smallest distance of two labels, as a share of the chart's height; closer, their letters would touch. */
const LABEL_SHARE = 0.28;

/** The points of a series from a horizon's first day on, rebased to 100 there. */
export function rebasedFrom(series: readonly SeriesPoint[], from: string): readonly SeriesPoint[] {
  const points = series.filter(({ date }) => date >= from);
  const first = points[0];
  if (!first) return [];
  // Without a close of the benchmark on the first day, it cannot be rebased.
  const firstBenchmark = first.benchmark;
  return points.map(({ date, listing, benchmark }) => ({
    date,
    listing: (listing / first.listing) * 100,
    benchmark: benchmark === null || firstBenchmark === null ? null : (benchmark / firstBenchmark) * 100,
  }));
}

interface Scale {
  readonly x: (index: number) => string;
  readonly y: (level: number) => string;
}

/** Converts points and levels to the chart's units, so that all levels and 100 are visible. */
export function scaleOf(points: readonly SeriesPoint[]): Scale {
  const levels = points.flatMap(({ listing, benchmark }) => (benchmark === null ? [listing] : [listing, benchmark]));
  const low = Math.min(100, ...levels);
  const spread = Math.max(100, ...levels) - low || 1;
  return {
    x: (index) => (PAD + (index / (points.length - 1)) * (WIDTH - 2 * PAD)).toFixed(1),
    y: (level) => (HEIGHT - PAD - ((level - low) / spread) * (HEIGHT - 2 * PAD)).toFixed(1),
  };
}

/** The path of a line through levels. Where levels are missing, the line has a gap. */
export function pathOf(levels: readonly (number | null)[], { x, y }: Scale): string {
  let path = "";
  let drawing = false;
  levels.forEach((level, index) => {
    if (level !== null) path += `${drawing ? "L" : "M"}${x(index)} ${y(level)}`;
    drawing = level !== null;
  });
  return path;
}

/**
 * The places of both lines' labels, as shares of the chart's height from its top: at the ends of the lines, but not
 * overlapping.
 */
export function labelPlaces(
  points: readonly SeriesPoint[],
  last: SeriesPoint,
): { readonly listing: number; readonly benchmark: number | null } {
  const { y } = scaleOf(points);
  const listing = Number(y(last.listing)) / HEIGHT;
  if (last.benchmark === null) return { listing: within(listing), benchmark: null };
  const benchmark = Number(y(last.benchmark)) / HEIGHT;
  const middle = within((listing + benchmark) / 2, LABEL_SHARE / 2);
  const apart = Math.max(LABEL_SHARE, Math.abs(listing - benchmark)) / 2;
  const listingAbove = listing <= benchmark;
  return {
    listing: within(middle + (listingAbove ? -apart : apart)),
    benchmark: within(middle + (listingAbove ? apart : -apart)),
  };
}

/** The middle of a label, moved so that all of the label is inside the chart. */
function within(place: number, more = 0): number {
  const edge = LABEL_SHARE / 2 + more;
  return Math.min(1 - edge, Math.max(edge, place));
}
