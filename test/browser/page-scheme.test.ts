import { afterEach, describe, expect, it } from "vitest";
import { pageIsDark } from "../../src/card/page-scheme";

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("style");
});

/** A text in boxes of these styles, the outermost first. */
function textWithin(...styles: readonly string[]): Element {
  return styles.reduce<Element>((parent, style) => {
    const box = document.createElement("div");
    box.style.cssText = style;
    parent.append(box);
    return box;
  }, document.body);
}

const INVERTED = "filter: invert(1) hue-rotate(180deg)";

describe("a page is dark", () => {
  it.each([
    ["by its ground", ["background: #111"], true],
    ["not by a light ground", ["background: #fff"], false],
    ["by the nearest ground", ["background: #fff", "background: #111"], true],
    ["not by a thin veil", ["background: #fff", "background: rgb(0 0 0 / 0.3)"], false],
    ["where a light ground is inverted", [`background: #fff; ${INVERTED}`], true],
    ["where the ground is inverted from further out", [INVERTED, "background: #fff"], true],
    ["not where it is inverted twice", [INVERTED, `background: #fff; ${INVERTED}`], false],
    ["not where only the text is inverted", ["background: #fff", INVERTED], false],
    ["not where it is inverted a little", ["background: #fff; filter: invert(0.1)"], false],
    ["not where a dark ground is inverted", [`background: #111; ${INVERTED}`], false],
  ] as const)("%s", (_, styles, expected) => {
    expect(pageIsDark(textWithin(...styles))).toBe(expected);
  });

  it.each([
    ["light", "", false],
    ["as its root's style says", "color-scheme: dark", true],
    ["as the system is, where it has both", "color-scheme: light dark", null],
  ] as const)("without a ground: %s", (_, style, expected) => {
    document.documentElement.style.cssText = style;
    expect(pageIsDark(textWithin(""))).toBe(expected);
  });

  it.each([
    ["dark", true],
    ["light dark", null],
    ["light", false],
  ])("without a ground, by its meta element: %s", (content, expected) => {
    const meta = Object.assign(document.createElement("meta"), { name: "color-scheme", content });
    document.head.append(meta);
    expect(pageIsDark(textWithin(""))).toBe(expected);
    meta.remove();
  });

  it("where its root is inverted, whose filter Chromium spares the card", () => {
    document.documentElement.style.cssText = `background: #fff; ${INVERTED}`;
    expect(pageIsDark(textWithin(""))).toBe(true);
  });
});
