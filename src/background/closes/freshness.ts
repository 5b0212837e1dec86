import type { Closes } from "../../domain/market/closes";
import { isWhole } from "../../domain/market/judgement/opinions";
import { NEW_YORK } from "../../domain/market/market";
import { nextCloseDue, tradingDaysOf } from "../../domain/market/trading-day";

/*
 * Decides how long kept closes are shown before the source is asked again. `cache.ts` keeps them, `closes-question.ts`
 * asks here.
 */

/**
 * If a fresh reply lacks a close that was due, it is asked for again after this long. The source may be late, the
 * listing halted, or the day a holiday abroad.
 */
const LATE_ASKED_AGAIN_MS = { newYork: 15 * 60_000, abroad: 60 * 60_000 };

/**
 * A close that has been due for less than this is most likely only late, and asked for as often as New York's: Yahoo
 * itself says that it gets some exchanges' prices half an hour late.
 */
const JUST_DUE_MS = 60 * 60_000;

/**
 * Whether kept closes can be shown at `now` without asking again: they are whole and no newer close is due, or they
 * were fetched a moment ago.
 */
export function isCurrent(closes: Closes, now: number): boolean {
  const days = tradingDaysOf(closes);
  if (!days) return false;
  if (now < closes.fetchedAt) return false;
  const due = nextCloseDue(closes, days, now);
  if (now < due && isWhole(closes)) return true;
  const isJustDue = now >= due && now < due + JUST_DUE_MS;
  const again = days.market === NEW_YORK || isJustDue ? LATE_ASKED_AGAIN_MS.newYork : LATE_ASKED_AGAIN_MS.abroad;
  return (
    (now < due || closes.fetchedAt >= due) &&
    now < closes.fetchedAt + again &&
    days.latestDue(closes.fetchedAt) === days.latestDue(now)
  );
}
