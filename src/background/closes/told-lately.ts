import type { Told } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import type { ClosesCache } from "./cache";

/** Of this many entries used last, the options page shows what was said. */
const ENTRIES = 50;

/**
 * What the sources said of the tickers looked up last, the latest first, once for each ticker. Tickers of which nothing
 * was doubted are left out.
 */
export async function toldLately(cache: Pick<ClosesCache, "lately">): Promise<readonly Told[]> {
  const byTicker = new Map<Ticker, readonly Told[]>();
  // A ticker may be kept twice, for a card and for a list; the later answer counts.
  for (const { ticker, told = [] } of await cache.lately(ENTRIES)) {
    if (!byTicker.has(ticker)) byTicker.set(ticker, told);
  }
  return [...byTicker.values()].flat();
}
