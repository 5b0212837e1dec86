import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { coreKey, nameTokens } from "../names/name-keys";
import { beginsManyNames, isBeforeSurname, isFamous, isNoShortName } from "../words/word-lists";

/** A company that the page introduces with a name of several words, and later calls by the first of them. */
interface Introduced {
  readonly name: Candidate;
  readonly first: string;
}

/** A page that introduces more is a list. */
const MOST_COMPANIES = 300;
const WORD = /[\p{L}\p{N}]+/gu;
const CAPITALISED = /^\p{Lu}/u;
/** The length of a first word. Shorter ones are abbreviations, and no company's first word is longer. */
const WORD_LENGTH = { least: 4, most: 31 } as const;

/**
 * After "Constellation Brands (NYSE: STZ)", "Constellation" means that company on the page, or nobody if the page
 * introduces two such companies; it never means another that the directory calls so. A first word that the directory
 * does not have as a name becomes one.
 */
export function bindShortNames(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const byFirst = introducedBy(blocks);
  if (byFirst.size === 0) return blocks;
  return blocks.map(({ text, candidates }) => {
    const introductions = introductionsIn(candidates);
    const bound = candidates.flatMap((candidate) => bind(candidate, text, byFirst, introductions));
    return { text, candidates: [...bound, ...unknownShortNames(text, candidates, byFirst)] };
  });
}

function introducedBy(blocks: readonly ReadBlock[]): ReadonlyMap<string, ReadonlyMap<Ticker, Introduced>> {
  const byFirst = new Map<string, Map<Ticker, Introduced>>();
  const seen = new Set<string>();
  let left = MOST_COMPANIES;
  for (const { candidates } of blocks) {
    for (const candidate of candidates) {
      const isFull = candidate.form === "name" ? candidate.full === true : candidate.form !== "ticker";
      // A fund's first word is its house.
      if (candidate.doubt > 0 || !isFull || candidate.kind === "etf") continue;
      if (left <= 0 || seen.has(candidate.ticker)) continue;
      seen.add(candidate.ticker);
      const [first, second] = nameTokens(candidate.name).filter(({ key }) => key !== "the");
      if (!first || !second) continue;
      const companies = byFirst.get(first.key) ?? new Map<Ticker, Introduced>();
      left -= 1;
      companies.set(candidate.ticker, { name: candidate, first: first.key });
      byFirst.set(first.key, companies);
    }
  }
  return byFirst;
}

/** Gives a name of one word the company that the page means by it. */
function bind(
  candidate: Candidate,
  text: string,
  byFirst: ReadonlyMap<string, ReadonlyMap<Ticker, Introduced>>,
  introductions: (companies: ReadonlyMap<Ticker, Introduced>) => Introduction,
): Candidate[] {
  if (candidate.form !== "name" || candidate.full) return [candidate];
  const [word, second] = nameTokens(text.slice(candidate.start, candidate.end));
  const companies = word && !second ? byFirst.get(word.bare ?? word.key) : undefined;
  if (!companies) return [candidate];
  const key = word?.bare ?? word?.key ?? "";
  const isOwn = coreKey(candidate.name) === key;
  if (companies.has(candidate.ticker)) return [isOwn ? candidate : asInItsBlock(candidate, introductions(companies))];
  const [only, other] = [...companies.values()];
  if (!only || [...companies.values()].some(({ name }) => name.name === candidate.name)) return [candidate];
  // `Apple` stays Apple beside Apple Hospitality; beside Merck KGaA, `Merck` is that company.
  if (beginsManyNames(key)) return [candidate];
  if ((isFamous(key) || candidate.doubt === 0) && coreKey(only.name.name) !== key) return [candidate];
  // `EDP` is that company's whole name, whatever other company's begins with it.
  if (isOwn && coreKey(only.name.name) !== key) return [candidate];
  // If its own full name is on the page, too, the word is its own; if two others begin with the word, it is nobody's.
  if (other) return [];
  const { ticker, name, kind } = only.name;
  return [{ ...candidate, ticker, name, kind, doubt: candidate.doubt < 2 ? 1 : candidate.doubt }];
}

/** Where a block introduces one of some companies, and from where on it has introduced another of them. */
interface Introduction {
  readonly one: Candidate | null;
  readonly otherEnd: number;
}

/** The block's introductions of some companies, found once for each: a block may call them thousands of times. */
function introductionsIn(candidates: readonly Candidate[]) {
  const found = new Map<ReadonlyMap<Ticker, Introduced>, Introduction>();
  return (companies: ReadonlyMap<Ticker, Introduced>): Introduction => {
    const known = found.get(companies);
    if (known) return known;
    const introducing = candidates
      .filter(({ form, full, ticker }) => (form === "name" ? full : form !== "ticker") && companies.has(ticker))
      .sort((a, b) => a.end - b.end);
    const [one = null] = introducing;
    const otherEnd = introducing.find(({ ticker }) => ticker !== one?.ticker)?.end ?? Number.POSITIVE_INFINITY;
    const introduction = { one, otherEnd };
    found.set(companies, introduction);
    return introduction;
  };
}

/** Of two introduced companies with one first word, the one that the block has introduced before, where it is one alone. */
function asInItsBlock(candidate: Candidate, { one, otherEnd }: Introduction): Candidate {
  if (!one || one.end > candidate.start || otherEnd <= candidate.start) return candidate;
  return { ...candidate, ticker: one.ticker, name: one.name, kind: one.kind };
}

/** The first words of introduced companies, where the directory has no name. */
function unknownShortNames(
  text: string,
  candidates: readonly Candidate[],
  byFirst: ReadonlyMap<string, ReadonlyMap<Ticker, Introduced>>,
): Candidate[] {
  const found: Candidate[] = [];
  const isTaken = takenUpTo(candidates);
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (written.length < WORD_LENGTH.least || written.length > WORD_LENGTH.most) continue;
    if (!CAPITALISED.test(written)) continue;
    const key = nameTokens(written)[0]?.key ?? "";
    const companies = byFirst.get(key);
    const [only, other] = companies ? [...companies.values()] : [];
    const end = index + written.length;
    if (!only || other || beginsManyNames(key) || isNoShortName(key) || isBeforeSurname(key)) continue;
    if (isTaken(index, end)) continue;
    if (/^ LLP\b/.test(text.slice(end, end + 5))) continue;
    const { ticker, name, kind } = only.name;
    // If another capitalised word follows, it may be anything that begins with this word.
    const inName = /^[ -]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
    found.push({
      start: index,
      end,
      ticker,
      name,
      kind,
      form: "name",
      doubt: 2,
      ...(inName ? { inName: true as const } : {}),
    });
  }
  return found;
}

/** Whether a candidate stands in a part of the text; to be asked from the beginning of the text to its end. */
function takenUpTo(candidates: readonly Candidate[]): (start: number, end: number) => boolean {
  const ordered = [...candidates].sort((a, b) => a.start - b.start);
  let next = 0;
  let takenEnd = 0;
  return (start, end) => {
    for (let one = ordered[next]; one && one.start < end; one = ordered[next]) {
      takenEnd = Math.max(takenEnd, one.end);
      next += 1;
    }
    return start < takenEnd;
  };
}
