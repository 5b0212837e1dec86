import type { NameToken } from "../names/name-keys";

/** Keys of words for what is named after a company that pays for it: `Allianz Arena`, `Wells Fargo Championship`. */
const VENUES = new Set(
  "arena stadium field center centre park speedway theatre theater amphitheater amphitheatre stadion championship championships invitational classic bowl cup raceway forest".split(
    " ",
  ),
);

/** Whether the word at token `to`, after a name, makes it that of a stadium or a tournament. */
export function isVenue(tokens: readonly NameToken[], to: number, phrase: string): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (!last || !next || next.breaks || last.bare !== undefined || !VENUES.has(next.key)) return false;
  return /\p{Lu}/u.test(phrase.charAt(next.start));
}
