import type { Ticker } from "../../ticker";
import type { Candidate } from "../candidate";
import type { Lookup } from "../lookup";
import { makeCandidate } from "../make-candidate";
import { isOtherCompany, isPartOfLongerName } from "../rules/longer-names";
import { isPerson } from "../rules/persons";
import { isVenue } from "../rules/venues";
import { bareCandidates } from "../tickers/bare-capitals";
import { isBeforeSurname } from "../words/word-lists";
import type { NameFound } from "./name-index";
import { endOf, type NameToken, nameTokens } from "./name-keys";

/** Finds names, the longest first, and tickers in a row of capitalised words. */
export function capitalisedCandidates(phrase: string, lookup: Lookup): Candidate[] {
  const tokens = nameTokens(phrase);
  const candidates: Candidate[] = [];
  const named: { found: NameFound; index: number }[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    // The word before has taken the suffix already: the `L` of `SHEL.L` is no ticker.
    if (token && token.start < (candidates.at(-1)?.end ?? 0)) {
      index += 1;
      continue;
    }
    const name = lookup.names.at(tokens, index, phrase);
    const tickers = token && (!name || name.tokens === 1) ? bareCandidates(token, phrase, lookup) : [];
    if (name && "listing" in name) {
      named.push({ found: name, index });
      const isOwn = ({ form, ticker }: Candidate) => form === "ticker" && isSame(ticker, name);
      candidates.push(...tickers.filter((one) => !isOwn(one)));
    } else if (!name) candidates.push(...tickers);
    index += name?.tokens ?? 1;
  }
  const isName = (at: number) =>
    named.some(({ found, index }) => found.entry.doubt < 2 && index <= at && at < index + found.tokens);
  return [...candidates, ...named.flatMap((one) => nameCandidates(one, tokens, { isName, phrase, lookup }))];
}

/**
 * Whether letters in capitals are only the company's name, and no ticker besides. `VZ` is both: the name of VZ Holding,
 * and Verizon's ticker in New York. `BYD` is the maker of cars, unless the page gives Boyd Gaming.
 */
function isSame(ticker: Ticker, { listing, doubt }: NameFound): boolean {
  const [first = ""] = listing.name.split(/[^\p{L}\d]/u);
  // `META` in a text may be the ticker; `GE` is how the company writes itself.
  const isWord = first !== ticker && first.toUpperCase() === ticker;
  if (ticker === listing.ticker) return !isWord || doubt < 1;
  return doubt < (listing.ticker.includes(".") ? 1 : 2);
}

function nameCandidates(
  { found, index }: { readonly found: NameFound; readonly index: number },
  tokens: readonly NameToken[],
  { isName, phrase, lookup }: { isName: (at: number) => boolean; phrase: string; lookup: Lookup },
): Candidate[] {
  const to = index + found.tokens;
  const first = tokens[index];
  const last = tokens[to - 1];
  if (!first || !last) return [];
  if ((found.tokens === 1 && isPerson(tokens, index, phrase)) || isVenue(tokens, to, phrase)) return [];
  // `Partners LLC` alone is Partners Group; after another word it is the end of some other name.
  const isOther =
    isOtherCompany(tokens, to, phrase, isName) ||
    (found.entry.doubt > 1 && isPartOfLongerName(tokens, index, to, phrase, () => false));
  const inName =
    isOther ||
    ((found.doubt > 0 || found.tokens === 1 || isBeforeSurname(first.key)) &&
      isPartOfLongerName(tokens, index, to, phrase, isName));
  const doubt = isOther ? 3 : found.doubt;
  const start = first.start;
  // `L’intesa` is a word. Some companies begin with a small letter: `d’adidas`.
  if (SMALL_AFTER_ELISION.test(phrase.slice(Math.max(0, start - 1), start + 1)) && !isSmall(found, first, phrase))
    return [];
  const end = found.ownEnding ? last.end : endOf(last, phrase);
  const asListed = found.entry.capitals || found.listing.aliases.includes(phrase.slice(start, end));
  return [
    {
      ...makeCandidate({ start, end, form: "name", doubt }, found, lookup.directory),
      ...(found.full && !isOther ? { full: true as const } : {}),
      ...(found.entry.guessed ? { shortened: true as const } : {}),
      ...(asListed ? { asListed: true as const } : {}),
      ...(inName ? { inName: true as const } : {}),
    },
  ];
}

const SMALL_AFTER_ELISION = /^['’]\p{Ll}/u;

/** Whether the company itself writes its name with a small letter first. */
function isSmall({ listing }: NameFound, { start, end }: NameToken, phrase: string): boolean {
  return [listing.name, ...listing.aliases].some((name) => name.startsWith(phrase.slice(start, end)));
}
