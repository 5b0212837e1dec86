import { once } from "../../once";
import { isWestern, WESTERN } from "../words/western";
import { isLegalForm } from "./legal-forms";

/** A word of a name in a text; offsets are UTF-16 units, end exclusive. */
export interface NameToken {
  /** Lower case, without accents, apostrophes and dots; `&` and `+` between words are "and". */
  readonly key: string;
  /** The key without a possessive ending, if it has one. */
  readonly bare?: string;
  readonly start: number;
  readonly end: number;
  /** Whether a sentence may end between the word before and this one. */
  readonly breaks: boolean;
}

const westernToken = tokenPattern(WESTERN.letter, `${WESTERN.letter}\\d`, "g");
const anyToken = once(() => tokenPattern("\\p{L}\\p{M}", "\\p{L}\\p{M}\\p{N}", "gu"));
const POSSESSIVE = /['’][sS]$/;
const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7f]*$/;

/** Keys of words that registered names end with and that the press leaves out. */
const TAILS = new Set(
  (
    "group groups holding holdings international industries technologies technology systems enterprises worldwide global " +
    "solutions brands stores laboratories pharmaceuticals pharmaceutical therapeutics biosciences biotherapeutics biopharma " +
    "motors motor platforms communications entertainment resorts networks software semiconductor semiconductors materials " +
    "services bancorp bancshares bancorporation financial partners trust interactive athletica wholesale products foods " +
    "resources energy healthcare health medical aerospace airlines gold mining power reit realty"
  ).split(" "),
);

/** Words that occur within names, but never at their end. */
const CONNECTORS = new Set(["and", "of", "the", "de", "du", "do", "for", "in"]);

/** Legal forms that are also words unless written in capitals. */
const CAPITAL_FORMS = new Set(["as", "se", "sa", "ab", "ag", "nv", "bv", "kg", "cv", "oy", "sas", "lp", "asa", "publ"]);

/** A pattern for a word, with what follows it after an apostrophe, or for a sign that can mean "and". */
function tokenPattern(letter: string, inWord: string, flags: string): RegExp {
  return new RegExp(`[${inWord}]+(?:['’][${letter}]+)?|[&+]`, flags);
}

/** `s` of `Macy's`; what follows the apostrophe of `d'Ivoire` is a word of its own. */
const LONGEST_ENDING = 3;

