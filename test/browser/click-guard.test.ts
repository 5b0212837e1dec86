import { afterEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { type ShownCard, settled, showCard } from "./shown-card";

let card: ShownCard;

afterEach(() => {
  card.api.destroy();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) element.removeAttribute("style");
});

/** A card that has stood long enough, with its star, on which a reader's click has just counted. */
async function steadyCard(): Promise<HTMLElement> {
  card = await showCard();
  card.clock.advance(600);
  const star = card.note.querySelector<HTMLElement>(".star");
  if (!star) throw new Error("no star");
  await click(star);
  expect(starred()).toHaveLength(1);
  card.asked.length = 0;
  return star;
}

async function click(target: Element): Promise<void> {
  await userEvent.click(target, { force: true });
  await settled();
}

function starred(): unknown[] {
  return card.asked.filter(({ request }) => request === "star");
}

it("takes a reader's click on the star", async () => {
  const star = await steadyCard();
  expect(star.getAttribute("aria-pressed")).toBe("true");
  await click(star);
  expect(starred()).toEqual([{ request: "star", payload: { ticker: "BABA", starred: false } }]);
  expect(star.getAttribute("aria-pressed")).toBe("false");
});

it("takes the reader's Enter on the focused star", async () => {
  const star = await steadyCard();
  star.focus();
  await userEvent.keyboard("{Enter}");
  expect(starred()).toHaveLength(1);
});

it("refuses a forged click", async () => {
  (await steadyCard()).click();
  expect(starred()).toEqual([]);
});

it("refuses a click on a card that has just moved, until it has stood for half a second", async () => {
  const star = await steadyCard();
  card.mention.parentElement?.style.setProperty("margin-top", "80px");
  await card.show({});
  card.clock.advance(499);
  await click(star);
  expect(starred()).toEqual([]);
  card.clock.advance(1);
  await click(star);
  expect(starred()).toHaveLength(1);
});

it.each([
  ["opacity on html", () => document.documentElement.style.setProperty("opacity", "0.5")],
  ["opacity on body", () => document.body.style.setProperty("opacity", "0")],
  ["filter on html", () => document.documentElement.style.setProperty("filter", "blur(1px)")],
  ["transform on html", () => document.documentElement.style.setProperty("transform", "translate(1px)")],
  ["scale on html", () => document.documentElement.style.setProperty("scale", "1.01")],
  ["blending on html", () => document.documentElement.style.setProperty("mix-blend-mode", "difference")],
  [
    "a popover over it that lets clicks through",
    () => overlay("inset: 0; width: 100vw; height: 100vh; pointer-events: none"),
  ],
  [
    "a popover over a corner of it",
    () => overlay("inset: 0 auto auto 0; margin: 0; width: 140px; height: 100vh; pointer-events: none"),
  ],
])("refuses a click under %s, and says so", async (_, trick) => {
  const star = await steadyCard();
  trick();
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain("Not changed: the page covers or alters the card");
});

it("cannot be faded or moved by the page's style on its host", async () => {
  const star = await steadyCard();
  const before = star.getBoundingClientRect();
  card.host.style.cssText =
    "opacity: 0 !important; transform: translate(90px) !important; filter: blur(9px) !important";
  expect(star.getBoundingClientRect()).toEqual(before);
  expect(getComputedStyle(card.host).opacity).toBe("1");
});

it("comes back five times when the page takes it away, then gives way", async () => {
  await steadyCard();
  for (let time = 1; time <= 5; time += 1) {
    card.host.remove();
    await settled();
    expect(card.host.matches(":popover-open")).toBe(true);
  }
  card.host.hidePopover();
  await settled();
  expect(card.reported).toContain("closed");
  expect(card.host.isConnected).toBe(false);
});

function overlay(style: string): void {
  const cover = document.createElement("div");
  cover.popover = "manual";
  cover.style.cssText = style;
  document.body.append(cover);
  cover.showPopover();
}
