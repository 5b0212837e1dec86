import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { type ShownCard, showCard } from "./shown-card";

let card: ShownCard;

afterEach(async () => {
  card.api.destroy();
  document.body.replaceChildren();
  await prefer();
});

/** What the reader's system asks of every page, from now on. */
async function prefer(...features: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
  await cdp().send("Emulation.setEmulatedMedia", { features: [...features] });
}

const style = (selector: string) => getComputedStyle(card.note.querySelector(selector) as Element);

describe("a reader who wants less motion", () => {
  it("sees the card at once", async () => {
    card = await showCard();
    expect(getComputedStyle(card.note).animationName).toBe("rise");
    await prefer({ name: "prefers-reduced-motion", value: "reduce" });
    expect(getComputedStyle(card.note).animationName).toBe("none");
  });
});

describe("in the reader's forced colours", () => {
  const forced = { name: "forced-colors", value: "active" };

  it("the card has an edge, and rise and fall are told by sign and arrow in the colour of text", async () => {
    await prefer(forced);
    card = await showCard();
    const text = getComputedStyle(card.note).color;
    expect(getComputedStyle(card.note).borderTopColor).toBe(text);
    expect(style(".change .sq-figure").color).toBe(text);
    expect(style(".sq-arrow").display).not.toBe("none");
  });

  it("what holds the answer's place while it is awaited cannot be taken for the answer", async () => {
    await prefer(forced);
    card = await showCard({ answer: null });
    expect(style(".ghost.close").visibility).toBe("hidden");
  });
});
