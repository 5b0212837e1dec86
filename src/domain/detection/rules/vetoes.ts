import { isAsian } from "../names/asian-words";
import { coreKey, nameTokens } from "../names/name-keys";
import { isCurrency } from "../words/currencies-and-coins";
import { CREDITS, countMarketWords, SHARING } from "../words/market-words";
import { meansOtherwise } from "../words/other-meanings";
import { isBeforeSurname } from "../words/word-lists";
import { wordsAfter } from "./clues/words-beside";
import { INTRODUCED } from "./companies-named";
import { isFundsName } from "./funds";
import { isCredited, isInRowOfServices, isRowOfServices } from "./furniture";
import { isSpeaker } from "./line-of-text";
import type { Clue, Occurrence } from "./occurrence";
import { isAuthor } from "./persons";
import { isStreet } from "./streets";
import { isTown } from "./towns";

/** Rules that forbid a name or a ticker to be a mention, whatever speaks for it. */
export const VETOES: readonly Clue[] = [
  { says: "one of two with “v” between them", holds: isVersus },
  { says: "beside a copyright, a photographer's or a source's line", holds: isCredit },
  { says: "a network's name on a button", holds: isButton },
  {
    says: "initials before what their bearer says",
    holds: (one) => isSpeaker(one.candidate, one.block.text) && !isInList(one),
  },
  { says: "the page's own ticker of these letters is another company's", holds: isAnothersTicker },
  { says: "part of a user's or a program's name", holds: isInIdentifier },
  { says: "letters before a number, as of a model: `F-150`", holds: isOfModel },
  { says: "part of a number: `1-800-Flowers`", holds: isInNumber },
  { says: "a street or a school: `One Microsoft Way`, `Kroger Street`", holds: isStreet },
  { says: "an article that lost its vowel: `Dell’accordo`", holds: isElided },
  { says: "a code that a table has beside one company after another", holds: isTableCode },
  { says: "a currency beside an amount", holds: isMoney },
  { says: "the beginning of a fund's name", holds: isFundsName },
  { says: "a town before its state: `Hershey, Pa.`", holds: ({ candidate, block }) => isTown(candidate, block.text) },
  { says: "means something else beside these words", holds: isOtherMeaning },
  { says: "the page spells the letters out as something else", holds: isSpelledOut },
  { says: "spelled out in an Asian language right after", holds: isSpelledOutInAsian },
  { says: "a family's or a person's name", holds: isSurname },
];

/** Whether any of them forbids it. */
export function isVetoed(occurrence: Occurrence): boolean {
  return VETOES.some(({ holds }) => holds(occurrence));
}

/** Whether it is one of two names of a match, a law case or a film: `Ford v Ferrari`. */
function isVersus({ candidate: { start, end }, block: { text } }: Occurrence): boolean {
  return text.slice(start - 3, start) === " v " || text.slice(end, end + 3) === " v ";
}

function isCredit(one: Occurrence): boolean {
  const { start } = one.candidate;
  return isCredited(one) || CREDITS.test(one.block.text.slice(Math.max(0, start - 100), start + 60));
}

