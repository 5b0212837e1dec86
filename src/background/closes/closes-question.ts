import { addDays } from "../../domain/market/calendar-day";
import type { Closes, LocalDate } from "../../domain/market/closes";
import { closesNeededFrom } from "../../domain/market/since-article";
import type { ProviderId } from "../../providers/catalogue";
import { isCurrent } from "./freshness";
import type { Coverage } from "./stored-closes";

/** How one question wants its closes; `deadline` is on the clock of `uptime`. */
export interface ClosesQuestion {
  readonly coverage: Coverage;
  /** The day of the article whose change since is wanted. */
  readonly since?: LocalDate | undefined;
  readonly isPrivate: boolean;
  readonly deadline: number;
  /** The provider to ask before the others. */
  readonly first?: ProviderId;
}

/** Days asked for: a year and the slack that a year's first close needs, or a month and a holiday. */
const DAYS_BACK = { year: 400, month: 40 } as const satisfies Record<Coverage, number>;

/** The days that a question needs closes of, as seen now. */
export interface AskedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The first day that is needed, where it lies before what the coverage holds. */
  readonly earlierStart: LocalDate | null;
}

/** `now`: epoch milliseconds. */
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
