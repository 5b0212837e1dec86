import { isIndex as isIndexTicker } from "../ticker";
import { arrowAt } from "./arrows";
import { indexNameAt } from "./index-names";
import { type Figure, figureAt, mayBeAfterClose, timeOrDateAt } from "./numbers/figure";
import { unitAfter } from "./numbers/units";
import { endOfRelation } from "./relations";
import { isOtherLine, OTHER_LINE } from "./share-lines";
import { type TextSoFar, wordAt } from "./text-words";
import { isA, type Named, type Token } from "./token";
import type { Language } from "./words/languages";
import { type Sense, senseless } from "./words/lexicon";

/** After an index's name, this makes it the name of another index: `Nifty Midcap 50`, `纳斯达克中国金龙指数`. */
const PART_OF_INDEX =
  /^ (?:Mid|Small|Large|Micro|Bank|Next|Transport|Utilit|Total|Information|Health|Financial|Energy|Golden|Biotech|Private|Metal|Realty|Pharma|Auto|FMCG|IT|PSU|Media|Equal|ESG|Dividend|Value|Growth|ETF|ETN|E-?[Mm]ini|Fund\b|Trust\b|UCITS|[Tt]racker)[\p{L}]*(?:(?: \p{Lu}\p{L}*){0,2} [Ii]ndex\b)?|^ (?:equal[- ]weight|biotech|internet|momentum|gold|oil|defen[cs]e|energy|technology|tech|information|financials?|health|utilit|materials|industrials?|consumer|communication|real estate|bank|airline|semiconductor|chip|retail|software|insur|media|home)[a-z]*(?: [a-z]+){0,2} (?:index|sector|subsector|sub-index|subindex|group|gauge)\b|^[^\s\p{P}\d]{2,6}(?:指数|指數|지수)/u;

/** The same before it: `the equal-weight S&P 500`, `the SPDR S&P 500`. */
const OTHER_INDEX =
  /(?:[Ee]qual[- ][Ww]eight(?:ed)?|SPDR|iShares|Vanguard|Invesco|ProShares|Direxion|Amundi|Xtrackers) $/;

/** After an index's name, this makes it a place: `the Dow's worst performer`. */
const OF_INDEX =
  /^['’]s (?:[\w-]+ ){0,2}(?:performers?|gainers?|losers?|decliners?|members?|components?|constituents?|stocks?|companies|sectors|laggards?|winners?|advancers?)\b/;

/** `half of the Dow's 120-point drop`: the index, and no place. */
const OWNS_FIGURE = /^['’]s? [-+−]?\d/;

/** After these a full stop ends no sentence. */
const ABBREVIATION =
  /^(?:inc|corp|co|ltd|llc|plc|mr|mrs|ms|dr|st|vs|no|nos|nov|dec|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|approx|ca|bzw|usw|etc|rs|[A-Za-z]|[A-Za-z]\.[A-Za-z])\.?$/iu;

const MONTH = /^ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** Reads a text as tokens. `named` are the listings named in it, in text order. */
export function tokensOf(text: string, named: readonly Named[], language: Language): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (let at = 0; at < text.length; ) {
    while ((named[next]?.start ?? Number.POSITIVE_INFINITY) < at) next += 1;
    const token = tokenAt(at, { text, named: named[next], language, before: tokens });
    if (token) tokens.push(token);
    at = token ? Math.max(token.end, at + 1) : at + 1;
  }
  return tokens;
}

function tokenAt(at: number, soFar: TextSoFar): Token | null {
  const { text, named, language, before } = soFar;
  const letter = text.charAt(at);
  if (/\s/.test(letter) && letter !== "\n") return null;
  const found = indexNameAt(text, at);
  const part = found ? (PART_OF_INDEX.exec(text.slice(found.end, found.end + 48))?.[0] ?? "") : "";
  const isOther = part !== "" || OTHER_INDEX.test(text.slice(Math.max(0, at - 16), at));
  const index = isOther ? null : found;
  if (found && !index && !(named && named.start === at))
    return { start: at, end: found.end + part.length, type: "name", sense: senseless() };
  if (named && named.start === at && !(index && index.end > named.end)) return subjectToken(text, named, before);
  if (index && !/^ ?[:：]/.test(text.slice(index.end, index.end + 2)))
    return subjectToken(text, { start: at, ...index }, before);
  const mark = markAt(text, at, before);
  if (mark) return { start: at, end: at + 1, type: mark, sense: senseless() };
  const arrow = arrowAt(text, at, language.code);
  if (arrow) return arrow;
  const time = /\d/.test(letter) ? timeOrDateAt(text, at) : null;
  if (time) return { start: at, ...time, sense: senseOfTime(time.type, text.slice(at, time.end)) };
  const figure = figureAt(text, at, language.numbers);
  if (figure) return { start: at, end: figure.end, type: "figure", sense: senseless(), figure };
  const word = wordAt(at, soFar);
  return word && word.sense.number !== undefined ? withNumberInWords(text, word) : word;
}

const DURING_SESSION: Sense = { kinds: new Set(["intraday"]) };

function senseOfTime(type: "time" | "date", stated: string): Sense {
  return type === "time" && !mayBeAfterClose(stated) ? DURING_SESSION : senseless();
}

/** Before a number in words, it makes it a part of another: `twenty-three`, `two point three`, `a tenth of one`. */
const BEGINS_NUMBER =
  /(?:^|\P{L})(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|point|komma|vingt|trente|quarante|cinquante|soixante|cent|virgule|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|coma|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|cento|vírgula|virgola)(?: and | y | e | et |[ -])|(?:half|thirds?|quarters?|fifths?|tenths?|hundredths?) of )$/iu;

