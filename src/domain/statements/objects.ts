import { isBoundary, isComma, isIdle } from "./clauses";
import { isA, type Token } from "./token";

/**
 * Whether the index named at `index` is what a company is measured by or heads, and the figure behind the comma goes on
 * about the company: `Acme led the Dow, rising 3 %`.
 */
export function isObjectOfCompany(tokens: readonly Token[], index: number, at: number): boolean {
  const comma = index + 1;
  if (!tokens[index]?.subject?.isIndex || !isComma(tokens[comma]) || !goesOnAtOnce(tokens, comma, at)) return false;
  let hasVerb = false;
  for (let before = index - 1; before >= 0; before -= 1) {
    const token = tokens[before];
    if (!token || token.figure || isBoundary(token) || isA(token, "and")) return false;
    if (token.subject && !token.subject.isPlace) return hasVerb && !token.subject.isIndex;
    hasVerb ||= token.type === "word" && (token.sense.kinds.size === 0 || isA(token, "up", "down"));
  }
  return false;
}

function goesOnAtOnce(tokens: readonly Token[], comma: number, at: number): boolean {
  const between = tokens.slice(comma + 1, at);
  return between.length > 0 && between.every((token) => isIdle(token) || isA(token, "up", "down", "of"));
}
