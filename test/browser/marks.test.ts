import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMarks, type Marks } from "../../src/content/marks/marks";
import { type KnownBlock, withMentions } from "../../src/content/page/known-blocks";
import type { PageMention } from "../../src/content/page/page-mention";
import type { ReadRoot } from "../../src/content/page/page-nodes";
import { createBlockReader, type TextBlock } from "../../src/content/page/text-blocks";
import { claimElement } from "../../src/platform/own-elements";

let lifetime: AbortController;
let marks: Marks;
let rechecked: KnownBlock[];

beforeEach(() => {
  lifetime = new AbortController();
  rechecked = [];
  marks = createMarks({
    whichToUnderline: "all",
    mentions: () => [],
    signal: lifetime.signal,
    recheck: (blocks) => rechecked.push(...blocks),
    onUpdate: () => undefined,
  });
});

afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

function paragraph(text: string, style = ""): HTMLParagraphElement {
  const block = document.createElement("p");
  block.style.cssText = style;
  block.textContent = text;
  document.body.append(block);
  return block;
}

/**
 * A block as the scanner hands it over, with a mention where each of the surfaces stands,
 * in their order; `within` is what is read, where that is not the element itself.
 */
function blockOf(element: Element, surfaces: readonly string[], within: ReadRoot = element): KnownBlock {
  const read: TextBlock[] = [];
  const options = { onHidden: () => undefined, onInterrupted: () => undefined };
  createBlockReader(within, options, (block) => read.push(block)).readUntilPause(() => false);
  const block = read.find((one) => one.element === element);
  if (!block) throw new Error("no text to read");
  let end = 0;
  const mentions = surfaces.map((surface) => {
    const start = block.text.indexOf(surface, end);
    end = start + surface.length;
    return { ticker: surface, name: surface, surface, evidence: "bare", start, end } as const;
  });
  return withMentions(block, mentions);
}

function mentionIn({ mentions: [mention] }: KnownBlock): PageMention {
  if (!mention) throw new Error("a block without a mention");
  return mention;
}

function registered(): number {
  return CSS.highlights.get("sq-m")?.size ?? 0;
}

function marked(): string[] {
  return [...(CSS.highlights.get("sq-m") ?? [])].map(String);
}

/** Resolves after the observers of visibility have reported the current layout. */
async function visibilityKnown(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
}

it("marks what is near the viewport and remembers the rest", async () => {
  const near = paragraph("Shares of BABA fell.");
  const far = paragraph("Shares of MSFT rose.", "margin-top: 20000px");
  marks.applyChange({ added: [blockOf(near, ["BABA"]), blockOf(far, ["MSFT"])], removed: [] });
  await visibilityKnown();
  expect(registered()).toBe(1);
  far.scrollIntoView();
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["MSFT"]);
});

it("registers at most a hundred ranges of a block that holds thousands", async () => {
  marks.applyChange({ added: [blockOf(paragraph("BABA ".repeat(3000)), Array(3000).fill("BABA"))], removed: [] });
  await visibilityKnown();
  expect(registered()).toBe(100);
});

it("marks and knows text of an element that has no box of its own, and none of a hidden one", async () => {
  const boxless = paragraph("Shares of BABA fell.", "display: contents");
  const hidden = paragraph("Shares of MSFT rose.");
  const blocks = [blockOf(boxless, ["BABA"]), blockOf(hidden, ["MSFT"])];
  hidden.style.display = "none";
  marks.applyChange({ added: blocks, removed: [] });
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["BABA"]);
  expect([boxless, hidden].map(marks.mayBeAt)).toEqual([true, false]);
});

it("marks text of an element without a box whose beginning the page's style sheet hides", async () => {
  const sheet = document.createElement("style");
  sheet.textContent = ".label { display: none }";
  const label = document.createElement("span");
  label.className = "label";
  label.textContent = "Markets: ";
  const boxless = paragraph("shares of BABA fell.", "display: contents");
  boxless.prepend(label);
  document.body.append(sheet);
  marks.applyChange({ added: [blockOf(boxless, ["BABA"])], removed: [] });
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["BABA"]);
});

