import type { Ticker } from "./ticker";

/** The suffixes of exchanges that are one letter; any other single letter after a dot is a share class. */
export const SUFFIXES_OF_ONE_LETTER = "FLTV";

/** Yahoo's spelling: a US class takes a dash (`BRK-B`), an exchange's suffix keeps its dot (`0700.HK`). */
export function yahooSpelling(ticker: Ticker): string {
  const dot = ticker.lastIndexOf(".");
  const suffix = ticker.slice(dot + 1);
  if (dot <= 0 || suffix.length !== 1 || SUFFIXES_OF_ONE_LETTER.includes(suffix)) return ticker;
  return `${ticker.slice(0, dot)}-${suffix}`;
}

/** The canonical ticker of Yahoo's spelling of a US class, preferred or unit; others are spelled alike. */
export function fromYahooSpelling(spelled: string): Ticker {
  return /^[A-Z]{1,5}-[A-Z]$/.test(spelled) ? spelled.replace("-", ".") : spelled;
}
