import { EXCHANGES } from "../../src/domain/exchange";
import type { Listing } from "../../src/domain/listing";
import { parseStarter } from "../../src/domain/starter";
import { isTicker } from "../../src/domain/ticker";

/** One line of a starter file and the listing the extension reads from it. */
export interface StarterRow {
  /** `us-stocks.tsv:12` */
  readonly place: string;
  /** The line as written. */
  readonly line: string;
  /** null where the extension would refuse the line. */
  readonly listing: Listing | null;
}

type ReadRow = StarterRow & { readonly listing: Listing };

/** The rows of a starter file; comments and empty lines are left out. */
export function readStarterRows(file: string, text: string): StarterRow[] {
  return text.split("\n").flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    return { place: `${file}:${index + 1}`, line, listing: readListing(line) };
  });
}

/** Everything wrong with the form of the rows, and every name that two companies claim; empty when all is well. */
export function findStructuralErrors(rows: readonly StarterRow[]): string[] {
  const read = rows.filter((row): row is ReadRow => row.listing !== null);
  const unreadable = rows
    .filter(({ listing }) => listing === null)
    .map(({ place, line }) => `${place} unreadable: ${line}`);
  return [...unreadable, ...read.flatMap(findRowErrors), ...findDuplicates(read), ...findCollisions(read)];
}

function readListing(line: string): Listing | null {
  try {
    return parseStarter(line)[0] ?? null;
  } catch {
    return null;
  }
}

function findRowErrors({ place, line, listing }: ReadRow): string[] {
  const { ticker, name, exchange, kind, aliases, formerTickers, otherListing } = listing;
  const cells = line.split("\t");
  const errors = [
    cells.length !== 7 && `${cells.length} columns, not 7`,
    (kind === "index") !== (exchange === "INDEX") && "an index belongs to INDEX, and nothing else does",
    !hasSuffix(listing) && `lacks the suffix of ${exchange}`,
    otherListing === ticker && "its own other listing",
    new Set(aliases).size !== aliases.length && "an alias twice",
    aliases.includes(name) && "an alias that is the name",
    line !== line.normalize("NFC") && "not in Unicode form C",
    cells.some((cell) => /^\||\|$|\|\|/.test(cell) || cell.split("|").some((part) => part !== part.trim())) &&
      "an empty or padded part",
    ...formerTickers.map((former) => {
      const sound = isTicker(former.ticker) && former.ticker !== ticker && isDay(former.until);
      return !sound && `no former ticker: "${former.ticker}:${former.until}"`;
    }),
  ];
  return errors.filter((error) => error !== false).map((error) => `${place} ${ticker}: ${error}`);
}

function findDuplicates(rows: readonly ReadRow[]): string[] {
  const seen = new Map<string, string>();
  return rows.flatMap(({ listing: { ticker }, place }) => {
    const first = seen.get(ticker);
    if (first === undefined) seen.set(ticker, place);
    return first === undefined ? [] : [`${place} ${ticker}: already at ${first}`];
  });
}

/**
 * Aliases that lead to two companies. Listings of one company
 * (same name, or each other's other listing) may share them.
 */
function findCollisions(rows: readonly ReadRow[]): string[] {
  const companies = rows.filter(({ listing }) => listing.kind !== "index");
  const claimed = new Map<string, ReadRow>();
  for (const row of companies) {
    const key = nameKey(row.listing.name);
    if (!claimed.has(key)) claimed.set(key, row);
  }
  return companies.flatMap((row) =>
    row.listing.aliases.flatMap((alias) => {
      const key = nameKey(alias);
      const first = claimed.get(key);
      if (first === undefined) claimed.set(key, row);
      if (first === undefined || isSameCompany(first.listing, row.listing)) return [];
      return [`${row.place} ${row.listing.ticker}: "${alias}" is also ${first.listing.ticker} (${first.place})`];
    }),
  );
}

function isSameCompany(one: Listing, other: Listing): boolean {
  return (
    one.ticker === other.ticker ||
    one.otherListing === other.ticker ||
    other.otherListing === one.ticker ||
    nameKey(one.name) === nameKey(other.name)
  );
}

/** Canonical tickers abroad end with their exchange's suffix; those of the United States have a class at most. */
function hasSuffix({ ticker, exchange }: Listing): boolean {
  if (exchange === "INDEX") return true;
  const { suffix } = EXCHANGES[exchange];
  return suffix === "" ? /^[A-Z]{1,5}(\.[A-Z])?$/.test(ticker) : ticker.endsWith(`.${suffix}`);
}

function isDay(text: string): boolean {
  const day = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === text;
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}&+]/gu, "");
}
