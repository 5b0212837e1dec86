import { describe, expect, it } from "vitest";
import { isTicker } from "../../../src/domain/ticker";

describe("isTicker", () => {
  it.each(["BABA", "BRK.B", "0700.HK", "^GSPC", "BTC-USD"])("accepts %s", (text) => {
    expect(isTicker(text)).toBe(true);
  });
  it.each(["", "baba", "A B", "ABCDEFGHIJKLMNOP", "__proto__", 7, null])("refuses %s", (text) => {
    expect(isTicker(text)).toBe(false);
  });
});
