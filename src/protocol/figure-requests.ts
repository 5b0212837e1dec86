import * as z from "zod/mini";
import type { Failure, Result } from "../domain/failure";
import type { KeyTest } from "../domain/key-test";
import type { Description, FoundListing } from "../domain/listing";
import type { AfterHours } from "../domain/market/after-hours";
import type { LocalDate, Told } from "../domain/market/closes";
import type { Comparison, ComparisonRow } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import type { ProviderId } from "../providers/catalogue";
import { instant, localDate, nothing, provider, ticker } from "./payload-fields";
import { ANYONE, request } from "./request";

/** What a search found. `failure`: the directory has nothing, and the provider could not be asked. */
export interface SearchReply {
  readonly listings: readonly FoundListing[];
  readonly failure: Failure | null;
}

/** The state of the directory. */
export interface DirectoryState {
  /** How many listings the full directory has; those of the starter while it is not there. */
  readonly listings: number;
  /** When the full directory was fetched, epoch milliseconds; null while only the starter is there. */
  readonly fetchedAt: number | null;
}

/** Requests about the directory and the sources of closes. */
export const FIGURE_REQUESTS = {
  /**
   * The latest close of a listing and the benchmark's. With `published`, also the change since that day's article, or
   * since the instant `publishedAt` if the page states one. With `early`, the answer comes as soon as the listing's own
   * figures are there; the benchmark may be "awaited" then.
   */
  compare: request<
    {
      ticker: Ticker;
      published?: LocalDate | undefined;
      publishedAt?: number | undefined;
      early?: boolean | undefined;
    },
    Comparison
  >(ANYONE, () =>
    z.strictObject({
      ticker: ticker(),
      published: z.optional(localDate()),
      publishedAt: z.optional(instant()),
      early: z.optional(z.boolean()),
    }),
  ),
  /**
   * The compact figures of a list, in as few requests as the source allows. With `cachedOnly` nothing is asked, and
   * what is not kept is absent. `isPrivate`: the popup belongs to a private window.
   */
  "compare-rows": request<
    { tickers: Ticker[]; cachedOnly?: boolean | undefined; isPrivate?: boolean | undefined },
    Readonly<Record<Ticker, Result<ComparisonRow>>>
  >(["own-page"], () =>
    z.strictObject({
      tickers: z.array(ticker()).check(z.maxLength(50)),
      cachedOnly: z.optional(z.boolean()),
      isPrivate: z.optional(z.boolean()),
    }),
  ),
  /** What was paid after the latest close; null where the reader does not want it, or there is nothing to tell. */
  "after-hours": request<{ ticker: Ticker }, AfterHours | null>(ANYONE, () => z.strictObject({ ticker: ticker() })),
  /** What the directory says of a listing, and whether it is on the watchlist; asks no provider. */
  describe: request<{ ticker: Ticker }, Description>(ANYONE, () => z.strictObject({ ticker: ticker() })),
  /**
   * Listings by ticker or name. The provider's search is asked only if the directory has none. `isPrivate` as in
   * `compare-rows`.
   */
  search: request<{ query: string; isPrivate?: boolean | undefined }, SearchReply>(["own-page"], () =>
    z.strictObject({
      query: z.string().check(z.minLength(1), z.maxLength(64)),
      isPrivate: z.optional(z.boolean()),
    }),
  ),
  /**
   * How many listings the directory holds, and when the full one was fetched. No page of ours asks for it: the `detect`
   * command and the benchmarks do, to wait for the full directory.
   */
  "directory-state": request<Record<string, never>, DirectoryState>(["own-page"], nothing),
  /** Asks a provider once with the reader's key, and returns what it said. No message contains the key itself. */
  "test-key": request<{ provider: ProviderId }, KeyTest>(["own-page"], () => z.strictObject({ provider: provider() })),
  /** The options page has changed a key. What the provider refused before is forgotten. */
  "key-changed": request<{ provider: ProviderId }, null>(["own-page"], () => z.strictObject({ provider: provider() })),
  /** Of how many tickers closes are kept on this computer, and the size of all. */
  "cache-size": request<Record<string, never>, { readonly tickers: number; readonly bytes: number }>(
    ["own-page"],
    nothing,
  ),
  /** Which source said what of the tickers looked up last, where something was doubted; asks no provider. */
  "told-lately": request<Record<string, never>, readonly Told[]>(["own-page"], nothing),
  /** Forgets every ticker that was looked up, and its closes. */
  "clear-cache": request<Record<string, never>, null>(["own-page"], nothing),
} as const;
