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

/**
 * A dividend per share, adjusted for splits like the closes; its amount is null if the source's cannot be right. Who
 * buys on `date` or later does not get it.
 */
export interface Dividend {
  readonly date: LocalDate;
  readonly amount: number | null;
}

/** Something in a reply that makes us doubt it. `date` is the trading day concerned. */
export type Doubt =
  /**
   * The reply has no close of a day on which a session was held or, with `sure: false`, where no calendar says whether
   * one was.
   */
  | { readonly kind: "missing-close"; readonly date: LocalDate; readonly sure: boolean }
  /** The close of the last session that is due is missing. */
  | { readonly kind: "late"; readonly date: LocalDate }
  /** Two closes of one day differ, and nothing says which is right. */
  | { readonly kind: "two-closes"; readonly date: LocalDate }
  /** The change to this day may be a split that the source has not applied; `isNamed` if the source names the split. */
  | { readonly kind: "may-be-split"; readonly date: LocalDate; readonly isNamed?: true }
  /** Other sources have another close of this day; only among what each source said. */
  | { readonly kind: "other-close"; readonly date: LocalDate }
  /** The reply states another change for this day than its closes give. */
  | { readonly kind: "contradiction"; readonly date: LocalDate }
  /** Bars before this day do not fit and were left out: a leap, an earlier listing with the ticker, or wrong dates. */
  | { readonly kind: "cut"; readonly date: LocalDate };

/** What one source said of a ticker, and why that was doubted. The card shows it under "why". */
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

/** The closes of one listing, oldest first: each date once, every close finite and above zero, adjusted for splits. */
export interface Closes {
  readonly ticker: Ticker;
  /**
   * ISO 4217, or the hundredths `GBp`, `ZAc`, `ILA` in which some exchanges quote; null if the provider does not say.
   */
  readonly currency: string | null;
  /** IANA zone of the exchange. */
  readonly zone: string;
  readonly bars: readonly Close[];
  /** Splits within the period of the bars; null where the provider does not tell. */
  readonly splits: readonly Split[] | null;
  /** Dividends within the period of the bars; absent where the provider does not tell. */
  readonly dividends?: readonly Dividend[];
  /** Set if the source does not adjust its history for splits. */
  readonly isUnadjusted?: boolean;
  /**
   * Sessions of which two independent sources have no close, because of a special closure or a halt. The change over
   * them counts as a change between neighbouring sessions.
   */
  readonly without?: readonly LocalDate[];
  /**
   * Bars before a last change that may be a split, or that the source contradicts. They are kept until another source
   * confirms the change.
   */
  readonly leftOut?: readonly Close[];
  /** The doubts about the reply that no other source has settled; absent if there are none. */
  readonly doubts?: readonly Doubt[];
  /** When, according to the source, its latest price was made, epoch milliseconds; absent if it does not say. */
  readonly statedAt?: number;
  /** Local hour `HH:MM` at which the source says the regular session ends; absent where it does not say. */
  readonly sessionEnds?: string;
  /** Decimals with which the source quotes; absent where it does not say. */
  readonly priceHint?: number;
  /** The listing's first trading day, as the source states it. */
  readonly firstTraded?: LocalDate;
  /** Which sources were asked, and what they said; absent if one answered and nothing was doubted. */
  readonly told?: readonly Told[];
  /** The first day that was asked for; absent before the closes are kept. */
  readonly askedFrom?: LocalDate;
  readonly provider: ProviderId;
  /** When the reply arrived, epoch milliseconds. */
  readonly fetchedAt: number;
  /** When the reply was sent by the source's own clock, epoch milliseconds; absent if it does not say. */
  readonly sentAt?: number;
}
