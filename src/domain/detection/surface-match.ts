import type { Listing } from "../listing";
import type { Doubt, SurfaceMatch } from "./identification";
import type { DatedDirectory, SpelledTicker } from "./ticker-spellings";

/** Networks that every page has buttons for: their names there are no news of them. */
const SOCIAL = new Set(["META", "GOOGL", "PINS", "RDDT", "SNAP", "WB"]);

/** Where in a surface something was found, and how far to believe it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly as: SurfaceMatch["as"];
  readonly doubt: Doubt;
}

/** The match of a listing, or of a ticker that stands by its spelling alone. */
export function surfaceMatch(
  { start, end, as, doubt }: Place,
  found: SpelledTicker | { readonly listing: Listing },
  directory: DatedDirectory,
): SurfaceMatch {
  const { listing } = found;
  const ticker = listing?.ticker ?? ("ticker" in found ? found.ticker : "");
  const others = listing ? directory.othersOf(listing) : [];
  return {
    start,
    end,
    ticker,
    name: listing?.name ?? ticker,
    kind: listing?.kind ?? "stock",
    as,
    doubt,
    ...(others.length > 0 ? { others } : {}),
    ...(as === "name" && SOCIAL.has(ticker) ? { social: true as const } : {}),
  };
}
