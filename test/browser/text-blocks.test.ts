import { afterEach, expect, it } from "vitest";
import { createBlockReader, type TextBlock } from "../../src/content/page/text-blocks";

afterEach(() => document.body.replaceChildren());
afterEach(() => document.querySelector("base")?.remove());

function blocksOf(html: string): TextBlock[] {
  document.body.innerHTML = html;
  const blocks: TextBlock[] = [];
  const nothing = () => undefined;
  const callbacks = { onHidden: nothing, onInterrupted: nothing };
  createBlockReader(document.body, callbacks, (block) => blocks.push(block)).readUntilPause(() => false);
  return blocks;
}

/** The texts of the blocks of a page, with signs for what is put between two text nodes. */
function textsOf(html: string): string[] {
  return blocksOf(html).map(({ text }) => text.replaceAll("\ufffc", "|").replaceAll("\u2060", "~"));
}

it.each([
  ["at a line break", "<p>One<br>Two</p>", ["One|Two"]],
  ["at a line break within an inline element", "<p><b>One<br></b><i>Two</i></p>", ["One|Two"]],
  ["at a line break with blanks around it", "<p>One <br> Two<b>Three</b></p>", ["One | Two~Three"]],
  ["at each line break, but not after it", "<p>One<br>Two<b>Three</b><br>Four</p>", ["One|Two~Three|Four"]],
  ["not at a line break before the first", "<p><br>One<b>Two</b></p>", ["One~Two"]],
  ["nowhere within a word", "<p><b>O</b>ne <i>two</i></p><p>Three<br></p>", ["O~ne two", "Three"]],
])("the texts of a block are divided %s", (_, html, expected) => {
  expect(textsOf(html)).toEqual(expected);
});

it.each([
  ["an address that is a quote page's as it is written", "", "https://finance.yahoo.com/quote/MSFT"],
  ["any address on a quote page", "https://finance.yahoo.com/quote/AAPL", "MSFT"],
])("a link is told with the whole of %s", (_, base, href) => {
  if (base !== "") document.head.append(Object.assign(document.createElement("base"), { href: base }));
  const [block] = blocksOf(`<p>Beside <a href="${href}">Microsoft</a></p>`);
  expect(block?.links).toEqual([{ surface: "https://finance.yahoo.com/quote/MSFT Microsoft", start: -30, end: 16 }]);
});

it("a link elsewhere is not told", () => {
  const [block] = blocksOf(`<p>Beside <a href="https://example.org/MSFT">Microsoft</a></p>`);
  expect(block?.links).toEqual([]);
});
