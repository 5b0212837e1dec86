import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree, visit } from "./harness/reader";

const PAGES = {
  plain: newsPage(`<p id="line">Alibaba shares fell hard.</p><p>Shares of Netflix moved.</p><textarea></textarea>`),
  framed: newsPage(`<p id="line">Alibaba shares fell hard.</p>
    <iframe src="/card-life/inner" style="display: block; margin-top: 260px; width: 600px; height: 250px; border: 0"></iframe>`),
  embedding: newsPage(`<p id="line">Alibaba shares fell hard.</p>
    <object data="/card-life/inner" type="text/html" style="display: block; margin-top: 260px; width: 600px; height: 250px"></object>`),
  quietlyFramed: newsPage(`<p id="line">Alibaba shares fell hard.</p>
    <iframe srcdoc="<input>" style="display: block; margin-top: 260px; width: 600px; height: 250px"></iframe>`),
  inner: newsPage(
    `<style>body { margin: 0 }</style><p style="margin: 0">Netflix shares fell hard.</p><p>More text.</p>`,
  ),
  spread: newsPage(`<article style="position: relative">
    <a href="#followed" style="position: absolute; inset: 0; z-index: 1"></a><p>Alibaba shares fell hard.</p></article>`),
  stretched: newsPage(`<style>.stretched::after { content: ""; position: absolute; inset: 0; z-index: 1 }</style>
    <article style="position: relative"><a class="stretched" href="#followed">Read on</a>
    <p>Alibaba shares fell hard.</p></article>`),
  above: newsPage(`<article style="position: relative">
    <a href="#followed" style="position: absolute; inset: 0"></a>
    <p style="position: relative; pointer-events: none">Alibaba shares fell hard.</p></article>`),
  covered: newsPage(`<article style="position: relative">
    <a href="#followed" style="position: absolute; inset: 0; z-index: 1; background: white"></a>
    <p>Alibaba shares fell hard.</p></article>`),
  whole: newsPage(`<p style="user-select: all">Alibaba shares fell hard.</p>`),
  linked: newsPage(`<p>Today <a href="#followed">Alibaba shares</a> fell hard.</p>`),
};
/** The pages with another one in them. */
const FRAMED = ["framed", "embedding"] as const;
const addressOf = (page: keyof typeof PAGES) => `${NEWS}/card-life/${page}`;

/** What the marks and the card promise, and the frames in which it is seen. */
const GONE_WITHIN_MS = 280;

