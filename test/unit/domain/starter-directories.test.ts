import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Listing } from "../../../src/domain/listing";
import { readDirectories } from "../../../tools/starter/market-directories";

const folder = mkdtempSync(join(tmpdir(), "directories-"));

beforeAll(() => {
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write("otherlisted.txt", "ACT Symbol|Security Name|Exchange\nACMF|Acme Fund ETF|P\nOLD|Old Corp. Common Stock|N\n");
  write("nyse_full_tickers.json", JSON.stringify([{ symbol: "AC/B", name: "The Acmé Company Class B" }]));
  write("company_tickers_exchange.json", JSON.stringify({ data: [["1", "ZENITH INC", "ZEN", "NYSE"]] }));
  write("sp500.csv", "Symbol,Security\nAC-B,Acme\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const listing = (ticker: string, name: string, kind: Listing["kind"] = "stock", aliases: string[] = []): Listing => ({
  ticker,
  name,
  exchange: "NYSE",
  kind,
  aliases,
  formerTickers: [],
});

describe("the comparison with published directories", () => {
  it.each([
    ["a company by its ticker with a class", listing("AC.B", "Acme Company")],
    ["a company by an alias", listing("ZEN", "Summit Corp.", "stock", ["Zenith"])],
    ["a fund", listing("ACMF", "Acme Fund ETF", "etf")],
  ])("agrees on %s", (_, one) => {
    expect(readDirectories(folder).differenceOf(one)).toBeNull();
  });

  it.each([
    ["a ticker that nobody has", listing("NONE", "None Inc."), "NONE: unknown (None Inc.)"],
    ["a company that only the older files have", listing("OLD", "Old Corp."), "OLD: unknown (Old Corp.)"],
    ["another company's ticker", listing("ZEN", "Acme Inc."), 'ZEN: "Acme Inc." is "ZENITH INC"'],
  ])("tells %s", (_, one, difference) => {
    expect(readDirectories(folder).differenceOf(one)).toBe(difference);
  });

  it("knows the constituents by our spelling", () => {
    expect(readDirectories(folder).constituents).toEqual(["AC.B"]);
  });
});
