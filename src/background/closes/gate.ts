import type { ProviderId } from "../../providers/catalogue";
import type { Provider } from "../../providers/provider";
import { createQueue } from "../queue";

/** Lets work start one after the other, `spacingMs` apart on average. */
export type Gate = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T | "aborted">;

/** Waiting, and a clock that only ever runs forward, in milliseconds. */
export interface Pace {
  readonly wait: (ms: number) => Promise<void>;
  readonly uptime: () => number;
}

/**
 * A gate for one provider: work whose signal is aborted before its turn never starts. After a rest `burst` starts
 * may follow one another at once, and as many may be under way: the average stays what the source tolerates.
 */
export function createGate(
  { spacingMs, burst = 1 }: Pick<Provider, "spacingMs" | "burst">,
  { wait, uptime }: Pace,
): Gate {
  const inTurn = createQueue();
  const running = new Set<Promise<unknown>>();
  /** When the source would be rested again, had each start kept its distance. */
  let restedAt = Number.NEGATIVE_INFINITY;
  return async (work, signal) => {
    const started = await inTurn(async () => {
      while (running.size >= burst && !signal.aborted) await Promise.race(running);
      if (signal.aborted) return null;
      const restMs = restedAt - (burst - 1) * spacingMs - uptime();
      if (restMs > 0) await wait(restMs);
      if (signal.aborted) return null;
      restedAt = Math.max(restedAt, uptime()) + spacingMs;
      const job = work();
      const ended: Promise<unknown> = job.then(
        () => running.delete(ended),
        () => running.delete(ended),
      );
      running.add(ended);
      return { job };
    });
    return started === null ? "aborted" : started.job;
  };
}

/** The gate of each provider: whatever is asked of one host goes through one gate. */
export function createGates(providers: readonly Provider[], pace: Pace): (provider: ProviderId) => Gate {
  const gates = new Map(providers.map((provider) => [provider.id, createGate(provider, pace)] as const));
  const closed: Gate = async () => "aborted";
  return (provider) => gates.get(provider) ?? closed;
}