describe.each(BROWSERS)("the life of a card in $name:", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    for (const page of Object.keys(PAGES) as (keyof typeof PAGES)[])
      run.network.servePage(addressOf(page), PAGES[page]);
    await agree(run);
  });
  afterAll(() => run?.close());

  async function open(page: keyof typeof PAGES): Promise<void> {
    tab = await visit(run, tab, addressOf(page));
    await tab.marked("Alibaba");
  }
  const pin = async () => {
    await run.command(tab, "open-card");
    await tab.card("160.80");
  };
  const innerPlace = async () =>
    (await tab.waitFor(placeOfInnerMark, null)) ?? expect.unreachable("no mark in the frame");
  const control = async (key: string) => {
    await tab.holdDown("Control");
    await tab.press(key);
    await tab.letGo("Control");
  };
  /** What a paste into the page's field brings. */
  const pasted = async () => {
    await tab.evaluate(() => document.querySelector("textarea")?.focus(), null);
    await control("v");
    return tab.waitFor(() => document.querySelector("textarea")?.value, null);
  };

  it.each([
    ["says another company", "document.querySelector('#line').firstChild.data = 'Walmart shares fell hard.'"],
    ["goes", "document.querySelector('#line').remove()"],
    ["is hidden", "document.querySelector('#line').style.display = 'none'"],
    ["fades to nothing", "document.querySelector('#line').style.opacity = 0"],
    [
      "is covered",
      "document.body.insertAdjacentHTML('beforeend', '<div style=\"position: fixed; inset: 0; background: white\">')",
    ],
  ])("a pinned one goes when its text %s", async (_, change) => {
    await open("plain");
    await pin();
    expect(await tab.evaluate(cardLastsAfter, change)).toBeLessThan(GONE_WITHIN_MS);
  });

  it("a pinned one follows its text, and stays where the page says the same anew", async () => {
    await open("plain");
    await pin();
    const before = await tab.middleOf(".note");
    await tab.evaluate(() => document.body.prepend(document.createElement("hr"), document.createElement("hr")), null);
    await tab.waitFor(isLowerThan, before.y + 10);
    await tab.evaluate(() => document.querySelector("#line")?.replaceChildren("Alibaba shares fell hard."), null);
    expect(await tab.evaluate(staysOpenFor, 900)).toBe(true);
  });

  it.each([
    ["in bold", "line.innerHTML = '<b>Alibaba</b> shares fell hard.'"],
    ["half in bold", "line.innerHTML = 'Ali<b>baba shares</b> fell hard.'"],
    [
      "around them",
      "line.firstChild.splitText(7); line.firstChild.before(document.createElement('b')); line.firstChild.append(line.childNodes[1])",
    ],
    ["anew, ten times a second", "setInterval(() => line.replaceChildren('Alibaba shares fell hard.'), 100)"],
    ["in a new element, ten times a second", "setInterval(() => line.replaceWith(line.cloneNode(true)), 100)"],
  ])("stays where the page writes the same words %s", async (_, write) => {
    await open("plain");
    await tab.hover("Alibaba");
    await tab.card("160.80");
    await tab.runScript(write);
    expect(await tab.evaluate(staysOpenFor, 2_000)).toBe(true);
  });

  it("opens over words that the page writes anew, ten times a second", async () => {
    await open("plain");
    await tab.runScript("setInterval(() => line.replaceChildren('Alibaba shares fell hard.'), 100)");
    await tab.hover("Alibaba");
    await tab.card("160.80");
  });

  it.each([20, 60, 120])("a change %i ms after arrival never opens the old company's", async (delayMs) => {
    await open("plain");
    await tab.evaluate(changeAfterArrival, delayMs);
    await tab.hover("Alibaba");
    await tab.card("Walmart");
    expect(await tab.evaluate(() => Reflect.get(window, "labels") as string[], null)).toEqual([
      expect.stringContaining("WMT"),
    ]);
  });

  it("a pointer that arrives before the page is read again has its card when the marks are back", async () => {
    await open("plain");
    const { x, y } = await tab.placeOf("Alibaba");
    await tab.mouse.move(x, y + 200);
    await tab.evaluate(() => document.querySelector("#line")?.replaceChildren("Alibaba shares fell hard."), null);
    await tab.mouse.move(x, y);
    await tab.card("BABA");
  });

  it.each(FRAMED)("leaving into a frame is leaving: %s", async (page) => {
    await open(page);
    const { x, y } = await tab.placeOf("Alibaba");
    await tab.mouse.move(x, y);
    await tab.mouse.move(x, y + 350);
    // A machine that took long between the two moves has let the pointer rest.
    await tab.noCard();
    await tab.noCardFor(900);
    await tab.mouse.move(x, y);
    await tab.card("BABA");
    await tab.mouse.move(x, y + 350);
    await tab.noCard();
  });

  it.each([
    ["a press", ({ x, y }: { x: number; y: number }) => tab.mouse.click(x + 300, y + 150)],
    ["Esc", () => tab.evaluate(() => frames[0]?.focus(), null).then(() => tab.press("Escape"))],
  ])("a tab has one, which %s in another frame closes", async (_, close) => {
    await open("framed");
    const inner = await innerPlace();
    await tab.mouse.move(inner.x, inner.y + 60);
    await pin();
    await tab.mouse.move(inner.x, inner.y);
    await tab.waitFor(isInnerCardOpen, true);
    await tab.noCard();
    await tab.evaluate(() => window.focus(), null);
    await pin();
    // Nothing else shows that the frame has heard of the card here: its own one goes.
    await tab.waitFor(isInnerCardOpen, false);
    await close(inner);
    await tab.noCard();
  });

  it.each(FRAMED)("the command opens it in the frame that has the focus: %s", async (page) => {
    await open(page);
    const inner = await innerPlace();
    await tab.mouse.click(inner.x + 300, inner.y + 150);
    await run.command(tab, "open-card");
    await tab.waitFor(isInnerCardOpen, true);
    await tab.noCard();
  });

  it("the command opens it in the page around a frame that has the focus and names nobody", async () => {
    await open("quietlyFramed");
    await tab.evaluate(() => frames[0]?.document.querySelector("input")?.focus(), null);
    await run.command(tab, "open-card");
    await tab.card("160.80");
  });

  it.each(["spread", "stretched", "above"] as const)(
    "it opens where text and a link lie upon each other: %s",
    async (page) => {
      await open(page);
      await tab.hover("Alibaba");
      await tab.card("BABA");
      const { x, y } = await tab.placeOf("Alibaba");
      await tab.mouse.click(x, y);
      await tab.waitFor(() => location.hash === "#followed", null);
    },
  );

  it("it does not open over text that something hides", async () => {
    await open("covered");
    await tab.hover("Alibaba");
    await tab.noCardFor(700);
  });

  it("it opens over text that is selected whole", async () => {
    await open("whole");
    await tab.hover("Alibaba");
    await tab.card("BABA");
  });

  it("a selection dragged out of it stays, with it, and is what is copied", async () => {
    await open("plain");
    await tab.hover("Alibaba");
    await tab.card("160.80");
    const from = await tab.evaluate(startOfText, "160.80");
    await tab.mouse.move(from.x, from.y);
    await tab.mouse.down();
    for (const step of [40, 120, 300, 500]) await tab.mouse.move(from.x + step, from.y + step / 4);
    await tab.mouse.up();
    await tab.mouse.move(from.x + 501, from.y + 126);
    expect(await tab.evaluate(staysOpenFor, 700)).toBe(true);
    await control("c");
    const copied = await pasted();
    expect(copied).toContain("160.80");
    // What only a screen reader says stands between the figures.
    expect(copied).not.toContain("percent");
  });

  it("its menu copies the figures in one sentence", async () => {
    await open("plain");
    await tab.hover("Alibaba");
    await tab.card("3.28 points");
    for (const selector of [".menu-place button", ".menu-item"]) {
      const { x, y } = await tab.middleOf(selector);
      await tab.mouse.click(x, y);
    }
    await tab.card("Copied");
    expect(await pasted()).toContain("$160.80");
  });

  it("selecting all takes the page alone", async () => {
    await open("plain");
    await tab.hover("Alibaba");
    await tab.card("160.80");
    await control("a");
    await control("c");
    const text = await pasted();
    expect(text).toContain("Shares of Netflix moved.");
    expect(text).not.toContain("160.80");
  });

  it("a finger that rests on a linked name opens it, without the page's menu; a tap follows the link", async () => {
    await open("linked");
    const { x, y } = await tab.placeOf("Alibaba");
    await tab.evaluate(() => {
      addEventListener("contextmenu", () => Reflect.set(window, "menus", 1));
    }, null);
    await tab.touchDown(x, y);
    await tab.card("BABA");
    await tab.touchUp();
    expect(await tab.evaluate(staysOpenFor, 500)).toBe(true);
    expect(await tab.evaluate(() => [location.hash, Reflect.get(window, "menus")], null)).toEqual(["", undefined]);
    await tab.tap(900, 20);
    await tab.noCard();
    await tab.tap(x, y);
    await tab.waitFor(() => location.hash === "#followed", null);
  });

  // The last: the tab stays as it is printed.
  it("neither card nor marks are printed", async () => {
    await open("plain");
    await pin();
    await tab.asPrinted();
    await tab.waitFor(isNothingDrawn, null);
  });
});

