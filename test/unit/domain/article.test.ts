import { describe, expect, it } from "vitest";
import { articleDate } from "../../../src/domain/article";

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
  ])("is taken from %s", (_, clues, day) => {
    expect(articleDate({ ...NOTHING, ...clues }, "2025-11-20")).toBe(day);
  });
});
