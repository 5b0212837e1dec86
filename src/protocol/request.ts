import type * as z from "zod/mini";
import { once } from "../domain/once";

/** Who sends a request: a content script (with its card) inside a page, or one of our own pages. */
export type Role = "content" | "own-page";

/** One request: who may send it, and the schema of its payload. `R` is only the type of the reply. */
export interface Request<P, R> {
  readonly from: readonly Role[];
  /** Built when it is first used, because a background that wakes answers one or two requests and not all. */
  readonly payload: () => z.ZodMiniType<P>;
  readonly reply?: R;
}

/** Declares a request: who may send it, and its payload. */
export function request<P, R>(from: readonly Role[], build: () => z.ZodMiniType<P>): Request<P, R> {
  return { from, payload: once(build) };
}

/** A page or one of our own pages. */
export const ANYONE: readonly Role[] = ["content", "own-page"];
