import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { nameTokens } from "../names/name-keys";
import { brazilianRoot } from "../tickers/share-classes";

/** What may stand before the ticker in a bracket: `ticker: V`, `stock symbol: BA`, `NYSE - F`. */
const LABEL =
  "(?:(?:[Ss]tock |[Tt]icker[ -])?(?:[Tt]icker|[Ss]ymbol[eo]?|Kürzel)\\s?:?\\s|(?:NYSE|N[Aa][Ss][Dd][Aa][Qq])\\s?[-–—/]\\s?)?";
/** A bracket after a name, with at most a few characters between (`'s`, a share class, an exchange's code). Sticky. */
const BRACKET = new RegExp(
  `[^()[\\]<>\\ufffc]{0,14}[([<]\\s?${LABEL}\\$?([A-Z0-9][A-Z0-9.\\-/]{0,9})(?=[,;/:)\\]>%]|\\s(?![A-Z]?[a-z]{2}))`,
  "y",
);
/** A bracket right after another. Sticky. */
const SECOND_BRACKET = /[^()[\]\ufffc]{0,8}\)\s?\(([A-Z0-9][A-Z0-9.]{0,9})\)/y;
/** One more symbol in the same bracket: `(PETR3, PETR4)`. Sticky. */
const NEXT_SYMBOL = /\s?(?:[,;/&]|and|e|y|et|und)\s?([A-Z0-9][A-Z0-9.-]{0,9})(?=[\s,;/:)\]>%])/y;
/** A bracket right before a name, as Asian lists write it: `(9618)JD.COM`. */
const BRACKET_BEFORE = /[([]([A-Z0-9][A-Z0-9.]{0,9})[)\]]\s?$/;
/** The longest bracket before a name, and the space after it. */
const LONGEST_BEFORE = 14;

/**
 * The brackets with the ticker of the company named beside them: `Alibaba Group (BABA)`, `Tesco (TSCO)`, `HSBC
 * (00005)`, `(9618)JD.COM`.
 */
export function bracketCandidates(block: ReadBlock): Candidate[] {
  return block.candidates.flatMap((candidate) => {
    if (candidate.form === "name") return bracketsOf(candidate, block);
    return candidate.form === "ticker" && isBracketed(candidate, block.text) && nameStandsBefore(candidate, block.text)
      ? [{ ...candidate, form: "paren" as const, doubt: 0 as const }]
      : [];
  });
}

function bracketsOf(name: Candidate, { text, candidates }: ReadBlock): Candidate[] {
  return [...symbolBefore(name.start, text), ...symbolsAfter(name.end, text)].flatMap(({ symbol, start }) => {
    // `Alphabet (GOOG)`: the class in the bracket, not the one that the name stands for.
    const sibling = candidates.find((one) => one.form === "ticker" && one.start === start && one.name === name.name);
    if (!sibling && !isTickerOf(symbol, name)) return [];
    // In `Toyota (7203.T)` the suffix tells the listing.
    if (candidates.some((one) => one.form === "suffixed" && one.doubt === 0 && one.start === start)) return [];
    const ticker = sibling?.ticker ?? numbered(symbol, name) ?? name.ticker;
    return [{ ...name, ticker, form: "paren" as const, doubt: 0 as const, start, end: start + symbol.length }];
  });
}

/** The listing with the bracket's number, if a company has several: `工商银行（601398）`. */
function numbered(symbol: string, { others = [] }: Candidate): Ticker | undefined {
  return /^\d{4,6}$/.test(symbol)
    ? others.find((one) => comparable(withoutSuffix(one)) === comparable(symbol))
    : undefined;
}

interface Symbol {
  readonly symbol: string;
  readonly start: number;
}

function symbolsAfter(end: number, text: string): Symbol[] {
  const found: Symbol[] = [];
  const read = (pattern: RegExp, at: number): number | null => {
    pattern.lastIndex = at;
    const [whole, symbol] = pattern.exec(text) ?? [];
    if (whole === undefined || symbol === undefined) return null;
    const start = at + whole.lastIndexOf(symbol);
    found.push({ symbol, start });
    return start + symbol.length;
  };
  let at = read(BRACKET, end);
  for (let next = at; next !== null && found.length < MOST_SYMBOLS; next = read(NEXT_SYMBOL, next)) at = next;
  if (at !== null) read(SECOND_BRACKET, at);
  return found;
}

