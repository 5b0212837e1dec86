import { describe, expect, it } from "vitest";
import { LONGEST_DATE_TEXT, MOST_DATE_TEXTS } from "../../../src/domain/article";
import { LONGEST_TEXT, MOST_TEXTS } from "../../../src/domain/detection/mention";
import { REQUESTS } from "../../../src/protocol/requests";

const takes = (payload: unknown) => REQUESTS.identify.payload().safeParse(payload).success;
const takesDates = (payload: unknown) => REQUESTS.publication.payload().safeParse(payload).success;
const STATED = { structured: ["2025-11-14"], meta: [], times: [], path: "/" };
const LINK = { start: 0, end: 1, surface: "a" };
const block = (text: unknown, links: unknown = []) => ({ text, links });

describe("a page's blocks", () => {
  it.each([
    ["none", { blocks: [] }],
    ["as many as may be", { blocks: Array(MOST_TEXTS).fill(block("a")) }],
    ["the longest", { blocks: [block("a".repeat(LONGEST_TEXT))] }],
    ["with a link", { blocks: [block("NOW", [{ start: -30, end: 3, surface: "https://example.org/NOW NOW" }])] }],
    ["with a day", { blocks: [block("a")], published: "2025-11-11" }],
  ])("are taken: %s", (_, payload) => {
    expect(takes(payload)).toBe(true);
  });

  it.each([
    ["one too many", { blocks: Array(MOST_TEXTS + 1).fill(block("a")) }],
    ["one too long", { blocks: [block("a"), block("a".repeat(LONGEST_TEXT + 1))] }],
    ["a number among them", { blocks: [block("a"), block(1)] }],
    ["a hole among them", { blocks: Object.assign([], { 1: block("a") }) }],
    ["what only looks like a list", { blocks: { length: 1, 0: block("a") } }],
    ["one without links", { blocks: [{ text: "a" }] }],
    ["a link between two letters", { blocks: [block("a", [{ start: 0.5, end: 1, surface: "a" }])] }],
    ["with more than was asked for", { blocks: [], page: "a" }],
    ["with a million quote links", { blocks: Array(1_000).fill(block("a", Array(1_000).fill(LINK))) }],
    ["with another day", { blocks: [block("a")], published: "yesterday" }],
  ])("are refused: %s", (_, payload) => {
    expect(takes(payload)).toBe(false);
  });
});

it("no block of too many is looked into", () => {
  const looked: string[] = [];
  const last = {
    get text() {
      looked.push("text");
      return "a";
    },
    get links() {
      looked.push("links");
      return Array(1_000).fill(LINK);
    },
  };
  expect(takes({ blocks: [...Array(MOST_TEXTS).fill(block("a")), last] })).toBe(false);
  expect(looked).toEqual([]);
});

describe("what a page states of its date", () => {
  it("is taken up to the limits", () => {
    const longest = "a".repeat(LONGEST_DATE_TEXT);
    expect(takesDates({ ...STATED, meta: Array(MOST_DATE_TEXTS).fill(longest), path: longest })).toBe(true);
  });
  it.each([
    ["a text too many", { ...STATED, times: Array(MOST_DATE_TEXTS + 1).fill("2025") }],
    ["a text too long", { ...STATED, structured: ["a".repeat(LONGEST_DATE_TEXT + 1)] }],
    ["a number", { ...STATED, meta: [2025] }],
    ["with more than was asked for", { ...STATED, title: "a" }],
  ])("is refused: %s", (_, payload) => {
    expect(takesDates(payload)).toBe(false);
  });
});
