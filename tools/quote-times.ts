import type { FetchText, TextReply } from "../src/providers/fetch-text";

/** What happened while figures were made, by a clock that begins with the question; milliseconds. */
export interface Times {
  readonly fetchText: FetchText;
  /** One line for each request since the last call: when it left, and when it was answered or given up. */
  readonly lines: () => readonly string[];
}

/**
 * Notes when requests leave and when their answers come. With `delays` an answer comes so
 * much later, by host, "" for all others: what a slow source does to a card can be tried.
 */
export function createTimes(
  fetchText: FetchText,
  delays: ReadonlyMap<string, number>,
  { now, wait }: { readonly now: () => number; readonly wait: (ms: number, signal?: AbortSignal) => Promise<void> },
): Times {
  const begun = now();
  const since = () => `${Math.round(now() - begun)} ms`;
  const lines: string[] = [];
  return {
    lines: () => lines.splice(0),
    fetchText: async (request) => {
      const { host, pathname } = new URL(request.url);
      const name = `${host}${decodeURIComponent(pathname)}`;
      const left = since();
      const delay = delays.get(host) ?? delays.get("") ?? 0;
      if (delay > 0) await wait(delay, request.signal);
      const reply: TextReply = request.signal?.aborted ? { kind: "aborted" } : await fetchText(request);
      const outcome = reply.kind === "reply" ? "answered" : reply.kind;
      lines.push(`asked ${name} at ${left}: ${outcome} at ${since()}`);
      return reply;
    },
  };
}

/** The delays of `--slow 800` (each host) and `--slow HOST=800`; undefined for what is neither. */
export function delaysOf(slow: readonly string[]): ReadonlyMap<string, number> | undefined {
  const delays = slow.map((text) => {
    const [ms, host = ""] = text.split("=").toReversed();
    return [host, Number(ms)] as const;
  });
  return delays.every(([, ms]) => Number.isInteger(ms) && ms >= 0) ? new Map(delays) : undefined;
}
