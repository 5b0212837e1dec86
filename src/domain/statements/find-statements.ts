import { subjectsTogether } from "./lists";
import type { Unit } from "./numbers/units";
import { mayBeOfOtherDay } from "./other-days";
import { isOfClose, phaseOf, withPagePhase } from "./phases";
import { isPlainClaim } from "./plain-claims";
import { readFigure } from "./read-figure";
import { type Sentence, sentencesOf } from "./sentences";
import { daysIn, type NamedDay, type SessionWords, sessionWords } from "./session-words";
import { OTHER_LINE } from "./share-lines";
import type { Statement } from "./statement";
import { isA, type Named, type Subject, type Token } from "./token";
import { tokensOf } from "./tokens";
import { NOTHING_TOLD, type Told, toldAfter } from "./told";
import { isTrap } from "./traps";
import { type Language, type LanguageCode, languageOf } from "./words/languages";

/** A block of a page and the listings named in it, in text order. */
export interface NamedBlock {
  readonly text: string;
  readonly named: readonly Named[];
}

/**
 * Finds the figures that each block of a page states of listings and indices, in text order. Pure. The time it takes
 * grows in proportion to the text.
 */
export function findStatements(blocks: readonly NamedBlock[], fallback: LanguageCode = "en"): Statement[][] {
  const page = languageOf(blocks.map(({ text }) => text).join("\n"), fallback);
  let told = NOTHING_TOLD;
  let namesDay = false;
  const stated = blocks.map(({ text, named }, block) => {
    const language = languageOf(text, page.code);
    const statements: Statement[] = [];
    let session: SessionWords | null = null;
    for (const sentence of sentencesOf(tokensOf(text, named, language))) {
      const days = daysIn(sentence.tokens, text);
      namesDay ||= days.some(({ day }) => day.kind === "weekday" || day.kind === "date");
      const isQuestion = QUESTION.test(text.slice(sentence.end, sentence.end + 4));
      const found = statementsIn(sentence, { days, block, named: session, isQuestion }, told, language);
      statements.push(...found);
      told = toldAfter(told, sentence, found.at(-1)?.ticker);
      session = found.findLast((one) => one.session && one.session.day.kind !== "previous")?.session ?? session;
    }
    return statements;
  });
  return withPagePhase(namesDay ? withoutOwnDay(stated) : stated);
}

/** On a page that names a day, a figure without one may be of that day. */
function withoutOwnDay(blocks: readonly Statement[][]): Statement[][] {
  return blocks.map((statements) =>
    statements.map((one) => (one.session === null ? { ...one, mayBeOfOtherDay: true } : one)),
  );
}

