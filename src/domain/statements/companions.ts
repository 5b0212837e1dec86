import type { Statement } from "./statement";

/** The price beside a move, as that of a receipt for the share may be in another currency; otherwise the statement. */
export function priceBeside(statement: Statement, all: readonly Statement[]): Statement {
  if (statement.unit !== "%") return statement;
  const inSentence = all
    .filter(({ block, sentence }) => block === statement.block && sentence.start === statement.sentence.start)
    .sort((a, b) => a.start - b.start);
  const at = inSentence.indexOf(statement);
  return [inSentence[at + 1], inSentence[at - 1]].find((other) => other?.direction === null) ?? statement;
}

/** The other figures of the same sentence that are of the same session. */
export function companionsOf(statement: Statement, all: readonly Statement[]): Statement[] {
  return all.filter(
    (other) =>
      other !== statement &&
      other.sentence.start === statement.sentence.start &&
      other.block === statement.block &&
      other.phase === statement.phase &&
      other.session?.stated === statement.session?.stated,
  );
}
