import { currencyCode, type Hundredth, hundredthOf } from "./currency";
import { createDateFormat, type DateFormat } from "./date-format";
import { decimalsOf } from "./decimals";
import type { Settings } from "./settings";

/** Writes figures and dates in one locale. Percentages are given as fractions, and are rounded only here. */
export interface Format extends DateFormat {
  /** BCP 47 tag in use. */
  readonly locale: string;
  /**
   * A close with its currency, or a bare number (index points) if `currency` is null. `decimals` are those of the
   * market; if absent, they are chosen by the number.
   */
  readonly price: (close: number, currency: string | null, decimals?: number) => string;
  /** The difference of two closes as they are written, with its sign and without currency: `−5.09`. */
  readonly priceChange: (previous: number, close: number, currency: string | null, decimals?: number) => string;
  /** A signed percentage with two decimals: `−3.07%`; what rounds to zero has no sign. */
  readonly percent: (fraction: number) => string;
  /** Signed percentage points without their unit: `−3.28`. */
  readonly points: (fraction: number) => string;
  /** The size of a percentage without sign or unit, for sentences that say the direction in words: `3.07`. */
  readonly size: (fraction: number) => string;
  /**
   * A number as an article states it, with its sign and its own decimals; a percentage if `unit` is "%": `−3.07%`,
   * `+45`.
   */
  readonly given: (value: number, decimals: number, unit: "%" | null) => string;
}

/** The direction of a fraction after it is rounded as it is shown. */
export type Way = "up" | "down" | "flat";

/** The direction of a fraction as `percent` and `points` would show it: ±0.004 % is flat. */
export function wayOf(fraction: number): Way {
  const shown = Math.round(Math.abs(fraction) * 10_000);
  if (shown === 0) return "flat";
  return fraction > 0 ? "up" : "down";
}

/** Makes the format of a locale; English for an unknown or malformed tag. */
export function createFormat(wanted: string, subunits: Settings["look"]["subunits"] = "quoted"): Format {
  const locale = supported(wanted);
  const signed = { signDisplay: "exceptZero", minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const percent = new Intl.NumberFormat(locale, { ...signed, style: "percent" });
  const points = new Intl.NumberFormat(locale, signed);
  const size = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    ...createDateFormat(locale),
    locale,
    price: (close, currency, decimals = decimalsOf([close], currency)) => {
      const amount = amountOf(close, currency, decimals, subunits);
      const style = amount.code ? ({ style: "currency", currency: amount.code } as const) : {};
      const text = minus(
        new Intl.NumberFormat(locale, { ...style, ...fractionDigits(amount.decimals) }).format(amount.value),
      );
      return amount.sign === ""
        ? text
        : `${text}${locale.startsWith("en") && amount.sign.length === 1 ? "" : "\u00a0"}${amount.sign}`;
    },
    priceChange: (previous, close, currency, decimals = decimalsOf([previous, close], currency)) => {
      // The difference of the closes as they are written, so that a reader who subtracts them gets the same.
      const from = amountOf(Number(previous.toFixed(decimals)), currency, decimals, subunits);
      const to = amountOf(Number(close.toFixed(decimals)), currency, decimals, subunits);
      return minus(
        new Intl.NumberFormat(locale, { signDisplay: "exceptZero", ...fractionDigits(to.decimals) }).format(
          to.value - from.value,
        ),
      );
    },
    percent: (fraction) => minus(percent.format(fraction)),
    points: (fraction) => minus(points.format(fraction * 100)),
    size: (fraction) => size.format(Math.abs(fraction) * 100),
    given: (value, decimals, unit) => {
      const style = { signDisplay: "exceptZero", ...fractionDigits(decimals) } as const;
      const format = new Intl.NumberFormat(locale, unit === null ? style : { ...style, style: "percent" });
      return minus(format.format(unit === null ? value : value / 100));
    },
  };
}

interface Amount {
  readonly value: number;
  readonly decimals: number;
  readonly code: string | null;
  /** The sign after the number if it is in hundredths. */
  readonly sign: Hundredth["sign"];
}

function amountOf(
  close: number,
  currency: string | null,
  decimals: number,
  subunits: Settings["look"]["subunits"],
): Amount {
  const hundredth = hundredthOf(currency);
  if (!hundredth) return { value: close, decimals, code: currencyCode(currency), sign: "" };
  if (subunits === "quoted") return { value: close, decimals, code: null, sign: hundredth.sign };
  return { value: close / 100, decimals: decimals + 2, code: hundredth.of, sign: "" };
}

function fractionDigits(decimals: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

function supported(wanted: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(wanted.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

/** Locales have different minus signs; we always write U+2212. */
function minus(text: string): string {
  return text.replace("-", "−");
}
