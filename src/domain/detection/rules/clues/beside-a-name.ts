import { isAlone, isAmongNames, isListedWithOthers } from "../line-of-text";
import type { Occurrence } from "../occurrence";

/** Its block names two other companies beyond doubt. */
export function isAmongSure({ sureBeside }: Occurrence): boolean {
  return sureBeside() > 1;
}

/** `Toast – sales rose`, `Gap: a better quarter`. */
export function isBeforeDash({ candidate, block: { text } }: Occurrence): boolean {
  return (
    /^[\s\d.)•*-]*$/.test(text.slice(0, candidate.start)) &&
    /^(?::| [–—-]) /.test(text.slice(candidate.end, candidate.end + 3))
  );
}

/** One of three names or more in a row. */
export function isInRowOfNames({ candidate, near, block }: Occurrence): boolean {
  return isAmongNames(candidate, near, block.text);
}

/** In a row with a company beyond doubt. */
export function isInRow({ candidate, near, block }: Occurrence): boolean {
  return isListedWithOthers(candidate, near, block.text);
}

/** Its ticker in capitals follows it right away: `Apple AAPL`. */
export function isBeforeItsTicker({ candidate, near, block }: Occurrence): boolean {
  return near.some(
    ({ form, ticker, start }) =>
      form === "ticker" &&
      ticker === candidate.ticker &&
      start > candidate.end &&
      start - candidate.end < 3 &&
      block.text.slice(candidate.end, start).trim() === "",
  );
}

/** It stands alone in a cell, and its ticker in the one before or after. */
export function isInCellBesideItsTicker({ candidate, block, blocks, index }: Occurrence): boolean {
  if (!isAlone(candidate, block.text)) return false;
  return [blocks[index - 1], blocks[index + 1]].some((cell) =>
    cell?.candidates.some((one) => one.form === "ticker" && one.ticker === candidate.ticker && isAlone(one, cell.text)),
  );
}

/** Whether the name is in capitals although the text around is not: `MEDLINE` is not Medline. */
export function isShouted({ candidate, block, page }: Occurrence): boolean {
  const written = block.text.slice(candidate.start, candidate.end);
  if (candidate.asListed || (page.isMarket && written === candidate.ticker)) return false;
  if (candidate.full || written.length < 4 || !/^\p{Lu}+$/u.test(written) || !/\p{Ll}/u.test(candidate.name))
    return false;
  const around = block.text.slice(Math.max(0, candidate.start - 80), candidate.end + 80);
  return /\p{Ll}/u.test(around) && !candidate.name.includes(written);
}
