import type { Listing } from "../../domain/listing";
import type { TraderRow } from "./nasdaq-trader-file";
import type { SecRow } from "./sec-file";

/** Phrases with which a security's name begins to say what kind of share it is. */
const SHARE_WORDS = startingWith([
  "class [a-z]\\b",
  "series [a-z]\\b",
  "common (?:stock|shares?|units?)",
  "ordinary shares?",
  "american deposit[ao]ry",
  "depositary (?:shares|receipts)",
  "ad[rs]s?\\b",
  "shares of beneficial",
  "represent(?:s|ing)\\b",
  "subordinate voting",
  "limited (?:partnership|partner) ",
  "units?\\b",
  "registered shares?",
  "capital stock",
  "voting shares?",
  "(?:new york )?registry shares",
]);

/** Securities that are neither shares nor funds. */
const DERIVED = startingWith([
  "warrants?",
  "rights?",
  "units?,",
  "preferred (?:stock|shares|units)",
  "notes? due",
  "debentures?",
  "subordinated",
  "perpetual",
  "senior notes",
  "% ",
]);

/**
 * All US listings of the official files: companies by market value, then those that only the exchanges list, funds
 * among them.
 */
export function fullListings(sec: readonly SecRow[], trader: readonly TraderRow[]): Listing[] {
  const bySymbol = new Map(trader.map((row) => [row.ticker, row]));
  const listings = new Map<string, Listing>();
  const nameOf = new Map(sec.map(({ ticker, name }) => [ticker, name]));
  for (const row of sec) {
    if (listings.has(row.ticker) || isDerived(row, nameOf)) continue;
    const official = bySymbol.get(row.ticker);
    if (official && DERIVED.test(official.securityName) && !official.isEtf) continue;
    listings.set(row.ticker, listingOf(row.ticker, official, row));
  }
  for (const row of trader) {
    if (listings.has(row.ticker) || (DERIVED.test(row.securityName) && !row.isEtf)) continue;
    listings.set(row.ticker, listingOf(row.ticker, row, undefined));
  }
  return [...listings.values()];
}

/**
 * Tickers of five letters that Nasdaq gives to warrants, units, rights and preferred shares; the first four are the
 * company's own.
 */
const FIFTH_LETTER = /^([A-Z]{4})[WURPON]$/;

function isDerived({ ticker, name }: SecRow, nameOf: ReadonlyMap<string, string>): boolean {
  const company = FIFTH_LETTER.exec(ticker)?.[1];
  return company !== undefined && nameOf.get(company) === name;
}

function listingOf(ticker: string, official: TraderRow | undefined, registered: SecRow | undefined): Listing {
  const securityName = official?.securityName ?? "";
  const spelled = official?.isEtf ? securityName : companyName(securityName);
  const name = spelled || registered?.name || ticker;
  const kind = official?.isEtf ? "etf" : /\bamerican deposit|\bads\b|\badr\b/i.test(securityName) ? "adr" : "stock";
  const alias = registered ? registered.name.replace(/ ?[\\/][A-Z]{2,3}[\\/]?$/, "") : name;
  return {
    ticker,
    name,
    exchange: official?.exchange ?? registered?.exchange ?? "OTC",
    kind,
    aliases: alias === name || kind === "etf" ? [] : [alias],
    formerTickers: [],
  };
}

/** `Apple Inc.` of `Apple Inc. - Common Stock`. */
export function companyName(securityName: string): string {
  const at = securityName.search(SHARE_WORDS);
  let end = at > 0 ? at : securityName.length;
  while (end > 0 && " ,-(".includes(securityName.charAt(end - 1))) end -= 1;
  const name = securityName.slice(0, end);
  return name.replace(/ (?:new|each)$/i, "");
}

/** A pattern for any of the phrases, at the start of a word. */
function startingWith(phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.join("|")})`, "i");
}
