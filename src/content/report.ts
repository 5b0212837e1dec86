import { MOST_REPORTED } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { ListedMention } from "../protocol";
import type { PageMention } from "./page-mention";

export interface Report {
  /** Tells the background the frame's listings once the page has been quiet for a moment. */
  readonly soon: () => void;
  /** The listings of the frame now, most mentioned first. */
  readonly listings: () => ListedMention[];
}

/** Badge and popup can wait this long; an infinite scroll is then one message, not fifty. */
const QUIET_MS = 250;

/** Keeps badge and popup informed of what the frame mentions; says nothing while nothing changed. */
export function createReport({
  ask,
  mentions,
  signal,
}: {
  ask: Ask;
  mentions: () => readonly PageMention[];
  signal: AbortSignal;
}): Report {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = "[]";
  signal.addEventListener("abort", () => clearTimeout(timer));

  function listings(): ListedMention[] {
    const byTicker = new Map<Ticker, ListedMention>();
    for (const { ticker, name } of mentions()) {
      byTicker.set(ticker, { ticker, name, count: (byTicker.get(ticker)?.count ?? 0) + 1 });
    }
    return [...byTicker.values()].sort((a, b) => b.count - a.count).slice(0, MOST_REPORTED);
  }

  async function tell(): Promise<void> {
    const now = listings();
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    await ask("report-mentions", { listings: now });
  }

  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), QUIET_MS);
    },
    listings,
  };
}
