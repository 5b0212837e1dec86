/**
 * How far another computer's clock may be ahead of ours: a wrongly set time zone is 26 hours at most.
 * What is dated later than that was dated by a clock that was wrong, or by somebody who wants to win every merge.
 */
const SLACK_MS = 26 * 3_600_000;

/**
 * Whether an instant (epoch milliseconds) lies too far ahead
 * of `now` for any of the reader's computers to have meant it.
 */
export function isFuture(at: number, now: number): boolean {
  return !(at <= now + SLACK_MS);
}
