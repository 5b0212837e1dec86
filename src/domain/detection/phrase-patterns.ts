import { WESTERN } from "./words/western";

/** White space of the page's source, which the reader sees as one space. */
const SPACE = "\\s{1,40}";

/** Cashtags, suffixed tickers and runs of capitalised words, over the letters given as insides of a character class. */
function latinPattern(capital: string, small: string, letter: string, inWord: string): string {
  const capitalWord = `(?:[${capital}]|\\d{1,3}(?=-?[${capital}]|i\\b)|[${small}]{1,2}(?=[${capital}][${letter}]))(?:['’.&/@!+-]?[${inWord}]){0,40}`;
  const joint = `(?:\\+(?= ))?(?:[.!]?${SPACE}(?:(?:&|\\+|of|and|the|de|du|do|di|und|et|y|for)${SPACE}){0,2}|,${SPACE}(?=Inc|Ltd|LLC|L\\.|Corp|Co\\b|S\\.|SA|SE|AG|N\\.V|PLC|plc|Limited))`;
  const number = `\\d{1,4}(?![\\d.,:%${letter}])`;
  const run = `${capitalWord}(?:${joint}(?:${capitalWord}|${number})){0,11}`;
  const cashtag =
    "\\$(?:[^$()\\ufffc]{1,30}\\([A-Z0-9.]{1,10}\\)\\$|[A-Z]{2,6}:[A-Z0-9.]{1,8}(?![\\w$])|[A-Z]{1,6}(?:[./-][A-Z]{1,2})?(?![\\w$:])|[a-z]{2,5}(?![\\w$]))";
  const suffixed = `\\d{1,6}(?:\\.[A-Z]{1,2}| (?:HK|JP|JT|KS|TT|CH))(?![${inWord}])`;
  return `(?<![${inWord}$]|\\d[.,])(?:${cashtag}|${suffixed}|${run})`;
}
/** Latin capitals may stand within (`三菱UFJ`, `日産EV`). */
const ASIAN = "[\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}][\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}ー・&A-Z]{1,63}";

/**
 * One pass over the text; each alternative begins with what none of the others begins with, so no text is read twice.
 */
export const PHRASE = `${latinPattern("\\p{Lu}", "\\p{Ll}", "\\p{L}", "\\p{L}\\p{M}\\p{N}")}|${ASIAN}`;
/** The same for western texts. */
export const WESTERN_PHRASE = latinPattern(WESTERN.capital, WESTERN.small, WESTERN.letter, `${WESTERN.letter}\\d`);

/**
 * A ticker, with its class, or with what makes it that of a preferred share, warrant, unit or right: `BRK.B`,
 * `BAC.PRL`, `PSA PR H`, `IONQ WS`.
 */
const SYMBOL =
  "\\$?[A-Z0-9][A-Za-z0-9]{0,11}(?:[.\\-/](?:PR[.\\-/]?[A-Z]|[A-Z]{1,3})\\b|\\s(?:PR[. ]?[A-Z]|WS|WT|RT|UN|[AB])\\b)?(?![A-Za-z0-9年月日号號])";
/** What follows an exchange's name, `: BABA`, or a ticker, `:Nasdaq`. */
export const QUALIFIED = `(?=[\\s:|®™])[®™]?(?:\\s(?:ticker|symbol|stock|common|under|shares)){0,2}\\s{0,9}[:|]\\s{0,9}${SYMBOL}(?:\\s{0,9}(?:[,;/&]|and)\\s{0,9}${SYMBOL}){0,5}`;
