import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun, Place, Tab } from "../e2e/harness/extension";
import { frames } from "../e2e/harness/in-page";
import { yahooWith } from "../e2e/harness/market";
import type { OwnPage } from "../e2e/harness/own-page";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { ABDUCTIONS, DISAPPEARANCES, TRICKS, TRICKSTER } from "./tricks";

const MENTION = "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";
const PAGE = `${NEWS}/clickjacking`;
const FRAMED = `${NEWS}/clickjacking-frame`;

/** What the page around a frame does to the card in it, until it sends itself the event `undo`. */
const AROUND: Readonly<Record<string, string>> = {
  "fades the frame": `
    frameElement.style.opacity = ".01";
    parent.addEventListener("undo", () => { frameElement.style.opacity = "1"; }, { once: true });`,
  "stands over the frame": `
    const cover = parent.document.createElement("div");
    cover.style.cssText = "position:fixed;inset:0;background:#fff;pointer-events:none;z-index:9";
    parent.document.body.append(cover);
    parent.addEventListener("undo", () => cover.remove(), { once: true });`,
};

/** A browser starts within this on a busy machine. */
const START_LIMIT_MS = 60_000;

/**
 * A card that has stood for less than half a second refuses
 * every click; none of these tests is to pass for that reason.
 */
const STEADY_FRAMES = 45;

// The shipped sentences: a card that is not there says none of them.
const ALTERED = texts.card_refused;
const EARLY = texts.card_refusedEarly;
const IN_FRAME = texts.card_refusedFrame;

/** What a card says that has its star: this comes with the exchange, the answer that follows the figures. */
const WHOLE = /NYSE[\s\S]*160\.80[\s\S]*Close of/;

/** What the moves of the card itself are refused as; all else alters it. */
const REFUSED_EARLY = ["uncovers it as the pointer", "moves it under the pointer", "covers it most of the time"];

