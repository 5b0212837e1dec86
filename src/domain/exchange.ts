/** One exchange our listings trade on. */
export interface Exchange {
  /** The name readers know. */
  readonly name: string;
  /** IANA zone in which its trading days are dated. */
  readonly zone: string;
  /** Suffix of its tickers, as in `0700.HK`; "" in the United States. */
  readonly suffix: string;
  /** Codes and names that articles put before a ticker, upper case, letters and digits only (`NYSEAMERICAN`). */
  readonly spelled: readonly string[];
}

const newYork = (name: string, spelled: readonly string[]): Exchange => ({
  name,
  zone: "America/New_York",
  suffix: "",
  spelled,
});

/** The exchanges; when they hold sessions stands in market/calendar/exchange-sessions.ts. */
export const EXCHANGES = {
  NYSE: newYork("NYSE", ["NYSE", "NEWYORKSTOCKEXCHANGE", "XNYS", "NYQ"]),
  NASDAQ: newYork("Nasdaq", [
    "NASDAQ",
    "NASDAQGS",
    "NASDAQGM",
    "NASDAQCM",
    "XNAS",
    "NMS",
    "NSDQ",
    "NDQ",
    "NAS",
    "NASD",
  ]),
  AMEX: newYork("NYSE American", ["NYSEAMERICAN", "NYSEMKT", "NYSEAMEX", "AMEX", "XASE"]),
  ARCA: newYork("NYSE Arca", ["NYSEARCA", "ARCA", "ARCX", "PCX"]),
  CBOE: newYork("Cboe", ["CBOE", "BATS", "CBOEBZX", "BZX"]),
  IEX: newYork("IEX", ["IEX", "IEXG"]),
  OTC: newYork("OTC", [
    "OTC",
    "OTCMKTS",
    "OTCPK",
    "OTCQB",
    "OTCQX",
    "OTCBB",
    "OTCPINK",
    "PINK",
    "PINX",
    "PNK",
    "OTCMARKETS",
    "GREY",
  ]),
  INDEX: newYork("Index", ["INDEX", "INDEXSP", "INDEXDJX", "INDEXNASDAQ"]),
  TSX: { name: "Toronto", zone: "America/Toronto", suffix: "TO", spelled: ["TSX", "TSE", "XTSE", "TORONTO"] },
  TSXV: { name: "TSX Venture", zone: "America/Toronto", suffix: "V", spelled: ["TSXV", "CVE", "XTSX"] },
  CSE: {
    name: "Canadian Securities Exchange",
    zone: "America/Toronto",
    suffix: "CN",
    spelled: ["CSE", "CNSX", "XCNQ"],
  },
  LSE: {
    name: "London",
    zone: "Europe/London",
    suffix: "L",
    spelled: ["LSE", "LON", "XLON", "AIM", "LONDON", "LONDONSTOCKEXCHANGE"],
  },
  XETRA: {
    name: "Xetra",
    zone: "Europe/Berlin",
    suffix: "DE",
    spelled: ["ETR", "XETRA", "XETR", "XTRA", "FWB", "GER", "DAX"],
  },
  FRANKFURT: { name: "Frankfurt", zone: "Europe/Berlin", suffix: "F", spelled: ["FRA", "XFRA"] },
  PARIS: {
    name: "Euronext Paris",
    zone: "Europe/Paris",
    suffix: "PA",
    spelled: ["EPA", "XPAR", "PAR", "EURONEXTPARIS", "EURONEXT"],
  },
  AMSTERDAM: {
    name: "Euronext Amsterdam",
    zone: "Europe/Amsterdam",
    suffix: "AS",
    spelled: ["AMS", "XAMS", "AEX", "EURONEXTAMSTERDAM"],
  },
  BRUSSELS: {
    name: "Euronext Brussels",
    zone: "Europe/Brussels",
    suffix: "BR",
    spelled: ["EBR", "XBRU", "EURONEXTBRUSSELS"],
  },
  LISBON: { name: "Euronext Lisbon", zone: "Europe/Lisbon", suffix: "LS", spelled: ["ELI", "XLIS", "EURONEXTLISBON"] },
  SIX: {
    name: "SIX Swiss Exchange",
    zone: "Europe/Zurich",
    suffix: "SW",
    spelled: ["SIX", "SWX", "VTX", "XSWX", "SIXSWISSEXCHANGE", "SIXSWISSEX"],
  },
  MILAN: {
    name: "Borsa Italiana",
    zone: "Europe/Rome",
    suffix: "MI",
    spelled: ["BIT", "MIL", "XMIL", "MTA", "BORSAITALIANA"],
  },
  MADRID: { name: "Madrid", zone: "Europe/Madrid", suffix: "MC", spelled: ["BME", "XMAD", "MCE", "BMAD"] },
  STOCKHOLM: {
    name: "Nasdaq Stockholm",
    zone: "Europe/Stockholm",
    suffix: "ST",
    spelled: ["STO", "XSTO", "NASDAQSTOCKHOLM", "OMX"],
  },
  COPENHAGEN: {
    name: "Nasdaq Copenhagen",
    zone: "Europe/Copenhagen",
    suffix: "CO",
    spelled: ["CPH", "XCSE", "NASDAQCOPENHAGEN"],
  },
  HELSINKI: {
    name: "Nasdaq Helsinki",
    zone: "Europe/Helsinki",
    suffix: "HE",
    spelled: ["HEL", "XHEL", "NASDAQHELSINKI"],
  },
  OSLO: { name: "Oslo Børs", zone: "Europe/Oslo", suffix: "OL", spelled: ["OSE", "OSL", "XOSL", "OB"] },
  VIENNA: { name: "Vienna", zone: "Europe/Vienna", suffix: "VI", spelled: ["VIE", "WBAG", "XWBO"] },
  TOKYO: { name: "Tokyo", zone: "Asia/Tokyo", suffix: "T", spelled: ["TYO", "XTKS", "TKS", "JPX", "TOKYO"] },
  HONGKONG: {
    name: "Hong Kong",
    zone: "Asia/Hong_Kong",
    suffix: "HK",
    spelled: ["HKG", "HKEX", "SEHK", "HKSE", "XHKG", "HONGKONG"],
  },
  SHANGHAI: { name: "Shanghai", zone: "Asia/Shanghai", suffix: "SS", spelled: ["SHA", "SSE", "XSHG", "SHANGHAI"] },
  SHENZHEN: { name: "Shenzhen", zone: "Asia/Shanghai", suffix: "SZ", spelled: ["SHE", "SZSE", "XSHE", "SHENZHEN"] },
  KOREA: { name: "Korea Exchange", zone: "Asia/Seoul", suffix: "KS", spelled: ["KRX", "KOSPI", "XKRX", "KSE"] },
  KOSDAQ: { name: "KOSDAQ", zone: "Asia/Seoul", suffix: "KQ", spelled: ["KOSDAQ", "XKOS"] },
  TAIPEI: { name: "Taiwan", zone: "Asia/Taipei", suffix: "TW", spelled: ["TPE", "TWSE", "XTAI", "TAIEX"] },
  NSE: { name: "NSE India", zone: "Asia/Kolkata", suffix: "NS", spelled: ["NSE", "XNSE", "NSEI"] },
  BSE: { name: "BSE India", zone: "Asia/Kolkata", suffix: "BO", spelled: ["BSE", "BOM", "XBOM"] },
  ASX: { name: "Australian Securities Exchange", zone: "Australia/Sydney", suffix: "AX", spelled: ["ASX", "XASX"] },
  NZX: { name: "New Zealand", zone: "Pacific/Auckland", suffix: "NZ", spelled: ["NZX", "NZE", "XNZE"] },
  SINGAPORE: { name: "Singapore", zone: "Asia/Singapore", suffix: "SI", spelled: ["SGX", "XSES", "SES"] },
  SAOPAULO: { name: "B3", zone: "America/Sao_Paulo", suffix: "SA", spelled: ["BVMF", "B3", "BOVESPA", "BMFBOVESPA"] },
  MEXICO: { name: "Mexico", zone: "America/Mexico_City", suffix: "MX", spelled: ["BMV", "XMEX"] },
  JOHANNESBURG: { name: "Johannesburg", zone: "Africa/Johannesburg", suffix: "JO", spelled: ["JSE", "XJSE"] },
  TADAWUL: { name: "Saudi Exchange", zone: "Asia/Riyadh", suffix: "SR", spelled: ["TADAWUL", "XSAU"] },
  TELAVIV: { name: "Tel Aviv", zone: "Asia/Jerusalem", suffix: "TA", spelled: ["TLV", "TASE", "XTAE"] },
} as const satisfies Record<string, Exchange>;

export type ExchangeId = keyof typeof EXCHANGES;

/** All exchanges, New York's first and the main one of each zone before its others. */
export const EXCHANGE_IDS = Object.keys(EXCHANGES) as readonly ExchangeId[];

/** Whether shares are traded there in the United States, over the counter included; an index is traded nowhere. */
export function isAmerican(exchange: ExchangeId): boolean {
  return EXCHANGES[exchange].suffix === "" && exchange !== "INDEX";
}

/** Whether `text` is the id of an exchange we know. */
export function isExchangeId(text: unknown): text is ExchangeId {
  return typeof text === "string" && Object.hasOwn(EXCHANGES, text);
}
