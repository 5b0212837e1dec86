import { expect, it } from "vitest";
import { isOfOtherField } from "../../../../../src/domain/detection/rules/page-field";

it.each([
  [
    "is about a field by three of its words, wherever the list has them",
    "The coach, the pitcher and the torwart.",
    true,
  ],
  ["is about a field by three Asian words of it", "試合は先発の投手が崩れた。", true],
  ["is not about a field by two of its words", "The coach, the pitcher and the bank.", false],
  ["is not about a field by words of several", "The coach opened the oven for the paladin.", false],
])("a page %s", (_, text, is) => {
  expect(isOfOtherField([text])).toBe(is);
});

it("a long page needs a word of the field for every six hundred characters", () => {
  const words = "The coach, the pitcher and the torwart. ";
  const filling = (length: number) => "The shares of the bank were little changed. ".repeat(length / 44);
  expect(isOfOtherField([words, filling(1_600)])).toBe(true);
  expect(isOfOtherField([words, filling(2_400)])).toBe(false);
});