describe.each(BROWSERS)("in $name, a real click on the star", ({ start }) => {
  /** Its card can be looked into: it tells where the star is. */
  let open: ExtensionRun;
  /** As it ships. */
  let shipped: ExtensionRun;
  let star: Place;
  beforeAll(async () => {
    [open, shipped] = await Promise.all([
      start({ fixedNow: DEMO_NOW }),
      start({ fixedNow: DEMO_NOW, openCard: false }),
    ]);
    for (const run of [open, shipped]) {
      run.network.answerWith(yahooWith(DEMO_MARKET));
      run.network.servePage(PAGE, newsPage(MENTION + TRICKSTER));
      run.network.servePage(
        FRAMED,
        newsPage(`<iframe src="${PAGE}" style="width:800px;height:560px;border:0"></iframe>`),
      );
      await agree(run);
      ownPages.set(run, await run.openOwnPage("options"));
    }
    const tab = await hovered(open, PAGE);
    await tab.card(WHOLE);
    star = await tab.middleOf(".star");
    await tab.close();
  }, 2 * START_LIMIT_MS);
  afterAll(() => Promise.all([open?.close(), shipped?.close()]));

  /** A page over whose mention the pointer rests. */
  async function hovered(run: ExtensionRun, url: string): Promise<Tab> {
    const tab = await run.open(url);
    await tab.marked("BABA");
    await tab.hover("BABA");
    return tab;
  }

  const says = (tab: Tab) =>
    expect.poll(async () => (await tab.closedText()).replace(/\s+/g, " "), { timeout: 10_000 });

  /** The tab that tests share whose pages take back what they did; none where one of them has failed. */
  let shared: Tab | undefined;

  /** Has a test use a new card of the shared tab, which nobody uses after it has failed. */
  async function onNewCard(test: (tab: Tab) => Promise<void>): Promise<void> {
    const tab = shared ?? (await shipped.open(PAGE));
    shared = undefined;
    await tab.marked("BABA");
    await tab.leave();
    await tab.hover("BABA");
    await says(tab).toMatch(WHOLE);
    await test(tab);
    await tab.evaluate(send, { event: "undo" });
    await tab.press("Escape");
    await tab.noCard();
    shared = tab;
  }

  async function expectToCount(tab: Tab): Promise<void> {
    await tab.evaluate(frames, STEADY_FRAMES);
    await tab.mouse.click(star.x, star.y);
    await expect.poll(() => watchlist(shipped)).toEqual(["BABA"]);
    await tab.mouse.click(star.x, star.y);
    await expect.poll(() => watchlist(shipped)).toEqual([]);
  }

  async function expectRefusal(tab: Tab, trick: string): Promise<void> {
    await tab.evaluate(send, { event: "trick", detail: trick });
    await tab.evaluate(frames, STEADY_FRAMES);
    await tab.mouse.click(star.x, star.y);
    const isEarly = REFUSED_EARLY.some((beginning) => trick.startsWith(beginning));
    await says(tab).toMatch(isEarly ? new RegExp(`${EARLY}|${ALTERED}`) : new RegExp(ALTERED));
    expect(await watchlist(shipped)).toEqual([]);
  }

  it("counts, when the card stands there for all to see", () => onNewCard(expectToCount));

  it.each(Object.keys(TRICKS))("is refused, and the card says so, when the page %s", (trick) =>
    onNewCard((tab) => expectRefusal(tab, trick)),
  );

  it.each(Object.keys(DISAPPEARANCES))("finds no card, when the page %s", (trick) =>
    onNewCard(async (tab) => {
      await tab.evaluate(send, { event: "trick", detail: trick });
      await tab.noCard();
      await tab.mouse.click(star.x, star.y);
      expect(await watchlist(shipped)).toEqual([]);
    }),
  );

  // What was not taken back would have had all that followed refused.
  it("counts again, when the page has taken all of that back", () => onNewCard(expectToCount));

  it.each(Object.keys(ABDUCTIONS))("is refused, and the card says so, when the page %s", async (trick) => {
    const tab = await hovered(shipped, PAGE);
    await says(tab).toMatch(WHOLE);
    await expectRefusal(tab, trick);
    await tab.close();
  });

  it("meets the card in its own styles, although the page has taken it through another document", async () => {
    const tab = await hovered(open, PAGE);
    await tab.card(WHOLE);
    await tab.evaluate(takeThroughFrame, null);
    await tab.press("Escape");
    await tab.noCard();
    await tab.leave();
    await tab.hover("BABA");
    await tab.card(WHOLE);
    // The card may still be rising to its place.
    expect((await tab.middleOf(".star")).x).toBeCloseTo(star.x, 0);
    await tab.close();
  });

  describe("in a frame", () => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await open.open(FRAMED);
      const mark = (await tab.waitFor(markInFrame, null)) as Place;
      await tab.mouse.move(mark.x - 3, mark.y);
      await tab.mouse.move(mark.x, mark.y);
      await tab.waitFor(frameCardSays, "Close of");
      await tab.waitFor(starInFrame, null);
    });

    /** A card that has just come, or whose words have changed, may not be at its place yet: a steady one is. */
    async function clickSteadyStar(): Promise<void> {
      await tab.evaluate(frames, STEADY_FRAMES);
      const at = (await tab.waitFor(starInFrame, null)) as Place;
      await tab.mouse.click(at.x, at.y);
    }

    /** Only Chromium tells what stands over a frame: elsewhere no click in one counts. */
    async function expectToCountWhereTold(): Promise<void> {
      await clickSteadyStar();
      if (open.browser === "chromium") {
        await expect.poll(() => watchlist(open)).toEqual(["BABA"]);
        await clickSteadyStar();
        await expect.poll(() => watchlist(open)).toEqual([]);
        await tab.waitFor(frameCardSaysNot, ALTERED);
      } else await tab.waitFor(frameCardSays, IN_FRAME);
      expect(await watchlist(open)).toEqual([]);
    }

    it("counts only where the browser tells what stands over it", expectToCountWhereTold);

    it.each(Object.keys(AROUND))("is refused, and the card says so, when the page around it %s", async (trick) => {
      await tab.evaluate(runInFrame, AROUND[trick] ?? "");
      await clickSteadyStar();
      await tab.waitFor(frameCardSays, open.browser === "chromium" ? ALTERED : IN_FRAME);
      expect(await watchlist(open)).toEqual([]);
      await tab.evaluate(send, { event: "undo" });
      await expectToCountWhereTold();
    });

    it("is refused, and the card says so, when the page moves its frame under a resting pointer", async () => {
      const mark = (await tab.waitFor(markInFrame, null)) as Place;
      const at = (await tab.waitFor(starInFrame, null)) as Place;
      await tab.mouse.move(mark.x, mark.y);
      await tab.evaluate(moveFrameBy, { x: mark.x - at.x, y: mark.y - at.y });
      await tab.evaluate(frames, STEADY_FRAMES);
      await tab.mouse.down();
      await tab.mouse.up();
      await tab.waitFor(frameCardSays, open.browser === "chromium" ? EARLY : IN_FRAME);
      await tab.close();
      expect(await watchlist(open)).toEqual([]);
    });
  });

  it("is not needed by a page that forges clicks and keys: nothing changes", async () => {
    const tab = await hovered(open, PAGE);
    await tab.card(WHOLE);
    await tab.evaluate(frames, STEADY_FRAMES);
    await tab.evaluate(forgeAll, null);
    await tab.card(ALTERED);
    await tab.close();
    expect(await watchlist(open)).toEqual([]);
  });

  it("cannot be had on a card that forged pointers, touches and keys open: none opens", async () => {
    const tab = await open.open(PAGE);
    await tab.marked("BABA");
    // The list of listings is fetched a minute after the start, whatever the page does.
    const figures = () => open.network.outgoing().filter(({ url }) => url.includes("/finance/"));
    const asked = figures().length;
    await tab.evaluate(forgePointers, null);
    await tab.noCardFor(1_000);
    expect(figures()).toHaveLength(asked);
    await tab.close();
  });

  it.each(["remove()", "hidePopover()"] as const)("is given up where a page takes the card away by %s", async (how) => {
    const tab = await hovered(open, PAGE);
    await tab.card("160.80");
    const returns = await tab.evaluate(takeAway, how);
    expect(returns).toBeGreaterThan(0);
    expect(returns).toBeLessThanOrEqual(5);
    await tab.noCard();
    await tab.close();
  });
});

