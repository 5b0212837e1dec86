import { CARD_REQUESTS } from "./card-requests";
import { FIGURE_REQUESTS } from "./figure-requests";
import { READING_REQUESTS } from "./reading-requests";
import type { Request } from "./request";
import { SETTINGS_REQUESTS } from "./settings-requests";
import { WATCHLIST_REQUESTS } from "./watchlist-requests";

/** Every request the background answers. A handler returns a `Result` of the reply. */
export const REQUESTS = {
  ...READING_REQUESTS,
  ...FIGURE_REQUESTS,
  ...CARD_REQUESTS,
  ...SETTINGS_REQUESTS,
  ...WATCHLIST_REQUESTS,
} as const;

/** The declarations of all requests. */
export type Requests = typeof REQUESTS;
/** The name of a request. */
export type RequestName = keyof Requests;
/** The type of a request's payload. */
export type PayloadOf<N extends RequestName> = Requests[N] extends Request<infer P, infer _R> ? P : never;
/** The type of a request's reply. */
export type ReplyOf<N extends RequestName> = Requests[N] extends Request<infer _P, infer R> ? R : never;

/** A request as it is sent. */
export interface Envelope<N extends RequestName = RequestName> {
  readonly request: N;
  readonly payload: PayloadOf<N>;
}
