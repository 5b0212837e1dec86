import type { Candidate } from "./detection/candidate";
import type { Identify } from "./detection/identify";
import type { Directory } from "./directory";
import { exactListing, SIGN_OF_OTHER_WORD } from "./find-listings";
import type { Listing } from "./listing";

/**
 * The listing that a whole text of a page names; undefined if it names none, or more than one. A search may guess from
 * the beginning of a word or over a wrong letter, because it offers a choice; where one card is shown, that would be
 * another company's (`Stripe` is not Stride, nor `IKEA` Vodafone Idea).
 */
export function namedListing(
  text: string,
  { directory, identify }: { readonly directory: Directory; readonly identify: Identify },
): Listing | undefined {
  const candidates = identify([text])[text] ?? [];
  const [first] = candidates;
  const areOne = candidates.every(({ ticker }) => ticker === first?.ticker);
  if (first && areOne && areWhole(candidates, text)) return directory.byTicker(first.ticker);
  return exactListing(directory.listings(), text);
}

/** Whether nothing else is said around the candidates, but for an exchange, a possessive and punctuation. */
function areWhole(candidates: readonly Candidate[], text: string): boolean {
  let rest = text;
  for (const { start, end } of candidates) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  if (candidates.some(({ form }) => form === "exchange")) rest = rest.replace(/^[^:|]*[:|]/, "");
  return !SIGN_OF_OTHER_WORD.test(rest) && !/[\p{L}\p{N}]/u.test(rest.replace(/['’]s(?![\p{L}\p{N}])/u, ""));
}
