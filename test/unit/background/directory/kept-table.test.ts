import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKeptTable, keepTable, lookUp, rowsOf } from "../../../../src/background/directory/kept-table";

const key = fc
  .oneof(fc.string({ maxLength: 8 }), fc.string({ unit: "grapheme", maxLength: 4 }))
  .filter((text) => !/[\t\n]/.test(text));
const text = fc.string({ unit: "grapheme", maxLength: 8 }).filter((one) => !one.includes("\n"));

describe("a kept table", () => {
  it("answers as a map does, once a browser has kept it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, text), { maxLength: 60 }), fc.array(key), (entries, others) => {
        const table = structuredClone(keepTable(entries));
        const map = new Map([...entries].reverse());
        for (const one of [...map.keys(), ...others]) expect(lookUp(table, one)).toBe(map.get(one));
        expect(isKeptTable(table)).toBe(true);
      }),
    );
  });

  it("hands its rows back in order, of two with one key the first", () => {
    const table = keepTable([
      ["b", "1"],
      ["a", "2\t3"],
      ["b", "4"],
      ["", ""],
    ]);
    expect(rowsOf(table)).toEqual([
      ["b", "1"],
      ["a", "2\t3"],
      ["", ""],
    ]);
  });

  it("holds nothing when nothing is kept", () => {
    expect(rowsOf(keepTable([]))).toEqual([]);
    expect(lookUp(keepTable([]), "a")).toBeUndefined();
  });

  it.each([
    ["a\tb", ""],
    ["a\nb", ""],
    ["a", "b\nc"],
  ])("refuses what would make two rows of one: %j, %j", (one, other) => {
    expect(() => keepTable([[one, other]])).toThrow(RangeError);
  });
});
