import { isBoundary } from "./clauses";
import type { Phase } from "./statement";
import { isA, type Token } from "./tokens";

/** When on its day the figure at `at` was taken, by the words nearest to it in its sentence; `unknown` without any. */
export function phaseOf(tokens: readonly Token[], at: number): Phase {
  let best: { readonly phase: Phase; readonly distance: number } | null = null;
  tokens.forEach((token, index) => {
    const phase = phaseAt(token);
    if (!phase) return;
    const [from, to] = index < at ? [index, at] : [at, index];
    const between = tokens.slice(from + 1, to);
    const distance = between.length + between.filter(isBoundary).length * 6 + (index > at && between.some(({ figure }) => figure) ? 8 : 0);
    if (!best || distance < best.distance) best = { phase, distance };
  });
  return (best as { readonly phase: Phase } | null)?.phase ?? "unknown";
}

function phaseAt(token: Token): Phase | null {
  if (isA(token, "premarket")) return "premarket";
  if (isA(token, "after-hours")) return "after-hours";
  if (isA(token, "intraday")) return "intraday";
  if (isA(token, "close", "previous")) return "close";
  return token.type === "time" ? "intraday" : null;
}