/** No company has more classes of shares in one bracket. */
const MOST_SYMBOLS = 4;

function symbolBefore(start: number, text: string): Symbol[] {
  const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  const [whole = "", symbol] = BRACKET_BEFORE.exec(before) ?? [];
  return symbol === undefined ? [] : [{ symbol, start: start - whole.length + 1 }];
}

/** Whether a bracket's symbol is a ticker of the company; suffix, dots and leading zeros do not count. */
function isTickerOf(symbol: string, { ticker, others = [] }: Candidate): boolean {
  const wanted = comparable(symbol);
  // `F.N`: one letter with an agency's suffix is known only beside its company.
  const [letter] = /^[A-Z](?=\.[NO]$)/.exec(symbol) ?? [];
  const root = brazilianRoot(symbol);
  return [ticker, ...others].some((one) => {
    const bare = withoutSuffix(one);
    return (
      one === letter ||
      comparable(one) === wanted ||
      comparable(bare) === wanted ||
      (root !== null && root === brazilianRoot(bare))
    );
  });
}

function comparable(symbol: string): string {
  return symbol.replace(/[^A-Z0-9]/g, "").replace(/^0+(?=\d)/, "");
}

function withoutSuffix(ticker: Ticker): string {
  return ticker.replace(/\.[A-Z]{1,2}$/, "");
}

function isBracketed({ start, end }: Candidate, text: string): boolean {
  // `SE Asia` in a bracket is no ticker.
  return (
    /[([<]\s?\$?$/.test(text.slice(Math.max(0, start - 3), start)) &&
    !/^\s[A-Z]?[a-z]{2}/.test(text.slice(end, end + 4))
  );
}

/** Whether a word of the listing's name is among the words before the bracket. */
function nameStandsBefore({ name, start }: Candidate, text: string): boolean {
  const before = nameTokens(text.slice(Math.max(0, start - 80), start));
  const first = nameTokens(name).find(({ key }) => key !== "the")?.key ?? "";
  // `AT&T` begins with a word that stands anywhere.
  return first.length > 2 && before.some(({ key }) => key.startsWith(first));
}

/**
 * A name right before a bracket with a ticker is the name of that ticker's company, whoever else has it: `Toyota Motor
 * (TYO: 7203)` is the listing in Tokyo, `Merck (ETR: MRK)` is not the one in New York.
 */
export function followBrackets({ text, candidates }: ReadBlock): ReadBlock {
  const explicit = candidates.filter(({ form }) => form === "exchange" || form === "suffixed" || form === "paren");
  if (explicit.length === 0) return { text, candidates };
  const followed = candidates.flatMap((candidate): Candidate[] => {
    if (candidate.form !== "name") return [candidate];
    const bracket =
      explicit.find(({ start }) => start >= candidate.end && isRightBefore(text, candidate.end, start)) ??
      explicit.find(({ end }) => end <= candidate.start && /^[)\]>]\s?$/.test(text.slice(end, candidate.start)));
    if (!bracket || bracket.ticker === candidate.ticker) return [candidate];
    // If the bracket names another share class of the company, the name still means the usual one.
    if (bracket.name === candidate.name && !candidate.others?.includes(bracket.ticker)) return [candidate];
    // A ticker that is in no list any more does not tell whose it was.
    if (bracket.name === bracket.ticker) return [candidate];
    const own = candidate.others?.includes(bracket.ticker);
    if (!own && !beginsAlike(text.slice(candidate.start, candidate.end), bracket.name)) return [];
    const { ticker, name, kind } = bracket;
    return [{ ...candidate, ticker, name, kind, doubt: 0 }];
  });
  return { text, candidates: followed };
}

/** Whether there is only the opening bracket and an exchange between, after what ends a name: `Corp.`, `阿里巴巴-W`. */
function isRightBefore(text: string, end: number, start: number): boolean {
  return start - end < 40 && /^(?:['’]s|\.|-[A-Z]{1,2})?\s?[([<][^()[\]<>]*$/.test(text.slice(end, start));
}

function beginsAlike(written: string, name: string): boolean {
  const own = nameTokens(written)[0];
  const listed = nameTokens(name).find(({ key }) => key !== "the");
  return own !== undefined && listed !== undefined && (own.bare ?? own.key) === listed.key;
}
