import type { CardContent } from "../domain/card-content";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardRequest } from "../protocol/card-api";
import { createAfterHours } from "./after-hours";
import { createChoices } from "./choices";
import { createDescriptions } from "./descriptions";
import { createOtherListing } from "./other-listing";

/**
 * A description that was prepared longer ago than this is asked for again, because the listing may have been starred
 * elsewhere since.
 */
const FRESH_MS = 2_000;

interface SubjectDeps {
  readonly ask: Ask;
  /** Milliseconds of a monotonic clock. */
  readonly uptime: () => number;
  /** Called when there is something new to draw. */
  readonly changed: () => void;
}

/** The listing that the card is about: the mention's, or the company's other listing if the reader chose it. */
export function createSubject({ ask, uptime, changed }: SubjectDeps) {
  let request: CardRequest | null = null;
  let preparedAt = Number.NEGATIVE_INFINITY;
  const descriptions = createDescriptions(ask, (ticker) => ticker === content()?.ticker && changed());
  const otherListing = createOtherListing(ask, changed);
  const choices = createChoices(ask);
  const afterHours = createAfterHours(ask, changed);

  function content(): CardContent | null {
    if (!request) return null;
    const settings = { ...request.settings, card: choices.applied(request.settings.card) };
    const other = otherListing.chosen();
    // The marked word is the mention's, so the menu must not offer to unmark it for the other listing.
    return other ? { ...request, ...other, surface: "", settings } : { ...request, settings };
  }

  return {
    content,
    choices,
    descriptions,
    afterHours,
    request: () => request,
    /** Asks for the directory's description of a listing whose card will probably be shown soon. */
    prepare(ticker: Ticker): void {
      descriptions.forgetAllBut([content()?.ticker]);
      preparedAt = uptime();
      descriptions.ask(ticker);
    },
    /** Makes the request's listing the subject. Returns whether the card was about another listing, or none, before. */
    set(next: CardRequest): boolean {
      const isOther = request?.ticker !== next.ticker;
      if (isOther) {
        descriptions.forgetAllBut(uptime() - preparedAt < FRESH_MS ? [next.ticker] : []);
        otherListing.leave();
      }
      request = next;
      descriptions.ask(next.ticker);
      return isOther;
    },
    clear(): void {
      // The next listing may have been asked for while this one is still shown.
      if (request) descriptions.forget(request.ticker);
      request = null;
      afterHours.of(null);
      otherListing.leave();
    },
    isOnOtherListing: () => otherListing.chosen() !== null,
    /** Turns to the company's other listing, or back to the mention's. */
    turnTo(ticker: Ticker): void {
      if (!request) return;
      if (ticker === request.ticker) otherListing.leave();
      else void otherListing.choose(ticker, request);
      descriptions.ask(ticker);
      changed();
    },
  };
}

/** See `createSubject`. */
export type Subject = ReturnType<typeof createSubject>;
