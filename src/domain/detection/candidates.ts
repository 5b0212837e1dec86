/** A piece of a block's text that could name a listing; offsets are UTF-16 units, end exclusive. `surface` is what the directory is asked. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

/** Longest surface that the background takes. */
const LONGEST_SURFACE = 200;

const LETTER = "[\\p{L}\\p{M}\\p{N}]";
const CAPITAL_WORD = `(?:\\p{Lu}|\\d{1,3}(?=-?\\p{Lu}|i\\b)|\\p{Ll}{1,2}(?=\\p{Lu}\\p{L}))(?:['’.&/@!+-]?${LETTER}){0,40}`;
const JOINT =
  "(?:\\+(?= ))?(?:[.!]?[ \\u00a0](?:(?:&|\\+|of|and|the|de|du|do|di|und|et|y|for) ){0,2}|, (?=Inc|Ltd|LLC|L\\.|Corp|Co\\b|S\\.|SA|SE|AG|N\\.V|PLC|plc|Limited))";
const NUMBER = "\\d{1,4}(?![\\d.,:%]|\\p{L})";
const RUN = `${CAPITAL_WORD}(?:${JOINT}(?:${CAPITAL_WORD}|${NUMBER})){0,11}`;
const CASHTAG = "\\$(?:[^$()\\n]{1,30}\\([A-Z0-9.]{1,10}\\)\\$|[A-Z]{1,6}(?:[.-][A-Z]{1,2})?(?![\\w$]))";
const SUFFIXED = "\\d{1,6}\\.[A-Z]{1,2}(?![\\p{L}\\p{N}])";
/** Latin capitals may stand within (`三菱UFJ`, `日産EV`). */
const ASIAN = "[\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}][\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}ー・&A-Z]{1,63}";

/** One pass over the text; each alternative begins with what none of the others begins with, so no text is read twice. */
const CANDIDATE = new RegExp(`(?<![\\p{L}\\p{N}$])(?:${CASHTAG}|${SUFFIXED}|${RUN})|${ASIAN}`, "gu");

const SYMBOL = "\\$?[A-Z0-9][A-Za-z0-9]{0,11}(?:[.-][A-Z]{1,2}\\b)?(?![A-Za-z0-9])";
/** What follows an exchange's name, `: BABA`, or a ticker, `:Nasdaq`. */
const QUALIFIED = new RegExp(
  `(?: (?:ticker|symbol|stock|common|under|shares)){0,2}\\s{0,2}[:：|]\\s{0,2}${SYMBOL}(?:\\s{0,2}(?:[,;/&]|and)\\s{0,2}${SYMBOL}){0,5}`,
  "y",
);

/** Every piece of a block's text that could name a listing, in text order; an exchange-qualified one overlaps the words before its colon. */
export function findCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: surface, index } of text.matchAll(CANDIDATE)) {
    const end = index + surface.length;
    if (surface.length <= LONGEST_SURFACE) found.push({ start: index, end, surface });
    const next = text.charCodeAt(end);
    if (next !== COLON && next !== SPACE && next !== WIDE_COLON && next !== NO_BREAK_SPACE) continue;
    QUALIFIED.lastIndex = end;
    const tail = QUALIFIED.exec(text);
    if (!tail) continue;
    const start = Math.max(index, end - 40);
    found.push({ start, end: end + tail[0].length, surface: text.slice(start, end + tail[0].length) });
  }
  return found;
}

const COLON = 58;
const SPACE = 32;
const WIDE_COLON = 0xff1a;
const NO_BREAK_SPACE = 0xa0;
