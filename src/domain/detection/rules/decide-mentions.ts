import type { Settings } from "../../settings";
import type { Candidate, ReadBlock } from "../candidate";
import { EVIDENCE, type Evidence, type Mention } from "../mention";
import { isBareTicker } from "./bare-tickers";
import { bracketCandidates } from "./brackets";
import { isCompanyName } from "./company-names";
import type { Occurrence } from "./occurrence";
import { pageContext } from "./page-context";

/** The mentions of each block, in text order: evidence decides, with all blocks as the context of each. Pure. */
export function decideMentions(read: readonly ReadBlock[], settings: Settings["detection"]): Mention[][] {
  const blocks = read.map(withBrackets);
  const page = pageContext(blocks);
  const never = new Set(settings.never.map((text) => text.toLowerCase()));
  return blocks.map((block, index) => {
    // Of two companies of one name the surer stands.
    const candidates = [...block.candidates].sort((a, b) => a.doubt - b.doubt);
    const believed = candidates.flatMap((candidate) => {
      const evidence = evidenceOf({ candidate, block, index, blocks, page }, settings.boldness);
      return evidence ? [mentionOf(candidate, evidence, block.text)] : [];
    });
    const always = settings.always.flatMap(({ surface, ticker }) => everywhere(surface, ticker, block.text));
    const unwanted = ({ ticker, surface }: Mention) =>
      never.has(ticker.toLowerCase()) || never.has(surface.toLowerCase());
    return withoutOverlaps([...always, ...believed.filter((mention) => !unwanted(mention))]);
  });
}

/** The block with the candidates of its brackets, which come first. */
function withBrackets(block: ReadBlock): ReadBlock {
  const brackets = bracketCandidates(block);
  return brackets.length === 0 ? block : { text: block.text, candidates: [...brackets, ...block.candidates] };
}

function evidenceOf(occurrence: Occurrence, boldness: Settings["detection"]["boldness"]): Evidence | null {
  const { candidate, block, page } = occurrence;
  const isBold = boldness === "bold";
  switch (candidate.form) {
    case "exchange":
    case "suffixed":
      return candidate.doubt === 0 || isInBracket(candidate, block.text) || page.isMarket ? "exchange" : null;
    case "cashtag":
      return isCashtag(occurrence) ? "cashtag" : null;
    case "link":
      return "link";
    case "paren":
      return "paren";
    case "ticker":
      return boldness !== "explicit" && isBareTicker(occurrence, isBold) ? "bare" : null;
    case "name":
      return boldness !== "explicit" && isCompanyName(occurrence, isBold) ? "name" : null;
  }
}

/** Letters that are also a word need a page about companies; a coin's or a single letter need the company itself. */
function isCashtag({ candidate, page }: Occurrence): boolean {
  if (candidate.doubt === 0) return true;
  return candidate.doubt === 1 ? page.isBusiness : page.introduced(candidate.ticker) > 0;
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

/** Of two that overlap, the reader's own, then the stronger evidence, then the longer one. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const rank = ({ evidence, start, end }: Mention) => EVIDENCE.indexOf(evidence) * 1000 - (end - start);
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => rank(a) - rank(b))) {
    if (kept.every(({ start, end }) => end <= mention.start || mention.end <= start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
