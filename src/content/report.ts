import { MOST_LISTED, MOST_REPORTED } from "../domain/detection/mention";
import type { Ask } from "../platform/ask";
import type { FrameMentions } from "../protocol/page-requests";
import type { PageMention } from "./page/page-mention";

export interface Report {
  /** Tells the background the frame's listings once the page has been quiet for a moment. */
  readonly soon: () => void;
  /** What the frame mentions now, for the popup to rank. */
  readonly frameMentions: () => FrameMentions;
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
  let told = "";
  signal.addEventListener("abort", () => clearTimeout(timer));

  async function tell(): Promise<void> {
    const tickers = [...new Set(mentions().map(({ ticker }) => ticker))].slice(0, MOST_REPORTED);
    const text = tickers.join();
    if (text === told) return;
    told = text;
    await ask("report-mentions", { tickers });
  }

  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(tell, QUIET_MS);
    },
    frameMentions: () => ({
      title: document.title,
      mentions: mentions()
        .slice(0, MOST_LISTED)
        .map(({ start, end, block, ...mention }) => mention),
    }),
  };
}
