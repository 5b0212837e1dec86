import * as z from "zod/mini";
import type { Identification } from "./domain/detection/identification";
import type { LocalDate } from "./domain/market/closes";
import type { Comparison } from "./domain/market/comparison";
import type { PublicSettings } from "./domain/settings";
import { isTicker, type Ticker } from "./domain/ticker";

/** Who sends a request: a content script (with its card) inside a page, or one of our own pages. */
export type Role = "content" | "own-page";

/** One request: who may send it, and the schema its payload must meet. The reply's type travels in `R` only. */
export interface Request<P, R> {
  readonly from: readonly Role[];
  readonly payload: z.ZodMiniType<P>;
  readonly reply?: R;
}

function request<P, R>(from: readonly Role[], payload: z.ZodMiniType<P>): Request<P, R> {
  return { from, payload };
}

const ticker = z.string().check(z.refine(isTicker));
const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const surface = z.string().check(z.maxLength(256));
const nothing = z.strictObject({});

const ANYONE: readonly Role[] = ["content", "own-page"];

/** Every request the background answers. A handler returns a `Result` of the reply. */
export const REQUESTS = {
  /** Which of these pieces of text name listings; the directory itself never enters a page. */
  identify: request<{ surfaces: string[] }, Identification>(
    ANYONE,
    z.strictObject({ surfaces: z.array(surface).check(z.maxLength(20_000)) }),
  ),
  /** The latest close of a listing beside the benchmark's; with `published`, also the change since that day's article. */
  compare: request<{ ticker: Ticker; published?: LocalDate | undefined }, Comparison>(
    ANYONE,
    z.strictObject({ ticker, published: z.optional(localDate) }),
  ),
  /** What a page may know of the reader's settings. */
  "public-settings": request<Record<string, never>, PublicSettings>(ANYONE, nothing),
  /** Puts the card's script into the asking frame, once; asked on the first use in a page. */
  "inject-card": request<Record<string, never>, null>(ANYONE, nothing),
  /** The reader agrees to network use; asked by the welcome page's button. */
  "give-consent": request<Record<string, never>, null>(["own-page"], nothing),
} as const;

export type Requests = typeof REQUESTS;
export type RequestName = keyof Requests;
export type PayloadOf<N extends RequestName> = Requests[N] extends Request<infer P, infer _R> ? P : never;
export type ReplyOf<N extends RequestName> = Requests[N] extends Request<infer _P, infer R> ? R : never;

/** A request on the wire. */
export interface Envelope<N extends RequestName = RequestName> {
  readonly request: N;
  readonly payload: PayloadOf<N>;
}