/** A page of ours in each browser, which asks as the options page does. */
const ownPages = new Map<ExtensionRun, OwnPage>();

async function watchlist(run: ExtensionRun): Promise<string[]> {
  const own = ownPages.get(run);
  if (!own) throw new Error("no page of ours is open");
  return own.evaluate(watchedTickers, null);
}

// The functions below run inside a page: each stands alone.

async function watchedTickers(): Promise<string[]> {
  const { runtime } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  const { value } = await runtime.sendMessage({ request: "watchlist", payload: {} });
  return value.map(({ ticker }: { ticker: string }) => ticker);
}

/** Where the frame's mark is in the page around it, once it is there. */
function markInFrame(): { x: number; y: number } | null {
  const frame = document.querySelector("iframe");
  const inner = frame?.contentWindow as (Window & typeof globalThis) | null;
  const [range] = inner?.CSS.highlights.get("sq-m") ?? [];
  if (!frame || !(range instanceof (inner as typeof globalThis).Range)) return null;
  const { left, top, width, height } = range.getBoundingClientRect();
  const { x, y } = frame.getBoundingClientRect();
  return { x: x + left + width / 2, y: y + top + height / 2 };
}

function frameCardSays(words: string): boolean {
  const host = document.querySelector("iframe")?.contentDocument?.querySelector("html > div[popover=manual]");
  return (host?.shadowRoot?.textContent ?? "").includes(words);
}

/** Where the star of the frame's card is; it comes with the listing's description, perhaps after the figures. */
function starInFrame(): { x: number; y: number } | null {
  const frame = document.querySelector("iframe");
  const host = frame?.contentDocument?.querySelector("html > div[popover=manual]");
  const star = host?.shadowRoot?.querySelector(".star")?.getBoundingClientRect();
  if (!frame || !star) return null;
  const { x, y } = frame.getBoundingClientRect();
  return { x: x + star.x + star.width / 2, y: y + star.y + star.height / 2 };
}

