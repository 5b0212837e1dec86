import type { ProviderId } from "../../../providers/catalogue";
import type { Ticker } from "../../ticker";
import type { Dividend, LocalDate, Split } from "../closes";

/** One row of a reply; a null close is a day for which the source gives none. */
export interface RawBar {
  readonly date: LocalDate;
  readonly close: number | null;
  /** Shares traded; absent or null where the source does not say. */
  readonly volume?: number | null;
}

/** What a reply says about itself. It is used to doubt the reply's bars, and never shown (requirement T13). */
export interface Stated {
  /** When its latest price was made, epoch milliseconds. */
  readonly at?: number;
  /** The price made at `at`. */
  readonly price?: number;
  /** The change of the day of `at`, a fraction. */
  readonly change?: number;
  /** Local hour `HH:MM` at which the regular session ends. */
  readonly sessionEnds?: string;
  /** The day whose session ends at `sessionEnds`; the session of another day may be a short one. */
  readonly sessionEndsOn?: LocalDate;
  /** Decimals with which the listing is quoted. */
  readonly priceHint?: number;
  /** The listing's first trading day. */
  readonly firstTraded?: LocalDate;
}

/** What a provider read from a reply, before anything is judged. */
export interface RawCloses {
  readonly ticker: Ticker;
  readonly currency: string | null;
  /** Set if the source says that it is an index: it is in points, also if its ticker does not show it. */
  readonly inPoints?: boolean;
  readonly zone: string;
  /** In any order. */
  readonly bars: readonly RawBar[];
  /** null where the source does not tell. */
  readonly splits: readonly Split[] | null;
  /** Absent where the source does not tell. */
  readonly dividends?: readonly Dividend[];
  /** Whether the source is known to adjust its history for splits. */
  readonly isSplitAdjusted: boolean;
  readonly stated?: Stated;
  readonly provider: ProviderId;
  readonly fetchedAt: number;
  /** When the reply was sent by the source's own clock, epoch milliseconds; absent if it does not say. */
  readonly sentAt?: number;
  /**
   * The first day asked for, if the source keeps to it. Bars long before it were not asked for, or their dates are
   * wrong.
   */
  readonly from?: LocalDate;
}
