import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree, visit } from "./harness/reader";

const PAGES = {
  plain: newsPage(`
    <p>Shares of Microsoft Corp. (MSFT) were steady.</p>
    <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p>
    <p style="margin-top: 2000px">The end.</p>`),
  dated: newsPage(`<meta property="article:published_time" content="2025-10-27T09:00:00Z">
    <p>Microsoft Corp. (MSFT) and Alibaba Group Holding Ltd. (BABA) closed on Tuesday.</p>`),
  hostile: newsPage(`
    <style>
      body * { all: unset !important; transform: rotate(0.1deg) !important }
      * { font-size: 40px !important; color: red !important; opacity: 0.4 !important; filter: invert(1) !important }
      body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: red }
    </style>
    <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p>`),
  dialog: newsPage(`
    <dialog><p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p></dialog>
    <script>document.querySelector("dialog").showModal()</script>`),
  popover: newsPage(`
    <div popover><p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p></div>
    <script>document.querySelector("[popover]").showPopover()</script>`),
  closable: newsPage(`
    <dialog closedby="any"><p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p></dialog>
    <script>document.querySelector("dialog").show()</script>`),
};

const address = (page: keyof typeof PAGES) => `${NEWS}/card/${page}`;

describe.each(BROWSERS)("the card in $name", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    for (const page of Object.keys(PAGES) as (keyof typeof PAGES)[]) run.network.servePage(address(page), PAGES[page]);
    await agree(run);
  });
  afterAll(() => run?.close());

  async function openCard(page: keyof typeof PAGES): Promise<string> {
    tab = await visit(run, tab, address(page));
    await tab.marked("BABA");
    await tab.hover("BABA");
    // The exchange comes with the description, the answer that follows the figures: then the card is whole.
    return tab.card(/NYSE[\s\S]*3\.28 points/);
  }

  it("persists for ten seconds of rest, can be entered, and goes with Escape, which the page does not hear", async () => {
    await openCard("plain");
    await tab.evaluate(listenForKeys, null);
    await tab.evaluate(milliseconds, 10_000);
    await tab.card("3.28 points");
    const { x, y } = await tab.evaluate(centreOf, "[role=dialog]");
    await tab.mouse.move(x, y);
    await tab.evaluate(milliseconds, 600);
    await tab.card("3.28 points");
    await tab.press("Escape");
    await tab.noCard();
    expect(await tab.evaluate(() => Reflect.get(window, "keysHeard"), null)).toEqual([]);
    await tab.press("Escape");
    expect(await tab.evaluate(() => Reflect.get(window, "keysHeard"), null)).toEqual(["Escape"]);
  });

  it("stays away after Escape until the pointer has been elsewhere", async () => {
    await openCard("plain");
    await tab.press("Escape");
    await tab.noCard();
    const { x, y } = await tab.evaluate(centreOf, "p");
    await tab.hover("BABA");
    await tab.evaluate(milliseconds, 600);
    await tab.noCard();
    await tab.mouse.move(x, y + 300);
    await tab.hover("BABA");
    await tab.card("3.28 points");
  });

  it("goes when the page scrolls under the pointer", async () => {
    await openCard("plain");
    await tab.mouse.wheel(400);
    await tab.noCard();
  });

  it("follows the pointer to another mention and never mixes their figures", async () => {
    await openCard("plain");
    await tab.hover("MSFT");
    const text = await tab.card("MSFT");
    expect(text).not.toContain("$160.80");
  });

  it("says what happened since the article was published", async () => {
    tab = await visit(run, tab, address("dated"));
    await tab.marked("MSFT");
    await tab.hover("MSFT");
    expect(await tab.card("Since this article")).toContain("Since this article, Oct 27, 2025");
  });

  it("says nothing of an article whose day the page does not state", async () => {
    tab = await visit(run, tab, address("plain"));
    await tab.marked("MSFT");
    await tab.hover("MSFT");
    expect(await tab.card("without dividends")).not.toContain("Since this article");
  });

  it("looks the same on a page with hostile style", async () => {
    await openCard("plain");
    const before = await tab.evaluate(looks, null);
    await openCard("hostile");
    expect(await tab.evaluate(looks, null)).toEqual(before);
  });

  it("stands in the page's modal dialog, and leaves it open on Escape", async () => {
    await openCard("dialog");
    const { x, y } = await tab.evaluate(centreOf, "[role=dialog]");
    await tab.mouse.move(x, y);
    await tab.evaluate(milliseconds, 600);
    await tab.card("3.28 points");
    await tab.press("Escape");
    await tab.noCard();
    expect(await tab.evaluate(() => document.querySelector("dialog")?.open, null)).toBe(true);
  });

  describe("its star", () => {
    async function clickStar(): Promise<void> {
      const star = await tab.evaluate(centreOf, ".star");
      await tab.mouse.move(star.x, star.y);
      await tab.mouse.click(star.x, star.y);
    }
    it.each([
      ["the root element is faded", "document.documentElement.style.opacity = '0.2'"],
      ["the root element is filtered", "document.documentElement.style.filter = 'blur(2px)'"],
      [
        "a popover that lets clicks through covers it",
        "const d = document.createElement('div'); d.popover = 'manual'; d.style.cssText = 'inset:0;width:100vw;height:100vh;pointer-events:none'; document.body.append(d); d.showPopover()",
      ],
      [
        "a popover covers a part of it",
        "const d = document.createElement('div'); d.popover = 'manual'; d.style.cssText = 'inset:0 auto auto 0;margin:0;width:50vw;height:100vh;pointer-events:none'; document.body.append(d); d.showPopover()",
      ],
      ["its host has just been moved", "document.body.append(document.querySelector('div[popover=manual]'))"],
      ["its host is faded", "document.querySelector('div[popover=manual]').style.cssText = 'opacity: 0 !important'"],
    ])("changes nothing while %s", async (_, trick) => {
      await openCard("plain");
      await tab.evaluate(milliseconds, 600);
      await tab.evaluate(runInPage, trick);
      await clickStar();
      await tab.evaluate(milliseconds, 100);
      expect(await tab.evaluate(starState, null)).toBe("false");
    });
    it("leaves with its mention when the page's body is faded, and a click there changes nothing", async () => {
      await openCard("plain");
      await tab.evaluate(milliseconds, 600);
      const star = await tab.evaluate(centreOf, ".star");
      await tab.evaluate(runInPage, "document.body.style.opacity = 0");
      await tab.noCard();
      await tab.mouse.click(star.x, star.y);
      await tab.evaluate(runInPage, "document.body.style.opacity = 1");
      await openCard("plain");
      expect(await tab.evaluate(starState, null)).toBe("false");
    });
    it.each(["popover", "closable"] as const)(
      "can be pressed over text that a press outside closes: %s",
      async (page) => {
        tab = await visit(run, tab, address(page));
        await tab.marked("BABA");
        await tab.hover("BABA");
        await tab.waitFor(isStarred, "false");
        for (const state of ["true", "false"]) {
          await tab.evaluate(milliseconds, 600);
          await clickStar();
          await tab.waitFor(isStarred, state);
        }
      },
    );
    it("puts the listing on the watchlist, and takes it off", async () => {
      await openCard("plain");
      await tab.evaluate(milliseconds, 600);
      await clickStar();
      await tab.waitFor(isStarred, "true");
      await openCard("plain");
      await tab.waitFor(isStarred, "true");
      await tab.evaluate(milliseconds, 600);
      await clickStar();
      await tab.waitFor(isStarred, "false");
    });
  });
});

