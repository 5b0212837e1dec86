import { isComma } from "./clauses";
import { isA, type Token } from "./token";

/**
 * Going left from a comma: the comma that begins an apposition of the name before it (`Kakao, operator of the
 * messenger, lost …`); otherwise the same comma.
 */
export function beforeApposition(tokens: readonly Token[], comma: number): number {
  let hasFigure = false;
  for (let index = comma - 1; index > 0; index -= 1) {
    const token = tokens[index];
    if (token?.figure && !/span|plain/.test(token.figure.unit.kind)) hasFigure = true;
    if (!isComma(token)) continue;
    if (isComparison(tokens, index, comma)) return beforeApposition(tokens, index);
    // A clause about the name may have figures: `Acme, which makes 21 % of its sales there, fell 2 %`.
    const isAbout = !hasFigure || isA(tokens[index + 1], "relative") || isOfPeriodOnly(tokens, index + 1, comma);
    return isAbout && (isBehindName(tokens, index) || isOfNoName(tokens, index)) ? index : comma;
  }
  return comma;
}

/** `Acme, compared with a 2 % gain for the Dow, closed …`: what is said of the other ends with the comma. */
function isComparison(tokens: readonly Token[], from: number, comma: number): boolean {
  const inside = tokens.slice(from + 1, comma);
  const next = tokens[comma + 1];
  const goesOn = !next?.figure && !isA(next, "relative", "up", "down");
  return (
    goesOn &&
    isA(inside[0], "from") &&
    !isA(inside[0], "filler", "of") &&
    inside.some(({ subject }) => subject) &&
    inside.some(({ figure }) => figure)
  );
}

/** `Acme shares, up 38 % this year, …`. */
function isOfPeriodOnly(tokens: readonly Token[], from: number, comma: number): boolean {
  const inside = tokens.slice(from, comma);
  return isA(inside[0], "up", "down") && inside.some((token) => isA(token, "period"));
}

/** `The fund, whose top holding is Acme, lost 3 %`: a clause about something that has no name here. */
function isOfNoName(tokens: readonly Token[], comma: number): boolean {
  return isA(tokens[comma + 1], "relative") && !isA(tokens[comma + 1], "filler");
}

function isBehindName(tokens: readonly Token[], comma: number): boolean {
  const last = isA(tokens[comma - 1], "share") ? comma - 2 : comma - 1;
  return tokens[last]?.subject !== undefined;
}
