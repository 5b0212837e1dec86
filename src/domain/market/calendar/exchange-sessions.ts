import type { ExchangeId } from "../../exchange";
import { BUENOS_AIRES, MEXICO, SANTIAGO, SAO_PAULO, TORONTO } from "./americas";
import * as asiaPacific from "./asia-pacific";
import * as europe from "./europe";
import type { ExchangeDays } from "./exchange-days";
import { JOHANNESBURG, RIYADH, TEL_AVIV } from "./middle-east-africa";

/** When the sessions of an exchange are held, and when their closing price stands. */
export interface ExchangeSessions {
  readonly days: ExchangeDays;
  /** The regular close while New York has summer time, local time, where it moves with New York's. */
  readonly newYorkSummerCloses?: string;
  /** The closing auction, minutes from the regular close: no trade is made from `calls` until the price stands at `stands`; 0 where absent. */
  readonly auction?: { readonly calls: number; readonly stands: number };
  /** Whether free sources run up to 20 minutes behind the exchange. */
  readonly isDelayed?: true;
}

type NewYorkExchange = "NYSE" | "NASDAQ" | "AMEX" | "ARCA" | "CBOE" | "IEX" | "OTC" | "INDEX";

/** The closing auction follows the end of trading that the exchange names. */
const AUCTION_AFTER_CLOSE = { calls: 0, stands: 5 };
/** The stated end includes the auction, which ends by chance up to a minute early. */
const RANDOM_END = { calls: -1, stands: -1 };

/** The sessions of the exchanges our listings trade on; the auctions are those of the exchanges' trading manuals. */
export const EXCHANGE_SESSIONS: Readonly<Record<Exclude<ExchangeId, NewYorkExchange>, ExchangeSessions>> = {
  TSX: { days: TORONTO },
  TSXV: { days: TORONTO },
  CSE: { days: TORONTO },
  LSE: { days: europe.LONDON, auction: AUCTION_AFTER_CLOSE, isDelayed: true },
  XETRA: { days: europe.XETRA, auction: AUCTION_AFTER_CLOSE },
  FRANKFURT: { days: europe.XETRA },
  PARIS: { days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  AMSTERDAM: { days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  BRUSSELS: { days: europe.EURONEXT, auction: AUCTION_AFTER_CLOSE },
  LISBON: { days: europe.LISBON, auction: AUCTION_AFTER_CLOSE },
  SIX: { days: europe.ZURICH, auction: RANDOM_END },
  MILAN: { days: europe.MILAN, auction: { calls: -5, stands: 0 }, isDelayed: true },
  MADRID: { days: europe.MADRID, auction: { calls: -5, stands: 0 } },
  STOCKHOLM: { days: europe.STOCKHOLM, auction: RANDOM_END },
  COPENHAGEN: { days: europe.COPENHAGEN, auction: RANDOM_END },
  HELSINKI: { days: europe.HELSINKI, auction: RANDOM_END },
  OSLO: { days: europe.OSLO, auction: { calls: -5, stands: 0 }, isDelayed: true },
  VIENNA: { days: europe.VIENNA, auction: { calls: -5, stands: -2 } },
  TOKYO: { days: asiaPacific.TOKYO },
  HONGKONG: { days: asiaPacific.HONG_KONG, auction: { calls: -10, stands: -2 } },
  SHANGHAI: { days: asiaPacific.SHANGHAI },
  SHENZHEN: { days: asiaPacific.SHANGHAI },
  KOREA: { days: asiaPacific.SEOUL, isDelayed: true },
  KOSDAQ: { days: asiaPacific.SEOUL, isDelayed: true },
  TAIPEI: { days: asiaPacific.TAIPEI, isDelayed: true },
  NSE: { days: asiaPacific.MUMBAI, auction: RANDOM_END },
  BSE: { days: asiaPacific.MUMBAI, auction: RANDOM_END },
  ASX: { days: asiaPacific.SYDNEY, auction: { calls: -10, stands: 0 }, isDelayed: true },
  NZX: { days: asiaPacific.WELLINGTON },
  SINGAPORE: { days: asiaPacific.SINGAPORE, auction: { calls: -6, stands: -2 } },
  SAOPAULO: { days: SAO_PAULO, newYorkSummerCloses: "17:00", auction: { calls: -5, stands: 0 } },
  MEXICO: { days: MEXICO, newYorkSummerCloses: "14:00" },
  JOHANNESBURG: { days: JOHANNESBURG },
  TADAWUL: { days: RIYADH, auction: { calls: -20, stands: -10 } },
  TELAVIV: { days: TEL_AVIV, auction: RANDOM_END },
};

/** A stock exchange whose days we know and whose hours only the data tells. */
interface SuffixDays {
  readonly zone: string;
  readonly days: ExchangeDays;
}

/** Exchanges without listings of ours, by the suffix of their tickers: a reader may still look one up. */
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
};
