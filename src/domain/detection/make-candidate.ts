import type { Listing } from "../listing";
import type { Candidate, Doubt, Form } from "./candidate";
import type { DatedDirectory, SpelledTicker } from "./tickers/ticker-spellings";

/** Social networks, for which every page has buttons; there, their names are not mentions. */
const SOCIAL = new Set(["META", "GOOGL", "PINS", "RDDT", "SNAP", "WB"]);

/** Where in a phrase something was found, how it is written, and how doubtful it is. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly doubt: Doubt;
}

/** Makes the candidate of a listing, or of a ticker that only its spelling shows to be one. */
export function makeCandidate(
  { start, end, form, doubt }: Place,
  found: SpelledTicker | { readonly listing: Listing },
  directory: DatedDirectory,
): Candidate {
  const { listing } = found;
  const ticker = listing?.ticker ?? ("ticker" in found ? found.ticker : "");
  const others = listing ? directory.othersOf(listing) : [];
  return {
    start,
    end,
    ticker,
    name: listing?.name ?? ticker,
    kind: listing?.kind ?? "stock",
    form,
    doubt,
    ...(others.length > 0 ? { others } : {}),
    ...(form === "name" && SOCIAL.has(ticker) ? { social: true as const } : {}),
  };
}
