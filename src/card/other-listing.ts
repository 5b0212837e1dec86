import type { Result } from "../domain/failure";
import type { Comparison } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardRequest } from "../protocol/card-api";

/** The company's other listing, which the reader chose in the card. */
export interface OtherListing {
  readonly ticker: Ticker;
  /** Null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
}

/** Knows which other listing the card shows instead of the mention's. `changed` is called when its answer has come. */
export function createOtherListing(ask: Ask, changed: () => void) {
  let chosen: OtherListing | null = null;
  return {
    chosen: () => chosen,
    leave: () => {
      chosen = null;
    },
    async choose(
      ticker: Ticker,
      { published, publishedAt }: Pick<CardRequest, "published" | "publishedAt">,
    ): Promise<void> {
      chosen = { ticker, answer: null };
      const answer = await ask("compare", { ticker, published, publishedAt });
      if (chosen?.ticker !== ticker) return;
      chosen = { ticker, answer };
      changed();
    },
  };
}
