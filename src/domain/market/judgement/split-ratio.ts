/**
 * A source that does not adjust shows the mildest splits, 3 for
 * 2 and 2 for 3, as a fall to two thirds or a rise by half.
 */
const MILDEST_SPLIT = { down: 0.7, up: 1.4 };

/** The ratios that companies choose, as new shares for an old one; reverse splits are the same, turned round. */
const RATIOS = [1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100];

/**
 * How far a share moves on the day of its split, for the step to be told
 * by its ratio; a fall by a third happens, a fall by nine tenths does not.
 */
const SPLIT_DAY_MOVE = { mild: 0.025, large: 0.07 };
const LARGE_RATIO = 1.9;

/** A share that gains or loses more than this from one close to the next, without a split, is a broken reply. */
const MOST_PLAUSIBLE_FACTOR = 50;

/** Whether a step from one close to the next, as a factor, is as large as a split's. */
export function mayBeSplit(factor: number): boolean {
  return factor < MILDEST_SPLIT.down || factor > MILDEST_SPLIT.up;
}

/** Whether a step is so near a split's ratio that it needs a second source to be believed. */
export function isNearSplitRatio(factor: number): boolean {
  const size = factor < 1 ? 1 / factor : factor;
  return (
    mayBeSplit(factor) &&
    RATIOS.some((ratio) => {
      const move = ratio < LARGE_RATIO ? SPLIT_DAY_MOVE.mild : SPLIT_DAY_MOVE.large;
      return Math.abs(size / ratio - 1) <= move;
    })
  );
}

/** Whether no share moves so far in a day. */
export function isImplausible(factor: number): boolean {
  return factor > MOST_PLAUSIBLE_FACTOR || factor < 1 / MOST_PLAUSIBLE_FACTOR;
}
