import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Listing } from "../../src/domain/listing";

/** The lists of US securities that the exchanges and the SEC publish. */
interface MarketDirectories {
  /** The exchanges they cover. */
  readonly covers: ReadonlySet<string>;
  /** In what they contradict a listing: its ticker, or the first significant word of its name; null if they agree. */
  readonly differenceOf: (listing: Listing) => string | null;
  /** Tickers of the S&P 500. */
  readonly constituents: readonly string[];
}

/** Reads whatever of the known directory files `folder` holds; the name of each tells its form. */
export function readDirectories(folder: string): MarketDirectories {
  const companies = new Map<string, string[]>();
  const funds = new Map<string, string[]>();
  const constituents: string[] = [];
  const add = (names: Map<string, string[]>, ticker: string | undefined, name: string | undefined) => {
    if (!ticker || !name) return;
    const canonical = ticker.trim().replace(/[/-]/, ".");
    names.set(canonical, [...(names.get(canonical) ?? []), name]);
  };
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    if (file.includes("listed")) for (const [ticker, name] of splitLines(text, "|")) add(funds, ticker, name);
    else if (file.includes("full_tickers"))
      for (const { symbol, name } of JSON.parse(text)) add(companies, symbol, name);
    else if (file.includes("company_tickers"))
      for (const [, name, ticker] of JSON.parse(text).data) add(companies, ticker, name);
    else if (file.includes("sp500")) {
      constituents.push(...splitLines(text, ",").flatMap(([ticker]) => (ticker ? [ticker.replace("-", ".")] : [])));
    }
  }
  const differenceOf = (listing: Listing): string | null => {
    // Only the lists of all securities contain funds; those of companies are newer.
    const known = (listing.kind === "etf" ? funds : companies).get(listing.ticker);
    if (!known) return `${listing.ticker}: unknown (${listing.name})`;
    if (known.some((name) => agree(listing, name))) return null;
    return `${listing.ticker}: "${listing.name}" is "${known.at(-1)?.slice(0, 60)}"`;
  };
  return { covers: new Set(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE"]), differenceOf, constituents };
}

function splitLines(text: string, separator: string): string[][] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(separator));
}

function agree(listing: Listing, name: string): boolean {
  const theirs = firstWord(name);
  return [listing.name, ...listing.aliases].some((own) => {
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
