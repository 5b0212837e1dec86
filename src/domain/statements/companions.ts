import type { Statement } from "./statement";

/** The currency of a price, or of the price beside a move, as that of a receipt for the share may be another. */
export function unitBeside(statement: Statement, all: readonly Statement[]): string | null {
  if (statement.unit !== "%") return statement.unit;
  const inSentence = all
    .filter(({ block, sentence }) => block === statement.block && sentence.start === statement.sentence.start)
    .sort((a, b) => a.start - b.start);
  const at = inSentence.indexOf(statement);
  const price = [inSentence[at + 1], inSentence[at - 1]].find((other) => other?.direction === null);
  return price?.unit ?? statement.unit;
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
