import { describe, expect, it } from "vitest";
import { fullListings } from "../../../../src/background/directory/full-listings";
import type { TraderRow } from "../../../../src/background/directory/nasdaq-trader-file";
import { readSecFile } from "../../../../src/background/directory/sec-file";

/** Enough companies for a whole file, and those given. */
function secFile(rows: readonly (readonly [name: string, ticker: string, exchange: string])[]): string {
  const letters = (place: number) => [...String(place).padStart(5, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]);
  const many = Array.from({ length: 5_000 }, (_, place) => [place, `Company ${place}`, letters(place).join(""), "OTC"]);
  const own = rows.map(([name, ticker, exchange], place) => [9_000 + place, name, ticker, exchange]);
  return JSON.stringify({ fields: ["cik", "name", "ticker", "exchange"], data: [...own, ...many] });
}

function tickersOf(rows: Parameters<typeof secFile>[0], trader: readonly TraderRow[] = []): string[] {
  const sec = readSecFile(secFile(rows));
  if (typeof sec === "string") throw new Error(sec);
  const given = new Set([...rows.map(([, ticker]) => ticker.replace("-", ".")), ...trader.map(({ ticker }) => ticker)]);
  return fullListings(sec, trader)
    .map(({ ticker }) => ticker)
    .filter((ticker) => given.has(ticker) || ticker.includes("-"));
}

describe("the listings of the official files", () => {
  it("hold the classes of a company's shares", () => {
    expect(tickersOf([["BERKSHIRE HATHAWAY INC", "BRK-B", "NYSE"]])).toEqual(["BRK.B"]);
  });

  it.each(["BAC-PL", "DCOM-P", "IONQ-WT", "BESS-WTA", "KCAC-UN", "OCAC-RI", "ABCD-RW"])(
    "leave out %s, which is no share of the company's own",
    (ticker) => {
      expect(tickersOf([["Some Company", ticker, "NYSE"]])).toEqual([]);
    },
  );

  it("leave out a Nasdaq warrant, unit, right or preferred share whose company is there", () => {
    expect(
      tickersOf([
        ["HeartBeam, Inc.", "BEAT", "Nasdaq"],
        ["HeartBeam, Inc.", "BEATW", "Nasdaq"],
        ["HeartBeam, Inc.", "BEATU", "Nasdaq"],
        ["Alphabet Inc.", "GOOG", "Nasdaq"],
        ["Alphabet Inc.", "GOOGL", "Nasdaq"],
        ["Another Company", "BEATR", "Nasdaq"],
      ]),
    ).toEqual(["BEAT", "GOOG", "GOOGL", "BEATR"]);
  });
});
