import type { ProviderId } from "../../providers/catalogue";
import type { Ticker } from "../ticker";

/** A calendar day `YYYY-MM-DD` in the exchange's own zone. */
export type LocalDate = string;

/** The official regular-hours closing price of one trading day, in the listing's currency. */
export interface Close {
  readonly date: LocalDate;
  readonly close: number;
}

/** A split: one old share became `numerator / denominator` new ones from `date` on. */
export interface Split {
  readonly date: LocalDate;
  readonly numerator: number;
  readonly denominator: number;
}

/** The dated closes of one listing, oldest first, each date once, every close finite and above zero, split-adjusted. */
export interface Closes {
  readonly ticker: Ticker;
  /** ISO 4217, or the hundredth units `GBp`, `ZAc`, `ILA` as the exchange quotes; null when the provider does not say. */
  readonly currency: string | null;
  /** IANA zone of the exchange. */
  readonly zone: string;
  readonly bars: readonly Close[];
  /** Splits within the period of the bars; null where the provider does not tell. */
  readonly splits: readonly Split[] | null;
  /** Days the provider lists without a close, ascending; absent when there are none. A change across one is not known. */
  readonly gaps?: readonly LocalDate[];
  readonly provider: ProviderId;
  /** When the reply arrived, epoch milliseconds. */
  readonly fetchedAt: number;
}