const QUESTION = /^[\s"'”’»)）」]*[?？]/;

/** What is known around a sentence. */
interface Surroundings {
  readonly days: readonly NamedDay[];
  readonly block: number;
  /** The session that the block named last. */
  readonly named: SessionWords | null;
  readonly isQuestion: boolean;
}

function statementsIn(
  sentence: Sentence,
  { days, block, named, isQuestion }: Surroundings,
  told: Told,
  language: Language,
): Statement[] {
  const { tokens } = sentence;
  return tokens
    .flatMap((token, at) => {
      if (!token.figure || isTrap(tokens, at)) return [];
      const read = readFigure(tokens, at, told, language);
      if (!read) return [];
      const { kind, direction, sign } = read;
      const { value, decimals, otherValue, unit } = token.figure;
      const phase = sign?.claimsClose ? "close" : phaseOf(tokens, at);
      const statement = (subject: Subject): Statement => ({
        ticker: subject.ticker,
        kind,
        value,
        decimals,
        ...(otherValue === undefined ? {} : { otherValue }),
        ...unitOf(unit, subject),
        direction,
        phase,
        phaseFrom: "sentence",
        claimsClose: sign?.claimsClose ?? isOfClose(tokens, at),
        isPlain: !isQuestion && isPlainClaim(tokens, at),
        ...sessionOf(tokens, at, days, named, sign?.isPrevious === true),
        approximate: approximationOf(tokens, at),
        block,
        start: token.start,
        end: token.end,
        sentence: { start: sentence.start, end: sentence.end },
      });
      return subjectsTogether(tokens, at, read.subject)
        .filter(({ ticker }) => ticker !== OTHER_LINE)
        .map(statement);
    })
    .filter((statement, _, all) => !isSuperseded(statement, all, sentence));
}

function unitOf(unit: Unit, { isIndex }: Subject): Pick<Statement, "unit" | "isAnyDollar"> {
  if (unit.kind === "percent") return { unit: "%" };
  if (unit.kind !== "money") return { unit: isIndex ? "points" : null };
  return unit.currency === "$" ? { unit: "USD", isAnyDollar: true } : { unit: unit.currency || null };
}

/**
 * Whether a move in points or money is a price on the way, because the same sentence later states the move at the
 * close: `dropped by 330 points to close at …, down 319 points`.
 */
function isSuperseded(one: Statement, all: readonly Statement[], { tokens }: Sentence): boolean {
  if (one.direction === null) return isPriceBeforeClose(one, all, tokens);
  if (one.unit === "%") return isMorningOfClose(one, all);
  const later = all.find(
    (other) =>
      other.start > one.start && other.ticker === one.ticker && other.kind === one.kind && other.unit === one.unit,
  );
  return (
    later !== undefined &&
    tokens.some((token) => token.start > one.end && token.end < later.start && isA(token, "close"))
  );
}

/** `slumped to $3.10 before it closed at $3.41`. */
function isPriceBeforeClose(one: Statement, all: readonly Statement[], tokens: readonly Token[]): boolean {
  const close = all.find(
    (other) => other.start > one.start && other.ticker === one.ticker && other.kind === one.kind && other.claimsClose,
  );
  if (!close || one.claimsClose) return false;
  const between = tokens.filter(({ start, end }) => start > one.end && end < close.start);
  return between.some((token) => isA(token, "before") || (isA(token, "close") && isA(token, "clause")));
}

/** `fell 11.8 % in early trading before it closed 6.2 % lower`: on the way to the close. */
function isMorningOfClose(one: Statement, all: readonly Statement[]): boolean {
  return (
    /intraday|premarket/.test(one.phase) &&
    all.some(
      (other) =>
        other.start > one.start &&
        other.ticker === one.ticker &&
        other.kind === one.kind &&
        other.phase === "close" &&
        other.unit === one.unit,
    )
  );
}

function approximationOf(tokens: readonly Token[], at: number): Statement["approximate"] {
  for (const token of [tokens[at - 1], tokens[at + 1]]) {
    if (isA(token, "less-than")) return "less-than";
    if (isA(token, "more-than")) return "more-than";
    if (isA(token, "about")) return "about";
  }
  return null;
}

/** The session that the words of the sentence mean, else the one that the text named last. */
function sessionOf(
  tokens: readonly Token[],
  at: number,
  days: readonly NamedDay[],
  last: SessionWords | null,
  isPrevious: boolean,
): Pick<Statement, "session" | "mayBeOfOtherDay"> {
  const named = sessionWords(tokens, at, days);
  if (isPrevious) return { session: previousSession(named, last), mayBeOfOtherDay: true };
  const isOfTextBefore = named === null && (last?.day.kind === "weekday" || last?.day.kind === "date");
  return {
    session: named ? { stated: named.stated, day: named.day } : last,
    mayBeOfOtherDay: isOfTextBefore || mayBeOfOtherDay(tokens, at, named, days),
  };
}

/** The session before the one of the text, unless the words name its day: `after Tuesday's close of …`. */
function previousSession(named: SessionWords | null, last: SessionWords | null): SessionWords {
  const { stated = "", day = null } = named ?? {};
  if (day && day.kind !== "today" && day.kind !== "latest") return { stated, day };
  return { stated, day: { kind: "previous", of: day ?? last?.day ?? null } };
}
