import { afterEach, expect, it } from "vitest";
import { createBlockReader } from "../../src/content/page/text-blocks";

afterEach(() => document.body.replaceChildren());

/** The texts of the blocks of a page, with signs for what is put between two text nodes. */
function blocksOf(html: string): string[] {
  document.body.innerHTML = html;
  const texts: string[] = [];
  const nothing = () => undefined;
  createBlockReader(document.body, { onHidden: nothing, onInterrupted: nothing }, ({ text }) =>
    texts.push(text.replaceAll("\ufffc", "|").replaceAll("\u2060", "~")),
  ).readUntilPause(() => false);
  return texts;
}

it.each([
  ["at a line break", "<p>One<br>Two</p>", ["One|Two"]],
  ["at a line break within an inline element", "<p><b>One<br></b><i>Two</i></p>", ["One|Two"]],
  ["at a line break with blanks around it", "<p>One <br> Two<b>Three</b></p>", ["One | Two~Three"]],
  ["at each line break, but not after it", "<p>One<br>Two<b>Three</b><br>Four</p>", ["One|Two~Three|Four"]],
  ["not at a line break before the first", "<p><br>One<b>Two</b></p>", ["One~Two"]],
  ["nowhere within a word", "<p><b>O</b>ne <i>two</i></p><p>Three<br></p>", ["O~ne two", "Three"]],
])("the texts of a block are divided %s", (_, html, expected) => {
  expect(blocksOf(html)).toEqual(expected);
});
