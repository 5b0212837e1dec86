import { findMentions, readBlocks, searchBlocks } from "../../src/domain/detection/mentions";
import { inContext } from "../../src/domain/detection/rules/decide-mentions";
import { type Occurrence, occurrencesOf } from "../../src/domain/detection/rules/occurrence";
import { VETOES } from "../../src/domain/detection/rules/vetoes";
import { spokenFor } from "../../src/domain/detection/rules/weigh";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { PayloadOf } from "../../src/protocol/requests";
import { directoryFrom } from "./directory-files";

export { directoryFrom };

/**
 * Lines that explain why each candidate of a page is a mention or not: the candidate, then what spoke for it and
 * against it, with the weights.
 */
export function explain(
  { blocks, published }: PayloadOf<"identify">,
  { identify }: ReturnType<typeof directoryFrom>,
): string[] {
  const facts = { identify, settings: DEFAULT_SETTINGS.detection, published };
  const searched = searchBlocks(blocks);
  const marked = findMentions(searched, facts);
  const read = readBlocks(searched, facts);
  const withAny = [...read.keys()].filter((place) => (read[place]?.candidates.length ?? 0) > 0);
  const known = inContext(
    read.map(({ text }) => text),
    withAny.flatMap((place) => read[place] ?? []),
  );
  return occurrencesOf(known.blocks, known.page).flatMap((occurrences, index) => {
    const mentions = marked[withAny[index] ?? -1] ?? [];
    return occurrences.flatMap((occurrence) => {
      const { candidate, block } = occurrence;
      const start = searched[withAny[index] ?? -1]?.placeOf(candidate.start);
      const isMarked = mentions.some((one) => one.start === start && one.ticker === candidate.ticker);
      const line = `${isMarked ? "marked  " : "unmarked"} ${candidate.ticker.padEnd(10)} ${candidate.form.padEnd(8)} ${around(block.text, candidate)}`;
      return [line, ...spoken(occurrence)];
    });
  });
}

function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - 30), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replace(/\s+/g, " ");
}

/** What speaks for and against a name or a ticker; explicit forms have no weights. */
function spoken(occurrence: Occurrence): string[] {
  const { form } = occurrence.candidate;
  if (form !== "name" && form !== "ticker") return [];
  const vetoes = VETOES.filter(({ holds }) => holds(occurrence)).map(({ says }) => `             never: ${says}`);
  const clues = spokenFor(occurrence).map(({ says, weight }) => {
    const column = weight.toFixed(2).padStart(6);
    return weight < 0
      ? `             ${" ".repeat(8)}${column}  ${says}`
      : `             ${column}${" ".repeat(8)}  ${says}`;
  });
  return [...vetoes, ...clues];
}
