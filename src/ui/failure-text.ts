import type { Failure } from "../domain/failure";
import { providerName } from "../providers/catalogue";
import type { Wording } from "./figures";

/** What the reader can do about a failure; null if nothing. */
export type Remedy = "retry" | "consent" | "settings" | null;

/** The sentence for a failure, in the reader's language. `now` in epoch milliseconds, for the seconds left to wait. */
export function failureText(failure: Failure, { text, format }: Wording, now: number): string {
  switch (failure.kind) {
    case "no-consent":
      return text("failure_noConsent");
    case "offline":
      return text("failure_offline");
    case "unreachable":
      return text("failure_unreachable", { provider: providerName(failure.provider) });
    case "unknown-ticker":
      return text("failure_unknownTicker", { ticker: failure.ticker });
    case "not-found":
      return text("failure_notFound", { ticker: failure.ticker });
    case "delisted":
      return failure.lastDate === undefined
        ? text("failure_delisted", { ticker: failure.ticker })
        : text("failure_delistedSince", { ticker: failure.ticker, day: format.day(failure.lastDate) });
    case "halted":
      return text("failure_halted", { ticker: failure.ticker, day: format.day(failure.lastDate) });
    case "no-data-yet":
      return text("failure_noDataYet", { ticker: failure.ticker });
    case "rate-limited": {
      const seconds = Math.max(1, Math.ceil((failure.until - now) / 1000));
      return failure.provider === null
        ? text("failure_rateLimitedByUs", { seconds })
        : text("failure_rateLimited", { provider: providerName(failure.provider), seconds });
    }
    case "source-broken":
      return text("failure_sourceBroken", { provider: providerName(failure.provider) });
    case "source-down":
      return text(failure.status === 0 ? "failure_sourceSilent" : "failure_sourceDown", {
        provider: providerName(failure.provider),
        status: failure.status,
      });
    case "key-refused":
      return text("failure_keyRefused", { provider: providerName(failure.provider) });
    case "not-entitled":
      return text("failure_notEntitled", { provider: providerName(failure.provider), ticker: failure.ticker });
    case "not-served":
      return text("failure_notServed", { provider: providerName(failure.provider), ticker: failure.ticker });
    case "no-permission":
      return text("failure_noPermission", { provider: providerName(failure.provider) });
    case "private-window":
      return text("failure_privateWindow");
    case "list-full":
      return text("failure_listFull");
    case "aborted":
      return text("failure_aborted");
    case "no-answer":
      return text("failure_noAnswer");
    case "extension-updated":
      return text("failure_extensionUpdated");
  }
}

/** Failures that no button of ours helps with. */
type Unremedied = {
  kind:
    | "unknown-ticker"
    | "delisted"
    | "halted"
    | "no-data-yet"
    | "not-served"
    | "private-window"
    | "list-full"
    | "extension-updated";
};

/** The button to show beside the sentence. */
export function remedyFor(failure: Failure): Remedy {
  switch (failure.kind) {
    case "no-consent":
      return "consent";
    case "key-refused":
    case "not-entitled":
    case "no-permission":
      return "settings";
    case "offline":
    case "unreachable":
    case "rate-limited":
    case "source-broken":
    case "source-down":
    case "not-found":
    case "aborted":
    case "no-answer":
      return "retry";
    default:
      // The compiler refuses a failure that is neither above nor one of these. As cases, they cost the card 22 bytes.
      failure satisfies Unremedied;
      return null;
  }
}
