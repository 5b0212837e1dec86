import type { Directory } from "../directory";
import { isAsian, otherPieces } from "./asian-words";
import { isOrdinaryCapitals } from "./common-words";
import { cashtagMatches, isCoin, linkMatches, qualifiedMatches, suffixedMatches } from "./explicit-matches";
import type { Doubt, Identification, SurfaceMatch } from "./identification";
import type { NameFound, NameIndex } from "./name-index";
import { type NameToken, nameTokens } from "./name-keys";
import { surfaceMatch } from "./surface-match";
import { isOtherCompany, isPartOfLongerName, isPerson, isVenue } from "./surroundings";
import { type DatedDirectory, knownAs } from "./ticker-spellings";

/** Answers which of the surfaces hold listings; a ticker that changed hands is that of the company which had it on the page's day (`YYYY-MM-DD`). */
export type Identify = (surfaces: Iterable<string>, published?: string) => Identification;

/** Lookups are a few reads of a hash table per candidate, however large the directory. `isKnown` tells the listings of the starter: their tickers are the likelier ones. */
export function createIdentify(
  directory: Directory,
  names: NameIndex,
  isKnown: (ticker: string) => boolean = () => true,
): Identify {
  return (surfaces, published) => {
    const dated: DatedDirectory = { ...directory, published };
    const found = new Map<string, readonly SurfaceMatch[]>();
    for (const surface of surfaces) {
      const matches = matchesIn(surface, dated, names, isKnown);
      if (matches.length > 0) found.set(surface, matches);
    }
    return Object.fromEntries(found);
  };
}

function matchesIn(
  surface: string,
  directory: DatedDirectory,
  names: NameIndex,
  isKnown: (ticker: string) => boolean,
): SurfaceMatch[] {
  if (/^https?:/.test(surface)) return linkMatches(surface, directory);
  if (surface.startsWith("$")) return cashtagMatches(surface, directory);
  if (/^\d+\.[A-Z]+$/.test(surface)) return suffixedMatches(surface, 0, directory);
  const colon = surface.search(/[:：|]/);
  if (colon > 0) return qualifiedMatches(surface, colon, directory);
  const read = isAsian(surface) ? asianMatches : runMatches;
  return read(surface, directory, names, isKnown);
}

/** Names in Asian letters, alone or mixed (`LG전자`), and names in Latin ones to which an ending is written on (`TSMC는`). */
function asianMatches(
  surface: string,
  directory: DatedDirectory,
  names: NameIndex,
  isKnown: (ticker: string) => boolean,
): SurfaceMatch[] {
  const pieces = otherPieces(surface);
  const matches = pieces.flatMap(({ text, start }) =>
    runMatches(text, directory, names, isKnown)
      .filter(({ as }) => as === "name")
      .map((found) => ({ ...found, start: found.start + start, end: found.end + start })),
  );
  // Letters that stand free among the words may be a ticker; those with an ending written on are too seldom one.
  if (pieces.length > 0) {
    matches.push(...runMatches(surface, directory, names, isKnown).filter(({ as }) => as !== "name"));
  }
  for (let start = 0; start < surface.length - 1; ) {
    const found = names.asianAt(surface, start);
    if (found?.listing) {
      const place = { start, end: start + found.length, as: "name", doubt: found.doubt } as const;
      matches.push(surfaceMatch(place, { listing: found.listing }, directory));
    }
    start += found?.length ?? 1;
  }
  return matches.sort((a, b) => a.start - b.start);
}

/** Names, the longest first, and letters in capitals that are tickers, in a run of capitalised words. */
function runMatches(
  surface: string,
  directory: DatedDirectory,
  names: NameIndex,
  isKnown: (ticker: string) => boolean,
): SurfaceMatch[] {
  const tokens = nameTokens(surface);
  const matches: SurfaceMatch[] = [];
  const named: { found: NameFound; index: number }[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    // What an exchange's suffix belongs to is read already: the `L` of `SHEL.L` is no ticker.
    if (token && token.start < (matches.at(-1)?.end ?? 0)) {
      index += 1;
      continue;
    }
    const name = names.at(tokens, index, surface);
    const tickers = token && (!name || name.tokens === 1) ? tickerMatches(token, surface, directory, isKnown) : [];
    if (name && "listing" in name) {
      named.push({ found: name, index });
      if (name.doubt > 1) matches.push(...tickers.filter(({ ticker }) => ticker !== name.listing.ticker));
    } else if (!name) matches.push(...tickers);
    index += name?.tokens ?? 1;
  }
  const isName = (at: number) =>
    named.some(({ found, index }) => found.bareDoubt < 2 && index <= at && at < index + found.tokens);
  return [...matches, ...named.flatMap((one) => nameMatches(one, tokens, isName, surface, directory))];
}

function nameMatches(
  { found, index }: { readonly found: NameFound; readonly index: number },
  tokens: readonly NameToken[],
  isName: (at: number) => boolean,
  surface: string,
  directory: DatedDirectory,
): SurfaceMatch[] {
  const to = index + found.tokens;
  const first = tokens[index];
  const last = tokens[to - 1];
  if (!first || !last) return [];
  if ((found.tokens === 1 && isPerson(tokens, index, surface)) || isVenue(tokens, to, surface)) return [];
  // `Partners LLC` alone is Partners Group; after another word it is the end of some other name.
  const isOther =
    isOtherCompany(tokens, to, surface, isName) ||
    (found.bareDoubt > 1 && isPartOfLongerName(tokens, index, to, surface, () => false));
  const inName = isOther || (found.doubt > 0 && isPartOfLongerName(tokens, index, to, surface, isName));
  const doubt = isOther ? 3 : found.doubt;
  return [
    {
      ...surfaceMatch(
        { start: first.start, end: found.ownEnding ? last.end : endOf(last, surface), as: "name", doubt },
        found,
        directory,
      ),
      ...(found.full && !isOther ? { full: true as const } : {}),
      ...(inName ? { inName: true as const } : {}),
    },
  ];
}

/** The end of a name's last word, without a possessive ending. */
function endOf(token: NameToken, surface: string): number {
  if (token.bare === undefined) return token.end;
  return token.start + surface.slice(token.start, token.end).replace(/['’][sS]$/, "").length;
}

function tickerMatches(
  token: NameToken,
  surface: string,
  directory: DatedDirectory,
  isKnown: (ticker: string) => boolean,
): SurfaceMatch[] {
  const { start } = token;
  const word = /^[A-Z0-9]{1,10}(?:[.-][A-Z]{1,2}(?!\.?[A-Za-z]))?/.exec(surface.slice(start))?.[0] ?? "";
  const suffixed = word.includes(".") ? suffixedMatches(word, start, directory) : [];
  if (suffixed.length > 0) return suffixed;
  const symbol = /[.-]/.test(word) ? word.replace("-", ".") : surface.slice(start, endOf(token, surface));
  const known = /^[A-Z]{1,5}(?:\.[A-Z])?$/.test(symbol) ? knownAs(symbol, directory) : null;
  if (!known) return [];
  const doubt: Doubt =
    isOrdinaryCapitals(symbol) || isCoin(symbol) ? 3 : symbol.length < 3 || !isKnown(known.ticker) ? 2 : 1;
  return [surfaceMatch({ start, end: start + symbol.length, as: "ticker", doubt }, known, directory)];
}
