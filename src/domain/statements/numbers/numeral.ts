/** How a text writes its numbers: with a decimal point or comma. */
export type DecimalMark = "point" | "comma";

/** A number as written. */
export interface Numeral {
  readonly value: number;
  readonly decimals: number;
  /** The other reading of one separator before three digits: `1.234` is 1234 or 1.234. */
  readonly otherValue?: number;
  readonly end: number;
}

/** Longest run of digits and separators that is read as one number. */
const PLAIN = /\d{1,16}(?:[.,'’]\d{1,12}){0,6}/y;
/** Thousands apart by spaces, as German, French and Swiss texts write them: `24 337,08`. */
const SPACED = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?!\d)(?:[.,]\d{1,4})?/y;
/** `4万4901.92`, `268만1천원`, `15만 500원`. */
const ASIAN_PART = /(\d{1,4}(?:,\d{3}){0,4}(?:\.\d{1,4})?) ?([千천万萬만億亿억兆조]) ?/y;

const ASIAN_UNITS: Readonly<Record<string, number>> = {
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};

/** Reads the number that begins at `at`; null where none does. `spaced` allows spaces between thousands. */
export function numeralAt(text: string, at: number, mark: DecimalMark, spaced: boolean): Numeral | null {
  return asianNumeral(text, at) ?? (spaced ? matched(SPACED, text, at, mark) : null) ?? matched(PLAIN, text, at, mark);
}

function matched(pattern: RegExp, text: string, at: number, mark: DecimalMark): Numeral | null {
  pattern.lastIndex = at;
  const written = pattern.exec(text)?.[0];
  return written === undefined ? null : { ...readDigits(written, mark), end: at + written.length };
}

function asianNumeral(text: string, at: number): Numeral | null {
  let end = at;
  let value = 0;
  let decimals = 0;
  for (let parts = 0; parts < 4; parts += 1) {
    ASIAN_PART.lastIndex = end;
    const [all, digits = "", unit = ""] = ASIAN_PART.exec(text) ?? [];
    if (all === undefined) break;
    // The decimals of `42.5만` are not those of 425,000. Of a second unit, only thousands are added: `268만1천`.
    const scale = ASIAN_UNITS[unit] ?? 1;
    value = scale === 1e3 || value === 0 ? value + Number(digits.replaceAll(",", "")) * scale : value;
    end += all.length;
  }
  if (end === at) return null;
  PLAIN.lastIndex = end;
  const rest = PLAIN.exec(text)?.[0];
  if (rest !== undefined) {
    const last = readDigits(rest, "point");
    value += last.value;
    decimals = last.decimals;
    end += rest.length;
  } else while (text.charAt(end - 1) === " ") end -= 1;
  return { value, decimals, end };
}

function readDigits(written: string, mark: DecimalMark): Omit<Numeral, "end"> {
  const separators = [...written].filter((letter) => /\D/.test(letter));
  const last = separators.at(-1);
  if (last === undefined) return { value: Number(written), decimals: 0 };
  const decimals = written.length - 1 - Math.max(...separators.map((letter) => written.lastIndexOf(letter)));
  const whole = { value: Number(written.replace(/\D/g, "")), decimals: 0 };
  if (!/[.,]/.test(last) || (separators.length > 1 && separators.every((letter) => letter === last))) return whole;
  const fraction = { value: whole.value / 10 ** decimals, decimals };
  if (separators.length > 1 || decimals !== 3) return fraction;
  const isDecimal = (last === ",") === (mark === "comma");
  return isDecimal ? { ...fraction, otherValue: whole.value } : { ...whole, otherValue: fraction.value };
}
