import type { ExchangeId } from "../../exchange";
import { BUENOS_AIRES, MEXICO, SANTIAGO, SAO_PAULO, TORONTO } from "./americas";
import * as asiaPacific from "./asia-pacific";
import * as europe from "./europe";
import type { ExchangeDays } from "./exchange-days";
import { JOHANNESBURG, RIYADH, TEL_AVIV } from "./middle-east-africa";

/** When an exchange has sessions, and when their closing price is final. */
export interface ExchangeSessions {
  /**
   * Regular close on an ordinary day, local time `HH:MM`: the end of the
   * session or of the closing auction, as the exchange publishes it.
   */
  readonly closes: string;
  readonly days: ExchangeDays;
  /**
   * The regular close, local time, while New York has summer time; only for exchanges whose close moves with New
   * York's.
   */
  readonly newYorkSummerCloses?: string;
  /**
   * The closing auction, in minutes from the regular close: no trade is made from `calls` until the price is set at
   * `stands`; 0 if absent.
   */
  readonly auction?: { readonly calls: number; readonly stands: number };
  /** Whether free sources run up to 20 minutes behind the exchange. */
  readonly isDelayed?: true;
}

type NewYorkExchange = "NYSE" | "NASDAQ" | "AMEX" | "ARCA" | "CBOE" | "IEX" | "OTC" | "INDEX";

/** The closing auction follows the end of trading that the exchange names. */
const AUCTION_AFTER_CLOSE = { calls: 0, stands: 5 };
/** The stated end includes the auction, which ends at random, up to a minute early. */
const RANDOM_END = { calls: -1, stands: -1 };

/** The sessions of the exchanges that our listings trade on; auctions as in the exchanges' trading manuals. */
export const EXCHANGE_SESSIONS: Readonly<Record<Exclude<ExchangeId, NewYorkExchange>, ExchangeSessions>> = {
  TSX: { closes: "16:00", days: TORONTO },
  TSXV: { closes: "16:00", days: TORONTO },
  CSE: { closes: "16:00", days: TORONTO },
  LSE: { closes: "16:30", days: europe.LONDON, auction: AUCTION_AFTER_CLOSE, isDelayed: true },
  XETRA: { closes: "17:30", days: europe.XETRA, auction: AUCTION_AFTER_CLOSE },
  FRANKFURT: { closes: "22:00", days: europe.XETRA },
  PARIS: { closes: "17:30", days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  AMSTERDAM: { closes: "17:30", days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  BRUSSELS: { closes: "17:30", days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  LISBON: { closes: "16:30", days: europe.LISBON, auction: AUCTION_AFTER_CLOSE },
  SIX: { closes: "17:30", days: europe.ZURICH, auction: RANDOM_END },
  MILAN: { closes: "17:35", days: europe.MILAN, auction: { calls: -5, stands: 0 }, isDelayed: true },
  MADRID: { closes: "17:35", days: europe.MADRID, auction: { calls: -5, stands: 0 } },
  STOCKHOLM: { closes: "17:30", days: europe.STOCKHOLM, auction: RANDOM_END },
  COPENHAGEN: { closes: "17:00", days: europe.COPENHAGEN, auction: RANDOM_END },
  HELSINKI: { closes: "18:30", days: europe.HELSINKI, auction: RANDOM_END },
  OSLO: { closes: "16:25", days: europe.OSLO, auction: { calls: -5, stands: 0 }, isDelayed: true },
  VIENNA: { closes: "17:35", days: europe.VIENNA, auction: { calls: -5, stands: -2 } },
  TOKYO: { closes: "15:30", days: asiaPacific.TOKYO, isDelayed: true },
  HONGKONG: { closes: "16:10", days: asiaPacific.HONG_KONG, auction: { calls: -10, stands: -2 } },
  SHANGHAI: { closes: "15:00", days: asiaPacific.SHANGHAI },
  SHENZHEN: { closes: "15:00", days: asiaPacific.SHANGHAI },
  KOREA: { closes: "15:30", days: asiaPacific.SEOUL, isDelayed: true },
  KOSDAQ: { closes: "15:30", days: asiaPacific.SEOUL, isDelayed: true },
  TAIPEI: { closes: "13:30", days: asiaPacific.TAIPEI, isDelayed: true },
  NSE: { closes: "15:30", days: asiaPacific.MUMBAI, auction: RANDOM_END },
  BSE: { closes: "15:30", days: asiaPacific.MUMBAI, auction: RANDOM_END },
  ASX: { closes: "16:10", days: asiaPacific.SYDNEY, auction: { calls: -10, stands: 0 }, isDelayed: true },
  NZX: { closes: "16:45", days: asiaPacific.WELLINGTON },
  SINGAPORE: { closes: "17:06", days: asiaPacific.SINGAPORE, auction: { calls: -6, stands: -2 } },
  SAOPAULO: { closes: "18:00", days: SAO_PAULO, newYorkSummerCloses: "17:00", auction: { calls: -5, stands: 0 } },
  MEXICO: { closes: "15:00", days: MEXICO, newYorkSummerCloses: "14:00" },
  JOHANNESBURG: { closes: "17:00", days: JOHANNESBURG },
  TADAWUL: { closes: "15:20", days: RIYADH, auction: { calls: -20, stands: -10 } },
  TELAVIV: { closes: "17:15", days: TEL_AVIV, auction: RANDOM_END },
};

/** An exchange whose days we know, while its hours are known only from a source's data. */
interface SuffixDays {
  readonly zone: string;
  readonly days: ExchangeDays;
}

/** Sunday to Thursday; no holidays are known. */
const SUNDAY_TO_THURSDAY: ExchangeDays = {
  known: ["2024-01-01", "2023-12-31"],
  weeks: [{ weekdays: "71234" }],
  closed: {},
};

/** Exchanges of which we have no listings, by the suffix of their tickers. A reader may still look one up. */
export const DAYS_BY_SUFFIX: Readonly<Record<string, SuffixDays>> = {
  IL: { zone: "Europe/London", days: europe.LONDON },
  IR: { zone: "Europe/Dublin", days: europe.DUBLIN },
  IS: { zone: "Europe/Istanbul", days: europe.ISTANBUL },
  WA: { zone: "Europe/Warsaw", days: europe.WARSAW },
  NE: { zone: "America/Toronto", days: TORONTO },
  BA: { zone: "America/Argentina/Buenos_Aires", days: BUENOS_AIRES },
  SN: { zone: "America/Santiago", days: SANTIAGO },
  JK: { zone: "Asia/Jakarta", days: asiaPacific.JAKARTA },
  BK: { zone: "Asia/Bangkok", days: asiaPacific.BANGKOK },
  KL: { zone: "Asia/Kuala_Lumpur", days: asiaPacific.KUALA_LUMPUR },
  PS: { zone: "Asia/Manila", days: asiaPacific.MANILA },
  QA: { zone: "Asia/Qatar", days: SUNDAY_TO_THURSDAY },
  KW: { zone: "Asia/Kuwait", days: SUNDAY_TO_THURSDAY },
  CA: { zone: "Africa/Cairo", days: SUNDAY_TO_THURSDAY },
};