/** The words of a text and the signs between words, each with its place. */
function* wordsOf(text: string): Generator<{ readonly word: string; readonly index: number }> {
  for (const { 0: word, index } of text.matchAll(isWestern(text) ? westernToken : anyToken())) {
    if (word === "+" && !/^\s\+\s$/.test(text.slice(index - 1, index + 2))) continue;
    const apostrophe = word.search(/['’]/);
    if (apostrophe < 0 || word.length - apostrophe - 1 <= LONGEST_ENDING) yield { word, index };
    else {
      yield { word: word.slice(0, apostrophe), index };
      yield { word: word.slice(apostrophe + 1), index: index + apostrophe + 1 };
    }
  }
}

/** The words of a name or of a text. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  let last = 0;
  for (const { word, index } of wordsOf(text)) {
    const between = text.slice(last, index);
    const end = index + word.length;
    last = end;
    const key = word === "&" || word === "+" ? "and" : fold(word);
    const previous = tokens.at(-1);
    if (previous && isInitial(text, previous, between) && [...key].length === 1 && key !== "&") {
      tokens[tokens.length - 1] = { ...previous, key: previous.key + key, end };
      continue;
    }
    const breaks = previous !== undefined && between.includes(". ") && endsSentence(text, previous);
    const possessive = POSSESSIVE.test(word);
    tokens.push({
      key,
      start: index,
      end,
      breaks: breaks || /[;!?|]\s/.test(between),
      ...(possessive ? { bare: fold(word.replace(POSSESSIVE, "")) } : {}),
    });
  }
  return tokens;
}

/** The key under which a name is found: its words joined by spaces, without a leading "the". */
export function nameKey(text: string): string {
  const keys = nameTokens(text).map(({ key }) => key);
  if (keys.length > 1 && keys[0] === "the") keys.shift();
  return keys.join(" ");
}

/** The name without its legal form, as a key; the name itself when nothing else is left. */
export function coreKey(name: string): string {
  const keys = nameKey(name.replace(/\([^()]*\)/g, "")).split(" ");
  while (keys.length > 1 && (isLegalForm(keys.at(-1)) || keys.at(-1) === "and" || keys.at(-1) === "the")) keys.pop();
  return keys.join(" ");
}

/**
 * The short names that the press uses, made from a core key by leaving out general words at its end; the longest first.
 */
export function shortKeys(core: string): string[] {
  const keys = core.split(" ");
  const short: string[] = [];
  while (keys.length > 1 && TAILS.has(keys.at(-1) ?? "")) {
    keys.pop();
    while (keys.length > 1 && (CONNECTORS.has(keys.at(-1) ?? "") || isLegalForm(keys.at(-1)))) keys.pop();
    short.push(keys.join(" "));
  }
  return short;
}

/** `sea world` of `SeaWorld`: how writers split a name with a capital inside; null for names without one. */
export function splitKey(name: string): string | null {
  const split = name.replace(/(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu, "$1 $2");
  return split === name ? null : coreKey(split);
}

/** Whether a token of a text is a legal form and not a word that looks like one (`As`, `SE` but not `Se`). */
export function isLegalFormIn(text: string, token: NameToken | undefined): boolean {
  if (!token || !isLegalForm(token.key)) return false;
  return !CAPITAL_FORMS.has(token.key) || !/\p{Ll}/u.test(text.slice(token.start, token.end));
}

/** A word in lower case, without accents and apostrophes. */
export function fold(word: string): string {
  const plain = word.replace(/['’]/g, "").toLowerCase();
  return ASCII.test(plain) ? plain : plain.normalize("NFD").replace(MARKS, "").replaceAll("ß", "ss").normalize("NFC");
}

/** Whether the word is initials with a dot (`J.` of `J.P. Morgan`), so that the next letter belongs to it. */
function isInitial(text: string, token: NameToken, between: string): boolean {
  if (between !== "." && between !== ". ") return false;
  const word = text.slice(token.start, token.end);
  return /^(?:\p{L}\.? ?)+$/u.test(word) && (word.length === 1 || /\p{L}\. ?\p{L}$/u.test(word));
}

/** Words that texts shorten by a full stop within or before a name (`St. Joe`, `Warner Bros. Discovery`); keys. */
const SHORTENED = new Set(
  (
    "st ste mt ft dr mr mrs ms jr sr prof rev hon sen rep gov gen col capt lt sgt maj sra srta sig avv dott ing mag arq " +
    "inc corp co cos ltd bros mfg intl natl assn dept univ hosp inds indl ind chem elec fin ins tel mgmt mach phar pharm " +
    "jos wm geo chas pt thos no nr vs v jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark colo conn del fla ga " +
    "ill kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta ave blvd"
  ).split(" "),
);

/** A name in capitals (`BMW`), which needs no vowel. */
const IN_CAPITALS = /^\p{Lu}+$/u;

/** Whether a full stop after a word ends a sentence: not after a shortened one (`St.`) or initials (`e.l.f.`). */
export function endsSentence(text: string, { start, end, key }: NameToken): boolean {
  const word = text.slice(start, end);
  if (word.includes(".") || end - start < 2) return false;
  return end - start > 4 || ((/[aeiouy]/.test(key) || IN_CAPITALS.test(word)) && !SHORTENED.has(key));
}

/** The end of a name's last word, without a possessive ending. */
export function endOf(token: NameToken, phrase: string): number {
  if (token.bare === undefined) return token.end;
  return token.start + phrase.slice(token.start, token.end).replace(/['’][sS]$/, "").length;
}
