import type { Row } from "./sort-rows";

/** The headings of the columns, in the reader's language. */
export interface CsvHeads {
  readonly ticker: string;
  readonly company: string;
  readonly date: string;
  readonly close: string;
  readonly currency: string;
  readonly change: string;
  readonly benchmark: string;
  readonly difference: string;
}

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";
/** Decimals of a percentage: enough to calculate with. */
const PERCENT_DECIMALS = 4;

/**
 * The watchlist as CSV by RFC 4180: numbers with a decimal point whatever the language,
 * dates as 2025-11-11, changes in percent and the difference in percentage points.
 * Cells without a figure are empty, and no text of a cell can become a formula.
 */
export function watchlistCsv(rows: readonly Row[], heads: CsvHeads): string {
  const { ticker, company, date, close, currency, change, benchmark, difference } = heads;
  const first = [ticker, company, date, close, currency, `${change} (%)`, benchmark, difference].map(asText);
  return `${BYTE_ORDER_MARK}${[first, ...rows.map(cellsOf)].map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}

function cellsOf({ ticker, name, outcome }: Row): string[] {
  const named = [asText(ticker), asText(name)];
  if (!outcome?.ok) return [...named, "", "", "", "", "", ""];
  const { date, close, decimals, currency, change, benchmark } = outcome.value;
  return [
    ...named,
    date,
    close.toFixed(decimals),
    asText(currency ?? ""),
    change === null ? "" : asPercent(change),
    asText(benchmark.ok ? benchmark.ticker : ""),
    benchmark.ok ? asPercent(benchmark.difference) : "",
  ];
}

/** A fraction in percent; −0 is 0. */
function asPercent(fraction: number): string {
  return String(Number((fraction * 100).toFixed(PERCENT_DECIMALS)) || 0);
}

/**
 * A text as a cell, in quotes if it needs them. A text that a spreadsheet would take for a formula gets an apostrophe,
 * which makes it a text.
 */
function asText(text: string): string {
  const plain = text.replace(/[\u00a0\u202f]/g, " ");
  const harmless = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
