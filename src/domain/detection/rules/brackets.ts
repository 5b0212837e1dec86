import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { BRACKET, SECOND_BRACKET } from "../words/market-words";

/** The brackets that repeat, as a ticker, the company named just before them: `Alibaba Group (BABA)`, `Tesco (TSCO)`, `HSBC (00005)`. */
export function bracketCandidates({ text, candidates }: ReadBlock): Candidate[] {
  return candidates.flatMap((candidate) => {
    if (candidate.form === "name") {
      const found = symbolAfter(candidate.end, text);
      return found.flatMap(({ symbol, start }) =>
        isTickerOf(symbol, candidate)
          ? [{ ...candidate, form: "paren" as const, doubt: 0 as const, start, end: start + symbol.length }]
          : [],
      );
    }
    return candidate.form === "ticker" && isBracketed(candidate, text) && nameStandsBefore(candidate, text)
      ? [{ ...candidate, form: "paren" as const, doubt: 0 as const }]
      : [];
  });
}

function symbolAfter(end: number, text: string): { symbol: string; start: number }[] {
  const found: { symbol: string; start: number }[] = [];
  let at = end;
  for (const bracket of [BRACKET, SECOND_BRACKET]) {
    bracket.lastIndex = at;
    const [whole, symbol] = bracket.exec(text) ?? [];
    if (whole === undefined || symbol === undefined) break;
    const start = at + whole.lastIndexOf(symbol);
    found.push({ symbol, start });
    at = start + symbol.length;
  }
  return found;
}

/** Whether a bracket's symbol is a ticker of the company, with or without suffix, dots and leading zeros. */
function isTickerOf(symbol: string, { ticker, others = [] }: Candidate): boolean {
  const wanted = comparable(symbol);
  return [ticker, ...others].some((one) => comparable(one) === wanted || comparable(withoutSuffix(one)) === wanted);
}

function comparable(symbol: string): string {
  return symbol.replace(/[^A-Z0-9]/g, "").replace(/^0+(?=\d)/, "");
}

function withoutSuffix(ticker: Ticker): string {
  return ticker.replace(/\.[A-Z]{1,2}$/, "");
}

function isBracketed({ start }: Candidate, text: string): boolean {
  return /[([]\s?\$?$/.test(text.slice(Math.max(0, start - 3), start));
}

/** Whether a word of the listing's name stands in the words before the bracket. */
function nameStandsBefore({ name, start }: Candidate, text: string): boolean {
  const before = text.slice(Math.max(0, start - 80), start).toLowerCase();
  const first = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .find((word) => word.length > 2 && word !== "the");
  return first !== undefined && new RegExp(`(?<![\\p{L}])${first}`, "u").test(before);
}
