import { afterEach, beforeEach, expect, it } from "vitest";
import { createMarks, type Marks } from "../../src/content/marks";
import type { PageMention } from "../../src/content/page-mention";

let lifetime: AbortController;
let marks: Marks;

beforeEach(() => {
  lifetime = new AbortController();
  marks = createMarks({ drawn: true, signal: lifetime.signal });
});

afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
});

function paragraph(text: string, style = ""): HTMLParagraphElement {
  const block = document.createElement("p");
  block.style.cssText = style;
  block.textContent = text;
  document.body.append(block);
  return block;
}

function mentionOf(block: Element, surface: string): PageMention {
  const node = block.firstChild as Text;
  const start = node.data.indexOf(surface);
  return {
    ticker: surface,
    name: surface,
    surface,
    evidence: "bare",
    block,
    spans: [{ node, start, end: start + surface.length }],
  };
}

function registered(): number {
  return CSS.highlights.get("sq-m")?.size ?? 0;
}

/** As many moves as it takes until the marks are looked after. */
function movePointer(): void {
  for (let move = 0; move < 16; move += 1) marks.holds(null);
}

/** Resolves after the observers of visibility have reported the current layout. */
async function visibilityKnown(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
}

it("marks what is near the viewport and remembers the rest", async () => {
  const near = paragraph("Shares of BABA fell.");
  const far = paragraph("Shares of MSFT rose.", "margin-top: 20000px");
  marks.add([mentionOf(near, "BABA"), mentionOf(far, "MSFT")]);
  await visibilityKnown();
  expect(registered()).toBe(1);
  far.scrollIntoView();
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["MSFT"]);
});

it("registers at most a hundred ranges of a block that holds thousands", async () => {
  const block = paragraph("BABA ".repeat(3000));
  const node = block.firstChild as Text;
  marks.add(
    Array.from({ length: 3000 }, (_, index) => ({
      ...mentionOf(block, "BABA"),
      spans: [{ node, start: index * 5, end: index * 5 + 4 }],
    })),
  );
  await visibilityKnown();
  expect(registered()).toBe(100);
});

it("marks and knows text of an element that has no box of its own, and none of a hidden one", async () => {
  const boxless = paragraph("Shares of BABA fell.", "display: contents");
  const hidden = paragraph("Shares of MSFT rose.", "display: none");
  marks.add([mentionOf(boxless, "BABA"), mentionOf(hidden, "MSFT")]);
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["BABA"]);
  expect([boxless, hidden].map(marks.holds)).toEqual([true, false]);
});

it("leaves the page's markup byte-identical", async () => {
  const block = paragraph("Shares of BABA fell.");
  const before = document.documentElement.outerHTML;
  marks.add([mentionOf(block, "BABA")]);
  await visibilityKnown();
  expect(document.documentElement.outerHTML).toBe(before);
});

it("finds the mention under the pointer, on each line of it, and nothing beside it", () => {
  const block = paragraph("Alibaba Group Holding Limited fell.", "width: 90px; font: 16px monospace");
  const mention = mentionOf(block, "Alibaba Group Holding Limited");
  marks.add([mention]);
  const lines = marks.linesOf(mention);
  expect(lines.length).toBeGreaterThan(1);
  for (const { left, top, width, height } of lines) {
    expect(marks.hitTest(left + width / 2, top + height / 2)?.mention).toBe(mention);
  }
  const last = lines.at(-1) as DOMRect;
  expect(marks.hitTest(last.right + 20, last.top + 5)).toBeNull();
  expect(marks.hitTest(last.left + 5, last.bottom + 40)).toBeNull();
});

it("knows the very elements in which a mention's text stands, as the page is now", async () => {
  const block = paragraph("");
  block.innerHTML = "Shares of <b>Alibaba</b> <i>fell</i>.";
  const [bold, italic] = [block.querySelector("b"), block.querySelector("i")];
  const node = bold?.firstChild as Text;
  const mention = { ...mentionOf(paragraph("Alibaba"), "Alibaba"), block, spans: [{ node, start: 0, end: 7 }] };
  marks.add([mention]);
  await visibilityKnown();
  expect([bold, italic, block, document, null].map(marks.holds)).toEqual([true, false, false, false, false]);
  marks.remove([mention]);
  expect(marks.holds(bold)).toBe(false);
});

it.each(["right in its open shadow root", "in a slot there"])(
  "finds a mention that an element shows %s",
  async (where) => {
    const block = document.createElement("div");
    document.body.append(block);
    const shadow = block.attachShadow({ mode: "open" });
    if (where.includes("slot")) shadow.append(document.createElement("slot"));
    const node = document.createTextNode("Shares of BABA fell.");
    (where.includes("slot") ? block : shadow).append(node);
    const mention = { ...mentionOf(paragraph("BABA"), "BABA"), block, spans: [{ node, start: 10, end: 14 }] };
    marks.add([mention]);
    await visibilityKnown();
    const [line] = marks.linesOf(mention);
    expect(marks.holds(block)).toBe(true);
    expect(line && marks.hitTest(line.left + 4, line.top + 4)?.mention).toBe(mention);
  },
);

it("finds a mention that stands in an open shadow root", () => {
  const host = document.createElement("div");
  document.body.append(host);
  const block = document.createElement("p");
  block.textContent = "Shares of BABA fell.";
  host.attachShadow({ mode: "open" }).append(block);
  const mention = mentionOf(block, "BABA");
  marks.add([mention]);
  const [line] = marks.linesOf(mention);
  expect(line && marks.hitTest(line.left + 4, line.top + 4)?.mention).toBe(mention);
});

it("does not find a mention that something covers", () => {
  const block = paragraph("BABA fell.");
  const mention = mentionOf(block, "BABA");
  marks.add([mention]);
  const cover = document.createElement("div");
  cover.style.cssText = "position: fixed; inset: 0; background: white";
  document.body.append(cover);
  const [line] = marks.linesOf(mention);
  expect(line && marks.hitTest(line.left + 4, line.top + 4)).toBeNull();
});

it("forgets a mention whose text the page replaced", () => {
  const block = paragraph("Shares of BABA fell.");
  const mention = mentionOf(block, "BABA");
  marks.add([mention]);
  (block.firstChild as Text).data = "Gone";
  expect(marks.linesOf(mention)).toEqual([]);
});

it("takes a removed mention's mark away", async () => {
  const block = paragraph("BABA and MSFT");
  const removed = mentionOf(block, "BABA");
  marks.add([removed, mentionOf(block, "MSFT")]);
  await visibilityKnown();
  marks.remove([removed]);
  expect(registered()).toBe(1);
});

it("comes back five times after a page cleared the highlights, then gives way", async () => {
  marks.add([mentionOf(paragraph("BABA fell."), "BABA")]);
  await visibilityKnown();
  for (let fight = 1; fight <= 5; fight += 1) {
    if (fight % 2) CSS.highlights.clear();
    else CSS.highlights.get("sq-m")?.clear();
    movePointer();
    expect(registered()).toBe(1);
  }
  CSS.highlights.clear();
  movePointer();
  expect(registered()).toBe(0);
});

it("leaves nothing behind when its lifetime ends", async () => {
  marks.add([mentionOf(paragraph("BABA fell."), "BABA")]);
  await visibilityKnown();
  lifetime.abort();
  expect(CSS.highlights.has("sq-m")).toBe(false);
  expect(marks.hitTest(12, 24)).toBeNull();
});
