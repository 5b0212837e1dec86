import { once } from "../once";
import smallText from "./words/small-names.txt?raw";
import { isWestern, WESTERN } from "./words/western";
import { lines } from "./words/word-lists";

/** Patterns for the pieces of a phrase. They are sticky: they match only at their `lastIndex`. */
export interface PhrasePatterns {
  /** Where a phrase may begin. Global. */
  readonly start: RegExp;
  /** How a capitalised word begins (`A` of `Apple`, `easy` of `easyJet`, `adidas`, `3` of `3M`), and how it goes on (`T&T`). */
  readonly wordStart: RegExp;
  readonly wordRest: RegExp;
  /** A number that may go on with a name: `Century 21`. */
  readonly number: RegExp;
  /** `0700.HK`, `7203 JP`. */
  readonly numberedTicker: RegExp;
  /**
   * A name in Chinese, Japanese or Korean, which may contain Latin capitals (`三菱UFJ`); null if the text can have none.
   */
  readonly asianName: RegExp | null;
}

/** Letters, as the inside of a character class. Within a word there may also be marks and digits. */
interface Letters {
  readonly capital: string;
  readonly small: string;
  readonly letter: string;
  readonly inWord: string;
}

const ASIAN_LETTER = "\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}";

/** Names that begin with a small letter, as parts of a pattern. */
function smallNames(): string[] {
  return lines(smallText).map((name) => name.replaceAll(".", "\\."));
}

const western = makePatterns({ ...WESTERN, inWord: `${WESTERN.letter}\\d` }, "");
const anyScript = once(() =>
  makePatterns(
    { capital: "\\p{Lu}", small: "\\p{Ll}", letter: "\\p{L}", inWord: "\\p{L}\\p{M}\\p{N}" },
    "u",
    ASIAN_LETTER,
  ),
);

/** The patterns for a text. Those for western letters take a fraction of the time to make and run. */
export function patternsFor(text: string): PhrasePatterns {
  return isWestern(text) ? western : anyScript();
}

function makePatterns({ capital, small, letter, inWord }: Letters, flags: string, asian?: string): PhrasePatterns {
  // Neither within a word nor after a decimal point; a letter of an Asian script before it is another word (`在Apple`).
  const within = asian === undefined ? `[${inWord}$]` : `(?![${asian}\\p{sc=Hiragana}ー])[${inWord}$]`;
  const smallName = `(?:${smallNames().join("|")})(?![${inWord}])`;
  const begins = `(?<!${within}|\\d[.,])(?=[$\\d${capital}]|[${small}]{1,6}[${capital}]|${smallName})`;
  const first = `[${capital}]|\\d{1,3}(?=-?[${capital}]|i\\b)|[${small}]{1,6}(?=[${capital}][${letter}])|${smallName}`;
  return {
    start: new RegExp(asian === undefined ? begins : `${begins}|(?=[${asian}])`, `g${flags}`),
    wordStart: new RegExp(first, `y${flags}`),
    wordRest: new RegExp(`(?:['’.&/@!+-]?[${inWord}])*`, `y${flags}`),
    number: new RegExp(`\\d{1,4}(?![\\d.,:%${letter}])`, `y${flags}`),
    numberedTicker: new RegExp(`\\d{1,6}(?:\\.[A-Z]{1,2}| (?:HK|JP|JT|KS|TT|CH))(?![${inWord}])`, `y${flags}`),
    asianName:
      asian === undefined ? null : new RegExp(`[${asian}](?:[${asian}ー・&]|[A-Z](?![a-z])){1,63}`, `y${flags}`),
  };
}

/** What may be between two words of a name: a space, an initial's dot, small words. */
const JOINT = /(?:\+(?= )|[.!])?\s+(?:(?:&|\+|of|and|the|de|du|do|di|und|et|y|for)\s+){0,2}/y;
/** A comma, where a legal form follows it. */
const COMMA_JOINT = /,\s+(?=Inc|INC|Ltd|LTD|LLC|L\.|Corp|CORP|Co\b|S\.|SA|SE|AG|N\.V|PLC|plc|Limited)/y;

/** The beginning of the word after `end`; null if a name cannot go on there. */
export function endOfJoint(text: string, end: number): number | null {
  return endOf(JOINT, text, end) ?? endOf(COMMA_JOINT, text, end);
}

/** `$Alibaba(BABA)$`, `$TSX:SHOP`, `$BRK.B`, `$aapl`. */
const CASHTAGS = [
  /\$[^$()\ufffc]{1,30}\([A-Z0-9.]{1,10}\)\$/y,
  /\$[A-Z]{2,6}:[A-Z0-9.]{1,8}(?![\w$])/y,
  /\$[A-Z]{1,6}(?:[./-][A-Z]{1,2})?(?![\w$:])/y,
  /\$[a-z]{2,5}(?![\w$])/y,
];

/** Where a cashtag that begins at `start` ends; null for none. */
export function endOfCashtag(text: string, start: number): number | null {
  for (const cashtag of CASHTAGS) {
    const end = endOf(cashtag, text, start);
    if (end !== null) return end;
  }
  return null;
}

/** What may be between an exchange's name and its first ticker, or a ticker and its exchange: `® ticker symbol:`. */
const TRADE_MARK = /[®™]/y;
const LABEL = /\s(?:ticker|symbol|stock|common|under|shares)/y;
const COLON = /\s*[:|]\s*/y;
/**
 * A ticker, with its class or with the ending of a preferred share, warrant, unit or right: `BRK.B`, `BAC.PRL`, `PSA PR
 * H`, `IONQ WS`.
 */
const SYMBOL =
  /\$?[A-Z0-9][A-Za-z0-9]{0,11}(?:[.\-/](?:PR[.\-/]?[A-Z]|[A-Z]{1,3})\b|\s(?:PR[. ]?[A-Z]|WS|WT|RT|UN|[AB])\b)?(?![A-Za-z0-9年月日号號])/y;
const NEXT_SYMBOL = /\s*(?:[,;/&]|and)\s*/y;
/** No list of one exchange's tickers is longer. */
const MOST_SYMBOLS = 6;

/** The end of the tickers that follow an exchange's name at `end` (`: GOOG, GOOGL`); null if none do. */
export function endOfQualified(text: string, end: number): number | null {
  const named = endOf(TRADE_MARK, text, end) ?? end;
  const labelled = endOf(LABEL, text, named) ?? named;
  const colon = endOf(COLON, text, endOf(LABEL, text, labelled) ?? labelled);
  let last = colon === null ? null : endOf(SYMBOL, text, colon);
  for (let count = 1; last !== null && count < MOST_SYMBOLS; count += 1) {
    const next = endOf(NEXT_SYMBOL, text, last);
    const symbol = next === null ? null : endOf(SYMBOL, text, next);
    if (symbol === null) break;
    last = symbol;
  }
  return last;
}

/** The end of the match of a sticky pattern at `start`; null if it does not match. */
export function endOf(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}
