import type { Settings } from "../settings";
import { withAlwaysList } from "./always-list";
import { bracketClaims } from "./brackets";
import { type Candidate, findCandidates } from "./candidates";
import { type Claim, claimsOf, type FoundBlock } from "./claim";
import type { Identify } from "./identify";
import { EVIDENCE, type Evidence, type Mention, MOST_MENTIONS } from "./mention";
import { evidenceOfName } from "./names-in-context";
import { type PageContext, pageContext } from "./page-context";
import { isBareTicker } from "./tickers-in-context";

/** A block as the page's script hands it over; links as in `findCandidates`, from the page's addresses. */
export interface BlockText {
  readonly text: string;
  /** Links that could lead to a quote page: the surface is the address and, after a space, the link's text, which ends at `end`. */
  readonly links: readonly Candidate[];
}

/** What the mentions of a page depend on besides its text. */
export interface PageFacts {
  readonly identify: Identify;
  readonly settings: Settings["detection"];
  /** The day the page was published, `YYYY-MM-DD`, where it says so. */
  readonly published?: string | undefined;
}

/** A block, and what in it could name a listing, its links among it. */
export interface SearchedBlock {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

/** Searches blocks for what is to be asked about. Pure. */
export function searchBlocks(blocks: readonly BlockText[]): SearchedBlock[] {
  return blocks.map(({ text, links }) => ({ text, candidates: [...findCandidates(text), ...links] }));
}

/** The mentions of each block of one page, in text order; null for a block that holds no candidate the directory knows. Pure. */
export function findMentions(
  blocks: readonly SearchedBlock[],
  { identify, settings, published }: PageFacts,
): (readonly Mention[] | null)[] {
  const surfaces = [...new Set(blocks.flatMap(({ candidates }) => candidates.map(({ surface }) => surface)))];
  const known = new Map(Object.entries(withAlwaysList(identify(surfaces, published), surfaces, settings.always)));
  const found = blocks.map(({ text, candidates }) => ({
    text,
    claims: claimsOf(candidates, (surface) => known.get(surface) ?? []),
  }));
  const decided = decideMentions(
    found.filter(({ claims }) => claims.length > 0),
    settings,
  )[Symbol.iterator]();
  let left = MOST_MENTIONS;
  return found.map(({ claims }) => {
    const mentions = claims.length > 0 ? (decided.next().value ?? null) : null;
    if (!mentions) return null;
    left -= mentions.length;
    return left < 0 ? [] : mentions;
  });
}

/** The mentions of each block, in text order: evidence decides, with all blocks as the context of each. Pure. */
export function decideMentions(found: readonly FoundBlock[], settings: Settings["detection"]): Mention[][] {
  const blocks = found.map(withBrackets);
  const context = pageContext(blocks);
  const never = new Set(settings.never.map((text) => text.toLowerCase()));
  return blocks.map((block, index) => {
    // Of two companies of one name the surer stands.
    const claims = [...block.claims].sort((a, b) => a.doubt - b.doubt);
    const believed = claims.flatMap((claim) => {
      const evidence = evidenceOf(claim, block, context, blocks, index, settings.boldness);
      return evidence ? [mentionOf(claim, evidence, block.text)] : [];
    });
    const always = settings.always.flatMap(({ surface, ticker }) => everywhere(surface, ticker, block.text));
    const unwanted = ({ ticker, surface }: Mention) =>
      never.has(ticker.toLowerCase()) || never.has(surface.toLowerCase());
    return withoutOverlaps([...always, ...believed.filter((mention) => !unwanted(mention))]);
  });
}

/** The block with the claims of its brackets, which come first. */
function withBrackets(block: FoundBlock): FoundBlock {
  const brackets = bracketClaims(block);
  return brackets.length === 0 ? block : { text: block.text, claims: [...brackets, ...block.claims] };
}

function evidenceOf(
  claim: Claim,
  block: FoundBlock,
  context: PageContext,
  blocks: readonly FoundBlock[],
  index: number,
  boldness: Settings["detection"]["boldness"],
): Evidence | null {
  switch (claim.as) {
    case "exchange":
    case "suffixed":
      return claim.doubt === 0 || isInBracket(claim, block.text) || context.isMarket ? "exchange" : null;
    case "cashtag":
      return claim.doubt === 0 || (claim.doubt === 1 ? context.isBusiness : context.introduced(claim.ticker) > 0)
        ? "cashtag"
        : null;
    case "link":
      return "link";
    case "paren":
      return "paren";
    case "ticker":
      return boldness !== "explicit" && isBareTicker(claim, block, context, blocks, index, boldness === "bold")
        ? "bare"
        : null;
    case "name":
      return boldness !== "explicit" && evidenceOfName(claim, block, context, boldness === "bold") ? "name" : null;
  }
}

function isInBracket({ start }: Claim, text: string): boolean {
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

function mentionOf({ ticker, name, start, end }: Claim, evidence: Evidence, text: string): Mention {
  return { ticker, name, surface: text.slice(start, end), start, end, evidence };
}

/** Of two that overlap, the reader's own, then the stronger evidence, then the longer one. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const rank = ({ evidence, start, end }: Mention) => EVIDENCE.indexOf(evidence) * 1000 - (end - start);
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => rank(a) - rank(b))) {
    if (kept.every(({ start, end }) => end <= mention.start || mention.end <= start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
