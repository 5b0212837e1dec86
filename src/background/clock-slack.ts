/**
 * How far another computer's clock may be ahead of ours: a wrongly set time zone makes 26 hours at most. A later date
 * comes from a clock that was wrong, or from somebody who wants to win every merge.
 */
const SLACK_MS = 26 * 3_600_000;

/**
 * Whether an instant (epoch milliseconds) is so far ahead of `now` that no computer of the reader with a right clock
 * can have written it.
 */
export function isFuture(at: number, now: number): boolean {
  return !(at <= now + SLACK_MS);
}