/** `five cents`, `vier Prozent`; without a unit a number in words is a word. */
function withNumberInWords(text: string, word: Token): Token {
  if (BEGINS_NUMBER.test(text.slice(Math.max(0, word.start - 24), word.start))) return word;
  const value = word.sense.number ?? 0;
  const after = unitAfter(text, word.end);
  if (!after || !/^(?:percent|points|money|span)$/.test(after.unit.kind)) return word;
  if (after.unit.kind === "span" && value < 2) return word;
  const { start } = word;
  const figure: Figure = { value, decimals: 0, start, end: after.end, sign: 0, unit: after.unit, isRange: false };
  return { start, end: after.end, type: "figure", sense: senseless(), figure };
}

/** The legal form after a name, which belongs to it. */
const LEGAL_FORM =
  /^,? (?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|Holdings?|Group|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|SpA|KGaA|LLC|LP|Bhd|Oyj|AB|ASA)\b\.?/;

function subjectToken(text: string, { ticker, start, end: named }: Named, before: readonly Token[]): Token {
  const isIndex = isIndexTicker(ticker);
  let end = named;
  for (let form = 0; !isIndex && form < 3; form += 1)
    end += LEGAL_FORM.exec(text.slice(end, end + 16))?.[0].length ?? 0;
  const related = isIndex ? end : endOfRelation(text, start, end);
  if (related > end) return { start, end: related, type: "name", sense: senseless() };
  const last = before.at(-1);
  const behind = text.slice(end, end + 12);
  const isPlace =
    isIndex &&
    !OWNS_FIGURE.test(behind) &&
    ((isA(last, "place") &&
      !/^,? (?:which|qui|que|che)\b|^, der\b/.test(behind) &&
      !/^[のはがも의은는이가]/.test(behind)) ||
      /^-\p{L}/u.test(behind) ||
      OF_INDEX.test(text.slice(end, end + 48)) ||
      /^\s(?:Global|Asia|Ratings|Newswires|leaderboard|risers|fallers|gainers|losers|winners|laggards)\b/.test(behind));
  const own = !isIndex && isOtherLine(text, { ticker, start, end }) ? OTHER_LINE : ticker;
  return { start, end, type: "subject", sense: senseless(), subject: { ticker: own, isIndex, isPlace } };
}

function markAt(
  text: string,
  at: number,
  before: readonly Token[],
): "comma" | "semicolon" | "colon" | "stop" | "open" | "shut" | null {
  const letter = text.charAt(at);
  if (/[:：]/.test(letter)) return "colon";
  if (/[;；]/.test(letter)) return "semicolon";
  if (/[,，、…=＝]/.test(letter)) return "comma";
  if (/[(（[]/.test(letter)) return "open";
  if (/[)）\]]/.test(letter)) return "shut";
  if (/[。！？!?\n|•]/.test(letter)) return "stop";
  if (/[–—]/.test(letter) && !/\d/.test(text.charAt(at + 1))) return "comma";
  if (letter === "-" && /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1))) return "comma";
  if (letter !== ".") return null;
  const after = /^["'”’»]?\s+(\S)/.exec(text.slice(at + 1, at + 6))?.[1];
  if (after === undefined) return at + 1 >= text.length ? "stop" : null;
  if (/\p{Ll}/u.test(after)) return null;
  const last = before.at(-1);
  // `Tues. Nov. 4`.
  if (last?.sense.weekday !== undefined && last.end - last.start <= 5 && MONTH.test(text.slice(at + 1, at + 5)))
    return null;
  return (last?.type === "word" || last?.type === "name") && ABBREVIATION.test(text.slice(last.start, last.end))
    ? null
    : "stop";
}
