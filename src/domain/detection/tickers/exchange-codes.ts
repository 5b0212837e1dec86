import { EXCHANGES, type ExchangeId } from "../../exchange";
import { EXCHANGE_SPELLINGS } from "../../exchange-spellings";

/** Codes that news agencies put after a dot and that are not the suffixes of our tickers; `""` is the United States. */
const AGENCY_SUFFIXES: Readonly<Record<string, string>> = {
  N: "",
  O: "",
  OQ: "",
  A: "",
  P: "",
  K: "",
  PK: "",
  US: "",
  SH: "SS",
  S: "SW",
  VX: "SW",
  KL: "KL",
};

/** Country codes that agencies put after a colon or a space. */
const COUNTRY_SUFFIXES: Readonly<Record<string, string>> = {
  US: "",
  UN: "",
  UQ: "",
  UW: "",
  LN: "L",
  GR: "DE",
  GY: "DE",
  FP: "PA",
  NA: "AS",
  SW: "SW",
  IM: "MI",
  SM: "MC",
  HK: "HK",
  JP: "T",
  JT: "T",
  CN: "TO",
  CT: "TO",
  AU: "AX",
  IN: "NS",
  KS: "KS",
  TT: "TW",
  SS: "ST",
  DC: "CO",
  BB: "BR",
};

const EXCHANGES_BY_SPELLING = exchangesBySpelling();
const SUFFIXES = new Set(
  Object.values(EXCHANGES)
    .map(({ suffix }) => suffix)
    .filter(Boolean),
);

/**
 * The exchanges a spelling may mean (`TSE` is Toronto or Tokyo); empty for none. Upper case, letters and digits only.
 */
export function exchangesSpelled(spelling: string): readonly ExchangeId[] {
  return EXCHANGES_BY_SPELLING.get(spelling) ?? [];
}

/** The suffix a country code after a colon stands for (`AAPL:US`), or undefined. */
export function countrySuffix(code: string): string | undefined {
  return Object.hasOwn(COUNTRY_SUFFIXES, code) ? COUNTRY_SUFFIXES[code] : undefined;
}

/** The suffix that our tickers have where a page writes this code after a dot (`.HK`, Reuters' `.O`), or undefined. */
export function suffixOf(code: string): string | undefined {
  if (SUFFIXES.has(code)) return code;
  return Object.hasOwn(AGENCY_SUFFIXES, code) ? AGENCY_SUFFIXES[code] : undefined;
}

function exchangesBySpelling(): ReadonlyMap<string, readonly ExchangeId[]> {
  const map = new Map<string, ExchangeId[]>();
  for (const [id, spelled] of Object.entries(EXCHANGE_SPELLINGS)) {
    for (const spelling of spelled) map.set(spelling, [...(map.get(spelling) ?? []), id as ExchangeId]);
  }
  map.set("TSE", ["TOKYO", "TSX"]);
  return map;
}
