import { describe, expect, it } from "vitest";
import { LONGEST_TEXT, MOST_TEXTS } from "../../src/domain/detection/mention";
import { REQUESTS } from "../../src/protocol";

const takes = (payload: unknown) => REQUESTS.scout.payload().safeParse(payload).success;

describe("a page's texts", () => {
  it.each([
    ["none", { texts: [], apart: [] }],
    ["as many and as long as may be", { texts: Array(MOST_TEXTS).fill("a"), apart: [MOST_TEXTS] }],
    ["the longest", { texts: ["a".repeat(LONGEST_TEXT)], apart: [] }],
    ["with a day", { texts: ["a"], apart: [0], published: "2025-11-11" }],
  ])("are taken: %s", (_, payload) => {
    expect(takes(payload)).toBe(true);
  });

  it.each([
    ["one too many", { texts: Array(MOST_TEXTS + 1).fill("a"), apart: [] }],
    ["one too long", { texts: ["a", "a".repeat(LONGEST_TEXT + 1)], apart: [] }],
    ["a number among them", { texts: ["a", 1], apart: [] }],
    ["a hole among them", { texts: Object.assign([], { 1: "a" }), apart: [] }],
    ["what only looks like a list", { texts: { length: 1, 0: "a" }, apart: [] }],
    ["a place before the first", { texts: ["a"], apart: [-1] }],
    ["a place between two", { texts: ["a"], apart: [0.5] }],
    ["a place that is no number", { texts: ["a"], apart: ["0"] }],
    ["without places", { texts: ["a"] }],
    ["with more than was asked for", { texts: ["a"], apart: [], page: "a" }],
    ["with another day", { texts: ["a"], apart: [], published: "yesterday" }],
  ])("are refused: %s", (_, payload) => {
    expect(takes(payload)).toBe(false);
  });
});
