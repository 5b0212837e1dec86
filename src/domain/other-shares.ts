import type { Directory } from "./directory";
import type { Listing } from "./listing";
import type { Ticker } from "./ticker";

/**
 * Whether the directory knows another share of the listing's company: one of another class (`FOX` of `FOXA`), or on
 * another exchange (`9988.HK` of `BABA`). An article that names the company may mean either's price.
 */
export function hasOtherShare(
  ticker: Ticker,
  { byTicker, listings }: Pick<Directory, "byTicker" | "listings">,
): boolean {
  const listing = byTicker(ticker);
  if (!listing) return false;
  if (listing.otherListing !== undefined) return true;
  const name = plainName(listing);
  return listings().some(
    (other) => other.ticker !== ticker && (other.otherListing === ticker || plainName(other) === name),
  );
}

/** The name in letters and digits alone. */
function plainName({ name }: Listing): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
