import type { Ticker } from "../ticker";
import type { LocalDate } from "./closes";
import type { Figures } from "./figures";
import { areAlike } from "./judgement/closes-by-day";
import { isImplausible, isNearSplitRatio } from "./judgement/split-ratio";
import { createZone } from "./local-clock";
import { isUsListing, NEW_YORK } from "./market";

/** What was last paid after the session of the latest close; `change` is a fraction of that close. */
export interface AfterHours {
  readonly price: number;
  readonly change: number;
  /** When it was paid, epoch milliseconds. */
  readonly at: number;
}

/** A price and when it was paid, epoch milliseconds. */
export interface Trade {
  readonly at: number;
  readonly price: number;
}

/** What a source says of trading outside the regular session. Instants are epoch milliseconds. */
export interface ExtendedTrading {
  readonly ticker: Ticker;
  readonly currency: string | null;
  /** The periods that the source itself names as those after a regular session; `end` is exclusive. */
  readonly periods: readonly { readonly start: number; readonly end: number }[];
  /** Oldest first. */
  readonly trades: readonly Trade[];
  /** The source's own price of the regular session; null where it states none. */
  readonly regular: Trade | null;
}

/** The start of the regular session in New York, local time (NYSE Rule 7.34). */
const OPENS = "09:30";

/**
 * When trading after the close of `date` counts, in epoch milliseconds: from the regular close until the next session
 * begins. Null outside New York, because no free source tells of such trading on other exchanges.
 */
export function afterHoursWindow(
  { closes, days }: Pick<Figures, "closes" | "days">,
  date: LocalDate,
): { readonly from: number; readonly until: number } | null {
  const zone = isUsListing(closes.ticker) && createZone(NEW_YORK.zone);
  return zone ? { from: days.closedAt(date), until: zone.instantOf(days.next(date), OPENS) } : null;
}

/**
 * What was last paid after the latest close, at `now`; null when that is not the last session's close, when the next
 * session has begun, and when the reply does not itself say that the trade was after hours or contradicts the close.
 */
export function afterHoursOf(figures: Figures, trading: ExtendedTrading, now: number): AfterHours | null {
  const { closes, days, latest } = figures;
  const window = afterHoursWindow(figures, latest.date);
  if (!window || now >= window.until || days.latestDue(now) !== latest.date) return null;
  const { ticker, currency, periods, trades, regular } = trading;
  if (ticker !== closes.ticker || currency !== closes.currency) return null;
  if (regular && !(regular.at >= window.from && areAlike(regular.price, latest.close))) return null;
  const isAfterHours = ({ at }: Trade) =>
    at !== regular?.at &&
    at <= now &&
    periods.some(({ start, end }) => start >= window.from && start <= at && at < end);
  const last = trades.findLast((trade) => days.dateOf(trade.at) === latest.date && isAfterHours(trade));
  if (!last) return null;
  const factor = last.price / latest.close;
  // Quotes of a coming split are adjusted hours before the closes are.
  if (!(factor > 0) || isImplausible(factor) || isNearSplitRatio(factor)) return null;
  return { price: last.price, change: factor - 1, at: last.at };
}
