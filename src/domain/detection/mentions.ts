import type { Settings } from "../settings";
import type { Ticker } from "../ticker";
import type { Candidate, ReadBlock } from "./candidate";
import type { Identify } from "./identify";
import { type Mention, MOST_MENTIONS } from "./mention";
import { findPhrases, type Phrase } from "./phrases";
import { type ReadableText, readable } from "./readable-text";
import { withAlwaysList } from "./rules/always-list";
import { decideMentions } from "./rules/decide-mentions";
import { isLabel } from "./rules/furniture";
import { exchangePart } from "./tickers/exchange-part";

/** A block as the content script hands it over. */
export interface BlockText {
  readonly text: string;
  /**
   * Links that could lead to a quote page: the surface is the address and, after a space, the link's text, which ends
   * at `end`.
   */
  readonly links: readonly Phrase[];
}

/** What the mentions of a page depend on besides its text. */
export interface PageFacts {
  readonly identify: Identify;
  readonly settings: Settings["detection"];
  /** The day the page was published, `YYYY-MM-DD`, where it says so. */
  readonly published?: string | undefined;
  /** The tickers of the site's own publisher, which its labels name and its articles seldom mean. */
  readonly publishers?: readonly Ticker[];
}

/** A block as detection reads it, and the phrases in it that could name a listing, including those of links. */
export interface SearchedBlock extends ReadableText {
  /** Its text as the content script handed it over; offsets of mentions are in this text. */
  readonly written: string;
  readonly phrases: readonly Phrase[];
}

/** No text has so many. Further ones of a block are ignored, because the time grows with the square of their number. */
const MOST_CANDIDATES = 600;

/** Finds the phrases of blocks that have to be looked up. Pure. */
export function searchBlocks(blocks: readonly BlockText[]): SearchedBlock[] {
  return blocks.map(({ text, links }) => {
    const read = readable(text);
    return {
      ...read,
      written: text,
      phrases: [...findPhrases(read.text), ...links.flatMap((link) => linkIn(read, link))],
    };
  });
}

/** The phrase of a link, so that it ends where the link's text ends in the text that is read. */
function linkIn({ text, placeOf }: ReadableText, { end, surface }: Phrase): Phrase[] {
  const read = readable(surface).text;
  let at = Math.min(end, text.length);
  while (at > 0 && placeOf(at) > end) at -= 1;
  return [{ start: at - read.length, end: at, surface: read }];
}

/** The mentions of each block of one page, in text order; null for a block without a candidate. Pure. */
export function findMentions(blocks: readonly SearchedBlock[], facts: PageFacts): (readonly Mention[] | null)[] {
  const { publishers = [] } = facts;
  const read = readBlocks(blocks, facts);
  const withAny = read.filter(({ candidates }) => candidates.length > 0);
  const decided = decideMentions(
    read.map(({ text }) => text),
    withAny,
    facts.settings,
  )[Symbol.iterator]();
  let left = MOST_MENTIONS;
  return read.map(({ candidates }, index) => {
    const mentions = candidates.length > 0 ? (decided.next().value ?? null) : null;
    const block = blocks[index];
    if (!mentions || !block) return null;
    const meant = isLabel(block.text) ? mentions.filter(({ ticker }) => !publishers.includes(ticker)) : mentions;
    left -= meant.length;
    return left < 0 ? [] : meant.map((mention) => asWritten(mention, block));
  });
}

/** The blocks with the candidates that the directory has for their phrases. */
export function readBlocks(
  blocks: readonly SearchedBlock[],
  { identify, settings, published }: PageFacts,
): readonly ReadBlock[] {
  const surfaces = [...new Set(blocks.flatMap(({ phrases }) => phrases.map(({ surface }) => surface)))];
  const known = new Map(Object.entries(withAlwaysList(identify(surfaces, published), surfaces, settings.always)));
  return blocks.map((block) => readBlock(block, known));
}

/** The mention with its place in the page's own text. */
function asWritten(mention: Mention, { written, placeOf }: SearchedBlock): Mention {
  const start = placeOf(mention.start);
  const end = placeOf(mention.end - 1) + 1;
  return { ...mention, start, end, surface: written.slice(start, end) };
}

/** The block with the candidates that the directory has for its phrases. */
function readBlock({ text, phrases }: SearchedBlock, known: ReadonlyMap<string, ReadBlock["candidates"]>): ReadBlock {
  const exchanges = phrases.flatMap(({ start, surface }) => {
    const colon = surface.search(/[:|]/);
    const part = colon < 1 || /^https?:/.test(surface) ? null : exchangePart(surface.slice(0, colon));
    return part ? [{ start: start + part.start, end: start + colon }] : [];
  });
  const candidates = phrases.flatMap(({ start, surface }) =>
    (known.get(surface) ?? []).map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
  );
  // `Siemens (ETR: SIE)`: the exchange is no ticker, whatever company has its letters.
  const isExchange = ({ start, end, form }: Candidate) =>
    form !== "exchange" && exchanges.some((part) => part.start <= start && end <= part.end);
  return { text, candidates: candidates.slice(0, MOST_CANDIDATES).filter((one) => !isExchange(one)) };
}
