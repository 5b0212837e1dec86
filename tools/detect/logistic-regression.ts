/** A candidate for the fit: which clues hold, and whether it is a mention. */
export interface Example {
  /** Its page. No page is used both to fit and to test. */
  readonly page: string;
  /** The indices of the clues that hold. */
  readonly holds: readonly number[];
  /** The sum of the weights that are set by hand. */
  readonly given: number;
  readonly isMention: boolean;
  /** How much the example counts. */
  readonly count: number;
}

/** The weights of the clues; the last one is the value to which they are added. */
export type Weights = readonly number[];

/** The penalty for large weights, chosen by cross-validation among a half, one, two and four. */
const PENALTY = 1;
const MOST_STEPS = 25;

/** The sum of the weights for an example. */
export function scoreOf({ holds, given }: Example, weights: Weights): number {
  return holds.reduce((sum, place) => sum + (weights[place] ?? 0), given + (weights.at(-1) ?? 0));
}

/** The weights for which the examples are most likely (Newton's method, squared penalty on all but the last). */
export function fitWeights(examples: readonly Example[], clues: number): Weights {
  const size = clues + 1;
  let weights: number[] = new Array(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
    const add = (row: number, column: number, value: number) => {
      const cells = rows[row];
      if (cells) cells[column] = (cells[column] ?? 0) + value;
    };
    for (const example of examples) {
      const likely = 1 / (1 + Math.exp(-scoreOf(example, weights)));
      const places = [...example.holds, clues];
      for (const row of places) {
        add(row, size, (likely - (example.isMention ? 1 : 0)) * example.count);
        for (const column of places) add(row, column, Math.max(1e-6, likely * (1 - likely)) * example.count);
      }
    }
    for (let row = 0; row < size; row += 1) {
      const penalty = row === clues ? 0.001 : PENALTY;
      add(row, row, penalty);
      add(row, size, penalty * (weights[row] ?? 0));
    }
    const change = solve(rows);
    weights = weights.map((weight, place) => weight - (change[place] ?? 0));
    if (change.every((one) => Math.abs(one) < 1e-6)) break;
  }
  return weights;
}

/** Solves linear equations by Gaussian elimination; the last column is the right side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    let best = pivot;
    for (let row = pivot; row < size; row += 1)
      if (Math.abs(cell(row, pivot)) > Math.abs(cell(best, pivot))) best = row;
    [rows[pivot], rows[best]] = [rows[best] ?? [], rows[pivot] ?? []];
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = cell(row, pivot) / cell(pivot, pivot);
      if (factor === 0) continue;
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * cell(pivot, column));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = cell(row, size);
    for (let column = row + 1; column < size; column += 1) rest -= cell(row, column) * (solution[column] ?? 0);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}
