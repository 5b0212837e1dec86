import { findStatements } from "../../../../src/domain/statements/find-statements";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";

/** `[Name|TICKER]` in a text names a listing; returns `TICKER kind ±value unit` of each statement found. */
export function statedIn(language: LanguageCode, ...texts: readonly string[]): string[] {
  const blocks = texts.map((marked) => {
    let text = "";
    const named: { ticker: string; start: number; end: number }[] = [];
    for (const part of marked.split(/(\[[^\]|]+\|[^\]]+\])/)) {
      const [, name, ticker] = /^\[([^\]|]+)\|([^\]]+)\]$/.exec(part) ?? [];
      if (name && ticker) named.push({ ticker, start: text.length, end: text.length + name.length });
      text += name ?? part;
    }
    return { text, named };
  });
  return findStatements(blocks, language)
    .flat()
    .map(({ ticker, kind, value, direction, unit }) => `${ticker} ${kind} ${sign(direction)}${value}${unit ?? ""}`);
}

function sign(direction: -1 | 0 | 1 | null): string {
  return direction === null ? "" : direction < 0 ? "-" : "+";
}
