import { beforeApposition } from "./appositions";
import { isBoundary, isComma, leftOf, rightOf } from "./clauses";
import { type Direction, directionOf } from "./directions";
import { firstOfRun, subjectInTurn } from "./lists";
import { type PriceSign, priceSign } from "./prices";
import type { StatementKind } from "./statement";
import { subjectOf } from "./subjects";
import type { Wanted } from "./subjects-behind";
import { isA, type Subject, type Token } from "./token";
import type { Told } from "./told";
import type { Language } from "./words/languages";

/** What one figure states, and of which listing. `sign` is null for moves, `direction` for prices and levels. */
export interface Reading {
  readonly subject: Subject;
  readonly kind: StatementKind;
  readonly direction: -1 | 0 | 1 | null;
  readonly sign: PriceSign | null;
}

/** Reads the figure at the token `at`; null if it is not a figure of a share or an index for one day. */
export function readFigure(tokens: readonly Token[], at: number, told: Told, language: Language): Reading | null {
  const figure = tokens[at]?.figure;
  if (!figure) return null;
  const price = figure.unit.kind === "percent" || figure.sign !== 0 ? null : presented(tokens, at, language);
  const inTurn = subjectInTurn(tokens, at);
  if (inTurn === null || (inTurn === "no-list" && isOfUnreadList(tokens, at))) return null;
  const direction = price || isMark(tokens, at) ? null : moveOf(tokens, at, language);
  if (!price && !direction) return null;
  if (figure.unit.kind === "plain" && !price) return null;
  const wanted = wantedBy(figure.unit.kind, language);
  const subject = inTurn === "no-list" ? subjectOf(tokens, at, direction, wanted, told, language) : inTurn;
  if (!subject) return null;
  const kind = kindOf(subject, figure.unit.kind, price !== null);
  if (kind === "change-money" && isA(tokens[at + 1], "per-share")) return null;
  if (figure.unit.kind === "plain" && !isPlainLevel(tokens, at, subject)) return null;
  return { subject, kind, direction: price ? null : (direction?.value ?? null), sign: price };
}

/** `recupera los 17.800 puntos`, `perd les 50 euros`: a mark of the index or the price, and no move. */
function isMark(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.figure?.unit.kind !== "percent" && isA(tokens[at - 1], "definite");
}

/** `A and B were up 2 % and down 1 %, respectively`: which figure is whose is said, but not read. */
function isOfUnreadList(tokens: readonly Token[], at: number): boolean {
  const isEnd = (token: Token) => token.subject !== undefined || isA(token, "clause");
  return rightOf(tokens, at, 12, isEnd).some((token) => isA(token, "respectively") && !isA(token, "each", "or"));
}

/** `closed 202.8 points higher` is a move, `closed at 202.8 points` a level. */
function presented(tokens: readonly Token[], at: number, language: Language): PriceSign | null {
  const sign = priceSign(tokens, at, language);
  if (sign && language.figureFirst && isMoveByNextWord(tokens, at)) return null;
  if (!sign || sign.hasAt || sign.isPrevious || language.figureFirst || tokens[at]?.figure?.unit.kind === "plain")
    return sign;
  return directionOf(tokens, at, language)?.from === "behind" ? null : sign;
}

/** `前日比265円08銭安の5万2874円60銭`, `1100원(1.84%) 오른 6만800원`: the word right behind makes it a move, and its price follows. */
function isMoveByNextWord(tokens: readonly Token[], at: number): boolean {
  const behind = rightOf(tokens, at, 4, isBoundary);
  // `80円の下落`: the particle ties the word to its figure.
  const word = behind.find(
    (token, index) =>
      !/open|shut/.test(token.type) &&
      token.figure?.unit.kind !== "percent" &&
      !(index === 0 && isA(token, "of") && isA(behind[1], "up", "down")),
  );
  return isA(word, "up", "down") && !isA(word, "extreme", "close", "at");
}

