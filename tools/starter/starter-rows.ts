import { EXCHANGES, isExchangeId } from "../../src/domain/exchange";
import { LISTING_KINDS } from "../../src/domain/listing";
import { isTicker } from "../../src/domain/ticker";

/** One line of a starter file, read leniently so that a check can say everything that is wrong with it. */
export interface StarterRow {
  /** `us-stocks.tsv:12` */
  readonly place: string;
  readonly file: string;
  readonly columns: number;
  readonly ticker: string;
  readonly name: string;
  readonly exchange: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly former: readonly { readonly ticker: string; readonly until: string }[];
  readonly otherListing: string;
  /** The line as written. */
  readonly line: string;
}

/** The rows of a starter file; comments and empty lines are left out. */
export function readStarterRows(file: string, text: string): StarterRow[] {
  return text.split("\n").flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const cells = line.split("\t");
    const [ticker = "", name = "", exchange = "", kind = "", aliases = "", former = "", otherListing = ""] = cells;
    return {
      place: `${file}:${index + 1}`,
      file,
      columns: cells.length,
      ticker,
      name,
      exchange,
      kind,
      aliases: aliases === "" ? [] : aliases.split("|"),
      former: former === "" ? [] : former.split("|").map(readFormer),
      otherListing,
      line,
    };
  });
}

/** Everything wrong with the form of the rows, and every name that two companies claim; empty when all is well. */
export function findStructuralErrors(rows: readonly StarterRow[]): string[] {
  return [...rows.flatMap(findRowErrors), ...findDuplicates(rows), ...findCollisions(rows)];
}

function findRowErrors(row: StarterRow): string[] {
  const errors = [
    row.columns !== 7 && `${row.columns} columns, not 7`,
    !isTicker(row.ticker) && `no ticker: "${row.ticker}"`,
    row.name === "" && "no name",
    !isExchangeId(row.exchange) && `no exchange: "${row.exchange}"`,
    !LISTING_KINDS.some((kind) => kind === row.kind) && `no kind: "${row.kind}"`,
    (row.kind === "index") !== (row.exchange === "INDEX") && "an index belongs to INDEX, and nothing else does",
    !hasSuffixOf(row) && `${row.ticker} lacks the suffix of ${row.exchange}`,
    row.otherListing !== "" && !isTicker(row.otherListing) && `no ticker: "${row.otherListing}"`,
    row.otherListing === row.ticker && "its own other listing",
    new Set(row.aliases).size !== row.aliases.length && "an alias twice",
    row.aliases.includes(row.name) && "an alias that is the name",
    row.line !== row.line.normalize("NFC") && "not in Unicode form C",
    [row.ticker, row.name, ...row.aliases].some((cell) => cell !== cell.trim() || cell === "") &&
      "an empty or padded cell",
    ...row.former.map(
      ({ ticker, until }) =>
        (!isTicker(ticker) || !isDay(until) || ticker === row.ticker) && `no former ticker: "${ticker}:${until}"`,
    ),
  ];
  return errors.filter((error) => error !== false).map((error) => `${row.place} ${row.ticker}: ${error}`);
}

function findDuplicates(rows: readonly StarterRow[]): string[] {
  const seen = new Map<string, string>();
  return rows.flatMap(({ ticker, place }) => {
    const first = seen.get(ticker);
    if (first === undefined) seen.set(ticker, place);
    return first === undefined ? [] : [`${place} ${ticker}: already at ${first}`];
  });
}

/** Aliases that lead to two companies. Listings of one company (same name, or each other's other listing) may share them. */
function findCollisions(rows: readonly StarterRow[]): string[] {
  const claimed = new Map<string, StarterRow>();
  for (const row of rows)
    if (row.kind !== "index" && !claimed.has(nameKey(row.name))) claimed.set(nameKey(row.name), row);
  return rows.flatMap((row) =>
    row.aliases.flatMap((alias) => {
      const first = claimed.get(nameKey(alias));
      if (first === undefined) claimed.set(nameKey(alias), row);
      return first === undefined || isSameCompany(first, row)
        ? []
        : [`${row.place} ${row.ticker}: "${alias}" is also ${first.ticker} (${first.place})`];
    }),
  );
}

function isSameCompany(one: StarterRow, other: StarterRow): boolean {
  return (
    one.ticker === other.ticker ||
    one.otherListing === other.ticker ||
    other.otherListing === one.ticker ||
    nameKey(one.name) === nameKey(other.name)
  );
}

/** Canonical tickers abroad end with their exchange's suffix; those of the United States have none. */
function hasSuffixOf({ ticker, exchange }: StarterRow): boolean {
  if (!isExchangeId(exchange) || exchange === "INDEX") return true;
  const { suffix } = EXCHANGES[exchange];
  return suffix === "" ? /^[A-Z]{1,5}(\.[A-Z])?$/.test(ticker) : ticker.endsWith(`.${suffix}`);
}

function readFormer(text: string): { ticker: string; until: string } {
  const [ticker = "", until = ""] = text.split(":");
  return { ticker, until };
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
