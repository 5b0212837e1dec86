import type { ExchangeId } from "../../exchange";
import { exchangesSpelled } from "./exchange-codes";

/** The words before a colon that name one or several exchanges. */
export interface ExchangePart {
  /** Where they begin in the text before the colon, UTF-16 units. */
  readonly start: number;
  readonly exchanges: readonly ExchangeId[];
  /** They are a place or a word (`Hong Kong`, `Pink`), which texts put before a colon for other reasons too. */
  readonly isPlace: boolean;
}

/** Words between an exchange and the ticker: `NYSE ticker: X`. */
const LABELS = /(?: (?:ticker|symbol|stock|common|under|shares)){1,2}\s{0,9}$/;
/** Parts of exchanges that a listing is in; none changes the ticker. */
const TIERS = new Set(
  "GLOBAL SELECT CAPITAL MARKET MARKETS GM GS CM GROWTH MAIN BOARD PRIME STANDARD PREMIUM SCALE FIRST NORTH BEST INTERNATIONAL REGULATED CLOSING EXCHANGE STOCK".split(
    " ",
  ),
);
/** No exchange's name has more words. */
const MOST_WORDS = 5;

/**
 * The exchanges named by the last words before a colon, the longest name first (`Nasdaq Stockholm` before
 * `Stockholm`), and all of a list with slashes or commas; null where there is none.
 */
export function exchangePart(before: string): ExchangePart | null {
  const text = before.replace(LABELS, "");
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toUpperCase(),
    start: index,
    // `LSE/NYSE/AEX`: each has the ticker that follows.
    goesOn: /^\s?[/,&]\s?$/.test(text.slice(index + word.length).match(/^[^\p{L}\p{N}]*/u)?.[0] ?? ""),
  }));
  const last = namedByLast(words);
  if (!last) return null;
  const exchanges = [...last.exchanges];
  let start = last.start;
  for (let at = last.from - 1; at >= 0 && words[at]?.goesOn; at -= 1) {
    const others = exchangesSpelled(words[at]?.word ?? "");
    if (others.length === 0) break;
    exchanges.unshift(...others);
    start = words[at]?.start ?? start;
  }
  return { start, exchanges, isPlace: /\p{Ll}/u.test(text.slice(last.start)) && PLACES.has(last.spelling) };
}

/** Exchanges that are called by a city's name or a word. */
const PLACES = new Set(["HONGKONG", "SHANGHAI", "SHENZHEN", "TOKYO", "LONDON", "TORONTO", "PINK", "GREY"]);

interface Word {
  readonly word: string;
  readonly start: number;
}

function namedByLast(words: readonly Word[]) {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    const from = words.length - count;
    const own = words.slice(from);
    for (const named of [own, own.filter(({ word }) => !TIERS.has(word))]) {
      const spelling = named.map(({ word }) => word).join("");
      const exchanges = named.length > 0 && !TIERS.has(own[0]?.word ?? "") ? exchangesSpelled(spelling) : [];
      if (exchanges.length > 0) return { exchanges, spelling, from, start: own[0]?.start ?? 0 };
    }
  }
  return null;
}

/**
 * Where the words before a colon begin that say no more than that a ticker follows (`Symbol: SPHQ`); null where they
 * say something else.
 */
export function tickerLabel(before: string): number | null {
  return /(?<![\p{L}\p{N}])(?:(?:Stock |Ticker )?(?:Symbol|Ticker)|Ticker symbol)\s?$/u.exec(before)?.index ?? null;
}
