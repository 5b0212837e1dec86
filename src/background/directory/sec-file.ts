import type { ExchangeId } from "../../domain/exchange";

/** A row of the SEC's `company_tickers_exchange.json`; the rows are in the order of market value, the largest first. */
export interface SecRow {
  readonly name: string;
  /** Spelled as ours: share classes with a dot. */
  readonly ticker: string;
  readonly exchange: ExchangeId;
}

/** The file had 10,403 rows in August 2026; one with half of that is broken. */
const LEAST_ROWS = 5_000;

/**
 * Preferred shares, warrants, units and rights, as the SEC spells
 * them: `BAC-PL`, `DCOM-P`, `IONQ-WT`, `KCAC-UN`, `CELG-RI`.
 */
const DERIVED = /-(?:P[A-Z]?|W[A-Z]{0,2}|U[A-Z]?|R[A-Z])$/;

const EXCHANGES: Readonly<Record<string, ExchangeId>> = { Nasdaq: "NASDAQ", NYSE: "NYSE", CBOE: "CBOE", OTC: "OTC" };

/** The rows of the file; a sentence if it is not what the SEC documents. */
export function readSecFile(text: string): SecRow[] | string {
  const file = parsed(text);
  if (typeof file !== "object" || file === null || !("fields" in file) || !("data" in file))
    return "not the SEC's file";
  const { fields, data } = file;
  if (!Array.isArray(fields) || !Array.isArray(data)) return "no fields or no data";
  const [name, ticker, exchange] = ["name", "ticker", "exchange"].map((field) => fields.indexOf(field));
  if (name === undefined || ticker === undefined || exchange === undefined || Math.min(name, ticker, exchange) < 0) {
    return `unknown fields ${fields.join(", ").slice(0, 100)}`;
  }
  const rows = data.flatMap((row: unknown) => {
    if (!Array.isArray(row)) return [];
    const [named, symbol, place] = [row[name], row[ticker], row[exchange]];
    if (typeof named !== "string" || typeof symbol !== "string" || !/^[A-Z][A-Z0-9-]{0,7}$/.test(symbol)) return [];
    if (DERIVED.test(symbol)) return [];
    const known = typeof place === "string" && Object.hasOwn(EXCHANGES, place) ? EXCHANGES[place] : undefined;
    return [{ name: named.trim(), ticker: symbol.replace("-", "."), exchange: known ?? "OTC" }];
  });
  return rows.length < LEAST_ROWS ? `only ${rows.length} rows` : rows;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
