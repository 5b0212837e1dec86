import type { Directory } from "../domain/directory";
import { EXCHANGES } from "../domain/exchange";
import { ok, type Result } from "../domain/failure";
import type { Description } from "../domain/listing";
import type { Ticker } from "../domain/ticker";

interface Dependencies {
  readonly directory: () => Promise<Directory>;
  readonly isWatched: (ticker: Ticker) => Promise<boolean>;
}

/** Tells what the directory knows of a listing, and whether the reader watches it. */
export function createDescribe({ directory, isWatched }: Dependencies) {
  return async (ticker: Ticker): Promise<Result<Description>> => {
    const [{ byTicker }, starred] = await Promise.all([directory(), isWatched(ticker)]);
    const listing = byTicker(ticker) ?? null;
    const other = listing?.otherListing === undefined ? null : (byTicker(listing.otherListing) ?? null);
    return ok({
      listing: listing && {
        ticker,
        name: listing.name,
        exchange: listing.exchange,
        exchangeName: EXCHANGES[listing.exchange].name,
        kind: listing.kind,
      },
      other: other && { ticker: other.ticker, exchangeName: EXCHANGES[other.exchange].name },
      starred,
    });
  };
}
