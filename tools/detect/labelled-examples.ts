import type { Candidate } from "../../src/domain/detection/candidate";
import { readBlocks, searchBlocks } from "../../src/domain/detection/mentions";
import { NAME_CLUES } from "../../src/domain/detection/rules/clues/name-clues";
import { TICKER_CLUES } from "../../src/domain/detection/rules/clues/ticker-clues";
import { inContext } from "../../src/domain/detection/rules/decide-mentions";
import { type Clue, type Occurrence, occurrencesOf } from "../../src/domain/detection/rules/occurrence";
import { isVetoed } from "../../src/domain/detection/rules/vetoes";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { PayloadOf } from "../../src/protocol/requests";
import { directoryFrom } from "./directory-files";
import { type Example, fitWeights, scoreOf, type Weights } from "./logistic-regression";

export { directoryFrom, fitWeights, scoreOf, type Weights };

/** The clues of names and of tickers. */
export const CLUES = { name: NAME_CLUES, ticker: TICKER_CLUES } as const;
/** The two kinds of candidates that are weighed. */
export type Weighed = keyof typeof CLUES;

/** A candidate with its place in a page, as `score` places mentions. */
export interface PlacedCandidate {
  readonly form: Weighed;
  readonly ticker: string;
  readonly surface: string;
  readonly evidence: string;
  readonly before: string;
  readonly after: string;
  readonly holds: readonly number[];
  readonly given: number;
}

/**
 * The names and tickers of a page that are weighed. Those that are part of an explicit form, or that a veto forbids,
 * are not.
 */
export function candidatesOf(
  { blocks, published }: PayloadOf<"identify">,
  { identify }: ReturnType<typeof directoryFrom>,
): PlacedCandidate[] {
  const read = readBlocks(searchBlocks(blocks), { identify, settings: DEFAULT_SETTINGS.detection, published });
  const texts = read.map(({ text }) => text);
  const known = inContext(
    texts,
    read.filter(({ candidates }) => candidates.length > 0),
  );
  return occurrencesOf(known.blocks, known.page).flatMap((occurrences) => {
    const explicit = occurrences.map(({ candidate }) => candidate).filter((one) => !isWeighed(one));
    return [...occurrences]
      .sort((one, other) => one.candidate.start - other.candidate.start)
      .flatMap((occurrence) => {
        const { candidate } = occurrence;
        const isPart = explicit.some((one) => one.start < candidate.end && candidate.start < one.end);
        if (!isWeighed(candidate) || isPart || isVetoed(occurrence)) return [];
        return [placed(occurrence, candidate.form)];
      });
  });
}

function isWeighed(candidate: Candidate): candidate is Candidate & { readonly form: Weighed } {
  return candidate.form === "name" || candidate.form === "ticker";
}

function placed(occurrence: Occurrence, form: Weighed): PlacedCandidate {
  const { candidate, block } = occurrence;
  const clues: readonly Clue[] = CLUES[form];
  const holding = clues.filter(({ holds }) => holds(occurrence));
  const squashed = (text: string) => text.replace(/\s+/g, " ");
  return {
    form,
    ticker: candidate.ticker,
    surface: block.text.slice(candidate.start, candidate.end),
    evidence: form,
    before: squashed(block.text.slice(Math.max(0, candidate.start - 90), candidate.start)).slice(-30),
    after: squashed(block.text.slice(candidate.end, candidate.end + 90)).slice(0, 30),
    holds: holding.flatMap((clue) => (clue.weight === undefined ? clues.indexOf(clue) : [])),
    given: holding.reduce((sum, { weight = 0 }) => sum + weight, 0),
  };
}

/** Equal examples of one page count as three at most, so that a page that repeats a name does not outweigh others. */
export function balanced(examples: readonly Example[]): Example[] {
  const keyOf = ({ page, holds, given, isMention }: Example) => JSON.stringify([page, holds, given, isMention]);
  const times = new Map<string, number>();
  for (const example of examples) times.set(keyOf(example), (times.get(keyOf(example)) ?? 0) + 1);
  return examples.map((example) => ({ ...example, count: Math.min(1, 3 / (times.get(keyOf(example)) ?? 1)) }));
}
