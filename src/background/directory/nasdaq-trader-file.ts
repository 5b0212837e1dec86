import type { ExchangeId } from "../../domain/exchange";

/** A row of Nasdaq Trader's symbol directory. */
export interface TraderRow {
  readonly ticker: string;
  /** The company's name with the words that say which kind of share it is. */
  readonly securityName: string;
  readonly exchange: ExchangeId;
  readonly isEtf: boolean;
}

/**
 * The two files: their header line, their columns, and the fewest rows that a complete one has (they had 5,381 and
 * 7,037 rows in March 2026).
 */
const FILES = {
  nasdaqlisted: {
    header: "Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares",
    test: 3,
    etf: 6,
    exchange: null,
    leastRows: 2_500,
  },
  otherlisted: {
    header: "ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol",
    test: 6,
    etf: 4,
    exchange: 2,
    leastRows: 3_500,
  },
} as const;
/** The name of one of the two files. */
export type TraderFile = keyof typeof FILES;

const EXCHANGES: Readonly<Record<string, ExchangeId>> = { N: "NYSE", A: "AMEX", P: "ARCA", Z: "CBOE", V: "IEX" };

/**
 * The rows of a file without test issues. A sentence if something is wrong: the header or the trailer is missing, or
 * too few rows.
 */
export function readTraderFile(text: string, file: TraderFile): TraderRow[] | string {
  const { header, test, etf, exchange, leastRows } = FILES[file];
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines[0]?.trim() !== header) return "unknown header";
  if (!lines.at(-1)?.startsWith("File Creation Time")) return "no trailer: the file is cut short";
  const rows = lines.slice(1, -1).flatMap((line) => {
    const cells = line.split("|");
    const [symbol = "", securityName = ""] = cells;
    if (cells[test] !== "N" || !/^[A-Z]{1,5}(?:\.[A-Z])?$/.test(symbol)) return [];
    const place = exchange === null ? "NASDAQ" : (EXCHANGES[cells[exchange] ?? ""] ?? "NYSE");
    return [{ ticker: symbol, securityName: securityName.trim(), exchange: place, isEtf: cells[etf] === "Y" }] as const;
  });
  return rows.length < leastRows ? `only ${rows.length} rows` : [...rows];
}
