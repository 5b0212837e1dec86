import { ACCENTED } from "../../names/name-table";
import { isFamous, isOrdinary } from "../../words/word-lists";
import type { Occurrence } from "../occurrence";
import { textBefore } from "./words-beside";

/** The name as the text has it. */
export function writtenName({ candidate, block }: Occurrence): string {
  return block.text.slice(candidate.start, candidate.end);
}

/** Whether the name is an ordinary word of a language. `Nestlé` with its accent is not the English word. */
export function isWord(one: Occurrence): boolean {
  const key = one.key();
  if (one.candidate.full || key.includes(" ") || !isOrdinary(key) || isFamous(key)) return false;
  return !ACCENTED.test(writtenName(one));
}

/** Whether the name ends some other capitalised name: `Blade Air Mobility fell`. In German every noun has a capital. */
export function isEndOfName(one: Occurrence): boolean {
  const { candidate, line } = one;
  if (candidate.inName !== true || line.isHeadline() || line.isGerman()) return false;
  return /\p{L}{2} \p{Lu}\p{Ll}{1,24} $/u.test(textBefore(one, 30));
}

/** Whether the name is a few capitals. */
export function isAbbreviation(one: Occurrence): boolean {
  return /^[\p{Lu}\d&.]{1,6}$/u.test(writtenName(one));
}

/** Whether the name is a single word that could mean anybody. */
export function isSingle(one: Occurrence): boolean {
  return !one.candidate.full && !one.key().includes(" ");
}

/** `Adani shares rose` is said of the company, on a page of the market. */
const SHARES_AFTER = /^(?:['’]s)? (?:shares|stock|Aktie|acciones|actions|ações|azioni)\b/;

/** Whether the page has the name after a first name, and the company nowhere beyond doubt. */
export function isPersonOfPage(one: Occurrence): boolean {
  const { candidate, block, page } = one;
  if (page.isMarket && SHARES_AFTER.test(block.text.slice(candidate.end, candidate.end + 14))) return false;
  return isWord(one) && page.introduced(candidate.ticker) === 0 && page.isPerson(one.key());
}

/** Whether it is the name of a known company in one word that is neither a word nor a person's or a place's name. */
export function isInvented(one: Occurrence): boolean {
  const { known, doubt, full, shortened } = one.candidate;
  return known === true && (doubt === 0 || shortened === true) && full !== true && /^\p{Ll}{5,}$/u.test(one.key());
}
