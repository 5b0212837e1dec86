import { afterEach, beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import theme from "../../src/ui/theme.css?inline";
import { showCard } from "./shown-card";

// What the pointer rests on looks different, and the browser says so a frame later.
beforeEach(() => userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } }));
afterEach(() => document.body.replaceChildren());

/** Colours and fonts of the card and of its parts. */
async function looks(): Promise<{ colours: string[]; fonts: Set<string> }> {
  const card = await showCard();
  const styles = [card.note, ...card.note.querySelectorAll("*")].map((part) => getComputedStyle(part));
  const colours = styles.flatMap(({ color, backgroundColor, borderColor }) => [color, backgroundColor, borderColor]);
  const fonts = new Set(styles.map(({ fontFamily }) => fontFamily));
  card.api.destroy();
  return { colours, fonts };
}

it("a page that registers the card's properties by name takes no colour from it", async () => {
  const { colours } = await looks();
  const names = new Set(theme.match(/--[a-z-]+/g));
  expect(names.size).toBeGreaterThan(8);
  for (const name of names) CSS.registerProperty({ name, syntax: "<length>", inherits: false, initialValue: "0px" });
  expect(colours).toContain("rgb(255, 255, 255)");
  expect((await looks()).colours).toEqual(colours);
});

it("a page that brings a font draws no figure with it, as the card asks for no font by a name", async () => {
  const { fonts } = await looks();
  expect([...fonts]).toEqual(["system-ui, sans-serif"]);
});