/** The longest row of buttons. */
const LONGEST_BUTTONS = 200;
/** The longest row of buttons in scripts without capitals, where a sentence may be as short. */
const LONGEST_ASIAN_BUTTONS = 24;
/** Signs and figures that occur in sentences and tables, but not in rows of networks' names. */
const NO_BUTTON = /[\d。、,，「（(：:]/;

/** Whether it is a network's name among others, or in an invitation to share. */
function isButton({ candidate: { start, end, social, full, form }, block: { text } }: Occurrence): boolean {
  if (form !== "name" || !social) return false;
  if (text.length > LONGEST_BUTTONS) return isInRowOfServices(text, start, end);
  if (isAsian(text)) {
    return SHARING.test(text) || (text.length < LONGEST_ASIAN_BUTTONS && !NO_BUTTON.test(text) && !isOfMarket(text));
  }
  if (full) return false;
  return (
    SHARING.test(text) ||
    isRowOfServices(text) ||
    (!/\d/.test(text) && !/(?:^|[^\p{L}])\p{Ll}/u.test(text) && !isOfMarket(text))
  );
}

function isOfMarket(text: string): boolean {
  return countMarketWords(text, 1) > 0;
}

/** Whether it is a currency's code that is a ticker, too: `NOK 134.1 million`, `134 NOK`. */
function isMoney({ candidate: { start, end, form }, block: { text } }: Occurrence): boolean {
  if ((form !== "ticker" && form !== "name") || !isCurrency(text.slice(start, end))) return false;
  // `CNH 3% lower` is said of the company's share.
  const isChange = form === "name" && /^\s?[\d.,]*\d\s?%/.test(text.slice(end, end + 12));
  return (
    (!isChange && /^\s?[\d.,]*\d/.test(text.slice(end, end + 10))) ||
    isCurrency(/^(?:,| and| or|\/| und| et| y) ?([A-Z]{3})\b/.exec(text.slice(end, end + 12))?.[1] ?? "") ||
    /\d\s?(?:[mb]n?|k|million|billion)?\s?$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

/**
 * Whether the page spells the letters out, and not as the company's own name: `Medical Literature Analysis and
 * Retrieval System Online (MEDLINE)`.
 */
function isSpelledOut({ candidate: { start, end, ticker, name, form }, block: { text }, page }: Occurrence): boolean {
  const long = page.longForms.get(text.slice(start, end));
  if (long === undefined || page.introduced(ticker) === INTRODUCED.explicitly) return false;
  if (form !== "ticker" && form !== "name") return false;
  const own = coreKey(name).split(" ")[0] ?? "";
  return !nameTokens(long).some(({ key }) => key === own);
}

/** Whether a bracket in an Asian script spells the letters out, and not as the company's own name: `SMR(소형모듈원전)`. */
function isSpelledOutInAsian({ candidate, block: { text }, near }: Occurrence): boolean {
  const [bracket, inside = ""] = /^\s?\(([^()]{2,40})\)/.exec(text.slice(candidate.end, candidate.end + 44)) ?? [];
  if (candidate.form !== "ticker" || bracket === undefined || !isAsian(inside)) return false;
  const end = candidate.end + bracket.length;
  return !near.some(({ ticker, start }) => ticker === candidate.ticker && start > candidate.end && start < end);
}

/** Whether the line before or after begins with a company and a colon, too: `Citi: …`, `BNY: …`. */
function isInList({ blocks, index }: Occurrence): boolean {
  return [blocks[index - 1], blocks[index + 1]].some((block) =>
    block?.candidates.some(
      ({ form, doubt, start, end }) =>
        form === "name" && doubt === 0 && block.text.slice(0, start).trim() === "" && block.text[end] === ":",
    ),
  );
}

/** Whether it is a surname: `familie Philips`, `monsieur Renault`. */
function isSurname(one: Occurrence): boolean {
  const { form, full } = one.candidate;
  const { text } = one.block;
  if (form !== "name") return false;
  // `Dr. Horton` is no D.R. Horton.
  if (text.startsWith("Dr", one.candidate.start) && !one.candidate.name.startsWith("Dr")) return true;
  // `Georg Fischer (85)`, where the page is no list of figures.
  if (!one.page.isMarket && /^ \(\d\d\)/.test(text.slice(one.candidate.end, one.candidate.end + 5))) return true;
  if (!full && isAuthor(text, one.candidate.start, one.candidate.end)) return true;
  const before = one.wordBefore();
  if (isFormOfAddress(before)) return true;
  if (one.page.isVoter(one.key())) return true;
  // `the Cummins family`; a `family of chips` is no family.
  if (/^ famil(?:y|ies)(?! of)(?!\p{L})/u.test(text.slice(one.candidate.end, one.candidate.end + 13))) return true;
  if (full || one.key().includes(" ")) return false;
  return isBeforeSurname(before) || isAfterInitial(text, one.candidate.start);
}

/** Words that stand before persons alone, whatever their names: `Ms. Kimberly Clark`; keys. */
const FORMS_OF_ADDRESS = new Set(
  "mr mrs ms miss herr herrn frau monsieur madame mme mlle senor senora signora".split(" "),
);

function isFormOfAddress(key: string): boolean {
  return FORMS_OF_ADDRESS.has(key);
}

/** `J. Huntington`; the initials of a company's own name belong to it, and `U.S.` may end the sentence before. */
function isAfterInitial(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  return /(?:^|[^\p{L}])\p{Lu}\.\s$/u.test(before) && !/(?:U\.[SKN]|E\.U|D\.C)\.\s$/.test(before);
}

function isOtherMeaning(one: Occurrence): boolean {
  return one.candidate.form === "name" && meansOtherwise(one.key(), one.wordBefore, () => wordsAfter(one));
}

function isAnothersTicker({ candidate, block, page }: Occurrence): boolean {
  if (candidate.form !== "name") return false;
  const letters = block.text.slice(candidate.start, candidate.end);
  const given = page.introduced(letters);
  // `SAP` in New York is the same company.
  if (candidate.doubt === 0 && (given < INTRODUCED.explicitly || candidate.others?.includes(letters))) return false;
  return given > page.introduced(candidate.ticker);
}

/** Whether it is part of a user's name or of an identifier of a program: `Ring_Apple`, `@target`. */
function isInIdentifier({ candidate: { start, end }, block: { text } }: Occurrence): boolean {
  return /[_@]/.test(text.charAt(start - 1)) || text.charAt(end) === "_";
}

function isOfModel({ candidate: { form, end }, block: { text } }: Occurrence): boolean {
  return form === "ticker" && /^-\d/.test(text.slice(end, end + 2));
}

function isInNumber({ candidate: { start, form }, block: { text } }: Occurrence): boolean {
  return form === "name" && /\d-$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Italian `Dell’accordo`. After an apostrophe, English has an ending, and Turkish one that is short. */
function isElided({ candidate: { end, form }, block: { text } }: Occurrence): boolean {
  return form === "name" && /^['’][aeiouàèéìòùh]\p{L}{2}/iu.test(text.slice(end, end + 5));
}

function isTableCode({ candidate: { start, end, form }, block: { text }, page }: Occurrence): boolean {
  return (form === "ticker" || form === "name") && page.isTableCode(text.slice(start, end));
}
