import type { Description } from "../domain/listing";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";

/** What the directory says of the listings that the card is about, or may soon be about. */
export interface Descriptions {
  /** null until the directory has answered. */
  readonly of: (ticker: Ticker) => Description | null;
  /** Asks for a listing once. `arrived` is called when the answer has come. */
  readonly ask: (ticker: Ticker) => void;
  /** Asks again for all, because one may have been starred elsewhere. What is known stays until the answer comes. */
  readonly refresh: () => void;
  readonly star: (ticker: Ticker, starred: boolean) => void;
  readonly forget: (ticker: Ticker) => void;
  readonly forgetAllBut: (tickers: readonly (Ticker | undefined)[]) => void;
}

/** Keeps only the listings that the card names, because a listing may be starred elsewhere at any time. */
export function createDescriptions(request: Ask, arrived: (ticker: Ticker) => void): Descriptions {
  /** Null while the answer is awaited. */
  const about = new Map<Ticker, Description | null>();
  async function ask(ticker: Ticker): Promise<void> {
    const reply = await request("describe", { ticker });
    if (reply.ok && about.has(ticker)) about.set(ticker, reply.value);
    if (!about.get(ticker)) about.delete(ticker);
    arrived(ticker);
  }

  return {
    of: (ticker) => about.get(ticker) ?? null,
    ask(ticker) {
      if (about.has(ticker)) return;
      about.set(ticker, null);
      void ask(ticker);
    },
    refresh() {
      for (const ticker of about.keys()) void ask(ticker);
    },
    star(ticker, starred) {
      const known = about.get(ticker);
      if (known) about.set(ticker, { ...known, starred });
    },
    forget: (ticker) => about.delete(ticker),
    forgetAllBut(tickers) {
      for (const known of about.keys()) if (!tickers.includes(known)) about.delete(known);
    },
  };
}
