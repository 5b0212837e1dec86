import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { frames, isInCard } from "./harness/in-page";
import { NEWS, newsPage } from "./harness/pages";
import { startOnDemoMarket, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/card/nodes`;
const PAGE = newsPage(`
  <input value="a field">
  <p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower on Tuesday.</p>
  <p>Nothing else here is about a company.</p>`);

/** A card that has stood for less than half a second refuses the click on its star. */
const STEADY_FRAMES = 45;

// The root is open in these builds, so that the test can find the buttons. No way that the page tries here uses that.
describe.each(BROWSERS)("a page in $name gets no node of the card", ({ name, start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await startOnDemoMarket(start, {
      [ARTICLE]: PAGE,
    });
  });
  afterAll(() => run?.close());

  async function read(): Promise<void> {
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await tab.evaluate(listenToEverything, null);
  }

  const nodesGot = () => tab.evaluate(() => [...(Reflect.get(window, "got") as Set<string>)].sort(), null);
  const eventsSeen = () => tab.evaluate(() => [...(Reflect.get(window, "seen") as Set<string>)], null);

  async function press(selector: string): Promise<void> {
    const { x, y } = await tab.middleOf(selector);
    await tab.mouse.move(x, y);
    await tab.mouse.click(x, y);
  }

  it("from what the reader's pointer does to it", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    const { x, y } = await tab.middleOf(".source");
    await tab.mouse.move(x, y);
    await tab.mouse.down();
    await tab.mouse.move(x + 40, y - 30);
    await tab.mouse.up();
    await tab.mouse.wheel(40);
    await press(".more");
    await tab.waitFor(isInCard, ".plot");
    await press(".menu-place button");
    await tab.waitFor(isInCard, "fieldset");
    await tab.evaluate(frames, STEADY_FRAMES);
    await press(".star");
    await tab.waitFor(isInCard, ".star[aria-pressed=true]");
    expect(await eventsSeen()).toEqual(expect.arrayContaining(["pointermove", "pointerdown", "click", "wheel"]));
    expect(await nodesGot()).toEqual([]);
  });

  it("from what the reader's keys do to it", async () => {
    await read();
    await run.command(tab, "open-card");
    await tab.card("3.28 points");
    await tab.waitFor(isInCard, ".star");
    for (const key of ["Tab", "Tab", "ArrowDown", "Tab", "Enter"]) await tab.press(key);
    await tab.waitFor(isInCard, "fieldset");
    expect(await eventsSeen()).toContain("keydown");
    expect(await nodesGot()).toEqual([]);
  });

  it("by searching, selecting and pointing", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    const found = await tab.evaluate(reachForNodes, ["160", "S&P", "Yahoo", "More", "e"]);
    expect(await nodesGot()).toEqual([]);
    // Chromium tells that a text is there, though not where.
    if (name === "Firefox") expect(found).toEqual(["e"]);
    await tab.card("3.28 points");
  });
});

/** Has the page note in `got` which fields of which events give it a node of a shadow root; `seen`: events of the host. */
function listenToEverything(): void {
  const got = new Set<string>();
  const seen = new Set<string>();
  const note = (how: string, value: unknown) => {
    if (value instanceof Node && value.getRootNode() instanceof ShadowRoot) got.add(how);
  };
  const fields = [
    "target",
    "originalTarget",
    "explicitOriginalTarget",
    "composedTarget",
    "relatedTarget",
    "rangeParent",
  ];
  const handlers = [window, document, HTMLElement.prototype].flatMap((owner) => Object.keys(owner));
  const types = handlers.filter((key) => key.startsWith("on")).map((key) => key.slice(2));
  const withoutHandlers = ["focusin", "focusout", "DOMActivate", "DOMMouseScroll", "MozMousePixelScroll"];
  for (const type of new Set([...types, ...withoutHandlers])) {
    const onEvent = (event: Event) => {
      if (event.target === document.querySelector("html > div[popover=manual]")) seen.add(type);
      for (const field of fields) note(`${type}.${field}`, Reflect.get(event, field));
      note(`selection at ${type}`, getSelection()?.anchorNode);
    };
    addEventListener(type, onEvent, true);
  }
  Object.assign(window, { got, seen, note });
}

/** Has the page reach for nodes of the card by itself. Resolves with those of the texts that a search found. */
function reachForNodes(texts: string[]): string[] {
  const note = Reflect.get(window, "note") as (how: string, value: unknown) => void;
  const find = Reflect.get(window, "find") as (
    text: string,
    cased: boolean,
    backward: boolean,
    wrap: boolean,
  ) => boolean;
  const selection = getSelection();
  const host = document.querySelector("html > div[popover=manual]");
  const words = document.querySelector("p")?.firstChild;
  if (!selection || !host || !words) throw new Error("nothing to reach for");
  const noteSelection = (how: string) => {
    note(how, selection.anchorNode);
    note(how, selection.focusNode);
    if (selection.rangeCount > 0) note(how, selection.getRangeAt(0).commonAncestorContainer);
  };

  const isFound = (text: string) =>
    [false, true].filter((backward) => {
      selection.removeAllRanges();
      const found = find(text, false, backward, true);
      noteSelection(`search for ${text}`);
      return found;
    }).length > 0;
  const found = texts.filter(isFound);

  for (const unit of ["character", "word", "line", "paragraph", "documentboundary"]) {
    for (const [how, from, direction] of [
      ["move", words, "forward"],
      ["extend", words, "forward"],
      ["move", host, "backward"],
      ["extend", host, "forward"],
    ] as const) {
      selection.collapse(from, 0);
      for (let step = 0; step < 60; step += 1) {
        selection.modify(how, direction, unit);
        noteSelection(`${how} by ${unit}`);
      }
    }
  }
  selection.selectAllChildren(host);
  noteSelection("the host's children selected");
  document.execCommand("selectAll");
  noteSelection("all selected");
  selection.removeAllRanges();

  for (let x = 0; x < innerWidth; x += 20) {
    for (let y = 0; y < innerHeight; y += 10) {
      note("caret", document.caretPositionFromPoint?.(x, y)?.offsetNode);
      for (const element of document.elementsFromPoint(x, y)) note("point", element);
    }
  }
  return found;
}
