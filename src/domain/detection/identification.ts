import type { Listing } from "../listing";

/** What the directory found inside one candidate surface; offsets are UTF-16 units within the surface. */
export interface SurfaceMatch {
  readonly start: number;
  readonly end: number;
  readonly listing: Pick<Listing, "ticker" | "name" | "kind">;
  readonly as: "ticker" | "name";
}

/** The surfaces that hold anything, with what they hold; all others are absent. */
export type Identification = Readonly<Record<string, readonly SurfaceMatch[]>>;
