import type { Ticker } from "../ticker";
import { type Direction, directionOf } from "./directions";
import { firstOfRun, subjectInTurn } from "./lists";
import { isOfClose, phaseOf } from "./phases";
import { type PriceSign, priceSign } from "./prices";
import { type Sentence, sentencesOf } from "./sentences";
import { sessionWords } from "./session-words";
import type { Statement, StatementKind } from "./statement";
import { isInPlaceOfSubject, NOTHING_TOLD, subjectOf, type Told, type Wanted } from "./subjects";
import { isA, type Named, type Subject, type Token, tokensOf } from "./tokens";
import { isTrap } from "./traps";
import { type Language, type LanguageCode, languageOf } from "./words/languages";

/** A block of a page and the listings named in it, in text order. */
export interface NamedBlock {
  readonly text: string;
  readonly named: readonly Named[];
}

/** The figures that each block of a page states of listings and indices, in text order. Pure; the time it takes grows as the text does. */
export function findStatements(blocks: readonly NamedBlock[], fallback: LanguageCode = "en"): Statement[][] {
  const page = languageOf(blocks.map(({ text }) => text).join("\n"), fallback);
  let told = NOTHING_TOLD;
  return blocks.map(({ text, named }) => {
    const language = languageOf(text, page.code);
    const statements: Statement[] = [];
    for (const sentence of sentencesOf(tokensOf(text, named, language))) {
      const stated = statementsIn(sentence, text, told, language);
      statements.push(...stated);
      told = toldAfter(told, sentence, stated.at(-1)?.ticker);
    }
    return statements;
  });
}

/** A sentence goes on about what the one before stated figures of, else what it named first; a company that nobody knows ends what was told before. */
function toldAfter(told: Told, { tokens }: Sentence, stated: Ticker | undefined): Told {
  const subjects = tokens.flatMap(({ subject }) => (subject && !subject.isPlace ? [subject] : []));
  const unknown = tokens.findIndex(
    ({ type }, index) => type === "name" && !tokens[index - 1]?.subject && isInPlaceOfSubject(tokens, index),
  );
  const isOfUnknown = unknown >= 0 && !tokens.slice(0, unknown).some(({ subject }) => subject);
  if (isOfUnknown && stated === undefined) return { ...told, company: null, last: null };
  // Who upgraded a share is named before it: the one whose ticker the sentence gives is told of.
  const introduced = stated === undefined ? subjects.find(({ isIntroduced }) => isIntroduced) : undefined;
  const hasCode = tokens.some(({ type, start, end }) => type === "name" && end - start === 1);
  if (hasCode && stated === undefined && !introduced) return { ...told, company: null, last: null };
  const company =
    introduced ??
    subjects.find(({ ticker, isIndex }) => !isIndex && (stated === undefined || ticker === stated)) ??
    subjects.find(({ isIndex }) => !isIndex);
  const index =
    subjects.find(({ ticker, isIndex }) => isIndex && (stated === undefined || ticker === stated)) ??
    subjects.find(({ isIndex }) => isIndex);
  const last = subjects.find(({ ticker }) => ticker === stated) ?? introduced ?? subjects[0];
  return { company: company ?? told.company, index: index ?? told.index, last: last ?? told.last };
}

function statementsIn(sentence: Sentence, text: string, told: Told, language: Language): Statement[] {
  const { tokens } = sentence;
  return tokens
    .flatMap((token, at) => {
      if (!token.figure || isTrap(tokens, at)) return [];
      const read = readFigure(tokens, at, told, language);
      if (!read) return [];
      const { subject, kind, direction, sign } = read;
      const { value, decimals, otherValue, unit } = token.figure;
      const phase = sign?.claimsClose ? "close" : phaseOf(tokens, at);
      const statement: Statement = {
        ticker: subject.ticker,
        kind,
        value,
        decimals,
        ...(otherValue === undefined ? {} : { otherValue }),
        unit:
          unit.kind === "percent"
            ? "%"
            : unit.kind === "money"
              ? unit.currency || null
              : subject.isIndex
                ? "points"
                : null,
        direction,
        phase,
        claimsClose: sign?.claimsClose ?? isOfClose(tokens, at),
        session: sign?.isPrevious ? previousSession(tokens, at, text) : sessionWords(tokens, at, text),
        approximate: approximationOf(tokens, at),
        start: token.start,
        end: token.end,
        sentence: { start: sentence.start, end: sentence.end },
      };
      return [statement];
    })
    .filter((statement, _, all) => !isSuperseded(statement, all, sentence));
}

/** A move in points or money that a later one of the same sentence sums up at the close: `dropped by 330 points to close at …, down 319 points`. */
function isSuperseded(one: Statement, all: readonly Statement[], { tokens }: Sentence): boolean {
  if (one.unit === "%" || one.direction === null) return false;
  const later = all.find(
    (other) =>
      other.start > one.start && other.ticker === one.ticker && other.kind === one.kind && other.unit === one.unit,
  );
  return (
    later !== undefined &&
    tokens.some((token) => token.start > one.end && token.end < later.start && isA(token, "close"))
  );
}

interface Reading {
  readonly subject: Subject;
  readonly kind: StatementKind;
  readonly direction: -1 | 0 | 1 | null;
  readonly sign: PriceSign | null;
}

