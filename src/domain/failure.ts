import type { ProviderId } from "../providers/catalogue";
import type { Ticker } from "./ticker";

/** Every expected failure, as a value. `ui/failure-text.ts` has the sentences. Times are epoch milliseconds. */
export type Failure =
  /** The reader has not agreed to network use yet. */
  | { kind: "no-consent" }
  /** The browser itself says that it has no connection. */
  | { kind: "offline" }
  /** The provider's host could not be reached, or the browser kept its answer from us. */
  | { kind: "unreachable"; provider: ProviderId }
  /** No provider knows the ticker; if we know it, that has been so for a day. */
  | { kind: "unknown-ticker"; ticker: Ticker }
  /**
   * No source has a close at this moment: those that know the ticker refuse it or answer without a close. It is asked
   * for again after some minutes.
   */
  | { kind: "not-found"; ticker: Ticker }
  /** The listing no longer trades; `lastDate` is the day of its last close, if known. */
  | { kind: "delisted"; ticker: Ticker; lastDate?: string }
  /** The listing has no close of the last trading day, although its market has been open. */
  | { kind: "halted"; ticker: Ticker; lastDate: string }
  /** A source states that the listing's first trading day is not over yet. */
  | { kind: "no-data-yet"; ticker: Ticker }
  /** The provider, or our own limit on hovering (`provider: null`), asks us to wait until `until`. */
  | { kind: "rate-limited"; provider: ProviderId | null; until: number }
  /** The provider answered with something that is not what it documents (HTML, schema drift, implausible figures). */
  | { kind: "source-broken"; provider: ProviderId; reason: string }
  /** The provider answered with a server error, or not within the time limit (`status: 0`). */
  | { kind: "source-down"; provider: ProviderId; status: number }
  /** The provider refused the reader's key. */
  | { kind: "key-refused"; provider: ProviderId }
  /** The reader's plan at the provider does not include this figure. */
  | { kind: "not-entitled"; provider: ProviderId; ticker: Ticker }
  /** The provider does not serve this kind of listing, exchange or period. */
  | { kind: "not-served"; provider: ProviderId; ticker: Ticker }
  /** The reader withheld the host permission that the provider needs. */
  | { kind: "no-permission"; provider: ProviderId }
  /** Nothing is kept of private windows, so neither the watchlist nor a setting was changed. */
  | { kind: "private-window" }
  /** The reader's list has no room for one more, so it was not changed. */
  | { kind: "list-full" }
  /** Nobody is waiting for the answer any more. */
  | { kind: "aborted" }
  /** The background did not answer in time; asking again helps. */
  | { kind: "no-answer" }
  /** The extension was updated or removed under this page; reloading the page helps. */
  | { kind: "extension-updated" };

/** The outcome of something that can fail in an expected way. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
