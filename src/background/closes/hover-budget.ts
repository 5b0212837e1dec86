import * as z from "zod/mini";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";

/** Limits how many tickers a page can have looked up by luring the pointer. */
export interface HoverBudget {
  /**
   * Counts the ticker for the tab. Null if it may be answered; otherwise the instant (epoch milliseconds) at which to
   * ask again.
   */
  readonly take: (tabId: number, ticker: Ticker) => Promise<number | null>;
  /** Forgets the tickers of all tabs. */
  readonly forget: () => Promise<void>;
}

/**
 * A page that lures the pointer over many names must not make us ask for all of them (requirement S9). Tickers whose
 * closes are kept count as well: if they did not, a page could find out what the reader looked up before.
 */
const MOST_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

const PREFIX = "hover-budget:";
const takenSchema = z.array(z.tuple([z.string(), z.number()]));

/** Keeps the tickers in `store`: the session's, or for private windows one in the background's own memory. */
export function createHoverBudget({ store, now }: { readonly store: Store; readonly now: () => number }): HoverBudget {
  const inTurn = createQueue();
  const take = async (tabId: number, ticker: Ticker): Promise<number | null> => {
    const key = `${PREFIX}${tabId}`;
    const stored = takenSchema.safeParse(await store.get(key));
    const taken = (stored.data ?? []).filter(([, at]) => at <= now() && now() - at < MINUTE_MS);
    if (taken.some(([name]) => name === ticker)) return null;
    if (taken.length >= MOST_PER_MINUTE) return Math.min(...taken.map(([, at]) => at)) + MINUTE_MS;
    try {
      await store.set(key, [...taken, [ticker, now()]]);
    } catch (error) {
      console.debug("Sidequote: could not count a hover", error);
    }
    return null;
  };
  const forget = async (): Promise<void> => {
    await store.remove(Object.keys(await store.getAll()).filter((key) => key.startsWith(PREFIX)));
  };
  return {
    take: (tabId, ticker) => inTurn(() => take(tabId, ticker)),
    forget: () => inTurn(forget),
  };
}

/** Forgets the tickers of a closed tab. */
export function forgetHovers(store: Store, tabId: number): Promise<void> {
  return store.remove(`${PREFIX}${tabId}`);
}