// The functions below run inside the page: each stands alone.

/** How long after a change, given as the page's own script, a card is still seen; milliseconds, 2,000 at most. */
function cardLastsAfter(change: string): Promise<number> {
  const script = document.createElement("script");
  script.textContent = change;
  document.head.append(script);
  let before = performance.now();
  let lasted = 0;
  return new Promise((resolve) => {
    const look = () => {
      const now = performance.now();
      // A frame that took longer says that the machine stalled, and we with it.
      lasted += Math.min(now - before, 50);
      before = now;
      if (lasted > 2_000 || !document.querySelector(":popover-open")) resolve(lasted);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function staysOpenFor(durationMs: number): Promise<boolean> {
  const end = performance.now() + durationMs;
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(":popover-open")) resolve(false);
      else if (performance.now() > end) resolve(true);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function isLowerThan(y: number): boolean {
  const note = document.querySelector(":popover-open")?.shadowRoot?.querySelector(".note")?.getBoundingClientRect();
  return note !== undefined && note.top + note.height / 2 > y;
}

/** Has the page say another company once the pointer has come, and notes whose cards are seen from then on. */
function changeAfterArrival(delayMs: number): void {
  const line = document.querySelector("#line");
  const labels: string[] = [];
  Reflect.set(window, "labels", labels);
  const change = () => setTimeout(() => line?.replaceChildren("Walmart shares fell hard."), delayMs);
  line?.addEventListener("pointermove", change, { once: true });
  const look = () => {
    const card = document.querySelector(":popover-open")?.shadowRoot?.querySelector("[role=dialog]")?.ariaLabel;
    if (card && card !== labels.at(-1)) labels.push(card);
    requestAnimationFrame(look);
  };
  look();
}

function placeOfInnerMark(): { x: number; y: number } | null {
  const inner = frames[0] as (Window & typeof globalThis) | undefined;
  const [range] = inner?.CSS.highlights.get("sq-m") ?? [];
  const frame = document.querySelector("iframe, object")?.getBoundingClientRect();
  if (!frame || !inner || !(range instanceof inner.Range)) return null;
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: frame.left + left + width / 2, y: frame.top + top + height / 2 };
}

function isInnerCardOpen(expected: boolean): boolean {
  return (frames[0]?.document.querySelector(":popover-open") !== null) === expected;
}

function startOfText(text: string): { x: number; y: number } {
  const root = document.querySelector(":popover-open")?.shadowRoot;
  const walker = document.createTreeWalker(root as ShadowRoot, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue?.includes(text)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  }
  throw new Error(`the card does not say ${text}`);
}

function isNothingDrawn(): boolean {
  const host = document.querySelector("html > div[popover=manual]");
  const line = document.querySelector("#line");
  const isHidden = !host || getComputedStyle(host).display === "none";
  return isHidden && line !== null && getComputedStyle(line, "::highlight(sq-m)").textDecorationLine !== "underline";
}
