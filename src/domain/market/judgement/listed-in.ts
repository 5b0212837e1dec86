import { EXCHANGES, type Exchange } from "../../exchange";
import type { Ticker } from "../../ticker";
import type { LocalDate } from "../closes";
import { createZone } from "../local-clock";
import { exchangeOf } from "../market";

/**
 * Currencies in which the exchanges of a zone quote. Only for zones where a reply in another currency is about another
 * company with this ticker.
 */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": ["USD"],
  "America/Toronto": ["CAD"],
  "America/Sao_Paulo": ["BRL"],
  "America/Mexico_City": ["MXN"],
  "Europe/Stockholm": ["SEK", "EUR"],
  "Europe/Copenhagen": ["DKK"],
  "Europe/Oslo": ["NOK"],
  "Asia/Tokyo": ["JPY"],
  "Asia/Hong_Kong": ["HKD"],
  "Asia/Shanghai": ["CNY", "USD", "HKD"],
  "Asia/Seoul": ["KRW"],
  "Asia/Taipei": ["TWD"],
  "Asia/Kolkata": ["INR"],
  "Asia/Riyadh": ["SAR"],
  "Asia/Jerusalem": ["ILA", "ILS"],
  "Asia/Singapore": ["SGD", "USD", "HKD", "CNY", "AUD", "EUR", "GBP"],
  "Australia/Sydney": ["AUD"],
  "Pacific/Auckland": ["NZD"],
  "Africa/Johannesburg": ["ZAc", "ZAR"],
  "Europe/London": ["GBp", "GBX", "GBP", "USD", "EUR"],
  "Europe/Berlin": ["EUR", "USD", "GBP", "CHF"],
  "Europe/Paris": ["EUR", "USD"],
  "Europe/Amsterdam": ["EUR", "USD", "GBP"],
  "Europe/Brussels": ["EUR", "USD"],
  "Europe/Lisbon": ["EUR"],
  "Europe/Rome": ["EUR", "USD"],
  "Europe/Madrid": ["EUR"],
  "Europe/Helsinki": ["EUR", "SEK"],
  "Europe/Vienna": ["EUR", "USD"],
  "Europe/Zurich": ["CHF", "USD", "EUR", "GBP"],
};

/**
 * Tickers that their exchange gives to shares in a second currency: Toronto's of class U in US dollars, Hong Kong's
 * counters in renminbi (80000 on) and in US dollars (9000 to 9999).
 */
const SECOND_CURRENCIES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  "America/Toronto": { USD: /[.-]UN?\.[A-Z]{1,2}$/ },
  "Asia/Hong_Kong": { CNY: /^8\d{4}\.HK$/, USD: /^9\d{3}\.HK$/ },
};

/**
 * How the zone or currency of a reply differs from that of the listing asked for; null if it does not. A company
 * elsewhere with the same ticker is another one.
 */
export function foreignTrait(
  ticker: Ticker,
  { currency, zone }: { readonly currency: string | null; readonly zone: string },
  today: LocalDate,
): string | null {
  const exchange: Exchange | undefined = exchangeOf(ticker);
  if (!exchange) return null;
  if (!showSameTime(zone, exchange.zone, today)) return "the time zone is of another exchange";
  const wanted = CURRENCIES[exchange.zone];
  if (currency === null || !wanted || wanted.includes(currency)) return null;
  if (SECOND_CURRENCIES[exchange.zone]?.[currency]?.test(ticker)) return null;
  return "the currency is of another exchange";
}

/** Zones have more than one name, so their clocks are compared. */
function showSameTime(one: string, other: string, day: LocalDate): boolean {
  return one === other || createZone(one)?.instantOf(day, "12:00") === createZone(other)?.instantOf(day, "12:00");
}

/**
 * Whether a close of this listing is useless without its currency: pence and pounds differ by a factor of a hundred.
 */
export function needsCurrency(ticker: Ticker): boolean {
  const zone = exchangeOf(ticker)?.zone;
  return zone !== undefined && zone !== EXCHANGES.NYSE.zone;
}
