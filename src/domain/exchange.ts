/** One exchange our listings trade on. */
export interface Exchange {
  /** IANA zone in which its trading days are dated. */
  readonly zone: string;
  /** Suffix of its tickers, as in `0700.HK`; "" in the United States. */
  readonly suffix: string;
}

const NEW_YORK: Exchange = { zone: "America/New_York", suffix: "" };

/**
 * The exchanges. Their sessions are in market/calendar/exchange-sessions.ts, the ways in which articles name them in
 * exchange-spellings.ts, and the names that readers know in the catalogues.
 */
export const EXCHANGES = {
  NYSE: NEW_YORK,
  NASDAQ: NEW_YORK,
  AMEX: NEW_YORK,
  ARCA: NEW_YORK,
  CBOE: NEW_YORK,
  IEX: NEW_YORK,
  OTC: NEW_YORK,
  INDEX: NEW_YORK,
  TSX: { zone: "America/Toronto", suffix: "TO" },
  TSXV: { zone: "America/Toronto", suffix: "V" },
  CSE: { zone: "America/Toronto", suffix: "CN" },
  LSE: { zone: "Europe/London", suffix: "L" },
  XETRA: { zone: "Europe/Berlin", suffix: "DE" },
  FRANKFURT: { zone: "Europe/Berlin", suffix: "F" },
  PARIS: { zone: "Europe/Paris", suffix: "PA" },
  AMSTERDAM: { zone: "Europe/Amsterdam", suffix: "AS" },
  BRUSSELS: { zone: "Europe/Brussels", suffix: "BR" },
  LISBON: { zone: "Europe/Lisbon", suffix: "LS" },
  SIX: { zone: "Europe/Zurich", suffix: "SW" },
  MILAN: { zone: "Europe/Rome", suffix: "MI" },
  MADRID: { zone: "Europe/Madrid", suffix: "MC" },
  STOCKHOLM: { zone: "Europe/Stockholm", suffix: "ST" },
  COPENHAGEN: { zone: "Europe/Copenhagen", suffix: "CO" },
  HELSINKI: { zone: "Europe/Helsinki", suffix: "HE" },
  OSLO: { zone: "Europe/Oslo", suffix: "OL" },
  VIENNA: { zone: "Europe/Vienna", suffix: "VI" },
  TOKYO: { zone: "Asia/Tokyo", suffix: "T" },
  HONGKONG: { zone: "Asia/Hong_Kong", suffix: "HK" },
  SHANGHAI: { zone: "Asia/Shanghai", suffix: "SS" },
  SHENZHEN: { zone: "Asia/Shanghai", suffix: "SZ" },
  KOREA: { zone: "Asia/Seoul", suffix: "KS" },
  KOSDAQ: { zone: "Asia/Seoul", suffix: "KQ" },
  TAIPEI: { zone: "Asia/Taipei", suffix: "TW" },
  NSE: { zone: "Asia/Kolkata", suffix: "NS" },
  BSE: { zone: "Asia/Kolkata", suffix: "BO" },
  ASX: { zone: "Australia/Sydney", suffix: "AX" },
  NZX: { zone: "Pacific/Auckland", suffix: "NZ" },
  SINGAPORE: { zone: "Asia/Singapore", suffix: "SI" },
  SAOPAULO: { zone: "America/Sao_Paulo", suffix: "SA" },
  MEXICO: { zone: "America/Mexico_City", suffix: "MX" },
  JOHANNESBURG: { zone: "Africa/Johannesburg", suffix: "JO" },
  TADAWUL: { zone: "Asia/Riyadh", suffix: "SR" },
  TELAVIV: { zone: "Asia/Jerusalem", suffix: "TA" },
} as const satisfies Record<string, Exchange>;

/** The id of an exchange, a key of `EXCHANGES`. */
export type ExchangeId = keyof typeof EXCHANGES;

/** All exchanges: New York's first, and the main one of each zone before the others there. */
export const EXCHANGE_IDS = Object.keys(EXCHANGES) as readonly ExchangeId[];

/** Whether `text` is the id of an exchange we know. */
export function isExchangeId(text: unknown): text is ExchangeId {
  return typeof text === "string" && Object.hasOwn(EXCHANGES, text);
}
