import type { Result } from "../domain/failure";
import type { Comparison } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardRequest } from "../protocol/card-api";

/** The company's other listing, if the reader has turned the card to it. */
export interface Turned {
  readonly ticker: Ticker;
  /** Null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
}

/** Knows which other listing the card shows instead of the mention's. `changed` is called when its answer has come. */
export function createTurn(ask: Ask, changed: () => void) {
  let turned: Turned | null = null;
  return {
    to: () => turned,
    back: () => {
      turned = null;
    },
    async turn(
      ticker: Ticker,
      { published, publishedAt }: Pick<CardRequest, "published" | "publishedAt">,
    ): Promise<void> {
      turned = { ticker, answer: null };
      const answer = await ask("compare", { ticker, published, publishedAt });
      if (turned?.ticker !== ticker) return;
      turned = { ticker, answer };
      changed();
    },
  };
}
