/** One exchange our listings trade on. */
export interface Exchange {
  /** The name readers know. */
  readonly name: string;
  /** IANA zone in which its trading days are dated. */
  readonly zone: string;
  /** Suffix of its tickers, as in `0700.HK`; "" in the United States. */
  readonly suffix: string;
}

const newYork = (name: string): Exchange => ({ name, zone: "America/New_York", suffix: "" });

/**
 * The exchanges. Their sessions are in market/calendar/exchange-sessions.ts, the ways in which articles name them in
 * exchange-spellings.ts.
 */
export const EXCHANGES = {
  NYSE: newYork("NYSE"),
  NASDAQ: newYork("Nasdaq"),
  AMEX: newYork("NYSE American"),
  ARCA: newYork("NYSE Arca"),
  CBOE: newYork("Cboe"),
  IEX: newYork("IEX"),
  OTC: newYork("OTC"),
  INDEX: newYork("Index"),
  TSX: { name: "Toronto", zone: "America/Toronto", suffix: "TO" },
  TSXV: { name: "TSX Venture", zone: "America/Toronto", suffix: "V" },
  CSE: { name: "Canadian Securities Exchange", zone: "America/Toronto", suffix: "CN" },
  LSE: { name: "London", zone: "Europe/London", suffix: "L" },
  XETRA: { name: "Xetra", zone: "Europe/Berlin", suffix: "DE" },
  FRANKFURT: { name: "Frankfurt", zone: "Europe/Berlin", suffix: "F" },
  PARIS: { name: "Euronext Paris", zone: "Europe/Paris", suffix: "PA" },
  AMSTERDAM: { name: "Euronext Amsterdam", zone: "Europe/Amsterdam", suffix: "AS" },
  BRUSSELS: { name: "Euronext Brussels", zone: "Europe/Brussels", suffix: "BR" },
  LISBON: { name: "Euronext Lisbon", zone: "Europe/Lisbon", suffix: "LS" },
  SIX: { name: "SIX Swiss Exchange", zone: "Europe/Zurich", suffix: "SW" },
  MILAN: { name: "Borsa Italiana", zone: "Europe/Rome", suffix: "MI" },
  MADRID: { name: "Madrid", zone: "Europe/Madrid", suffix: "MC" },
  STOCKHOLM: { name: "Nasdaq Stockholm", zone: "Europe/Stockholm", suffix: "ST" },
  COPENHAGEN: { name: "Nasdaq Copenhagen", zone: "Europe/Copenhagen", suffix: "CO" },
  HELSINKI: { name: "Nasdaq Helsinki", zone: "Europe/Helsinki", suffix: "HE" },
  OSLO: { name: "Oslo Børs", zone: "Europe/Oslo", suffix: "OL" },
  VIENNA: { name: "Vienna", zone: "Europe/Vienna", suffix: "VI" },
  TOKYO: { name: "Tokyo", zone: "Asia/Tokyo", suffix: "T" },
  HONGKONG: { name: "Hong Kong", zone: "Asia/Hong_Kong", suffix: "HK" },
  SHANGHAI: { name: "Shanghai", zone: "Asia/Shanghai", suffix: "SS" },
  SHENZHEN: { name: "Shenzhen", zone: "Asia/Shanghai", suffix: "SZ" },
  KOREA: { name: "Korea Exchange", zone: "Asia/Seoul", suffix: "KS" },
  KOSDAQ: { name: "KOSDAQ", zone: "Asia/Seoul", suffix: "KQ" },
  TAIPEI: { name: "Taiwan", zone: "Asia/Taipei", suffix: "TW" },
  NSE: { name: "NSE India", zone: "Asia/Kolkata", suffix: "NS" },
  BSE: { name: "BSE India", zone: "Asia/Kolkata", suffix: "BO" },
  ASX: { name: "Australian Securities Exchange", zone: "Australia/Sydney", suffix: "AX" },
  NZX: { name: "New Zealand", zone: "Pacific/Auckland", suffix: "NZ" },
  SINGAPORE: { name: "Singapore", zone: "Asia/Singapore", suffix: "SI" },
  SAOPAULO: { name: "B3", zone: "America/Sao_Paulo", suffix: "SA" },
  MEXICO: { name: "Mexico", zone: "America/Mexico_City", suffix: "MX" },
  JOHANNESBURG: { name: "Johannesburg", zone: "Africa/Johannesburg", suffix: "JO" },
  TADAWUL: { name: "Saudi Exchange", zone: "Asia/Riyadh", suffix: "SR" },
  TELAVIV: { name: "Tel Aviv", zone: "Asia/Jerusalem", suffix: "TA" },
} as const satisfies Record<string, Exchange>;

/** The id of an exchange, a key of `EXCHANGES`. */
export type ExchangeId = keyof typeof EXCHANGES;

/** All exchanges: New York's first, and the main one of each zone before the others there. */
export const EXCHANGE_IDS = Object.keys(EXCHANGES) as readonly ExchangeId[];

/** Whether `text` is the id of an exchange we know. */
export function isExchangeId(text: unknown): text is ExchangeId {
  return typeof text === "string" && Object.hasOwn(EXCHANGES, text);
}
