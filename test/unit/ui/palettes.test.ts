import { describe, expect, it } from "vitest";
import { paletteFor, schemeFor } from "../../../src/ui/palettes";

describe("paletteFor", () => {
  it.each([
    ["auto", "en-US", "green-up"],
    ["auto", "zh-CN", "red-up"],
    ["auto", "zh_CN", "red-up"],
    ["auto", "ja", "red-up"],
    ["auto", "ko-KR", "red-up"],
    ["mono", "ja", "mono"],
    ["green-up", "zh-CN", "green-up"],
  ] as const)("draws %s in %s as %s", (setting, language, palette) => {
    expect(paletteFor(setting, language)).toBe(palette);
  });
});

describe("schemeFor", () => {
  it.each([
    ["auto", true, undefined],
    ["light", true, "light"],
    ["dark", false, "dark"],
    ["page", true, "dark"],
    ["page", false, "light"],
    ["page", null, undefined],
  ] as const)("setting %s on a page that is dark: %s gives %s", (setting, dark, scheme) => {
    expect(schemeFor(setting, () => dark)).toBe(scheme);
  });
});
