import { EXCHANGES, type Exchange } from "../exchange";
import type { Ticker } from "../ticker";

/** How the trading days of a listing are counted. */
export interface Market {
  /** IANA zone in which its trading days are dated. */
  readonly zone: string;
  /** Regular close on an ordinary day, local time `HH:MM`; 24:00 where we do not know better. */
  readonly closes: string;
  /** Which days hold a session: New York's calendar; each weekday that the data does not contradict; every day. */
  readonly calendar: "new-york" | "weekdays" | "every-day";
}

export const NEW_YORK: Market = { zone: "America/New_York", closes: "16:00", calendar: "new-york" };

/**
 * The market of a ticker whose data is dated in `zone`.
 * An exchange we do not know closes at the end of the local day: later than the truth rather than earlier.
 */
export function marketOf(ticker: Ticker, zone: string): Market {
  if (zone === NEW_YORK.zone && !isRoundTheClock(ticker)) return NEW_YORK;
  const exchange = exchangeOf(ticker);
  if (exchange && exchange.zone === zone) return { zone, closes: exchange.closes, calendar: "weekdays" };
  if (ticker.startsWith("^")) {
    const main = Object.values<Exchange>(EXCHANGES).find((candidate) => candidate.zone === zone);
    return { zone, closes: main?.closes ?? "24:00", calendar: "weekdays" };
  }
  return { zone, closes: "24:00", calendar: zone === "UTC" ? "every-day" : "weekdays" };
}

/** The exchange that a ticker's suffix names; a New York exchange without one; undefined for an unknown suffix or an index. */
export function exchangeOf(ticker: Ticker): Exchange | undefined {
  if (ticker.startsWith("^") || isRoundTheClock(ticker)) return undefined;
  const dot = ticker.lastIndexOf(".");
  const suffix = dot > 0 ? ticker.slice(dot + 1) : "";
  const abroad = Object.values<Exchange>(EXCHANGES).find(
    (exchange) => exchange.suffix !== "" && exchange.suffix === suffix,
  );
  if (abroad) return abroad;
  return suffix.length <= 1 ? EXCHANGES.NYSE : undefined;
}

/** Whether the ticker is listed in the United States, by its spelling. */
export function isUsListing(ticker: Ticker): boolean {
  return exchangeOf(ticker)?.zone === NEW_YORK.zone;
}

/** Currencies, futures and crypto-assets have no regular close of an exchange. */
function isRoundTheClock(ticker: Ticker): boolean {
  return ticker.includes("=") || /-(USD|EUR|GBP|USDT)$/.test(ticker);
}
