import { addDays } from "../../domain/market/calendar-day";
import type { Closes, LocalDate } from "../../domain/market/closes";
import { closesNeededFrom } from "../../domain/market/since-article";
import type { ProviderId } from "../../providers/catalogue";
import { isCurrent } from "./freshness";
import type { Coverage } from "./stored-closes";

/** How closes are wanted; `deadline` is on the clock of `uptime`. */
export interface ClosesQuestion {
  readonly coverage: Coverage;
  /** The day of the article, if the change since then is wanted. */
  readonly since?: LocalDate | undefined;
  readonly isPrivate: boolean;
  readonly deadline: number;
  /** The provider to ask before the others. */
  readonly first?: ProviderId;
}

/**
 * Days asked for: a year, and some more for the close before the year began; or a month, and some more for holidays.
 */
const DAYS_BACK = { year: 400, month: 40 } as const satisfies Record<Coverage, number>;

/** The days whose closes a question needs, as of now. */
export interface AskedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The first day needed, if it is before what the coverage reaches. */
  readonly earlierStart: LocalDate | null;
}

/** The days to ask for at the instant `now`, epoch milliseconds. */
export function askedDays({ coverage, since }: ClosesQuestion, now: number): AskedDays {
  const to = new Date(now).toISOString().slice(0, 10);
  const usual = addDays(to, -DAYS_BACK[coverage]);
  const earlierStart = since === undefined ? null : closesNeededFrom(since, usual);
  return { from: earlierStart ?? usual, to, earlierStart };
}

/** Whether kept closes answer the question, so that no source need be asked. */
export function serves(closes: Closes, question: ClosesQuestion, now: number): boolean {
  const { earlierStart } = askedDays(question, now);
  return isCurrent(closes, now) && (earlierStart === null || (closes.askedFrom ?? "9999") <= earlierStart);
}
