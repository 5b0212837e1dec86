import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { nameTokens } from "../names/name-keys";
import { type Namesake, namesakesOf, tellsHome } from "../words/namesakes";

/** Fewer companies of a country do not make a page one about its market. */
const FEWEST_COMPANIES = 2;
const LONGEST_NAME = 20;
/** How far after a name a word is looked for that says which company it is, UTF-16 units. */
const NEAR = 36;
const AND = / (?:and|und|et|y|e|en) /;

/**
 * Gives a word that companies of several countries are called by the one whose market the page is about: beside BASF
 * and Bayer, `Merck` is Merck KGaA.
 */
export function chooseNamesakes(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const isAny = blocks.some(({ text, candidates }) => candidates.some((one) => choices(one, text).length > 0));
  if (!isAny) return blocks;
  const homes = companiesByHome(blocks);
  return blocks.map(({ text, candidates }) => ({
    text,
    candidates: candidates.map((one) => chosen(one, choices(one, text), { text, homes })),
  }));
}

function choices({ form, full, start, end }: Candidate, text: string): readonly Namesake[] {
  if ((form !== "name" && form !== "ticker") || full || end - start > LONGEST_NAME) return [];
  const [word, second] = nameTokens(text.slice(start, end));
  return word && !second ? namesakesOf(word.bare ?? word.key) : [];
}

function chosen(
  candidate: Candidate,
  possible: readonly Namesake[],
  { text, homes }: { readonly text: string; readonly homes: ReadonlyMap<string, ReadonlySet<Ticker>> },
): Candidate {
  // A company does not show where its own name is meant.
  const count = (home: string) =>
    [...(homes.get(home) ?? [])].filter(
      (ticker) => ticker !== candidate.ticker && possible.every((one) => one.ticker !== ticker),
    ).length;
  const ownCount = Math.max(...homesOf(candidate).map(count));
  // `Santander and Telefônica Brasil`: what follows the next company tells nothing of this one.
  const [own] = text.slice(candidate.end, candidate.end + NEAR).split(AND);
  const near = nameTokens(own ?? "");
  const told = possible.find(({ home }) => near.some(({ key }) => tellsHome(key, home)));
  const [likely] = possible
    .filter(({ home }) => count(home) >= FEWEST_COMPANIES && count(home) > ownCount)
    .sort((one, other) => count(other.home) - count(one.home));
  const best = told ?? likely;
  if (!best || best.ticker === candidate.ticker) return candidate;
  return { ...candidate, ticker: best.ticker, name: best.name, others: [] };
}

/** The companies hardly in doubt by their homes. One that is listed both at home and in New York counts for its home. */
function companiesByHome(blocks: readonly ReadBlock[]): ReadonlyMap<string, ReadonlySet<Ticker>> {
  const homes = new Map<string, Set<Ticker>>();
  for (const { candidates } of blocks) {
    for (const candidate of candidates) {
      if (candidate.doubt > 1 || candidate.kind === "etf") continue;
      for (const home of homesOf(candidate)) homes.set(home, (homes.get(home) ?? new Set()).add(candidate.ticker));
    }
  }
  return homes;
}

/** The suffixes of a company's tickers abroad, with their dots; `US` if it has none. */
function homesOf({ ticker, others = [] }: Candidate): string[] {
  const suffixes = [ticker, ...others].flatMap((one) => /\.(?:[A-Z]{2}|[LTF])$/.exec(one)?.[0] ?? []);
  return suffixes.length > 0 ? [...new Set(suffixes)] : ["US"];
}
