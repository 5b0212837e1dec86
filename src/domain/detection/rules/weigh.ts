import { NAME_CLUES } from "./clues/name-clues";
import { TICKER_CLUES } from "./clues/ticker-clues";
import { type FittedWeights, NAME_WEIGHTS, TICKER_WEIGHTS } from "./clues/weights";
import type { Clue, Occurrence } from "./occurrence";

/** A clue that holds, and its weight: above zero it speaks for the candidate, below zero against it. */
export interface Spoken {
  readonly says: string;
  readonly weight: number;
}

/** The clues that hold for a name or a ticker. The first is the value to which all others are added. */
export function spokenFor(occurrence: Occurrence): Spoken[] {
  const [clues, { bias, weights }] = cluesOf(occurrence);
  return [
    { says: "to begin with", weight: bias },
    ...clues
      .filter(({ holds }) => holds(occurrence))
      .map(({ says, weight }) => ({ says, weight: weight ?? weights[says] ?? 0 })),
  ];
}

/** The sum of the weights: above zero, the candidate is more likely a mention than not. */
export function weigh(occurrence: Occurrence): number {
  return spokenFor(occurrence).reduce((sum, { weight }) => sum + weight, 0);
}

function cluesOf({ candidate }: Occurrence): readonly [readonly Clue[], FittedWeights] {
  return candidate.form === "name" ? [NAME_CLUES, NAME_WEIGHTS] : [TICKER_CLUES, TICKER_WEIGHTS];
}
