import { isExchangeId } from "./exchange";
import { type FormerTicker, LISTING_KINDS, type Listing, type ListingKind } from "./listing";
import { isTicker } from "./ticker";

/**
 * The listings of a starter file: tab-separated `ticker name exchange kind aliases former
 * otherListing`, `#` lines are comments. Throws, naming the line, on anything else: the files are ours.
 */
export function parseStarter(text: string): Listing[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const listing = parseLine(line);
    if (!listing) throw new Error(`starter line ${index + 1}: ${line}`);
    return [listing];
  });
}

function parseLine(line: string): Listing | null {
  const [ticker, name, exchange, kind, aliases = "", former = "", otherListing = ""] = line
    .split("\t")
    .map((cell) => cell.trim());
  const formerTickers = parts(former).map(parseFormer);
  if (!isTicker(ticker) || !name || !isExchangeId(exchange) || !isKind(kind)) return null;
  if (!formerTickers.every((one) => one !== null) || (otherListing !== "" && !isTicker(otherListing))) return null;
  return {
    ticker,
    name,
    exchange,
    kind,
    aliases: parts(aliases),
    formerTickers,
    ...(otherListing === "" ? {} : { otherListing }),
  };
}

function parts(cell: string): string[] {
  return cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function parseFormer(text: string): FormerTicker | null {
  const [ticker, until] = text.split(":");
  return isTicker(ticker) && until !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(until) ? { ticker, until } : null;
}

function isKind(kind: string | undefined): kind is ListingKind {
  return LISTING_KINDS.some((known) => known === kind);
}
