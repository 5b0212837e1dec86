import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StarterRow } from "./starter-rows";

/** US directories as exchanges and the SEC publish them, read from a folder of their files. */
export interface MarketDirectories {
  readonly byTicker: {
    /** The exchanges the directories cover. */
    readonly exchanges: ReadonlySet<string>;
    /** What of a row the directories contradict: its ticker, or the first significant word of its name. */
    readonly differences: (row: StarterRow) => string[];
  };
  /** Tickers of the S&P 500. */
  readonly constituents: readonly string[];
}

/** Reads whatever of the known directory files `folder` holds; of each the file name tells the form. */
export function readDirectories(folder: string): MarketDirectories {
  const names = new Map<string, string[]>();
  const add = (ticker: string | undefined, name: string | undefined) => {
    if (!ticker || !name) return;
    const canonical = ticker.trim().replace(/[/-]/, ".");
    names.set(canonical, [...(names.get(canonical) ?? []), name]);
  };
  const constituents: string[] = [];
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    if (file.includes("listed")) for (const [ticker, name] of splitLines(text, "|")) add(ticker, name);
    else if (file.includes("full_tickers")) for (const { symbol, name } of JSON.parse(text)) add(symbol, name);
    else if (file.includes("company_tickers")) for (const [, name, ticker] of JSON.parse(text).data) add(ticker, name);
    else if (file.includes("sp500")) {
      constituents.push(...splitLines(text, ",").flatMap(([ticker]) => (ticker ? [ticker.replace("-", ".")] : [])));
    }
  }
  const differences = (row: StarterRow): string[] => {
    const known = names.get(row.ticker);
    if (!known) return [`${row.place} ${row.ticker}: unknown (${row.name})`];
    if (known.some((name) => agree(row, name))) return [];
    return [`${row.place} ${row.ticker}: "${row.name}" is "${known.at(-1)?.slice(0, 60)}"`];
  };
  return { byTicker: { exchanges: new Set(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE"]), differences }, constituents };
}

function splitLines(text: string, separator: string): string[][] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(separator));
}

function agree(row: StarterRow, name: string): boolean {
  const theirs = firstWord(name);
  return [row.name, ...row.aliases].some((own) => {
    const ours = firstWord(own);
    return ours !== "" && theirs !== "" && (ours.startsWith(theirs) || theirs.startsWith(ours));
  });
}

function firstWord(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/d\/b\/a |dba /, "")
    .replace(/[^a-z0-9 ]/g, "")
    .split(" ");
  return words.find((word) => word !== "" && word !== "the") ?? "";
}
