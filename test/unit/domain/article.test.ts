import { describe, expect, it } from "vitest";
import { articleDate, publicationOf } from "../../../src/domain/article";

const NOTHING = { structured: [], meta: [], times: [], path: "/" };

describe("the day of an article", () => {
  it.each([
    ["structured data", { structured: ["2025-11-14T09:30:00-05:00"], meta: ["2025-11-20"] }, "2025-11-14"],
    ["a meta element", { meta: ["2025-11-14"] }, "2025-11-14"],
    ["the only times", { times: ["2025-11-14T10:00Z"] }, "2025-11-14"],
    ["the address", { path: "/news/2025/11/14/alibaba-slides" }, "2025-11-14"],
    ["no times among many", { times: ["2025-11-14", "2025-11-13", "2025-11-12", "2025-11-11"] }, null],
    ["no day to come", { meta: ["2026-06-01"] }, null],
    ["no such day", { meta: ["2025-02-30"] }, null],
    ["nothing", {}, null],
  ])("is taken from %s", (_, stated, day) => {
    expect(articleDate({ ...NOTHING, ...stated }, "2025-11-20")).toBe(day);
  });
});

describe("the instant of an article", () => {
  it.each<[string, string, string | null]>([
    ["with its zone", "2025-11-14T18:30:00-05:00", "2025-11-14T23:30:00Z"],
    ["in UTC, with fractions", "2025-11-14T23:30:00.123Z", "2025-11-14T23:30:00Z"],
    ["without seconds and colons", "2025-11-14T1830+0900", "2025-11-14T09:30:00Z"],
    ["after a blank", "2025-11-14 18:30:05 +01:00", "2025-11-14T17:30:05Z"],
    ["midnight stands for a day alone", "2025-11-14T00:00:00-05:00", null],
    ["no zone", "2025-11-14T18:30:00", null],
    ["a day alone", "2025-11-14", null],
    ["an hour that no clock shows", "2025-11-14T25:30:00Z", null],
    ["an address", "/news/2025/11/14/10-30-stocks", null],
  ])("%s: %s", (_, text, instant) => {
    const found = publicationOf({ ...NOTHING, structured: [text] }, "2025-11-20");
    expect(found).toEqual({ day: "2025-11-14", at: instant === null ? null : Date.parse(instant) });
  });
  it("is taken from the first text of that day that has one", () => {
    const stated = { structured: ["2025-11-14"], meta: ["2025-11-13T08:00:00Z", "2025-11-14T08:00:00Z"] };
    expect(publicationOf({ ...NOTHING, ...stated }, "2025-11-20")).toEqual({
      day: "2025-11-14",
      at: Date.UTC(2025, 10, 14, 8),
    });
  });
});
