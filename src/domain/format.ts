import type { LocalDate } from "./market/closes";

/** Figures and dates as one locale writes them; percentages are handed over as fractions and rounded here only. */
export interface Format {
  /** BCP 47 tag in use. */
  readonly locale: string;
  /** A close with its currency, or a bare number (index points) when `currency` is null. */
  readonly price: (close: number, currency: string | null) => string;
  /** The change from one close to the next with its sign, the decimals of the latter and no currency: `−5.09`. */
  readonly priceChange: (previous: number, close: number, currency: string | null) => string;
  /** A signed percentage with two decimals: `−3.07%`; what rounds to zero has no sign. */
  readonly percent: (fraction: number) => string;
  /** Signed percentage points without their unit: `−3.28`. */
  readonly points: (fraction: number) => string;
  /** The size of a percentage without sign or unit, for sentences that say the direction in words: `3.07`. */
  readonly size: (fraction: number) => string;
  /** A level of a series rebased to 100: `97.2`. */
  readonly level: (value: number) => string;
  /** A trading day: `Nov 11, 2025`. */
  readonly day: (date: LocalDate) => string;
  /** An instant in an exchange's zone: `Nov 11, 2025, 4:00 PM EST`. */
  readonly moment: (epochMs: number, zone: string) => string;
}

/** Which way a fraction points once it is rounded as it is shown. */
export type Way = "up" | "down" | "flat";

/** The direction of a fraction as `percent` and `points` would show it: ±0.004 % is flat. */
export function wayOf(fraction: number): Way {
  const shown = Math.round(Math.abs(fraction) * 10_000);
  if (shown === 0) return "flat";
  return fraction > 0 ? "up" : "down";
}

/** Hundredths that exchanges quote in, and the currency they are hundredths of (London, Johannesburg, Tel Aviv). */
const HUNDREDTHS: Readonly<Record<string, string>> = { GBp: "GBP", GBX: "GBP", ZAc: "ZAR", ZAX: "ZAR", ILA: "ILS" };

/** A format for a locale; an unknown or malformed tag falls back to English. */
export function createFormat(wanted: string): Format {
  const locale = supported(wanted);
  const signed = { signDisplay: "exceptZero", minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const percent = new Intl.NumberFormat(locale, { ...signed, style: "percent" });
  const points = new Intl.NumberFormat(locale, signed);
  const size = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const level = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  return {
    locale,
    price: (close, currency) => {
      const [value, code] = major(close, currency);
      const digits = decimals(value, code);
      const style = code ? ({ style: "currency", currency: code } as const) : {};
      return minus(new Intl.NumberFormat(locale, { ...style, ...digits }).format(value));
    },
    priceChange: (previous, close, currency) => {
      const [from] = major(previous, currency);
      const [to, code] = major(close, currency);
      return minus(
        new Intl.NumberFormat(locale, { signDisplay: "exceptZero", ...decimals(to, code) }).format(to - from),
      );
    },
    percent: (fraction) => minus(percent.format(fraction)),
    points: (fraction) => minus(points.format(fraction * 100)),
    size: (fraction) => size.format(Math.abs(fraction) * 100),
    level: (value) => level.format(value),
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    moment: (epochMs, zone) => {
      const parts = { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
      const zoned = { timeZone: zone, timeZoneName: "short" } as const;
      return new Intl.DateTimeFormat(locale, { ...parts, ...zoned })
        .formatToParts(epochMs)
        .map(({ type, value }) => (type === "timeZoneName" ? zoneName(epochMs, zone) : value))
        .join("")
        .replace(/\u202f/g, " ");
    },
  };
}

/** "EST" where English knows a short name, else "GMT+8": other locales write "GMT-5" for both. */
function zoneName(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" }).formatToParts(epochMs);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

function supported(wanted: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(wanted.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

function major(amount: number, currency: string | null): [value: number, code: string | null] {
  const whole = currency !== null && Object.hasOwn(HUNDREDTHS, currency) ? HUNDREDTHS[currency] : undefined;
  if (whole) return [amount / 100, whole];
  return [amount, currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null];
}

/** Two decimals, none for yen and won, four below one, where two would hide the price. */
function decimals(value: number, code: string | null): Intl.NumberFormatOptions {
  const digits = code === "JPY" || code === "KRW" ? 0 : Math.abs(value) < 1 && code !== null ? 4 : 2;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Locales differ in their minus; figures here always carry U+2212. */
function minus(text: string): string {
  return text.replace("-", "−");
}