// The functions below run inside the page: each stands alone.

function listenForKeys(): void {
  const heard: string[] = [];
  Reflect.set(window, "keysHeard", heard);
  document.addEventListener("keydown", ({ key }) => heard.push(key));
}

/** Real time, as it is the subject: how long the card persists, how long it must have stood. */
function milliseconds(duration: number): Promise<void> {
  return new Promise((resolve) => {
    const end = performance.now() + duration;
    const step = () => (performance.now() >= end ? resolve() : requestAnimationFrame(step));
    step();
  });
}

function centreOf(selector: string): { x: number; y: number } {
  const root = [...document.querySelectorAll("div[popover=manual]")].find((host) => host.shadowRoot)?.shadowRoot;
  const element = root?.querySelector(selector) ?? document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function looks(): unknown[] {
  const root = [...document.querySelectorAll("div[popover=manual]")].find((host) => host.shadowRoot)?.shadowRoot;
  for (const animation of root?.getAnimations() ?? []) animation.finish();
  // Larger text puts the mention lower, where the card may need a scrollbar: room, not style.
  root?.querySelector<HTMLElement>(".note")?.style.setProperty("overflow", "visible");
  return [...(root?.querySelectorAll(".note, .note *") ?? [])].map((element) => {
    const { color, backgroundColor, fontSize, fontFamily, display, opacity, transform, filter } =
      getComputedStyle(element);
    const { width } = element.getBoundingClientRect();
    return [
      element.tagName,
      color,
      backgroundColor,
      fontSize,
      fontFamily,
      display,
      opacity,
      transform,
      filter,
      width.toFixed(1),
    ];
  });
}

function starState(): string | null {
  const host = [...document.querySelectorAll("div[popover=manual]")].find(({ shadowRoot }) => shadowRoot);
  const star = host?.shadowRoot?.querySelector(".star");
  return star?.getAttribute("aria-pressed") ?? null;
}

function isStarred(state: string): boolean {
  const host = [...document.querySelectorAll("div[popover=manual]")].find(({ shadowRoot }) => shadowRoot);
  const star = host?.shadowRoot?.querySelector(".star");
  return star?.getAttribute("aria-pressed") === state;
}

function runInPage(code: string): void {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
}
