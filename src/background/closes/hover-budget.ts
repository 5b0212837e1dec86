import { createQueue } from "../../platform/queue";
import type { Store } from "../../platform/storage";

/** How many tickers a tab may still have fetched. */
export interface HoverBudget {
  /** Takes one from the tab's budget; null when granted, else the instant (epoch milliseconds) at which to ask again. */
  readonly take: (tabId: number) => Promise<number | null>;
}

/** A page that lures the pointer over many names must not make us ask for all of them (requirement S9). */
const MOST_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/** A budget that outlives the background, kept in the session's memory. */
export function createHoverBudget({ store, now }: { readonly store: Store; readonly now: () => number }): HoverBudget {
  const inTurn = createQueue();
  const take = async (tabId: number): Promise<number | null> => {
    const key = `hover-budget:${tabId}`;
    const stored = await store.get(key);
    const times = (Array.isArray(stored) ? stored : []).filter(
      (time): time is number => typeof time === "number" && now() - time < MINUTE_MS,
    );
    if (times.length >= MOST_PER_MINUTE) return Math.min(...times) + MINUTE_MS;
    await store.set(key, [...times, now()]);
    return null;
  };
  return { take: (tabId) => inTurn(() => take(tabId)) };
}