function frameCardSaysNot(words: string): boolean {
  const card = document.querySelector("iframe")?.contentDocument?.querySelector("html > div[popover=manual]");
  return card?.shadowRoot?.textContent?.includes(words) === false;
}

/** Gives the page's own script an event. */
function send({ event, detail = "" }: { event: string; detail?: string }): void {
  dispatchEvent(new CustomEvent(event, { detail }));
}

function moveFrameBy({ x, y }: { x: number; y: number }): void {
  const frame = document.querySelector("iframe");
  if (frame) frame.style.translate = `${x}px ${y}px`;
}

/** As the page's own script, in its frame. */
function runInFrame(source: string): void {
  const inner = document.querySelector("iframe")?.contentDocument;
  const script = inner?.createElement("script");
  if (!inner || !script) throw new Error("no frame");
  script.textContent = `{ ${source} }`;
  inner.body.append(script);
}

/**
 * Clicks and keys that no reader made, in a page that can look into
 * the card. Runs in the page; all of them, one after the other.
 */
function forgeAll(): void {
  const host = document.querySelector("html > div[popover=manual]");
  const star = host?.shadowRoot?.querySelector<HTMLElement>(".star");
  star?.click();
  for (const button of host?.shadowRoot?.querySelectorAll("button") ?? []) {
    if (!button.matches(".close, [aria-expanded]")) button.click();
  }
  const { x = 0, y = 0, width = 0, height = 0 } = star?.getBoundingClientRect() ?? {};
  const at = { bubbles: true, composed: true, clientX: x + width / 2, clientY: y + height / 2, detail: 1 };
  for (const type of ["pointerdown", "pointerup"]) star?.dispatchEvent(new PointerEvent(type, at));
  for (const type of ["mousedown", "mouseup", "click"]) star?.dispatchEvent(new MouseEvent(type, at));
  star?.focus();
  for (const key of ["Enter", " "]) {
    for (const type of ["keydown", "keypress", "keyup"]) {
      star?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
    }
  }
  const event = new MouseEvent("click", { bubbles: true, composed: true });
  try {
    Object.defineProperty(event, "isTrusted", { value: true });
  } catch (refusal) {
    console.debug("the browser does not let it", refusal);
  }
  Object.defineProperty(MouseEvent.prototype, "isTrusted", { get: () => true });
  star?.dispatchEvent(event);
}

function forgePointers(): void {
  const { left = 0, top = 0 } = document.querySelector("p")?.getBoundingClientRect() ?? {};
  for (let x = 0; x < 600; x += 3) {
    const at = { bubbles: true, composed: true, clientX: left + x, clientY: top + 12 };
    for (const type of ["pointermove", "pointerdown", "pointerup"]) {
      for (const pointerType of ["mouse", "touch"]) {
        document.body.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
      }
    }
    for (const type of ["mousemove", "click"]) document.body.dispatchEvent(new MouseEvent(type, at));
  }
  for (const key of ["Alt", "Enter", "Escape"]) dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true }));
}

/** Makes the card an element of a frame's document, which strips it of its styles. */
function takeThroughFrame(): void {
  const host = document.querySelector("html > div[popover=manual]");
  const frame = document.createElement("iframe");
  document.body.append(frame);
  if (host) frame.contentDocument?.adoptNode(host);
  frame.remove();
}

/** Takes the card away whenever it is there, for two seconds; resolves with how often it came back. */
function takeAway(how: "remove()" | "hidePopover()"): Promise<number> {
  return new Promise((resolve) => {
    let taken = 0;
    const began = performance.now();
    const look = () => {
      const host = document.querySelector<HTMLElement>("html > div[popover=manual]:popover-open");
      if (host) {
        taken += 1;
        if (how === "remove()") host.remove();
        else host.hidePopover();
      }
      if (performance.now() - began > 2_000) resolve(taken - 1);
      else requestAnimationFrame(look);
    };
    look();
  });
}
