import type * as z from "zod/mini";
import { once } from "../domain/once";

/** Who sends a request: a content script (with its card) inside a page, or one of our own pages. */
export type Role = "content" | "own-page";

/** One request: who may send it, and the schema its payload must meet. The reply's type travels in `R` only. */
export interface Request<P, R> {
  readonly from: readonly Role[];
  /** Built when it is first asked for, as a background wakes for one or two requests and not for all. */
  readonly payload: () => z.ZodMiniType<P>;
  readonly reply?: R;
}

/** A request that these may send, with this payload. */
export function request<P, R>(from: readonly Role[], build: () => z.ZodMiniType<P>): Request<P, R> {
  return { from, payload: once(build) };
}

/** A page or one of our own pages. */
export const ANYONE: readonly Role[] = ["content", "own-page"];
