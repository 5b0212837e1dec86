import { once } from "../../once";
import ambiguousText from "./ambiguous-names.txt?raw";
import coinedText from "./coined-names.txt?raw";
import famousTickersText from "./famous-tickers.txt?raw";
import famousText from "./famous-words.txt?raw";
import manyText from "./first-words-of-many.txt?raw";
import fundHousesText from "./fund-houses.txt?raw";
import guardedText from "./guarded-names.txt?raw";
import noShortText from "./no-short-names.txt?raw";
import capsText from "./ordinary-capitals.txt?raw";
import wordsText from "./ordinary-words.txt?raw";
import personText from "./person-words.txt?raw";
import shoutedText from "./shouted-words.txt?raw";
import unlistedText from "./unlisted-names.txt?raw";

/**
 * Words, first names, surnames and places that are also companies' names, in lower case. They were collected from the
 * names of listings. The list is sorted and searched as it is, because a set of so many takes five times as long to
 * make.
 */
const ordinary = once(() => wordsOf(wordsText));
/** Ordinary words that, with a capital, mean the company more often than anything else. */
const famous = once(() => setOf(famousText));
/** Names of several words that mean something else as well. */
const ambiguous = once(() => new Set(lines(ambiguousText)));
/** Abbreviations and words in capitals that are frequent in texts and also tickers. */
const capitals = once(() => setOf(capsText));

/** Words that texts put in capitals for stress, on buttons and in commands. */
const shouted = once(() => setOf(shoutedText));

/** Names that mean nothing but their company. */
const coined = once(() => setOf(coinedText));

/** Tickers that everybody writes and that are neither words nor abbreviations. */
const famousTickers = once(() => setOf(famousTickersText));

/** Names that mean something else nearly always. */
const guarded = once(() => new Set(lines(guardedText)));

/** First names and forms of address, after which a name is a person's. */
const person = once(() => setOf(personText));

/** Companies that funds are named after. */
const fundHouses = once(
  () => new Set(lines(fundHousesText).flatMap((line) => line.split(line.includes("|") ? "|" : " "))),
);

/** Whether funds are named after the company with this key. */
export function isFundHouse(key: string): boolean {
  return fundHouses().has(key);
}

/** Words with which many companies' names begin. */
const manyBegin = once(() => setOf(manyText));

/** Whether so many names begin with a key that none of them is called by it alone (`first`, `american`). */
export function beginsManyNames(key: string): boolean {
  return manyBegin().has(key);
}

/** Words by which no company is called though its name begins so. */
const noShort = once(() => setOf(noShortText));

/** Whether nobody calls a company by this first word of its name (`estee`, `lojas`). */
export function isNoShortName(key: string): boolean {
  return noShort().has(key);
}

/** Whether a surname follows this key (`judge`, `roy`). */
export function isBeforeSurname(key: string): boolean {
  return person().has(key);
}

/** Whether a name means something else unless the page gives the company in full or by ticker (`nasdaq`, `gpt`). */
export function isGuarded(key: string): boolean {
  return guarded().has(key);
}

/** Whether a name's key is an ordinary word, a person's name or a place. */
export function isOrdinary(key: string): boolean {
  return hasWord(ordinary(), key) || famous().has(key);
}

/** Whether a name's key is an ordinary word that, with a capital, mostly means the company. */
export function isFamous(key: string): boolean {
  return famous().has(key);
}

/** Whether a name of several words means something else as well (`best buy`, `old navy day`). */
export function isAmbiguous(key: string): boolean {
  return ambiguous().has(key);
}

/** Whether a name, as a key, was coined for its company (`netflix`). */
export function isCoined(key: string): boolean {
  return coined().has(key);
}

/** Whether a ticker is one that everybody writes and nobody means otherwise (`QQQ`). */
export function isFamousTicker(symbol: string): boolean {
  return famousTickers().has(symbol);
}

/** Whether letters in capitals are an abbreviation or a call that texts are full of (`CEO`, `SALE`). */
export function isCommonAbbreviation(symbol: string): boolean {
  return capitals().has(symbol) || shouted().has(symbol);
}

/** Whether letters in capitals are an abbreviation or a word before they are a ticker (`AI`, `CEO`, `ALL`). */
export function isOrdinaryCapitals(symbol: string): boolean {
  if (famousTickers().has(symbol)) return false;
  return symbol.length === 1 || isCommonAbbreviation(symbol) || hasWord(ordinary(), symbol.toLowerCase());
}

/** Whether letters in capitals are an ordinary word, and none of the abbreviations that texts are full of (`SPY`, `DASH`). */
export function isWordInCapitals(symbol: string): boolean {
  return symbol.length > 2 && !isCommonAbbreviation(symbol) && hasWord(ordinary(), symbol.toLowerCase());
}

/** Longer names that contain a listing's name and mean something else (`Fox News`, `Harrison Ford`). */
export function unlistedNames(): string[] {
  return lines(unlistedText);
}

/** Whether a sorted list contains a word (binary search). */
function hasWord(sorted: readonly string[], word: string): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? "") < word) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === word;
}

function setOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

function wordsOf(text: string): string[] {
  return lines(text).join(" ").split(" ");
}

/** The lines of a word list, without comments and empty ones. */
export function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}
