import { MOST_LISTED, MOST_REPORTED } from "../domain/detection/mention";
import type { Ask } from "../platform/ask";
import type { FrameMentions } from "../protocol/page-requests";
import type { PageMention } from "./page/page-mention";

/** Tells the background and the popup what the frame mentions. */
export interface Report {
  /** Sends the frame's listings to the background once the mentions have not changed for a moment. */
  readonly sendSoon: () => void;
  /** The current mentions of the frame, for the popup to rank. */
  readonly frameMentions: () => FrameMentions;
}

/** The badge can wait this long, and endless scrolling then leads to one message instead of fifty. */
const QUIET_MS = 250;

/** Sends a list of listings only if it differs from the one sent before. Ends with `signal`. */
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
  let lastSent = "";
  signal.addEventListener("abort", () => clearTimeout(timer));

  async function sendIfChanged(): Promise<void> {
    const tickers = [...new Set(mentions().map(({ ticker }) => ticker))].slice(0, MOST_REPORTED);
    const text = tickers.join();
    if (text === lastSent) return;
    lastSent = text;
    await ask("report-mentions", { tickers });
  }

  return {
    sendSoon() {
      clearTimeout(timer);
      timer = setTimeout(sendIfChanged, QUIET_MS);
    },
    frameMentions: () => ({
      title: document.title,
      mentions: mentions()
        .slice(0, MOST_LISTED)
        .map(({ start, end, block, ...mention }) => mention),
    }),
  };
}