it("marks text of an element without a box right in a shadow root, and none where the host is hidden", async () => {
  const blocks = ["", "display: none"].map((style) => {
    const host = document.body.appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode: "open" });
    const boxless = paragraph("Shares of BABA fell.", "display: contents");
    root.append(boxless);
    const block = blockOf(boxless, ["BABA"]);
    host.style.cssText = style;
    return block;
  });
  marks.applyChange({ added: blocks, removed: [] });
  await visibilityKnown();
  expect([...(CSS.highlights.get("sq-m") ?? [])].map((range) => range.startContainer)).toEqual(
    blocks.slice(0, 1).map(({ element }) => element.firstChild),
  );
});

it("leaves the page's markup byte-identical", async () => {
  const block = paragraph("Shares of BABA fell.");
  const before = document.documentElement.outerHTML;
  marks.applyChange({ added: [blockOf(block, ["BABA"])], removed: [] });
  await visibilityKnown();
  expect(document.documentElement.outerHTML).toBe(before);
});

it("finds the mention under the pointer, on each line of it, and nothing beside it", async () => {
  const element = paragraph("Alibaba Group Holding Limited fell.", "width: 90px; font: 16px monospace");
  const block = blockOf(element, ["Alibaba Group Holding Limited"]);
  const mention = mentionIn(block);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  const lines = marks.linesOf(mention);
  expect(lines.length).toBeGreaterThan(1);
  for (const { left, top, width, height } of lines) {
    expect(marks.hitTest({ x: left + width / 2, y: top + height / 2 })?.mention).toBe(mention);
  }
  const last = lines.at(-1) as DOMRect;
  expect(marks.hitTest({ x: last.right + 20, y: last.top + 5 })).toBeNull();
  expect(marks.hitTest({ x: last.left + 5, y: last.bottom + 40 })).toBeNull();
});

