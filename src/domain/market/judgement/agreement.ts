import { isIndex } from "../../ticker";
import type { Close, Closes, LocalDate } from "../closes";
import { areAlike, SAME_PRICE } from "./closes-by-day";

/**
 * Of a share that trades rarely, one source gives the auction's price and another the last one paid. A close that
 * differs by more is of another day or another company, or in another unit. An index has one close.
 */
const SAME_CLOSE = { share: 0.02, index: SAME_PRICE };

/** Whether the closes of one source contain this one, but for rounding. */
export function sharesClose(bars: readonly Close[], { date, close }: Close): boolean {
  const bar = bars.find((one) => one.date === date);
  return bar !== undefined && areAlike(bar.close, close);
}

/**
 * The latest day of which both sources have a close, if more of the others' closes contradict this source's than agree
 * with it; null if not.
 */
export function outvotedOn(one: Closes, all: readonly Closes[]): LocalDate | null {
  const compared = all.flatMap((other) => (other === one ? [] : (comparedWith(one, other) ?? [])));
  const against = compared.filter(({ isSame }) => !isSame);
  return against.length * 2 > compared.length ? (against[0]?.date ?? null) : null;
}

/** Null if there is no such day, or if one of the sources may not have adjusted its closes for a split. */
function comparedWith(one: Closes, other: Closes): { readonly date: LocalDate; readonly isSame: boolean } | null {
  if ([one, other].some(({ doubts = [] }) => doubts.some(({ kind }) => kind === "may-be-split"))) return null;
  const mine = one.bars.findLast(({ date }) => other.bars.some((bar) => bar.date === date));
  const theirs = other.bars.find(({ date }) => date === mine?.date);
  if (!mine || !theirs) return null;
  const most = isIndex(one.ticker) ? SAME_CLOSE.index : SAME_CLOSE.share;
  return { date: mine.date, isSame: Math.abs(theirs.close / mine.close - 1) <= most };
}
