import type { Format, Way } from "../domain/format";
import { wayOf } from "../domain/format";
import type { Ticker } from "../domain/ticker";
import { benchmarkName, textAbout } from "./benchmark-name";
import type { TextOf } from "./text";

/** What is needed to write figures: the reader's language and number format. */
export interface Wording {
  readonly text: TextOf;
  readonly format: Format;
}

/** A close with its currency and the market's `decimals`; `currency` is null for an index's points. */
export function Price({
  close,
  currency,
  decimals,
  format,
}: {
  close: number;
  currency: string | null;
  decimals?: number;
  format: Format;
}) {
  return <span class="sq-price">{format.price(close, currency, decimals)}</span>;
}

/** A signed percentage with arrow and colour; a screen reader says "up 1.20 percent". `fraction` is unrounded. */
export function Change({ fraction, wording, arrow = true }: { fraction: number; wording: Wording; arrow?: boolean }) {
  const way = wayOf(fraction);
  return (
    <span class="sq-figure" data-way={way}>
      <span aria-hidden="true">
        {arrow && <Arrow way={way} />}
        {wording.format.percent(fraction)}
      </span>
      <span class="sq-words">{changeWords(fraction, wording)}</span>
    </span>
  );
}

/**
 * A difference in percentage points, "−3.28"; with `unit` "−3.28 points". A screen reader says the benchmark's name,
 * too. `fraction` is unrounded; 0.01 is one point.
 */
export function Difference({
  fraction,
  wording,
  benchmark,
  unit = false,
}: {
  fraction: number;
  wording: Wording;
  benchmark: Ticker;
  unit?: boolean;
}) {
  const { text, format } = wording;
  const points = format.points(fraction);
  return (
    <span class="sq-figure" data-way={wayOf(fraction)}>
      <span aria-hidden="true">{unit ? text("figure_points", { points }) : points}</span>
      <span class="sq-words">{differenceWords(fraction, wording, benchmark)}</span>
    </span>
  );
}

/** "up 1.20 percent", "down 3.07 percent" or "unchanged". */
export function changeWords(fraction: number, { text, format }: Wording): string {
  const size = format.size(fraction);
  const words = { up: "figure_up", down: "figure_down", flat: "figure_flat" } as const;
  return text(words[wayOf(fraction)], { size });
}

/** "3.28 percentage points below S&P 500". */
export function differenceWords(fraction: number, wording: Wording, benchmark: Ticker): string {
  const words = { up: "figure_pointsAbove", down: "figure_pointsBelow", flat: "figure_pointsEqual" } as const;
  const size = wording.format.size(fraction);
  const name = benchmarkName(benchmark, wording);
  return textAbout(benchmark, words[wayOf(fraction)], { size }, wording).replace("{benchmark}", name);
}

/** A triangle up or down, or a bar for unchanged, so that the direction does not need colour. */
export function Arrow({ way }: { way: Way }) {
  const paths = { up: "M5 1 9.6 9H.4z", down: "M5 9 .4 1h9.2z", flat: "M.5 3.8h9v2.4h-9z" };
  return (
    <svg class="sq-arrow" viewBox="0 0 10 10" aria-hidden="true">
      <path d={paths[way]} />
    </svg>
  );
}

/** A tiny line of closes, oldest first. It is decoration beside figures that say the same. */
export function Sparkline({
  closes,
  width = 72,
  height = 22,
}: {
  closes: readonly number[];
  width?: number;
  height?: number;
}) {
  if (closes.length < 2) return null;
  const low = Math.min(...closes);
  const spread = Math.max(...closes) - low || 1;
  const points = closes.map((close, i) => {
    const x = 1 + (i / (closes.length - 1)) * (width - 2);
    const y = height - 2 - ((close - low) / spread) * (height - 4);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return (
    <svg class="sq-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={`M${points.join("L")}`} />
    </svg>
  );
}
