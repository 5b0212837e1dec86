import { once } from "../../once";
import { fold } from "../names/name-keys";
import marketText from "./market-words.txt?raw";
import { lines } from "./word-lists";

/** Words of a text, each looked up alone and with the one after it. */
interface Words {
  readonly whole: ReadonlySet<string>;
  /** The first words of pairs. */
  readonly firsts: ReadonlySet<string>;
  /** Those that stand for any word that begins so. */
  readonly beginnings: readonly string[];
}

const page = once(() => wordsOf("page"));
const after = once(() => wordsOf("after"));
const before = once(() => wordsOf("before"));
const within = once(() => new RegExp([...wordsOf("within").whole].join("|"), "g"));

const WORD = /[\p{L}\d]+(?:&[\p{L}\d]+)*/gu;
/** Shorter words begin with none of those that stand for many. */
const SHORTEST_BEGINNING = 5;
/** Letters of the scripts whose words of the market are found within a text. */
const ASIAN = /[\u1100-\uffff]/;

/** How many words of the market a text has, counted up to `most`. */
export function countMarketWords(text: string, most: number): number {
  let count = ASIAN.test(text) ? (text.match(within())?.length ?? 0) : 0;
  const { whole, firsts, beginnings } = page();
  let last = "";
  for (const [written] of text.matchAll(WORD)) {
    if (count >= most) break;
    const word = fold(written);
    const isOne = whole.has(word) || (last !== "" && whole.has(`${last} ${word}`)) || isBeginning(word, beginnings);
    if (isOne) count += 1;
    last = firsts.has(word) ? word : "";
  }
  return Math.min(count, most);
}

function isBeginning(word: string, beginnings: readonly string[]): boolean {
  return word.length >= SHORTEST_BEGINNING && beginnings.some((beginning) => word.startsWith(beginning));
}

function wordsOf(kind: string): Words {
  const words = lines(marketText)
    .filter((line) => line.startsWith(`${kind}: `))
    .flatMap((line) => line.slice(kind.length + 2).split(" "))
    .map((word) => word.replaceAll("_", " "));
  return {
    whole: new Set(words.filter((word) => !word.endsWith("*"))),
    firsts: new Set(words.flatMap((word) => word.split(" ").slice(0, -1))),
    beginnings: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  };
}

/** Nothing but a possessive ending and white space stands between a company and the words after it. */
const SPACE_AFTER = /^(?:['’]s?)?,?\s/;
/** Small words between a company and what it does. */
const FILLERS = new Set(["also", "then", "last", "now", "the", "common", "class", "a", "b", "c", "se", "s"]);
const CHANGE_AFTER =
  /(?:['’]s)?(?: (?:ON|PN|PNA|PNB|UNT|Unit|St|Vz))? ?\(?\s?(?:up |down |plus |minus |um |un |del |met |急?[升跌涨漲挫]幅?|[上下][昇涨漲跌落]|상승|하락)?[+−–-]?\s?\d+(?:[.,]\d+)? ?(?:%|Prozent|procent|prosent(?:tia)?|por cento|por ciento|per ?cent)|-(?:[Aa]ktien?|[Tt]itel|[Pp]apiere?|[Aa]nteile?|[Aa]nleger|shares?|stock|aandeel|aandelen)(?![a-z])/y;
/** How far beside a company its neighbours are read, UTF-16 units. */
const FAR = 48;
/** A small word, and two that are looked up together. */
const MOST_WORDS_AFTER = 3;

/** Whether words of the market, or a change in per cent, stand right after a company that ends at `end`. */
export function isMarketAfter(text: string, end: number): boolean {
  if (isChangeAfter(text, end)) return true;
  const following = text.slice(end, end + FAR);
  if (!SPACE_AFTER.test(following)) return false;
  const keys = keysOf(following.replace(/^['’]s?/, ""), MOST_WORDS_AFTER);
  const { whole } = after();
  return [keys, FILLERS.has(keys[0] ?? "") ? keys.slice(1) : []].some(
    ([word = "", next = ""]) => whole.has(word) || whole.has(`${word} ${next}`),
  );
}

/** Whether a change in per cent, or a word for its share with a hyphen (`-Aktie`), is right after a company. */
export function isChangeAfter(text: string, end: number): boolean {
  CHANGE_AFTER.lastIndex = end;
  return CHANGE_AFTER.test(text);
}

/** Small words between what is done with a company's shares and its name, in the languages of the words. */
const SMALL_WORDS = new Set(
  "of in on up my our the at von der des de d l la le les el los del da do dos das di della van het".split(" "),
);
const MOST_SMALL_WORDS = 3;
const SPACE_BEFORE = /(?:\s|[dl]['’])$/;
const LABEL_BEFORE = /\b(?:symbol|ticker):? $/i;

/** Whether words of the market are right before a company that starts at `start`. */
export function isMarketBefore(text: string, start: number): boolean {
  const preceding = text.slice(Math.max(0, start - FAR), start).replace(/\s+/g, " ");
  if (LABEL_BEFORE.test(preceding)) return true;
  if (!SPACE_BEFORE.test(preceding)) return false;
  // What ends a sentence or a clause ends the words that belong to the company.
  const keys = keysOf(preceding.split(/[.!?;:,()]/).at(-1) ?? "", FAR);
  let last = keys.length - 1;
  while (last >= 0 && keys.length - 1 - last < MOST_SMALL_WORDS && SMALL_WORDS.has(keys[last] ?? "")) last -= 1;
  const { whole } = before();
  // A small word may be part of the phrase itself: `companies like`, `such as`.
  return whole.has(keys[last] ?? "") || whole.has(`${keys[last - 1]} ${keys[last]}`);
}

function keysOf(text: string, most: number): string[] {
  const keys: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    keys.push(fold(word));
    if (keys.length === most) break;
  }
  return keys;
}

/** Matches credits and owners of a text; companies in them are not what it is about. */
export const CREDITS =
  /©|\(c\) \d{4}|\bcopyright\b|all rights reserved|^\s*powered by|getty images|(?:data|quotes|charts?) (?:provided |supplied |delivered )?by|alle rechte vorbehalten|photo(?: illustration)? by/i;

/** Matches invitations to share or follow; networks beside them are buttons. */
export const SHARING =
  /\b(?:share|tweet|post|submit) (?:this|it|on|via|to)\b|\bin your \w{1,20} (?:news )?feed\b|\b(?:follow|find|like|fan|visit|join) us\b|\bsign (?:up|in) (?:with|using)|\blog ?in with|partage[rz]? |teilen|compartir|compartilh|condividi|シェア|分享|공유/i;
