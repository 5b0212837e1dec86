import { describe, expect, it } from "vitest";
import { keepNames, openNames } from "../../../../../src/background/directory/kept-names";
import { createIdentify } from "../../../../../src/domain/detection/identify";
import { createNameIndex } from "../../../../../src/domain/detection/names/name-index";
import { makeNameTable } from "../../../../../src/domain/detection/names/name-table";
import { createDirectory } from "../../../../../src/domain/directory";
import type { Listing } from "../../../../../src/domain/listing";

const listing = (
  ticker: string,
  exchange: Listing["exchange"],
  name: string,
  aliases: readonly string[] = [],
  otherListing?: string,
): Listing => ({
  ticker,
  name,
  exchange,
  kind: "stock",
  aliases,
  formerTickers: [],
  ...(otherListing === undefined ? {} : { otherListing }),
});

const DIRECTORY = createDirectory([
  listing("MRK", "NYSE", "Merck & Co., Inc."),
  listing("BABA", "NYSE", "Alibaba Group Holding Limited", ["Alibaba"], "9988.HK"),
  listing("PBR", "NYSE", "Petróleo Brasileiro S.A. - Petrobras", ["Petrobras"], "PETR4.SA"),
  listing("PBR.A", "NYSE", "Petróleo Brasileiro S.A. - Petrobras", [], "PETR4.SA"),
  listing("PETR4.SA", "SAOPAULO", "Petróleo Brasileiro S.A. - Petrobras", [], "PBR"),
  listing("MRK.DE", "XETRA", "Merck KGaA"),
  listing("AIR.DE", "XETRA", "Airbus SE", [], "AIR.PA"),
  listing("AIR.PA", "PARIS", "Airbus SE"),
  listing("9988.HK", "HONGKONG", "Alibaba Group Holding Limited", [], "BABA"),
  listing("9984.T", "TOKYO", "SoftBank Group Corp.", ["SoftBank"]),
  listing("9434.T", "TOKYO", "SoftBank Corp."),
]);

const identify = createIdentify(
  DIRECTORY,
  createNameIndex(
    openNames(keepNames(makeNameTable(DIRECTORY.listings(), [], [], DIRECTORY.primaryOf))),
    DIRECTORY.byTicker,
  ),
);

describe("a name that two listings have", () => {
  it.each([
    ["Alibaba", "BABA"],
    ["Airbus", "AIR.PA"],
    ["Petrobras", "PBR"],
    ["Merck", "MRK"],
    ["Merck & Co", "MRK"],
    ["Merck KGaA", "MRK.DE"],
    ["SoftBank", "9984.T"],
    ["SoftBank Group", "9984.T"],
    ["SoftBank Corp", "9434.T"],
  ])("means in %s the company's first listing, or the company with that legal form", (surface, ticker) => {
    expect(identify([surface])[surface]?.map((match) => match.ticker)).toEqual([ticker]);
  });
});

describe("the listing that stands for its company", () => {
  it.each([
    ["9988.HK", "BABA"],
    ["BABA", "BABA"],
    ["AIR.DE", "AIR.PA"],
    ["AIR.PA", "AIR.PA"],
    ["PETR4.SA", "PBR"],
    ["PBR.A", "PBR.A"],
  ])("of %s is %s", (ticker, primary) => {
    const own = DIRECTORY.byTicker(ticker);
    expect(own && DIRECTORY.primaryOf(own).ticker).toBe(primary);
  });
});
