import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createDirectory } from "../../../src/domain/directory";
import { hasOtherShare } from "../../../src/domain/other-shares";
import { parseStarter } from "../../../src/domain/starter";

const FOLDER = "src/domain/starter";
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".tsv"));
const directory = createDirectory(files.flatMap((name) => parseStarter(readFileSync(`${FOLDER}/${name}`, "utf8"))));

describe("another share of the same company", () => {
  it.each(["FOX", "FOXA", "NWS", "NWSA", "GOOG", "GOOGL", "BRK.A", "BRK.B", "UA", "UAA"])(
    "is one of another class: %s",
    (ticker) => {
      expect(directory.byTicker(ticker)).toBeDefined();
      expect(hasOtherShare(ticker, directory)).toBe(true);
    },
  );

  it.each(["BABA", "9988.HK", "RIO", "BHP.AX"])("is one on another exchange: %s", (ticker) => {
    expect(directory.byTicker(ticker)).toBeDefined();
    expect(hasOtherShare(ticker, directory)).toBe(true);
  });

  it.each(["AAPL", "META", "TSLA", "XOM", "NOPE"])("is not known of %s", (ticker) => {
    expect(hasOtherShare(ticker, directory)).toBe(false);
  });
});
