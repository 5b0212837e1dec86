import { EXCHANGE_IDS, EXCHANGES, type Exchange, type ExchangeId } from "../exchange";
import { once } from "../once";
import type { Ticker } from "../ticker";
import { type Calendar, createCalendar, EVERY_DAY, likely, NEW_YORK_CALENDAR, WEEKDAYS } from "./calendar/calendar";
import { DAYS_BY_SUFFIX, EXCHANGE_SESSIONS, type ExchangeSessions } from "./calendar/exchange-sessions";

/** The trading days of a listing. `closes` is `UNKNOWN_HOUR` if only the data says when sessions end. */
export interface Market extends Omit<ExchangeSessions, "days"> {
  /** IANA zone in which its trading days are dated. */
  readonly zone: string;
  readonly calendar: Calendar;
}

/** The market of all listings in the United States; regular hours end at 16:00 (NYSE Rule 7.34). */
export const NEW_YORK: Market = { zone: "America/New_York", closes: "16:00", calendar: NEW_YORK_CALENDAR };

/** Used when the end of sessions is not known: later than the true hour, never earlier. */
export const UNKNOWN_HOUR = "24:00";

/** Zones of indices that have the trading days of New York. */
const NEW_YORK_DAYS: ReadonlySet<string> = new Set(["America/Chicago"]);

/**
 * The market of a ticker whose data is dated in `zone`: that of its exchange, which counts more than the zone, as
 * several zones show the same time; otherwise one that probably has the days of the zone's main exchange, and whose
 * hours only the data says.
 */
export function marketOf(ticker: Ticker, zone: string): Market {
  const unknownHour = (calendar: Calendar): Market => ({ zone, closes: UNKNOWN_HOUR, calendar });
  if (isRoundTheClock(ticker)) return unknownHour(zone === "UTC" ? EVERY_DAY : WEEKDAYS);
  const exchange = exchangeIdOf(ticker);
  if (exchange) return marketOfExchange(exchange);
  if (zone === NEW_YORK.zone) return NEW_YORK;
  const neighbour = mainExchangeOf(zone);
  if (ticker.startsWith("^") && neighbour) return marketOfExchange(neighbour);
  const suffixDays = DAYS_BY_SUFFIX[suffixOf(ticker)];
  if (suffixDays?.zone === zone) return unknownHour(createCalendar(suffixDays.days));
  if (NEW_YORK_DAYS.has(zone)) return unknownHour(likely(NEW_YORK_CALENDAR));
  return unknownHour(neighbour ? likely(marketOfExchange(neighbour).calendar) : WEEKDAYS);
}

/** The market of an exchange of ours. */
export function marketOfExchange(id: ExchangeId): Market {
  return markets().get(id) ?? NEW_YORK;
}

/**
 * The exchange that a ticker's suffix names; a New York exchange
 * without one; undefined for an unknown suffix or an index.
 */
export function exchangeOf(ticker: Ticker): Exchange | undefined {
  const id = exchangeIdOf(ticker);
  return id && EXCHANGES[id];
}

/** Whether the ticker is listed in the United States, by its spelling. */
export function isUsListing(ticker: Ticker): boolean {
  return exchangeOf(ticker)?.zone === NEW_YORK.zone;
}

const markets = once(
  (): ReadonlyMap<string, Market> =>
    new Map(
      Object.entries<ExchangeSessions>(EXCHANGE_SESSIONS).map(([id, { days, ...sessions }]) => {
        const { zone } = EXCHANGES[id as ExchangeId];
        return [id, { ...sessions, zone, calendar: createCalendar(days) }];
      }),
    ),
);

/** The id of the exchange that a ticker's suffix names, as `exchangeOf`. */
export function exchangeIdOf(ticker: Ticker): ExchangeId | undefined {
  if (ticker.startsWith("^") || isRoundTheClock(ticker)) return undefined;
  const suffix = suffixOf(ticker);
  const abroad = EXCHANGE_IDS.find((id) => suffix !== "" && EXCHANGES[id].suffix === suffix);
  return abroad ?? (suffix.length <= 1 ? "NYSE" : undefined);
}

/** The first of our exchanges in a zone. Indices dated in that zone are those of this exchange. */
function mainExchangeOf(zone: string): ExchangeId | undefined {
  return EXCHANGE_IDS.find((id) => EXCHANGES[id].zone === zone);
}

function suffixOf(ticker: Ticker): string {
  const dot = ticker.lastIndexOf(".");
  return dot > 0 ? ticker.slice(dot + 1) : "";
}

/** Currencies, futures and crypto-assets have no regular close of an exchange. */
function isRoundTheClock(ticker: Ticker): boolean {
  return ticker.includes("=") || /-(USD|EUR|GBP|USDT)$/.test(ticker);
}