function moveOf(tokens: readonly Token[], at: number, language: Language): Direction | null {
  return (
    directionOf(tokens, firstOfRun(tokens, at), language) ??
    (language.figureFirst ? directionOf(tokens, at, language) : null) ??
    (language.figureFirst ? toldBehind(tokens, at, language) : elided(tokens, at, language)) ??
    quoted(tokens, at)
  );
}

/** `A와 B는 각각 2.1%, 3.4% 하락했다`, `A는 2.1%, B는 3.4% 하락했다`: the word behind the last figure is that of all. */
function toldBehind(tokens: readonly Token[], at: number, language: Language): Direction | null {
  const next = tokens.findIndex(
    ({ figure }, index) => index > at && figure?.unit.kind === tokens[at]?.figure?.unit.kind,
  );
  const between = next > at ? tokens.slice(at + 1, next) : [];
  if (!between.some((token) => isComma(token) || isA(token, "and"))) return null;
  const mayStand = (token: Token) =>
    token.subject || isComma(token) || /open|shut/.test(token.type) || isA(token, "and", "filler", "topic", "about");
  if (!between.every(mayStand)) return null;
  const direction = directionOf(tokens, next, language);
  return direction?.from === "sign" ? null : (direction ?? toldBehind(tokens, next, language));
}

/**
 * In a line of a list, a figure without a sign goes up: `Tesco (TSCO) 185.20p 2.46%`, `Ftse Mib 0,67% a 27.036 punti`.
 */
function quoted(tokens: readonly Token[], at: number): Direction | null {
  if (tokens[at]?.figure?.unit.kind !== "percent") return null;
  const price = tokens[at - 1]?.figure;
  const isAfterPrice = price?.unit.kind === "money" && tokens[at - 2]?.subject !== undefined;
  const isAfterName = tokens[at - 1]?.subject !== undefined;
  const isTold = leftOf(tokens, at, 6, isComma).some((token) => isA(token, "up", "down"));
  const isLed = !isTold && isA(tokens[at + 1], "at") && tokens[at + 2]?.figure !== undefined;
  const isListed = tokens.some(
    ({ figure, type }, index) => type === "figure" && figure?.sign !== 0 && tokens[index - 1]?.subject,
  );
  return isAfterPrice || (isAfterName && (isLed || isListed)) ? { value: 1, from: "sign", at } : null;
}

/**
 * What the figure can be of, by its unit: money of a share; a percentage of either; points of an index, and in some
 * languages of a share.
 */
function wantedBy(unit: string, language: Language): Wanted {
  return unit === "money" && !countsIndicesInMoney(language) ? "company" : "any";
}

/** Japanese reports tell the Nikkei in yen and the Dow in dollars. */
function countsIndicesInMoney({ code }: Language): boolean {
  return code === "ja";
}

function kindOf({ isIndex }: Subject, unit: string, isPrice: boolean): StatementKind {
  if (isPrice) return isIndex ? "level-of-index" : "close";
  if (isIndex) return "index-change";
  return unit === "percent" ? "change" : "change-money";
}

/** Whether a number without a unit can be a level or price: nothing else is counted by it, and it is not a year. */
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
  if (isComma(tokens[index])) index = beforeApposition(tokens, index) - 1;
  if (!tokens[index]?.subject) return null;
  for (let before = index - 1; before >= 0 && index - before < 14; before -= 1) {
    if (tokens[before]?.figure?.unit.kind !== tokens[at]?.figure?.unit.kind) continue;
    // `by 9 percent on Monday Acme recovered 2 percent`: nothing is listed there.
    if (!tokens.slice(before + 1, index + 1).some((token) => isComma(token) || isA(token, "and", "clause")))
      return null;
    const direction = directionOf(tokens, before, language) ?? elided(tokens, before, language);
    return direction?.from === "before" || direction?.from === "elided" ? { ...direction, from: "elided" } : null;
  }
  return null;
}
