import { type Direction, directionOf } from "./directions";
import { firstOfRun, subjectInTurn } from "./lists";
import { phaseOf } from "./phases";
import { type PriceSign, priceSign } from "./prices";
import { type Sentence, sentencesOf } from "./sentences";
import { sessionWords } from "./session-words";
import type { Statement, StatementKind } from "./statement";
import { NOTHING_TOLD, subjectOf, type Told, type Wanted } from "./subjects";
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
      statements.push(...statementsIn(sentence, text, told, language));
      told = toldAfter(told, sentence);
    }
    return statements;
  });
}

function toldAfter(told: Told, { tokens }: Sentence): Told {
  let after = told;
  for (const { subject } of tokens) {
    if (!subject || subject.isPlace) continue;
    after = { ...after, last: subject, ...(subject.isIndex ? { index: subject } : { company: subject }) };
  }
  return after;
}

function statementsIn(sentence: Sentence, text: string, told: Told, language: Language): Statement[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, at) => {
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
      unit: unit.kind === "percent" ? "%" : unit.kind === "money" ? unit.currency || null : subject.isIndex ? "points" : null,
      direction,
      phase,
      claimsClose: sign?.claimsClose ?? phase === "close",
      session: sign?.isPrevious ? previousSession(tokens, at, text) : sessionWords(tokens, at, text),
      approximate: approximationOf(tokens, at),
      start: token.start,
      end: token.end,
      sentence: { start: sentence.start, end: sentence.end },
    };
    return [statement];
  });
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
  const price = figure.unit.kind === "percent" || figure.sign !== 0 ? null : priceSign(tokens, at, language);
  const inTurn = subjectInTurn(tokens, at);
  if (inTurn === null) return null;
  const direction = price ? null : (directionOf(tokens, firstOfRun(tokens, at), language) ?? elided(tokens, at, language));
  if (!price && !direction) return null;
  if (figure.unit.kind === "plain" && !price) return null;
  const wanted: Wanted = figure.unit.kind === "money" && !isYenIndex(figure.unit.currency, language) ? "company" : "any";
  const subject = inTurn === "no-list" ? subjectOf(tokens, at, direction, wanted, told, language) : inTurn;
  if (!subject) return null;
  const kind = kindOf(subject, figure.unit.kind, price !== null);
  if (figure.unit.kind === "plain" && !isPlainLevel(tokens, at, subject)) return null;
  return { subject, kind, direction: price ? null : (direction?.value ?? null), sign: price };
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
  if (figure.decimals === 0 && figure.value >= 1900 && figure.value < 2100 && !subject.isIndex) return false;
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
