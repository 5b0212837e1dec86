import { MOST_LISTED, MOST_REPORTED } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { FrameMentions } from "../protocol/page-requests";
import type { PageMention } from "./page/page-mention";

/** Tells the background and the popup what the frame mentions. */
export interface Report {
  /** Sends the frame's listings to the background once the mentions have not changed for a moment. */
  readonly sendSoon: () => void;
  /** Sends the current listings even if they are the same: the badge has been switched on or off, or is gone. */
  readonly sendAgain: () => void;
  /** The current mentions of the frame, for the popup to rank. */
  readonly frameMentions: () => FrameMentions;
}

/** The badge can wait this long, and endless scrolling then leads to one message instead of fifty. */
const QUIET_MS = 250;

/**
 * Sends a list of listings only if it differs from the one sent before. When `signal` aborts, it reports that nothing
 * is mentioned any more, because the site may have been switched off.
 */
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
  /** Empty if nothing is reported; null if the next list is to be sent whatever it is. */
  let lastSent: string | null = "";
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    send([]);
  });

  function send(tickers: Ticker[]): void {
    const text = tickers.join();
    if (text === lastSent) return;
    lastSent = text;
    void ask("report-mentions", { tickers });
  }

  function sendSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => isPrerendered() || send(currentTickers()), QUIET_MS);
  }

  function currentTickers(): Ticker[] {
    return [...new Set(mentions().map(({ ticker }) => ticker))].slice(0, MOST_REPORTED);
  }

  function sendAgain(): void {
    if (lastSent === "") return;
    lastSent = null;
    sendSoon();
  }

  document.addEventListener("prerenderingchange", sendSoon, { signal });
  // The browser clears a tab's badge at each navigation, also when a page comes out of the back/forward cache.
  const onReturn = ({ isTrusted, persisted }: PageTransitionEvent) => isTrusted && persisted && sendAgain();
  addEventListener("pageshow", onReturn, { signal });

  return {
    sendSoon,
    sendAgain,
    frameMentions: () => ({
      title: document.title,
      mentions: mentions()
        .slice(0, MOST_LISTED)
        .map(({ start, end, block, ...mention }) => mention),
    }),
  };
}

/** Whether the browser has loaded the page in advance. The tab shows another page, and the badge is that page's. */
function isPrerendered(): boolean {
  // TypeScript's types do not have the property; Firefox does not prerender.
  return Reflect.get(document, "prerendering") === true;
}
