/** A hundredth in which an exchange quotes: the sign after the number, and the currency that it is a hundredth of. */
export interface Hundredth {
  readonly sign: string;
  readonly of: string;
}

/** London quotes in pence, Johannesburg in cents, Tel Aviv in agorot; sources write them in these ways. */
const HUNDREDTHS: Readonly<Record<string, Hundredth>> = {
  GBp: { sign: "p", of: "GBP" },
  GBX: { sign: "p", of: "GBP" },
  ZAc: { sign: "c", of: "ZAR" },
  ZAX: { sign: "c", of: "ZAR" },
  ILA: { sign: "ag", of: "ILS" },
};

/** The hundredth that a source's currency means; null for a whole currency. */
export function hundredthOf(currency: string | null): Hundredth | null {
  return currency !== null && Object.hasOwn(HUNDREDTHS, currency) ? (HUNDREDTHS[currency] ?? null) : null;
}

/** The ISO 4217 code of a source's currency; null for a hundredth and for anything that is no code. */
export function currencyCode(currency: string | null): string | null {
  return currency !== null && /^[A-Z]{3}$/.test(currency) && !hundredthOf(currency) ? currency : null;
}

/**
 * Decimals in which amounts of a currency are usually written:
 * none for yen, two for dollars and points, none for hundredths.
 */
export function usualDecimals(currency: string | null): number {
  if (hundredthOf(currency)) return 0;
  const code = currencyCode(currency);
  if (!code) return 2;
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
