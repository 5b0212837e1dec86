/** Without adjustment, the mildest splits, 3 for 2 and 2 for 3, look like a fall to two thirds or a rise by half. */
const MILDEST_SPLIT = { down: 0.7, up: 1.4 };

/**
 * The ratios that companies choose, as new shares for one old share; for reverse splits, old shares for one new share.
 * They choose any above ten, and a share moves so far in a day more rarely than it is split.
 */
const RATIOS = [1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10];
const ANY_RATIO = 10;

/**
 * How far a share may move on the day of its split, a fraction, for the change still to be recognised as the split's.
 * Falls by a third happen without a split, so less is allowed there than for falls by nine tenths.
 */
const SPLIT_DAY_MOVE = { mild: 0.025, large: 0.07 };
const LARGE_RATIO = 1.9;

/** A price that changes by a larger factor from one close to the next, without a split, is an error of the reply. */
const MOST_PLAUSIBLE_FACTOR = 50;

/** Whether a change, as a factor, is as large as that of a split. */
export function mayBeSplit(factor: number): boolean {
  return factor < MILDEST_SPLIT.down || factor > MILDEST_SPLIT.up;
}

/** Whether a change, as a factor, is so near the ratio of a split that a second source has to confirm it. */
export function isNearSplitRatio(factor: number): boolean {
  const size = factor < 1 ? 1 / factor : factor;
  return (
    mayBeSplit(factor) &&
    (size > ANY_RATIO ||
      RATIOS.some((ratio) => {
        const move = ratio < LARGE_RATIO ? SPLIT_DAY_MOVE.mild : SPLIT_DAY_MOVE.large;
        return Math.abs(size / ratio - 1) <= move;
      }))
  );
}

/** Whether the factor is larger than any real change of a day. */
export function isImplausible(factor: number): boolean {
  return factor > MOST_PLAUSIBLE_FACTOR || factor < 1 / MOST_PLAUSIBLE_FACTOR;
}
