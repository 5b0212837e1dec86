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
  const [clues, fitted] = cluesOf(occurrence);
  const held = clues.filter(({ holds }) => holds(occurrence));
  return [
    { says: "to begin with", weight: fitted.bias },
    ...held.map((clue) => ({ says: clue.says, weight: weightOf(clue, fitted) })),
  ];
}

/** The sum of the weights: above zero, the candidate is more likely a mention than not. */
export function weigh(occurrence: Occurrence): number {
  const [clues, fitted] = cluesOf(occurrence);
  return clues.reduce((sum, clue) => (clue.holds(occurrence) ? sum + weightOf(clue, fitted) : sum), fitted.bias);
}

function weightOf({ says, weight }: Clue, { weights }: FittedWeights): number {
  return weight ?? weights[says] ?? 0;
}

function cluesOf({ candidate }: Occurrence): readonly [readonly Clue[], FittedWeights] {
  return candidate.form === "name" ? [NAME_CLUES, NAME_WEIGHTS] : [TICKER_CLUES, TICKER_WEIGHTS];
}
