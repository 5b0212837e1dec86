/** One measured number and what stands beside it. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  /** Page or other condition it was taken under. */
  readonly of: string;
  readonly cpuSlowdown: 1 | 4;
  readonly unit: "ms" | "µs" | "kB" | "count" | "×" | "score";
  /** Median of the samples. */
  readonly value: number;
  /** Lowest and highest sample, where there were several. */
  readonly range?: readonly [number, number];
  /** The floor or peer measured in the same run, in the same unit. */
  readonly beside?: { readonly name: string; readonly value: number };
  readonly budget?: Budget;
}

/** A limit of docs/performance.md on the value, or on its ratio to what stands beside it. */
export interface Budget {
  readonly requirement: string;
  readonly atMost: number;
  readonly on: "value" | "ratio";
}

export interface Samples {
  readonly median: number;
  readonly range: readonly [number, number];
}

/** The median and the extremes of at least one sample. */
export function summarise(samples: readonly number[]): Samples {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (middle === undefined || below === undefined || lowest === undefined || highest === undefined) {
    throw new Error("no samples to summarise");
  }
  return { median: (middle + below) / 2, range: [lowest, highest] };
}

/** How often the value fits into what stands beside it; null without such, or beside nothing. */
export function ratioOf({ value, beside }: Figure): number | null {
  return beside && beside.value > 0 ? value / beside.value : null;
}

export type Verdict = "met" | "met at the reference's speed" | "MISSED";

/**
 * How the figure stands to its budget; null without one. Times may also keep it on
 * the machine that it was set on, which is `slowness` times as fast as this one.
 */
export function verdictOn(figure: Figure, slowness: number): Verdict | null {
  const { budget, unit } = figure;
  if (!budget) return null;
  const measured = budget.on === "ratio" ? ratioOf(figure) : figure.value;
  if (measured === null) return null;
  if (measured <= budget.atMost) return "met";
  const isTime = budget.on === "value" && (unit === "ms" || unit === "µs");
  return isTime && measured / slowness <= budget.atMost ? "met at the reference's speed" : "MISSED";
}

/** The figure as one line of the report. */
export function lineOf(figure: Figure, slowness: number): string {
  const ratio = ratioOf(figure);
  const verdict = verdictOn(figure, slowness);
  const { budget, beside, range } = figure;
  return [
    figure.name.padEnd(46),
    `${figure.of}${figure.cpuSlowdown === 4 ? " 4×" : ""}`.padEnd(22),
    `${written(figure.value)} ${figure.unit}`.padStart(14),
    (range && range[0] !== range[1] ? `(${written(range[0])}–${written(range[1])})` : "").padEnd(18),
    (beside ? `${beside.name} ${written(beside.value)}` : "").padEnd(30),
    (ratio === null ? "" : `${ratio.toFixed(2)}×`).padStart(9),
    budget && verdict ? `  ${budget.requirement} ≤ ${budget.atMost}${budget.on === "ratio" ? "×" : ""} ${verdict}` : "",
  ]
    .join(" ")
    .trimEnd();
}

function written(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}
