import type { ProviderId } from "../../providers/catalogue";
import type { Failure } from "../failure";
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

/** A dividend per share: who buys from `date` on does not get it. Split-adjusted like the closes. */
export interface Dividend {
  readonly date: LocalDate;
  readonly amount: number;
}

/** Something in a reply that speaks against it. `date` is the trading day concerned. */
export type Doubt =
  /** A session was held, or is expected where no calendar knows (`sure: false`), and the reply has no close of it. */
  | { readonly kind: "missing-close"; readonly date: LocalDate; readonly sure: boolean }
  /** The close of the last session that is due is missing. */
  | { readonly kind: "late"; readonly date: LocalDate }
  /** Two closes of one day differ, and nothing tells which is right. */
  | { readonly kind: "two-closes"; readonly date: LocalDate }
  /** The step to this day may be a split that was not applied. */
  | { readonly kind: "may-be-split"; readonly date: LocalDate }
  /** The reply states another change for this day than its closes give. */
  | { readonly kind: "contradiction"; readonly date: LocalDate }
  /** What lies before this day was left out: a bar there leaps implausibly. */
  | { readonly kind: "cut"; readonly date: LocalDate };

/** What one source said of a ticker, and why it was not simply believed: the answer's "why". */
export interface Told {
  readonly provider: ProviderId;
  readonly ticker: Ticker;
  /** What was doubted; empty where the answer was whole. */
  readonly doubts: readonly Doubt[];
  /** Why it gave no closes; absent where it did. */
  readonly failure?: Failure["kind"];
  /** What was wrong with its reply, in English, for maintainers; absent where it was fine. */
  readonly reason?: string;
}

/** The dated closes of one listing, oldest first, each date once, every close finite and above zero, split-adjusted. */
export interface Closes {
  readonly ticker: Ticker;
  /**
   * ISO 4217, or the hundredth units `GBp`, `ZAc`, `ILA` as the exchange quotes; null when the provider does not say.
   */
  readonly currency: string | null;
  /** IANA zone of the exchange. */
  readonly zone: string;
  readonly bars: readonly Close[];
  /** Splits within the period of the bars; null where the provider does not tell. */
  readonly splits: readonly Split[] | null;
  /** Dividends within the period of the bars; absent where the provider does not tell. */
  readonly dividends?: readonly Dividend[];
  /** Set where the source does not adjust its history for splits. */
  readonly isUnadjusted?: boolean;
  /**
   * Sessions of which two independent sources have no close: a
   * special closure, or a halt. A step over them is one step.
   */
  readonly without?: readonly LocalDate[];
  /** Bars from before a last step that may be a split: kept until another source confirms the step. */
  readonly leftOut?: readonly Close[];
  /** What spoke against the reply and could not be settled; absent when nothing did. */
  readonly doubts?: readonly Doubt[];
  /** When the source itself says its latest figure was made, epoch milliseconds; absent where it does not say. */
  readonly statedAt?: number;
  /** Local hour `HH:MM` at which the source says the regular session ends; absent where it does not say. */
  readonly sessionEnds?: string;
  /** Decimals with which the source quotes; absent where it does not say. */
  readonly priceHint?: number;
  /** The listing's first trading day, as the source states it. */
  readonly firstTraded?: LocalDate;
  /** Who was asked, and what they said; absent where one source answered and nothing was doubted. */
  readonly told?: readonly Told[];
  /** The first day that was asked for; absent before the closes are kept. */
  readonly askedFrom?: LocalDate;
  readonly provider: ProviderId;
  /** When the reply arrived, epoch milliseconds. */
  readonly fetchedAt: number;
}
