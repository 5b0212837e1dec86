import { type DecimalMark, type Numeral, numeralAt } from "./numeral";
import { currencyBefore, type Unit, unitAfter } from "./units";

/** A number in a text, with its sign and unit. */
export interface Figure extends Omit<Numeral, "end"> {
  readonly start: number;
  readonly end: number;
  /** −1 or +1 as written before it; 0 without a sign. */
  readonly sign: -1 | 0 | 1;
  readonly unit: Unit;
  /** Whether it is one of the two numbers of a range: `30 to 35 %`, `10–12 Euro`. */
  readonly isRange: boolean;
}

/** How a language writes numbers. */
export interface NumberHabits {
  readonly mark: DecimalMark;
  readonly spaced: boolean;
}

/** `9:30`, `17h35`, `9:30 a.m.`, `4 p.m.`; `4 am` may be German. */
const TIME = /\d{1,2}(?:[:hH]\d{2}(?!\d)(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|am\b| ?(?:pm\b|[ap]\.m\b\.?))/y;
const DATE = /\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}(?!\d)|(?:19|20)\d{2}-\d{2}-\d{2}/y;
/** `am 12.11.`: of a German date without its year. */
const SHORT_DATE = /\d{1,2}\.\d{1,2}\.(?!\d)/y;
const BEFORE_DATE = /(?:^|\P{L})(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Ss]eit|den) $/u;
/** The second part of an amount in 円 and 銭 or in ドル and セント. */
const HUNDREDTHS = /(\d{1,2})(?:銭|セント)/y;

/** Behind a whole number: `161¼`, `161 1/4`. */
const FRACTION = /^(?:[½¼¾⅓⅔⅛⅜⅝⅞]|[ -]\d{1,2}[/⁄]\d{1,2}(?![\d/]))/;

/** Before a number: `two-tenths of 1%`. */
const PART_OF = /(?:half|third|quarter|fifth|tenth|hundredth)s? of (?:a )?$/;

/** A digit, a sign, or the first letter of a currency. */
const MAY_BEGIN = /[\d+\-−–‑‒﹣＋－$£€¥￥₩₹A-Z]/;

/** The time of day or the date that begins at `at`; null without one. */
export function timeOrDateAt(
  text: string,
  at: number,
): { readonly type: "time" | "date"; readonly end: number } | null {
  const date = BEFORE_DATE.test(text.slice(Math.max(0, at - 6), at)) ? SHORT_DATE : DATE;
  for (const [type, pattern] of [
    ["time", TIME],
    ["date", DATE],
    ["date", date],
  ] as const) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { type, end: at + found.length };
  }
  return null;
}

/**
 * Whether the exchanges that articles tell of may have closed at a time of day: New York at 4 p.m., Paris and Frankfurt
 * at 17:30, with an auction of minutes.
 */
export function mayBeAfterClose(time: string): boolean {
  const hour = Number.parseInt(time, 10);
  if (/p/i.test(time)) return hour >= 4 && hour < 12;
  return hour === 17 && /17[:hH][345]/.test(time);
}

/** The figure that begins at `at`, with the sign and currency before it and the unit after it; null if none does. */
export function figureAt(text: string, at: number, { mark, spaced }: NumberHabits): Figure | null {
  if (!MAY_BEGIN.test(text.charAt(at))) return null;
  const sign = signAt(text, at);
  let from = sign.end;
  const before = currencyBefore(text, from);
  if (before) from = before.end;
  const after = before ? signAt(text, from) : sign;
  const digits = after.end > from && before ? after.end : from;
  // `3 1/2 percent` is no two percent.
  if (!/\d/.test(text.charAt(digits)) || /\d[/⁄]$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (!before && /[\p{L}\d]/u.test(text.charAt(at - 1)) && isLatinLetterOrDigit(text.charAt(at - 1))) return null;
  const numeral = numeralAt(text, digits, mark, spaced);
  if (!numeral) return null;
  const isFraction =
    (numeral.decimals === 0 && FRACTION.test(text.slice(numeral.end, numeral.end + 6))) ||
    PART_OF.test(text.slice(Math.max(0, at - 18), at));
  const unit = isFraction
    ? { unit: { kind: "other" } as const, end: numeral.end }
    : unitOf(text, numeral, before?.currency ?? null);
  return {
    ...numeral,
    ...unit,
    start: at,
    sign: sign.value || (before ? after.value : 0),
    isRange:
      /\d[%％]?(?:[-–‑‒~〜～]|\s[-–~]\s)$/.test(text.slice(Math.max(0, at - 4), at)) ||
      /^(?:[-–‑‒~〜～]|\s[-–~]\s)[$€£]?\d/.test(text.slice(unit.end, unit.end + 5)),
  };
}

function isLatinLetterOrDigit(letter: string): boolean {
  return /[A-Za-z0-9]/.test(letter);
}

function unitOf(text: string, numeral: Numeral, currency: string | null) {
  const after = unitAfter(text, numeral.end);
  if (currency !== null) {
    // `$3.2 billion`, `$US5.02`; a word of money after a sign of money says the same once more.
    if (after?.unit.kind === "large") return { unit: after.unit, end: after.end };
    // `$161ish`, `in the $160s`.
    if (!after && /[A-Za-z]/.test(text.charAt(numeral.end)))
      return { unit: { kind: "other" } as const, end: numeral.end };
    const end = after?.unit.kind === "money" && after.unit.currency !== "GBp" ? after.end : numeral.end;
    return { unit: { kind: "money", currency } as const, end };
  }
  if (!after) {
    const glued = /[A-Za-z]/.test(text.charAt(numeral.end));
    return { unit: { kind: glued ? "other" : "plain" } as const, end: numeral.end };
  }
  if (after.unit.kind === "money" && /^(?:JPY|USD)$/.test(after.unit.currency)) {
    HUNDREDTHS.lastIndex = after.end;
    const hundredths = HUNDREDTHS.exec(text);
    if (hundredths) {
      const value = numeral.value + Number(hundredths[1]) / 100;
      return { unit: after.unit, value, decimals: 2, end: after.end + hundredths[0].length };
    }
  }
  return { unit: after.unit, end: after.end };
}

/** The sign at `at`, if it is the number's: no word or number is right before it, and a dash touches the number. */
function signAt(text: string, at: number): { readonly value: -1 | 0 | 1; readonly end: number } {
  const letter = text.charAt(at);
  const none = { value: 0, end: at } as const;
  if (!/[+\-−–‑‒﹣＋－]/.test(letter) || /[\p{L}\d%]/u.test(text.charAt(at - 1))) return none;
  const isSpaced = /[ \u00a0]/.test(text.charAt(at + 1));
  if (isSpaced && letter !== "+" && !(/[(（]/.test(text.charAt(at - 1)) && letter !== "–")) return none;
  const end = isSpaced ? at + 2 : at + 1;
  return /[\d$€£]/.test(text.charAt(end)) ? { value: /[+＋]/.test(letter) ? 1 : -1, end } : none;
}
