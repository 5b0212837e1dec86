import type { Directory } from "../domain/directory";
import { ok, type Result } from "../domain/failure";
import type { Description } from "../domain/listing";
import type { Ticker } from "../domain/ticker";
import type { TextOf } from "../ui/text";

interface Dependencies {
  readonly directory: () => Promise<Directory>;
  readonly isWatched: (ticker: Ticker) => Promise<boolean>;
  readonly text: TextOf;
}

/** Tells what the directory knows of a listing, and whether the reader watches it. */
export function createDescribe({ directory, isWatched, text }: Dependencies) {
  return async (ticker: Ticker): Promise<Result<Description>> => {
    const [{ byTicker }, starred] = await Promise.all([directory(), isWatched(ticker)]);
    const listing = byTicker(ticker) ?? null;
    const other = listing?.otherListing === undefined ? null : (byTicker(listing.otherListing) ?? null);
    return ok({
      listing: listing && {
        ticker,
        name: listing.name,
        exchange: listing.exchange,
        exchangeName: text(`exchange_${listing.exchange}`),
        kind: listing.kind,
      },
      other: other && { ticker: other.ticker, exchangeName: text(`exchange_${other.exchange}`) },
      starred,
    });
  };
}
