import type { ProviderId } from "../../providers/catalogue";
import type { Provider } from "../../providers/provider";
import { createQueue } from "../queue";

/** Starts one piece of work after the other, on average `spacingMs` apart. */
export type Gate = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T | "aborted">;

/** Waiting, and a clock that never goes back, in milliseconds. */
export interface Pace {
  readonly wait: (ms: number) => Promise<void>;
  readonly uptime: () => number;
}

/**
 * The gate of one provider. Work whose signal aborts before its turn never starts. After a pause, up to `burst` pieces
 * may start at once, and as many may be under way; the average stays what the source tolerates.
 */
export function createGate(
  { spacingMs, burst = 1 }: Pick<Provider, "spacingMs" | "burst">,
  { wait, uptime }: Pace,
): Gate {
  const inTurn = createQueue();
  const running = new Set<Promise<unknown>>();
  /** When the pause after the last start would be over, had all starts been `spacingMs` apart. */
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

/** The gate of each provider; every request to a host goes through the same gate. */
export function createGates(providers: readonly Provider[], pace: Pace): (provider: ProviderId) => Gate {
  const gates = new Map(providers.map((provider) => [provider.id, createGate(provider, pace)] as const));
  const closed: Gate = async () => "aborted";
  return (provider) => gates.get(provider) ?? closed;
}
