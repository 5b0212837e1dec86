import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isOrdinary, isOrdinaryCapitals } from "../../../../../src/domain/detection/words/word-lists";

const FILE = new URL("../../../../../src/domain/detection/words/ordinary-words.txt", import.meta.url);

it("every ordinary word is found where it stands in the list, and what would stand between two of them is not", () => {
  const words = readFileSync(FILE, "utf8").replace(/^#.*$/gm, "").trim().split(/\s+/);
  expect(words.filter((word) => !isOrdinary(word))).toEqual([]);
  expect(words.map((word) => `${word}~`).filter(isOrdinary)).toEqual([]);
  expect(["", "~"].filter(isOrdinary)).toEqual([]);
});

it.each(["PSI", "STI", "ATX", "SMI", "OMX"])("%s is an index abroad before it is a ticker", (letters) => {
  expect(isOrdinaryCapitals(letters)).toBe(true);
});
