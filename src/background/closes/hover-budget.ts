import * as z from "zod/mini";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";

/** How many tickers a tab may still be told of. */
export interface HoverBudget {
  /**
   * Counts the ticker against the tab; null when granted, else the instant (epoch milliseconds) at which to ask again.
   */
  readonly take: (tabId: number, ticker: Ticker) => Promise<number | null>;
  /** Forgets what the tabs were told of. */
  readonly forget: () => Promise<void>;
}

/**
 * A page that lures the pointer over many names must not make us ask for all of them (requirement S9). Figures that are
 * kept count as well: what costs nothing would tell the page what the reader looked up before.
 */
const MOST_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

const PREFIX = "hover-budget:";
const takenSchema = z.array(z.tuple([z.string(), z.number()]));

/** A budget that outlives the background, kept in the session's memory. */
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

/** Forgets what a closed tab was told of. */
export function forgetHovers(store: Store, tabId: number): Promise<void> {
  return store.remove(`${PREFIX}${tabId}`);
}
