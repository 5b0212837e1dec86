import { fail, ok, type Result } from "../domain/failure";
import { findListings } from "../domain/find-listings";
import type { FoundListing, Listing } from "../domain/listing";
import type { SearchReply } from "../protocol/figure-requests";
import type { TextOf } from "../ui/text";
import type { ComparisonAsker } from "./closes/comparisons";

/** As many as the popup shows without scrolling, and as one batch of figures holds. */
const MOST_FOUND = 8;

interface Dependencies {
  readonly listings: () => Promise<readonly Listing[]>;
  readonly hasConsent: () => Promise<boolean>;
  /** The search of the provider, for what the directory does not have. */
  readonly askProvider: (query: string, asker: ComparisonAsker) => Promise<Result<readonly FoundListing[]>>;
  readonly text: TextOf;
}

/** Finds listings for the popup's search: in the directory or, if it has none and with consent, by the provider's. */
export function createSearch({ listings, hasConsent, askProvider, text }: Dependencies) {
  return async (query: string, asker: ComparisonAsker): Promise<Result<SearchReply>> => {
    const known = findListings(await listings(), query, MOST_FOUND).map(({ ticker, name, exchange }) => ({
      ticker,
      name,
      exchange: text(`exchange_${exchange}`),
    }));
    if (known.length > 0) return ok({ listings: known, failure: null });
    if (!(await hasConsent())) return ok({ listings: [], failure: fail({ kind: "no-consent" }).failure });
    const found = await askProvider(query, asker);
    return ok(
      found.ok
        ? { listings: found.value.slice(0, MOST_FOUND), failure: null }
        : { listings: [], failure: found.failure },
    );
  };
}
