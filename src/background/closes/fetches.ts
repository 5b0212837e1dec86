import { fail, ok, type Result } from "../../domain/failure";
import { addDays } from "../../domain/market/calendar-day";
import type { Closes } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import type { ProviderId } from "../../providers/catalogue";
import type { ClosesCache } from "./cache";
import type { Chain } from "./chain";
import { isCurrent } from "./freshness";
import type { Memory } from "./memory";
import type { Coverage } from "./stored-closes";

/** Fetches closes of tickers, each at most once at a time, and keeps them. */
export type FetchCloses = (request: FetchRequest) => ReadonlyMap<Ticker, Promise<Result<Closes>>>;

/** One question; `deadline` is on the clock of `uptime`. */
export interface FetchRequest {
  readonly tickers: readonly Ticker[];
  readonly coverage: Coverage;
  readonly isPrivate: boolean;
  readonly first?: ProviderId;
  /** When the asker stops waiting. */
  readonly deadline: number;
}

/** Days asked for: a year and the slack that a year's first close needs, or a month and a holiday. */
const DAYS_BACK = { year: 400, month: 40 } as const satisfies Record<Coverage, number>;

interface Flight {
  readonly outcomes: ReadonlyMap<Ticker, Promise<Result<Closes>>>;
  /** Keeps the flight going for one more asker, until its deadline. */
  readonly wait: (deadline: number) => void;
}

/** What a private window's fetches use instead of the lasting ones. */
export interface Keeping {
  readonly cache: ClosesCache;
  readonly memory: Memory;
}

export function createFetchCloses({
  chain,
  keeping,
  now,
  uptime,
}: {
  readonly chain: Chain;
  readonly keeping: (isPrivate: boolean) => Keeping;
  readonly now: () => number;
  readonly uptime: () => number;
}): FetchCloses {
  const flights = new Map<string, Flight>();

  return ({ tickers, coverage, isPrivate, first, deadline }) => {
    const nameOf = (ticker: Ticker) => `${isPrivate ? "private" : "normal"}/${coverage}/${ticker}`;
    // Sorted: in the page's order a batch would be a fingerprint of the article.
    const grounded = [...new Set(tickers)].filter((ticker) => !flights.has(nameOf(ticker))).sort();
    if (grounded.length > 0) {
      const flight = start(grounded);
      for (const ticker of grounded) flights.set(nameOf(ticker), flight);
    }
    const found = new Map<Ticker, Promise<Result<Closes>>>();
    for (const flight of new Set(tickers.map((ticker) => flights.get(nameOf(ticker))))) flight?.wait(deadline);
    for (const ticker of tickers) {
      const outcome = flights.get(nameOf(ticker))?.outcomes.get(ticker);
      if (outcome) found.set(ticker, outcome);
    }
    return found;

    function start(departing: readonly Ticker[]): Flight {
      const nobodyWaits = new AbortController();
      let latest = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const { cache, memory } = keeping(isPrivate);
      const today = new Date(now()).toISOString().slice(0, 10);
      const landed = fly()
        .then(async ({ kept, outcomes }) => {
          for (const outcome of outcomes.values()) if (outcome.ok) await cache.put(outcome.value, coverage);
          return new Map([...kept, ...outcomes]);
        })
        .finally(() => {
          clearTimeout(timer);
          for (const ticker of departing) flights.delete(nameOf(ticker));
        });
      return {
        outcomes: new Map(
          departing.map((ticker) => [
            ticker,
            landed.then((outcomes) => outcomes.get(ticker) ?? fail({ kind: "unknown-ticker", ticker })),
          ]),
        ),
        wait: (until) => {
          if (until <= latest) return;
          latest = until;
          clearTimeout(timer);
          timer = setTimeout(() => nobodyWaits.abort(), Math.max(0, until - uptime()));
        },
      };

      async function fly() {
        const kept = new Map<Ticker, Result<Closes>>();
        for (const ticker of departing) {
          // An asker that found nothing kept may arrive here after the flight that fetched it has landed.
          const closes = await cache.get(ticker, coverage);
          if (closes && isCurrent(closes, now())) kept.set(ticker, ok(closes));
        }
        const missing = departing.filter((ticker) => !kept.has(ticker));
        if (missing.length === 0) return { kept, outcomes: new Map<Ticker, Result<Closes>>() };
        const outcomes = await chain({
          tickers: missing,
          from: addDays(today, -DAYS_BACK[coverage]),
          to: today,
          ...(first ? { first } : {}),
          memory,
          signal: nobodyWaits.signal,
        });
        return { kept, outcomes };
      }
    }
  };
}