it("knows the very elements in which a mention's text stands, as the page is now", async () => {
  const element = paragraph("");
  element.innerHTML = "Shares of <b>Alibaba</b> <i>fell</i>.";
  const [bold, italic] = [element.querySelector("b"), element.querySelector("i")];
  const block = blockOf(element, ["Alibaba"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  expect([bold, italic, element, document, null].map(marks.mayBeAt)).toEqual([true, false, false, false, false]);
  marks.applyChange({ added: [], removed: [block] });
  expect(marks.mayBeAt(bold)).toBe(false);
});

it.each(["right in its open shadow root", "in a slot there"])(
  "finds a mention that an element shows %s",
  async (where) => {
    const host = document.createElement("div");
    document.body.append(host);
    const shadow = host.attachShadow({ mode: "open" });
    if (where.includes("slot")) shadow.append(document.createElement("slot"));
    const within = where.includes("slot") ? host : shadow;
    within.append(document.createTextNode("Shares of BABA fell."));
    const block = blockOf(host, ["BABA"], within);
    marks.applyChange({ added: [block], removed: [] });
    await visibilityKnown();
    const [line] = marks.linesOf(mentionIn(block));
    expect(marks.mayBeAt(host)).toBe(true);
    expect(line && marks.hitTest({ x: line.left + 4, y: line.top + 4 })?.mention).toBe(mentionIn(block));
  },
);

it("finds a mention that stands in an open shadow root", async () => {
  const host = document.createElement("div");
  document.body.append(host);
  const element = document.createElement("p");
  element.textContent = "Shares of BABA fell.";
  host.attachShadow({ mode: "open" }).append(element);
  const block = blockOf(element, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  const [line] = marks.linesOf(mentionIn(block));
  expect(line && marks.hitTest({ x: line.left + 4, y: line.top + 4 })?.mention).toBe(mentionIn(block));
});

it.each([
  ["in a link", `<a href="#x"><div class="through"><p>BABA fell.</p></div></a>`, true],
  ["over a link", `<div><a href="#x" class="spread"></a><p class="through over">BABA fell.</p></div>`, true],
  ["within a line", `<p>Shares of <b class="through">BABA</b> fell.</p>`, true],
  ["under a box", `<div><p class="through">BABA fell.</p><div class="spread white"></div></div>`, false],
  ["in a closed menu over other text", `<div><p class="through spread closed">BABA fell.</p>Words below.</div>`, false],
])("finds a mention in text that lets the pointer through, %s, or not", async (_, html, isFound) => {
  document.body.innerHTML = `<style>
    body > div { position: relative } .through { pointer-events: none } .over { position: relative }
    .spread { position: absolute; inset: 0 } .white { background: white }
    .closed { opacity: 0; margin: 0 }</style>${html}`;
  const block = blockOf(document.querySelector("p") as Element, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  const [line] = marks.linesOf(mentionIn(block));
  const point = { x: (line?.left ?? 0) + 4, y: (line?.top ?? 0) + 4 };
  expect(marks.mayBeAt(document.elementFromPoint(point.x, point.y))).toBe(true);
  expect(marks.hitTest(point)?.mention).toBe(isFound ? mentionIn(block) : undefined);
});

it("does not find a mention that something covers", async () => {
  const block = blockOf(paragraph("BABA fell."), ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  const [line] = marks.linesOf(mentionIn(block));
  expect(line && marks.hitTest({ x: line.left + 4, y: line.top + 4 })?.mention).toBe(mentionIn(block));
  const cover = document.createElement("div");
  cover.style.cssText = "position: fixed; inset: 0; background: white";
  document.body.append(cover);
  expect(line && marks.hitTest({ x: line.left + 4, y: line.top + 4 })).toBeNull();
});

it.each(["near the viewport", "far from it"])("forgets a mention whose text the page replaced, %s", async (where) => {
  const element = paragraph("Shares of BABA fell.", where === "far from it" ? "margin-top: 20000px" : "");
  const block = blockOf(element, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  (element.firstChild as Text).data = "Gone";
  expect(marks.linesOf(mentionIn(block))).toEqual([]);
});

it("knows where a mention stands after the page has moved its element", async () => {
  const element = paragraph("BABA fell.");
  const block = blockOf(element, ["BABA"]);
  marks.applyChange({ added: [block, blockOf(paragraph("MSFT rose."), ["MSFT"])], removed: [] });
  await visibilityKnown();
  document.body.append(element);
  const [line] = marks.linesOf(mentionIn(block));
  expect(line && marks.hitTest({ x: line.left + 4, y: line.top + 4 })?.mention).toBe(mentionIn(block));
});

it("tells of blocks near the viewport that say something else", async () => {
  const far = paragraph("BABA fell.", "margin-top: 20000px");
  const block = blockOf(far, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  await visibilityKnown();
  (far.firstChild as Text).data = "MSFT fell.";
  expect(rechecked).toEqual([]);
  far.scrollIntoView();
  await visibilityKnown();
  expect(rechecked).toContain(block);
});

it("takes the mark of a block that is no more away", async () => {
  const removed = blockOf(paragraph("BABA fell."), ["BABA"]);
  marks.applyChange({ added: [removed, blockOf(paragraph("MSFT rose."), ["MSFT"])], removed: [] });
  await visibilityKnown();
  marks.applyChange({ added: [], removed: [removed] });
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["MSFT"]);
});

it("marks a block that comes in the place of one near the viewport at once", async () => {
  const element = paragraph("BABA fell, MSFT rose.");
  const [one, other] = [blockOf(element, ["BABA"]), blockOf(element, ["MSFT"])];
  marks.applyChange({ added: [one], removed: [] });
  await visibilityKnown();
  marks.applyChange({ added: [other], removed: [one] });
  expect([...(CSS.highlights.get("sq-m") ?? [])].map(String)).toEqual(["MSFT"]);
});

it("marks text anew whose range collapsed when the page wrote the same words again", async () => {
  const element = paragraph("Shares of BABA fell.");
  marks.applyChange({ added: [blockOf(element, ["BABA"])], removed: [] });
  await visibilityKnown();
  (element.firstChild as Text).data = "Shares of BABA fell.";
  expect(marked()).toEqual([""]);
  marks.applyChange({ added: [], removed: [] });
  expect(marked()).toEqual(["BABA"]);
});

it("marks no other words where the page has written something else", async () => {
  const element = paragraph("Shares of BABA fell.");
  marks.applyChange({ added: [blockOf(element, ["BABA"])], removed: [] });
  await visibilityKnown();
  (element.firstChild as Text).data = "Shares of MSFT fell.";
  marks.applyChange({ added: [], removed: [] });
  expect(marked()).toEqual([]);
});

it.each([0.31, 0.77, 1])("marks what is near the viewport of a thousand blocks after a leap to %s", async (part) => {
  const names = Array.from({ length: 1_000 }, (_, index) => `N${index}`);
  const blocks = names.map((name) => blockOf(paragraph(name, "height: 100px; margin: 0"), [name]));
  marks.applyChange({ added: blocks, removed: [] });
  scrollTo({ top: part * document.documentElement.scrollHeight, behavior: "instant" });
  const inViewport = blocks
    .map(({ element }) => element)
    .filter((block) => block.getBoundingClientRect().top < innerHeight && block.getBoundingClientRect().bottom > 0);
  await expect.poll(marked).toEqual(expect.arrayContaining(inViewport.map(({ textContent }) => textContent)));
  expect(inViewport.length).toBeGreaterThan(1);
  expect(marked().length).toBeLessThan(50);
});

it("comes back five times after a page cleared the highlights, gives way, and comes back when ten seconds are over", async () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(50_000);
  marks.applyChange({ added: [blockOf(paragraph("BABA fell."), ["BABA"])], removed: [] });
  await visibilityKnown();
  for (let fight = 1; fight <= 5; fight += 1) {
    if (fight % 2) CSS.highlights.clear();
    else CSS.highlights.get("sq-m")?.clear();
    marks.restoreUnderlines();
    expect(registered()).toBe(1);
  }
  CSS.highlights.clear();
  now.mockReturnValue(59_999);
  marks.restoreUnderlines();
  expect(registered()).toBe(0);
  now.mockReturnValue(60_000);
  marks.restoreUnderlines();
  expect(registered()).toBe(1);
  now.mockRestore();
});

it("leaves nothing behind when its lifetime ends", async () => {
  marks.applyChange({ added: [blockOf(paragraph("BABA fell."), ["BABA"])], removed: [] });
  await visibilityKnown();
  lifetime.abort();
  expect(CSS.highlights.has("sq-m")).toBe(false);
  expect(marks.hitTest({ x: 12, y: 24 })).toBeNull();
});

it("underlines a company once in the cells of a row, and in each paragraph of a cell", async () => {
  const quiet = new AbortController();
  const rowMarks = createMarks({
    whichToUnderline: "paragraph",
    mentions: () => [],
    signal: quiet.signal,
    recheck: () => undefined,
    onUpdate: () => undefined,
  });
  const table = document.createElement("table");
  document.body.append(table);
  const cells = ["BABA", "BABA", "BABA", "BABA"].map((text, index) => {
    const row = index % 2 === 0 ? table.insertRow() : table.rows[table.rows.length - 1];
    const cell = row?.insertCell() as HTMLTableCellElement;
    cell.textContent = text;
    return cell;
  });
  // A table in which a page lays out its article.
  const paragraphs = [paragraph("BABA fell."), paragraph("BABA rose.")];
  table
    .insertRow()
    .insertCell()
    .append(...paragraphs);
  rowMarks.applyChange({ added: [...cells, ...paragraphs].map((part) => blockOf(part, ["BABA"])), removed: [] });
  await expect.poll(() => CSS.highlights.get("sq-m")?.size).toBe(4);
  quiet.abort();
});

it("underlines a company at its first place in a row, also if that was read last", async () => {
  const quiet = new AbortController();
  const rowMarks = createMarks({
    whichToUnderline: "paragraph",
    mentions: () => [],
    signal: quiet.signal,
    recheck: () => undefined,
    onUpdate: () => undefined,
  });
  const row = document.body.appendChild(document.createElement("table")).insertRow();
  const [first, last] = [row.insertCell(), row.insertCell()];
  first.textContent = "BABA";
  last.textContent = "BABA";
  rowMarks.applyChange({ added: [blockOf(last, ["BABA"])], removed: [] });
  rowMarks.applyChange({ added: [blockOf(first, ["BABA"])], removed: [] });
  await visibilityKnown();
  const inFirst = [...(CSS.highlights.get("sq-m") ?? [])].map(({ startContainer }) => first.contains(startContainer));
  expect(inFirst).toEqual([true]);
  quiet.abort();
});

it("tells the page nothing where the reader wants no underlines", async () => {
  const quiet = new AbortController();
  const unseen = createMarks({
    whichToUnderline: null,
    mentions: () => [],
    signal: quiet.signal,
    recheck: () => undefined,
    onUpdate: () => undefined,
  });
  const element = paragraph("Shares of Alibaba fell.");
  unseen.applyChange({ added: [blockOf(element, ["Alibaba"])], removed: [] });
  const { left, top } = element.getBoundingClientRect();
  await expect
    .poll(() => [...Array(200).keys()].some((x) => unseen.hitTest({ x: left + x, y: top + 8 }) !== null))
    .toBe(true);
  expect([...CSS.highlights.keys()]).toEqual([]);
  quiet.abort();
});

it.each([
  ["is there", "", true],
  ["is cut out of a background", "background: linear-gradient(red, blue) text; color: transparent", true],
  ["is half transparent", "opacity: 0.5", true],
  ["is transparent", "color: transparent", false],
  ["is all but transparent", "color: rgb(0 0 0 / 0.02)", false],
  ["is filled with nothing", "-webkit-text-fill-color: transparent", false],
  ["is hidden", "visibility: hidden", false],
  ["is faint", "opacity: 0.05", false],
  ["a filter makes transparent", "filter: opacity(0)", false],
  ["a filter makes half transparent", "filter: opacity(0.5) grayscale(1)", true],
  ["a filter makes black", "filter: hue-rotate(90deg) brightness(0)", false],
  ["a filter makes all grey", "filter: contrast(0)", false],
  ["a filter inverts, as a dark mode does", "filter: invert(1) hue-rotate(180deg)", true],
  ["a filter blurs", "filter: blur(8px)", false],
  ["a filter blurs a little", "filter: blur(0.5px)", true],
  ["a transparent mask hides", "mask-image: linear-gradient(transparent, rgb(0 0 0 / 0))", false],
  ["a transparent image hides", "mask-image: url(data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)", false],
  ["fades towards its end", "mask-image: linear-gradient(black 60%, transparent)", true],
  ["an animation makes transparent", "animation: sq-test-gone 1s infinite", false],
  ["is tiny", "font-size: 2px", false],
  ["is shrunk", "transform: scale(0.05)", false],
  ["is clipped away", "clip-path: inset(100%)", false],
  ["lets the pointer through", "pointer-events: none", true],
  ["lets the pointer through and is hidden", "pointer-events: none; visibility: hidden", false],
  ["has no box of its own", "display: contents", true],
  ["has no box of its own and is invisible", "display: contents; visibility: hidden", false],
  ["stands outside the window", "position: fixed; left: -500px", false],
  [
    "stands left of the window and lets the pointer through",
    "position: fixed; left: -500px; pointer-events: none",
    false,
  ],
  [
    "stands right of the window and lets the pointer through",
    "position: fixed; left: 100vw; pointer-events: none",
    false,
  ],
  ["stands above the window and lets the pointer through", "position: fixed; top: -500px; pointer-events: none", false],
  ["the window's upper edge halves", "position: fixed; margin: 0; line-height: 20px; top: -12px", true],
  ["the window's lower edge halves", "position: fixed; margin: 0; line-height: 20px; bottom: -12px", true],
])("a line that %s is seen or not", (_, style, isSeen) => {
  document.head.insertAdjacentHTML("beforeend", "<style>@keyframes sq-test-gone { from, to { opacity: 0 } }</style>");
  const [mention] = shownMention(style);
  expect(marks.visibleLine(mention, 0) !== null).toBe(isSeen);
});

it("a line is not seen within elements that are faint together", () => {
  const [mention, block] = shownMention("opacity: 0.25");
  document.body.style.opacity = "0.3";
  expect(marks.visibleLine(mention, 0)).toBeNull();
  document.body.removeAttribute("style");
  expect(marks.visibleLine(mention, 0)).not.toBeNull();
  block.hidden = true;
  expect(marks.visibleLine(mention, 0)).toBeNull();
});

const OVER_ALL = "position: fixed; inset: 0; width: 100vw; height: 100vh";

it.each([
  ["a coloured box", box("background: white"), false],
  ["an image behind a box", box("background: url(data:,)"), false],
  ["a box without colour", box(""), true],
  ["a faded box", box("background: white; opacity: 0"), true],
  ["a box that blurs what is behind it", box("backdrop-filter: blur(20px)"), false],
  ["a box that its shadow fills", box("box-shadow: inset 0 0 0 100vw white"), false],
  ["a box with a shadow around it", box("box-shadow: 0 0 4px black"), true],
  ["what stands before a box", pseudoElement("before", "content: ''; background: white"), false],
  ["what stands after a box", pseudoElement("after", "content: ''; background: white"), false],
  ["nothing before a box", pseudoElement("before", "background: white"), true],
  ["an image", `<img alt="" src="data:," style="${OVER_ALL}">`, false],
  ["a film", `<video style="${OVER_ALL}"></video>`, false],
  ["a canvas", `<canvas style="${OVER_ALL}"></canvas>`, false],
  ["another page", `<iframe style="${OVER_ALL}"></iframe>`, false],
  ["an embedded page", `<object data="about:blank" style="${OVER_ALL}"></object>`, false],
  ["a drawing", `<svg style="${OVER_ALL}"></svg>`, false],
  ["a shape of a drawing", drawing("pointer-events: none", "pointer-events: all"), false],
])("a line under %s is seen or not", (_, html, isSeen) => {
  const [mention] = shownMention("");
  document.body.insertAdjacentHTML("beforeend", html);
  expect(marks.visibleLine(mention, 0) !== null).toBe(isSeen);
});

it("a line is not seen within elements that filters make faint together", () => {
  const [mention] = shownMention("filter: opacity(0.3)");
  expect(marks.visibleLine(mention, 0)).not.toBeNull();
  document.body.style.filter = "opacity(0.3)";
  expect(marks.visibleLine(mention, 0)).toBeNull();
  document.body.removeAttribute("style");
});

function box(style: string): string {
  return `<div style="${OVER_ALL}; ${style}"></div>`;
}

function pseudoElement(place: "before" | "after", style: string): string {
  return `<style>#over::${place} { ${OVER_ALL}; ${style} }</style><div id=over style="${OVER_ALL}"></div>`;
}

function drawing(style: string, shapeStyle: string): string {
  return `<svg style="${OVER_ALL}; ${style}"><rect width="100%" height="100%" style="${shapeStyle}"/></svg>`;
}

it("a line in an element without a box is not seen under a box", () => {
  const [mention] = shownMention("display: contents");
  document.body.insertAdjacentHTML("beforeend", box("background: white"));
  expect(marks.visibleLine(mention, 0)).toBeNull();
});

it("a line under an element of our own is seen", () => {
  const [mention] = shownMention("");
  document.body.insertAdjacentHTML("beforeend", box("background: white"));
  expect(marks.visibleLine(mention, 0)).toBeNull();
  claimElement(document.body.lastElementChild as Element);
  expect(marks.visibleLine(mention, 0)).not.toBeNull();
});

it.each([
  ["beginning", 0, 0.3],
  ["middle", 0.4, 0.6],
  ["end", 0.7, 1],
])("a line of which only the %s is uncovered is seen", (_, from, to) => {
  const [mention] = shownMention("");
  const { left, width } = marks.linesOf(mention)[0] as DOMRect;
  const edges = [`right: auto; width: ${left + from * width}px`, `left: ${left + to * width}px; width: 100vw`];
  document.body.insertAdjacentHTML("beforeend", edges.map((edge) => box(`background: white; ${edge}`)).join(""));
  expect(marks.visibleLine(mention, 0)).not.toBeNull();
});

it.each([
  ["beside the window", "overflow: auto; width: 300px", "margin-left: 3000px; width: 100px"],
  ["above what a box shows", "overflow: auto; height: 60px; margin-top: 80px", "margin-bottom: 900px"],
])("a mention that stands %s is scrolled to when it is shown", (_, outer, inner) => {
  const scroller = document.createElement("div");
  scroller.style.cssText = outer;
  const element = paragraph("BABA fell.", inner);
  scroller.append(element);
  document.body.append(scroller);
  scroller.scrollTop = 70;
  const block = blockOf(element, ["BABA"]);
  const mention = mentionIn(block);
  marks.applyChange({ added: [block], removed: [] });
  expect(marks.visibleLine(mention, 0)).toBeNull();
  marks.show(mention);
  expect(marks.visibleLine(mention, 0)).not.toBeNull();
});

it("a mention far down in a block taller than the window is scrolled to when it is shown", () => {
  const scroller = document.body.appendChild(document.createElement("div"));
  scroller.style.cssText = "overflow: auto; height: 80vh";
  const element = paragraph(`${"Rain.\n".repeat(300)}BABA fell.${"\nSun.".repeat(20)}`, "white-space: pre");
  scroller.append(element);
  const block = blockOf(element, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  marks.show(mentionIn(block));
  expect(marks.visibleLine(mentionIn(block), 0)).not.toBeNull();
});

it("a line in an open shadow root is seen, and not under what covers it there", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  const element = paragraph("BABA fell.");
  root.append(element);
  const block = blockOf(element, ["BABA"]);
  marks.applyChange({ added: [block], removed: [] });
  expect(marks.visibleLine(mentionIn(block), 0)).not.toBeNull();
  root.append(document.createRange().createContextualFragment(box("background: white")));
  expect(marks.visibleLine(mentionIn(block), 0)).toBeNull();
});

it("words that stand where they did, but cannot be seen any more, were not drawn anew", () => {
  const [mention, block] = shownMention("");
  const { left, top } = block.getBoundingClientRect();
  const place = { x: left + 20, y: top + 8 };
  expect(marks.isReplacedAt(place, mention)).toBe(false);
  block.replaceChildren("BABA fell.");
  expect(marks.isReplacedAt(place, mention)).toBe(true);
  block.style.opacity = "0.05";
  expect(marks.isReplacedAt(place, mention)).toBe(false);
  block.removeAttribute("style");
  block.style.margin = "100px";
  block.replaceChildren("MSFT fell.");
  expect(marks.isReplacedAt(place, mention)).toBe(false);
});

/** A mention in a block with this style, in the middle of the window. */
function shownMention(style: string): [PageMention, HTMLElement] {
  const element = paragraph("BABA fell.", "margin: 100px");
  const block = blockOf(element, ["BABA"]);
  // Hidden text is not read, so it is hidden afterwards.
  element.style.cssText += style;
  marks.applyChange({ added: [block], removed: [] });
  return [mentionIn(block), element];
}
