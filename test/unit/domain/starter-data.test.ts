import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findStructuralErrors, readStarterRows } from "../../../tools/starter/starter-rows";

const folder = fileURLToPath(new URL("../../../src/domain/starter/", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".tsv"));
const rows = files.flatMap((file) => readStarterRows(file, readFileSync(`${folder}${file}`, "utf8")));
const listings = rows.flatMap(({ listing }) => listing ?? []);

function errorsOf(...lines: string[]): string[] {
  return findStructuralErrors(readStarterRows("made.tsv", lines.join("\n")));
}

describe("the starter directory", () => {
  it("has no structural error in any of its files", () => {
    expect(findStructuralErrors(rows)).toEqual([]);
  });

  it("holds well over a thousand listings of the United States", () => {
    const american = listings.filter(({ exchange }) => ["NYSE", "NASDAQ", "AMEX"].includes(exchange));
    expect(american.length).toBeGreaterThan(1500);
    expect(listings.filter(({ kind }) => kind === "etf").length).toBeGreaterThan(100);
    expect(listings.filter(({ kind }) => kind === "index").length).toBeGreaterThan(30);
  });

  it.each([
    ["Google", "GOOGL"],
    ["Facebook", "META"],
    ["JPMorgan", "JPM"],
    ["P&G", "PG"],
    ["Alibaba", "BABA"],
    ["苹果", "AAPL"],
    ["トヨタ", "TM"],
    ["엔비디아", "NVDA"],
  ])("knows %s as %s", (alias, ticker) => {
    expect(listings.filter(({ aliases }) => aliases.includes(alias)).map(({ ticker }) => ticker)).toEqual([ticker]);
  });

  it.each([
    ["GOOGL", "GOOG"],
    ["BRK.B", "BRK.A"],
    ["FOXA", "FOX"],
    ["NWSA", "NWS"],
  ])("has the share class a reader means, %s, before %s", (first, second) => {
    const tickers = listings.map(({ ticker }) => ticker);
    expect(tickers.indexOf(second)).toBeGreaterThan(tickers.indexOf(first));
  });

  it.each([
    ["META", "FB", "2022-06-08"],
    ["XYZ", "SQ", "2025-01-17"],
  ])("remembers that %s was %s until %s", (now, then, until) => {
    expect(listings.find(({ ticker }) => ticker === now)?.formerTickers).toContainEqual({ ticker: then, until });
  });
});

describe("the check of starter files", () => {
  it("accepts a well-formed line", () => {
    expect(errorsOf("ACME\tAcme Corp.\tNYSE\tstock\tAcme|Road Runner Supply\tRRS:2020-02-29\tACME.L")).toEqual([]);
  });

  it.each([
    ["a missing column", "ACME\tAcme Corp.\tNYSE\tstock\t\t", "6 columns"],
    ["a ticker in lower case", "acme\tAcme Corp.\tNYSE\tstock\t\t\t", "unreadable"],
    ["an unknown exchange", "ACME\tAcme Corp.\tNYSX\tstock\t\t\t", "unreadable"],
    ["an unknown kind", "ACME\tAcme Corp.\tNYSE\tshare\t\t\t", "unreadable"],
    ["an index on an exchange", "^ACME\tAcme 500\tNYSE\tindex\t\t\t", "belongs to INDEX"],
    ["a US class with a hyphen", "AC-B\tAcme Corp.\tNYSE\tstock\t\t\t", "lacks the suffix"],
    ["a listing abroad without its suffix", "0700\tAcme Corp.\tHONGKONG\tstock\t\t\t", "lacks the suffix"],
    ["a former ticker without a day", "ACME\tAcme Corp.\tNYSE\tstock\t\tRRS\t", "unreadable"],
    ["a day that no calendar has", "ACME\tAcme Corp.\tNYSE\tstock\t\tRRS:2021-02-29\t", "no former ticker"],
    ["an empty alias", "ACME\tAcme Corp.\tNYSE\tstock\tAcme||A\t\t", "empty or padded"],
    ["an alias that repeats the name", "ACME\tAcme Corp.\tNYSE\tstock\tAcme Corp.\t\t", "is the name"],
  ])("refuses %s", (_, line, error) => {
    expect(errorsOf(line).join()).toContain(error);
  });

  it("refuses one ticker twice", () => {
    const line = "ACME\tAcme Corp.\tNYSE\tstock\t\t\t";
    expect(errorsOf(line, line)).toEqual(["made.tsv:2 ACME: already at made.tsv:1"]);
  });

  it("refuses an alias that two companies claim", () => {
    const errors = errorsOf("ACME\tAcme Corp.\tNYSE\tstock\tZenith\t\t", "ZEN\tZen Corp.\tNYSE\tstock\tZENITH\t\t");
    expect(errors).toEqual(['made.tsv:2 ZEN: "ZENITH" is also ACME (made.tsv:1)']);
  });

  it("lets two listings of one company share an alias", () => {
    const lines = ["ACME\tAcme Corp.\tNYSE\tstock\tZenith\t\t", "ACM.L\tAcme plc\tLSE\tstock\tZenith\t\tACME"];
    expect(errorsOf(...lines)).toEqual([]);
  });
});
