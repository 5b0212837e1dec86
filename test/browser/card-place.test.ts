import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { ok } from "../../src/domain/failure";
import { COMPARISONS } from "../fakes/card-cases";
import { paragraphMention, type ShownCard, settled, showCard } from "./shown-card";

let card: ShownCard;

afterEach(async () => {
  card.api.destroy();
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  document.documentElement.removeAttribute("dir");
  for (const sheet of document.querySelectorAll("style[data-test]")) sheet.remove();
  await page.viewport(900, 800);
});

function style(css: string): void {
  const sheet = document.createElement("style");
  sheet.dataset.test = "";
  sheet.textContent = css;
  document.head.append(sheet);
}

function box(): DOMRect {
  return card.note.getBoundingClientRect();
}

function insideViewport(): boolean {
  const { left, top, right, bottom } = box();
  return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight;
}

/** Everything about the card's looks that a page could have reached. */
function looks(): unknown[] {
  return [...card.note.querySelectorAll("*"), card.note].map((element) => {
    const { color, backgroundColor, fontSize, fontFamily, display, opacity, transform, visibility } =
      getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return [
      element.className.toString(),
      color,
      backgroundColor,
      fontSize,
      fontFamily,
      display,
      opacity,
      transform,
      visibility,
      width,
      height,
    ];
  });
}

it.each([
  ["everything unset", "* { all: unset !important }"],
  [
    "everything hidden",
    "body > *, html > *, div { display: none !important; visibility: hidden !important; opacity: 0 !important }",
  ],
  ["everything bent", "* { transform: rotate(9deg) !important; filter: blur(3px) !important; zoom: 2 !important }"],
  [
    "everything large and red",
    "html, * { font: 40px cursive !important; color: red !important; background: red !important }",
  ],
  [
    "the highest z-index",
    "body::after { content: ''; position: fixed; inset: 0; z-index: 2147483647; background: red }",
  ],
  [
    "hostile pseudo-elements",
    "*::before, *::after, *::backdrop { content: 'x' !important; background: red !important; inset: 0; position: fixed }",
  ],
])("looks the same on a page with %s", async (_, css) => {
  await page.viewport(900, 800);
  const line = new DOMRect(100, 100, 60, 20);
  card = await showCard({ line, settings: { look: { theme: "light" } } });
  const before = looks();
  card.api.destroy();
  style(css);
  card = await showCard({ line, settings: { look: { theme: "light" } } });
  expect(looks()).toEqual(before);
  expect(getComputedStyle(card.host, "::backdrop").display).toBe("none");
});

describe("the card stands inside the viewport and off the mention", () => {
  it.each([
    ["in a transformed, scrolled container", "transform: scale(0.8) translateX(40px); overflow: auto; height: 300px"],
    ["in a container with perspective and filter", "perspective: 90px; filter: grayscale(1); contain: paint"],
    ["at the right edge", "text-align: right; margin: 0"],
    ["at the bottom", "position: fixed; bottom: 4px; left: 20px"],
  ])("%s", async (_, css) => {
    const mention = paragraphMention();
    mention.parentElement?.setAttribute("style", css);
    card = await showCard({ mention });
    const line = mention.getClientRects()[0];
    expect(insideViewport()).toBe(true);
    const { top, bottom, left, right } = box();
    expect(line && top < line.bottom && bottom > line.top && left < line.right && right > line.left).toBe(false);
  });

  it("in a narrow window, with nothing cut off sideways", async () => {
    await page.viewport(320, 640);
    card = await showCard();
    expect(insideViewport()).toBe(true);
    expect(card.note.scrollWidth).toBe(card.note.clientWidth);
  });

  it("in a narrow window, with its source", async () => {
    await page.viewport(320, 640);
    const { sinceArticle: _, ...today } = COMPARISONS.trailed;
    // The close and its zone are longer than those of New York.
    card = await showCard({ answer: ok({ ...today, currency: "HKD", close: 1642, zone: "Asia/Hong_Kong" }) });
    expect(card.note.querySelectorAll("[data-dropped]")).toHaveLength(0);
  });

  it("with twice the text size", async () => {
    await page.viewport(900, 700);
    card = await showCard();
    card.root.querySelector<HTMLElement>(".card")?.style.setProperty("font-size", "26px");
    await card.show({});
    expect(insideViewport()).toBe(true);
    expect(card.note.scrollWidth).toBe(card.note.clientWidth);
  });

  it("on a page that runs from right to left", async () => {
    document.documentElement.dir = "rtl";
    const mention = paragraphMention();
    card = await showCard({ mention });
    expect(insideViewport()).toBe(true);
    expect(box().right).toBeLessThanOrEqual(Math.max(mention.getBoundingClientRect().right, 8 + box().width) + 1);
  });
});

