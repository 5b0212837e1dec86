import type { Ticker } from "../ticker";
import type { Sentence } from "./sentences";
import { isA, type Subject, type Token } from "./token";
import { isInPlaceOfSubject, isUnknown } from "./unknown-names";

/** What the text was last about, for sentences that go on about it: `The stock had closed at …`. */
export interface Told {
  readonly company: Subject | null;
  readonly index: Subject | null;
  readonly last: Subject | null;
}

/** What a text is about before its first sentence: nothing. */
export const NOTHING_TOLD: Told = { company: null, index: null, last: null };

/**
 * What the text is about after a sentence: what the sentence stated figures of, or else what it named first. After a
 * company that we do not know, it is about nothing.
 */
export function toldAfter(told: Told, { tokens }: Sentence, stated: Ticker | undefined): Told {
  const subjects = tokens.flatMap(({ subject }) => (subject && !subject.isPlace ? [subject] : []));
  const unknown = tokens.findIndex(
    ({ type }, index) => type === "name" && !tokens[index - 1]?.subject && isInPlaceOfSubject(tokens, index),
  );
  const isOfUnknown = unknown >= 0 && !tokens.slice(0, unknown).some(({ subject }) => subject);
  if ((isOfUnknown || (subjects.length === 0 && beginsWithUnknown(tokens))) && stated === undefined)
    return { ...told, company: null, last: null };
  // A bank that upgraded a share is named before the share, so the listing with its ticker in brackets counts.
  const introduced = stated === undefined ? subjects.find(({ isIntroduced }) => isIntroduced) : undefined;
  const hasCode = tokens.some(({ type, start, end }) => type === "name" && end - start === 1);
  if (hasCode && stated === undefined && !introduced) return { ...told, company: null, last: null };
  const company =
    introduced ??
    subjects.find(({ ticker, isIndex }) => !isIndex && (stated === undefined || ticker === stated)) ??
    subjects.find(({ isIndex }) => !isIndex);
  const index =
    subjects.find(({ ticker, isIndex }) => isIndex && (stated === undefined || ticker === stated)) ??
    subjects.find(({ isIndex }) => isIndex);
  const last = subjects.find(({ ticker }) => ticker === stated) ?? introduced ?? subjects[0];
  return { company: company ?? told.company, index: index ?? told.index, last: last ?? told.last };
}

/** Shorter words are seldom a company's name. */
const SHORTEST_NAME = 3;

/** `新興電機が急騰、525円高の…`: a sentence with figures about a company that nobody knows. */
function beginsWithUnknown(tokens: readonly Token[]): boolean {
  const known = tokens.findIndex((token) => !isUnknown(token));
  return known >= SHORTEST_NAME && isA(tokens[known], "topic") && tokens.some(({ figure }) => figure);
}
