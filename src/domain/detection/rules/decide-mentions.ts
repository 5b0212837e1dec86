import type { Settings } from "../../settings";
import type { Candidate, ReadBlock } from "../candidate";
import { EVIDENCE, type Evidence, type Mention } from "../mention";
import { chooseNamesakes } from "./namesakes";
import { type Occurrence, occurrencesOf } from "./occurrence";
import { bracketCandidates, followBrackets } from "./own-brackets";
import { pageContext } from "./page-context";
import { withoutSentenceWords } from "./sentence-words";
import { bindShortNames } from "./short-names";
import { isVetoed } from "./vetoes";
import { weigh } from "./weigh";

/** Decides the mentions of each block, in text order. All blocks are the context of each. Pure. */
export function decideMentions(
  texts: readonly string[],
  read: readonly ReadBlock[],
  settings: Settings["detection"],
): Mention[][] {
  const { blocks, page } = inContext(texts, read);
  const never = new Set(settings.never.map((text) => text.toLowerCase()));
  return occurrencesOf(blocks, page).map((occurrences, index) => {
    const { text } = blocks[index] ?? { text: "" };
    // If two companies have the same name, the one with less doubt counts.
    const surest = [...occurrences].sort((a, b) => a.candidate.doubt - b.candidate.doubt);
    const believed = surest.flatMap((occurrence) => {
      const evidence = evidenceOf(occurrence, settings.boldness);
      return evidence ? [mentionOf(occurrence.candidate, evidence, text)] : [];
    });
    const always = settings.always.flatMap(({ surface, ticker }) => everywhere(surface, ticker, text));
    const unwanted = ({ ticker, surface }: Mention) =>
      never.has(ticker.toLowerCase()) || never.has(surface.toLowerCase());
    return withoutOverlaps([...always, ...believed.filter((mention) => !unwanted(mention))]);
  });
}

/** The blocks after the page's own brackets and introductions are applied, and the page as context. */
export function inContext(texts: readonly string[], read: readonly ReadBlock[]) {
  const bound = bindShortNames(chooseNamesakes(read.map((block) => followBrackets(withBrackets(block)))));
  const blocks = withoutSentenceWords(texts, bound);
  return { blocks, page: pageContext(texts, blocks) };
}

/** The block with the candidates of its brackets, which come first. */
function withBrackets(block: ReadBlock): ReadBlock {
  const brackets = bracketCandidates(block);
  return brackets.length === 0 ? block : { text: block.text, candidates: [...brackets, ...block.candidates] };
}

function evidenceOf(occurrence: Occurrence, boldness: Settings["detection"]["boldness"]): Evidence | null {
  const { candidate } = occurrence;
  switch (candidate.form) {
    case "exchange":
    case "suffixed":
      return isExplicit(occurrence) ? "exchange" : null;
    case "cashtag":
      return isCashtag(occurrence) ? "cashtag" : null;
    case "link":
      return "link";
    case "paren":
      return "paren";
    case "ticker":
      return isBelieved(occurrence, boldness) ? "bare" : null;
    case "name":
      return isBelieved(occurrence, boldness) ? "name" : null;
  }
}

/**
 * The sum of weights that a name or a ticker needs. A false mark is worse than a missing one. Who wants more marks
 * accepts some that are probably wrong.
 */
const NEEDED = { normal: { name: 1, ticker: 0.4 }, bold: { name: -3.6, ticker: -1.5 } } as const;

function isBelieved(occurrence: Occurrence, boldness: Settings["detection"]["boldness"]): boolean {
  if (boldness === "explicit" || isVetoed(occurrence)) return false;
  return weigh(occurrence) > NEEDED[boldness][occurrence.candidate.form === "name" ? "name" : "ticker"];
}

/**
 * Whether an explicit ticker is one: if the directory does not have it, or its letters can mean something else, it must
 * be in a bracket or on a page about the market.
 */
function isExplicit({ candidate, block, page }: Occurrence): boolean {
  if (candidate.doubt === 0 || page.isMarket) return true;
  if (!isInBracket(candidate, block.text)) return false;
  return candidate.form === "exchange" || candidate.name !== candidate.ticker || page.marketWords > 2;
}

/**
 * Whether a cashtag is a ticker: letters that are also a word need a page about companies; a coin's letters or a single
 * one need the company itself, or another cashtag beside it.
 */
function isCashtag({ candidate, block, page }: Occurrence): boolean {
  if (candidate.doubt === 0) return true;
  if (candidate.doubt === 1) return page.isBusiness;
  if (page.introduced(candidate.ticker) > 0) return true;
  // `$A` and `$X` are variables, `$B`, `$K` and `$M` sums.
  const isLetter = /^\$[CFOTUVZ]$/.test(block.text.slice(candidate.start, candidate.end));
  return isLetter && page.isMarket && block.candidates.some(({ form, doubt }) => form === "cashtag" && doubt === 0);
}

function isInBracket({ start }: Candidate, text: string): boolean {
  return /[([][^()[\]]*$/.test(text.slice(Math.max(0, start - 60), start));
}

function everywhere(surface: string, ticker: string, text: string): Mention[] {
  const mentions: Mention[] = [];
  if (surface === "") return mentions;
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + surface.length)) {
    const around = text.charAt(at - 1) + text.charAt(at + surface.length);
    if (/[\p{L}\p{N}]/u.test(around)) continue;
    mentions.push({ ticker, name: ticker, surface, start: at, end: at + surface.length, evidence: "name" });
  }
  return mentions;
}

function mentionOf({ ticker, name, start, end }: Candidate, evidence: Evidence, text: string): Mention {
  return { ticker, name, surface: text.slice(start, end), start, end, evidence };
}

/**
 * Of mentions that overlap, keeps the one with stronger evidence, then the longer one, then the one of the reader's
 * always-list, whose evidence counts as that of a name.
 */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const rank = ({ evidence, start, end }: Mention) => EVIDENCE.indexOf(evidence) * 1000 - (end - start);
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => rank(a) - rank(b))) {
    if (kept.every(({ start, end }) => end <= mention.start || mention.end <= start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
