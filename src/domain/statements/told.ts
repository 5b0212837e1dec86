import type { Ticker } from "../ticker";
import type { Sentence } from "./sentences";
import type { Subject } from "./token";
import { isInPlaceOfSubject } from "./unknown-names";

/** What was told of last, for sentences that go on about it: `The stock had closed at …`. */
export interface Told {
  readonly company: Subject | null;
  readonly index: Subject | null;
  readonly last: Subject | null;
}

export const NOTHING_TOLD: Told = { company: null, index: null, last: null };

/**
 * A sentence goes on about what the one before stated figures of, else what
 * it named first; a company that nobody knows ends what was told before.
 */
export function toldAfter(told: Told, { tokens }: Sentence, stated: Ticker | undefined): Told {
  const subjects = tokens.flatMap(({ subject }) => (subject && !subject.isPlace ? [subject] : []));
  const unknown = tokens.findIndex(
    ({ type }, index) => type === "name" && !tokens[index - 1]?.subject && isInPlaceOfSubject(tokens, index),
  );
  const isOfUnknown = unknown >= 0 && !tokens.slice(0, unknown).some(({ subject }) => subject);
  if (isOfUnknown && stated === undefined) return { ...told, company: null, last: null };
  // Who upgraded a share is named before it: the one whose ticker the sentence gives is told of.
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