describe("in a low window", () => {
  /** Rows of the card that are drawn, but not whole inside of it. */
  const cutRows = () => {
    const { top, bottom } = box();
    return [...card.note.querySelectorAll("p, tr, .chart, .range, .head")].filter((row) => {
      const own = row.getBoundingClientRect();
      return own.height > 0 && !row.matches(".sq-words") && (own.top < top - 0.5 || own.bottom > bottom + 0.5);
    });
  };
  it.each([320, 400, 480, 560, 640, 720, 800, 900])("%i pixels high no row is cut through", async (height) => {
    await page.viewport(900, height);
    for (const share of [0.02, 0.3, 0.5, 0.8]) {
      card = await showCard({ line: new DOMRect(100, height * share, 60, 20), settings: { card: { more: true } } });
      expect(cutRows(), `line at ${share}`).toEqual([]);
      expect(insideViewport(), `line at ${share}`).toBe(true);
      expect(card.note.scrollHeight).toBeLessThanOrEqual(card.note.clientHeight);
      card.api.destroy();
    }
  });
  it("the least important rows go first, and come back with the room", async () => {
    await page.viewport(900, 460);
    const line = new DOMRect(100, 20, 60, 20);
    card = await showCard({ line, settings: { card: { more: true } } });
    const isShown = (row: string) =>
      (card.note.querySelector<HTMLElement>(`[data-row="${row}"]`)?.getBoundingClientRect().height ?? 0) > 0;
    expect(["other-listing", "chart", "foot", "article"].map(isShown)).toEqual([false, true, true, true]);
    await page.viewport(900, 900);
    await settled();
    await settled();
    expect(["other-listing", "chart", "foot", "article"].map(isShown)).toEqual([true, true, true, true]);
  });
});

describe("on touch", () => {
  it("is a sheet at the bottom, as wide as the screen, with targets for a finger", async () => {
    await page.viewport(390, 800);
    card = await showCard({ touch: true, starred: true });
    const { left, right, bottom } = box();
    expect([left, right, Math.round(bottom)]).toEqual([0, 390, 800]);
    for (const target of card.note.querySelectorAll("button")) {
      const { width, height } = target.getBoundingClientRect();
      expect([width >= 44, height >= 44], target.className).toEqual([true, true]);
    }
    expect(card.note.querySelector<HTMLElement>(".close-button")?.offsetWidth).toBeGreaterThan(0);
  });
});

describe("the card follows what it stands beside", () => {
  it("when the page scrolls", async () => {
    document.body.style.height = "3000px";
    card = await showCard();
    const before = box().top;
    const gap = before - card.mention.getBoundingClientRect().bottom;
    scrollTo({ top: 5, behavior: "instant" });
    await settled();
    await settled();
    expect(box().top - card.mention.getBoundingClientRect().bottom).toBeCloseTo(gap, 0);
    scrollTo(0, 0);
  });
  it("and stays where it is while the page writes its words anew", async () => {
    card = await showCard();
    const { top } = box();
    let line: DOMRect | null = null;
    await card.show({ anchor: { line: () => line, element: card.mention } });
    expect(card.reported).not.toContain("closed");
    expect(box().top).toBe(top);
    line = new DOMRect(20, 300, 80, 20);
    card.api.follow();
    expect(box().top).toBeGreaterThan(300);
  });

  it("and goes with it out of sight", async () => {
    document.body.style.height = "3000px";
    card = await showCard();
    scrollTo({ top: 1000, behavior: "instant" });
    await settled();
    await settled();
    expect(card.reported).toContain("closed");
    scrollTo(0, 0);
  });
});

describe("the card can be pointed at", () => {
  function isOnTop(): boolean {
    const { left, top } = box();
    return document.elementFromPoint(left + 20, top + 20) === card.host;
  }
  it("above the highest z-index", async () => {
    style("body::after { content: ''; position: fixed; inset: 0; z-index: 2147483647 }");
    card = await showCard();
    expect(isOnTop()).toBe(true);
  });
  it("inside the page's modal dialog", async () => {
    const dialog = document.createElement("dialog");
    const mention = paragraphMention();
    dialog.append(mention);
    document.body.append(dialog);
    dialog.showModal();
    card = await showCard({ mention });
    expect(card.host.parentElement).toBe(dialog);
    expect(isOnTop()).toBe(true);
  });
  it("inside a modal dialog within a page's shadow root", async () => {
    const dialog = document.createElement("dialog");
    const inner = document.createElement("div");
    const mention = paragraphMention();
    inner.attachShadow({ mode: "open" }).append(mention);
    dialog.append(inner);
    document.body.append(dialog);
    dialog.showModal();
    card = await showCard({ mention });
    expect(card.host.parentElement).toBe(dialog);
    expect(isOnTop()).toBe(true);
  });
});

it("follows the page's own scheme when the reader wants that", async () => {
  document.body.style.background = "#101418";
  card = await showCard({ settings: { look: { theme: "page" } } });
  const dark = getComputedStyle(card.note).backgroundColor;
  card.api.destroy();
  document.body.style.background = "#ffffff";
  card = await showCard({ settings: { look: { theme: "page" } } });
  expect([dark, getComputedStyle(card.note).backgroundColor]).toEqual(["rgb(28, 31, 38)", "rgb(255, 255, 255)"]);
});