function readFigure(tokens: readonly Token[], at: number, told: Told, language: Language): Reading | null {
  const figure = tokens[at]?.figure;
  if (!figure) return null;
  const price = figure.unit.kind === "percent" || figure.sign !== 0 ? null : presented(tokens, at, language);
  const inTurn = subjectInTurn(tokens, at);
  if (inTurn === null) return null;
  const direction = price ? null : moveOf(tokens, at, language);
  if (!price && !direction) return null;
  if (figure.unit.kind === "plain" && !price) return null;
  const wanted: Wanted =
    figure.unit.kind === "money" && !isYenIndex(figure.unit.currency, language) ? "company" : "any";
  const subject = inTurn === "no-list" ? subjectOf(tokens, at, direction, wanted, told, language) : inTurn;
  if (!subject) return null;
  const kind = kindOf(subject, figure.unit.kind, price !== null);
  if (kind === "change-money" && isA(tokens[at + 1], "per-share")) return null;
  if (figure.unit.kind === "plain" && !isPlainLevel(tokens, at, subject)) return null;
  return { subject, kind, direction: price ? null : (direction?.value ?? null), sign: price };
}

/** `closed 202.8 points higher` is a move, `closed at 202.8 points` a level. */
function presented(tokens: readonly Token[], at: number, language: Language): PriceSign | null {
  const sign = priceSign(tokens, at, language);
  if (!sign || sign.hasAt || sign.isPrevious || language.figureFirst || tokens[at]?.figure?.unit.kind === "plain")
    return sign;
  return directionOf(tokens, at, language)?.from === "behind" ? null : sign;
}

function moveOf(tokens: readonly Token[], at: number, language: Language): Direction | null {
  return directionOf(tokens, firstOfRun(tokens, at), language) ?? elided(tokens, at, language) ?? quoted(tokens, at);
}

/** A list's line without a sign goes up: `Tesco (TSCO) 185.20p 2.46%`, `Ftse Mib 0,67% a 27.036 punti`. */
function quoted(tokens: readonly Token[], at: number): Direction | null {
  if (tokens[at]?.figure?.unit.kind !== "percent") return null;
  const price = tokens[at - 1]?.figure;
  const isAfterPrice = price?.unit.kind === "money" && tokens[at - 2]?.subject !== undefined;
  const isAfterName = tokens[at - 1]?.subject !== undefined;
  const isLed = isA(tokens[at + 1], "at") && tokens[at + 2]?.figure !== undefined;
  const isListed = tokens.some(
    ({ figure, type }, index) => type === "figure" && figure?.sign !== 0 && tokens[index - 1]?.subject,
  );
  return isAfterPrice || (isAfterName && (isLed || isListed)) ? { value: 1, from: "sign", at } : null;
}

/** The Nikkei is told in yen. */
function isYenIndex(currency: string, language: Language): boolean {
  return language.code === "ja" && currency === "JPY";
}

function kindOf({ isIndex }: Subject, unit: string, isPrice: boolean): StatementKind {
  if (isPrice) return isIndex ? "level-of-index" : "close";
  if (isIndex) return "index-change";
  return unit === "percent" ? "change" : "change-money";
}

/** A number without a unit is a level where nothing else is counted by it, and never a year. */
function isPlainLevel(tokens: readonly Token[], at: number, subject: Subject): boolean {
  const token = tokens[at];
  const figure = token?.figure;
  if (!figure) return false;
  // A share's price without a currency is one only where a move led to it: `10.60% to end at 2375.35`.
  if (
    !subject.isIndex &&
    (figure.decimals === 0 || !tokens.slice(0, at).some((one) => one.figure?.unit.kind === "percent"))
  )
    return false;
  const isYear = figure.decimals === 0 && figure.value >= 1990 && figure.value < 2100 && token.end - token.start === 4;
  if (isYear && !isA(tokens[at - 1], "at")) return false;
  const next = tokens[at + 1];
  return next === undefined || next.type !== "word" || next.sense.kinds.size > 0;
}

/** `Mps ha perso l'1,97 %, Mediobanca l'1,99 %`: the move word of the figure before holds on. */
function elided(tokens: readonly Token[], at: number, language: Language): Direction | null {
  let index = at - 1;
  while (index >= 0 && isA(tokens[index], "filler", "about", "more-than", "and")) index -= 1;
  if (!tokens[index]?.subject) return null;
  for (let before = index - 1; before >= 0 && index - before < 14; before -= 1) {
    if (tokens[before]?.figure?.unit.kind !== tokens[at]?.figure?.unit.kind) continue;
    const direction = directionOf(tokens, before, language);
    return direction && direction.from === "before" ? { ...direction, from: "elided" } : null;
  }
  return null;
}

function approximationOf(tokens: readonly Token[], at: number): Statement["approximate"] {
  for (const token of [tokens[at - 1], tokens[at + 1]]) {
    if (isA(token, "more-than")) return "more-than";
    if (isA(token, "about")) return "about";
  }
  return null;
}

/** The session before, unless the words name its day: `after Tuesday's close of …`. */
function previousSession(tokens: readonly Token[], at: number, text: string): Statement["session"] {
  const named = sessionWords(tokens, at, text);
  if (named && named.day.kind !== "today" && named.day.kind !== "latest") return named;
  return { stated: named?.stated ?? "", day: { kind: "previous" } };
}
