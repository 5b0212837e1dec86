import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { nameKey, nameTokens } from "../names/name-keys";
import { isChangeAfter, isMarketAfter } from "../words/market-words";
import { isCoined, isFamousTicker } from "../words/word-lists";
import { isAlone } from "./line-of-text";

/** Ways in which a page can introduce a company; a higher number is a better one. */
export const INTRODUCED = { byName: 1, inFull: 2, explicitly: 3 } as const;

/** What a page's candidates together say, before any of them is believed. */
export interface CompaniesNamed {
  /** How well the page introduces each company that it does introduce, by the ticker that it gives. */
  readonly introduced: Map<Ticker, number>;
  /** The same by each ticker that the company has anywhere: `Vale (B3: VALE3)` introduces `Vale`. */
  readonly levels: Map<Ticker, number>;
  /** How often an explicit form stands there. */
  explicit: number;
  /** How often each company's name, and each ticker in capitals, stands there. */
  readonly named: Map<Ticker, number>;
  readonly asTicker: Map<Ticker, number>;
  /** Tickers in capitals that are no ordinary letters. */
  readonly plainTickers: Set<Ticker>;
  /** Those among them that everybody writes. */
  readonly famousTickers: Set<Ticker>;
  /** Companies beside which a share moves. */
  readonly moved: Set<Ticker>;
  /** Companies whose names mean nothing else. */
  readonly coined: Set<Ticker>;
  /** Companies and tickers that stand alone in a cell or a line. */
  readonly lone: Set<Ticker>;
  readonly loneTickers: Set<Ticker>;
  /** Companies with longer names that the page introduces, by the key of the first word. */
  readonly longer: Map<string, Set<Ticker>>;
}

/** Reads the candidates of all blocks. */
export function companiesNamed(blocks: readonly ReadBlock[]): CompaniesNamed {
  const found: CompaniesNamed = {
    introduced: new Map(),
    levels: new Map(),
    explicit: 0,
    named: new Map(),
    asTicker: new Map(),
    plainTickers: new Set(),
    famousTickers: new Set(),
    moved: new Set(),
    coined: new Set(),
    lone: new Set(),
    loneTickers: new Set(),
    longer: new Map(),
  };
  const inFull = new Set<Ticker>();
  for (const { text, candidates } of blocks) {
    for (const candidate of candidates) {
      addWritten(found, candidate, text);
      if (candidate.doubt > 0) continue;
      const level = levelOf(candidate);
      raise(found.introduced, candidate.ticker, level);
      for (const ticker of [candidate.ticker, ...(candidate.others ?? [])]) raise(found.levels, ticker, level);
      if (level === INTRODUCED.explicitly) found.explicit += 1;
      if (level < INTRODUCED.inFull || inFull.has(candidate.ticker)) continue;
      inFull.add(candidate.ticker);
      addLongerName(found.longer, candidate);
    }
  }
  return found;
}

function raise(levels: Map<Ticker, number>, ticker: Ticker, level: number): void {
  if ((levels.get(ticker) ?? 0) < level) levels.set(ticker, level);
}

/** What a candidate adds however much it is in doubt. */
function addWritten(found: CompaniesNamed, candidate: Candidate, text: string): void {
  const { form, ticker, doubt, start, end, known } = candidate;
  if (form === "name") {
    found.named.set(ticker, (found.named.get(ticker) ?? 0) + 1);
    if (isCoined(nameKey(text.slice(start, end)))) found.coined.add(ticker);
  }
  if (form === "ticker") {
    found.asTicker.set(ticker, (found.asTicker.get(ticker) ?? 0) + 1);
    if (doubt < 2) found.plainTickers.add(ticker);
    if (isFamousTicker(ticker)) found.famousTickers.add(ticker);
  }
  if (isMoved(candidate, text)) found.moved.add(ticker);
  if (!isAlone(candidate, text)) return;
  if (doubt < 3) found.lone.add(ticker);
  if (form === "ticker" && known) found.loneTickers.add(ticker);
}

/**
 * What a share does stands right after it: a change in per cent, or a word for it after a name that is hardly in
 * doubt.
 */
function isMoved({ form, doubt, end }: Candidate, text: string): boolean {
  if (form !== "name" && form !== "ticker") return false;
  return isChangeAfter(text, end) || (form === "name" && doubt < 2 && isMarketAfter(text, end));
}

function addLongerName(longer: Map<string, Set<Ticker>>, { name, ticker }: Candidate): void {
  const [first, second] = nameTokens(name).filter(({ key }) => key !== "the");
  if (!first || !second) return;
  const companies = longer.get(first.key) ?? new Set<Ticker>();
  longer.set(first.key, companies.add(ticker));
}

function levelOf({ form, full }: Candidate): number {
  if (form === "name") return full ? INTRODUCED.inFull : INTRODUCED.byName;
  return INTRODUCED.explicitly;
}
