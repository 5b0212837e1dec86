import type { CDPSession, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import type { Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/card/keys`;

const BODY = newsPage(`
  <button>First</button>
  <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday, <a href="#followed">as did Baidu Inc. (BIDU)</a>.</p>
  <p style="margin-top: 1500px">Far below, Microsoft Corp. (MSFT) was steady.</p>
  <div id="stage" style="background: white"><p>On stage: Alphabet Inc. (GOOGL).</p></div>`);

describe("without a mouse, in Chromium,", () => {
  let run: ChromiumRun;
  let tab: Tab;
  let page: Page;
  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, BODY);
    await agree(run);
  });
  afterEach(() => tab.close());
  afterAll(() => run?.close());

  async function read(): Promise<void> {
    tab = await run.open(ARTICLE);
    page = run.context.pages().at(-1) as Page;
    await tab.marked("BABA");
  }

  /** Presses a command: the browser's shortcuts cannot be typed by a test, the event they cause can be raised. */
  async function command(name: string): Promise<void> {
    const worker = await run.worker();
    await worker.evaluate(
      async ({ pressed, url }) => {
        const { tabs, commands } = Reflect.get(globalThis, "chrome");
        const [tab] = await tabs.query({ url });
        commands.onCommand.dispatch(pressed, tab);
      },
      { pressed: name, url: ARTICLE },
    );
  }

  async function tap(x: number, y: number): Promise<void> {
    const session: CDPSession = await run.context.newCDPSession(page);
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await session.detach();
  }

  async function placeOf(text: string): Promise<{ x: number; y: number }> {
    return page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`no ${wanted}`);
    }, text);
  }

  const focused = () => page.evaluate(() => document.activeElement?.localName ?? null);
  /** The ringed text, once it is another one than before. */
  const ringedAfter = async (before: string) => {
    const handle = await page.waitForFunction((old) => {
      const texts = [...(CSS.highlights.get("sq-e") ?? [])].map(String);
      return texts.length > 0 && texts[0] !== old && texts;
    }, before);
    return (await handle.jsonValue()) || [];
  };

  it("walks by command from mention to mention, ringing and announcing each, the focus staying in the page", async () => {
    await read();
    await page.focus("button");
    const seen: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      const before = seen.at(-1) ?? "";
      await command("next-mention");
      seen.push(...(await ringedAfter(before)));
    }
    expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
    expect(await focused()).toBe("button");
    await command("previous-mention");
    expect(await ringedAfter(seen.at(-1) ?? "")).toEqual([seen.at(-2)]);
    await page.waitForFunction(() =>
      document.querySelector("side-note")?.shadowRoot?.querySelector("[role=status]")?.textContent?.includes("percent"),
    );
  });

  it("opens by command with the focus inside, and closes with the focus back where it was", async () => {
    await read();
    await page.focus("button");
    await command("open-card");
    await tab.card("−3.28 pp");
    expect(await focused()).toBe("side-note");
    await tab.press("Tab");
    await tab.press("Escape");
    await tab.noCard();
    expect(await focused()).toBe("button");
    await command("open-card");
    await tab.card("−3.28 pp");
    await command("close-card");
    await tab.noCard();
    expect(await focused()).toBe("button");
  });

  it("opens with a tap, closes with a tap elsewhere, and leaves links to be followed", async () => {
    await read();
    const mention = await placeOf("BABA");
    await tap(mention.x, mention.y);
    await tab.card("−3.28 pp");
    await tap(900, 20);
    await tab.noCard();
    const link = await placeOf("BIDU");
    await tap(link.x, link.y);
    await page.waitForFunction(() => location.hash === "#followed");
    await tab.noCard();
  });

  it("shows nothing while text is being selected", async () => {
    await read();
    const { x, y } = await placeOf("BABA");
    await page.mouse.move(x - 100, y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 5 });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await tab.noCard();
    await page.mouse.up();
  });

  it("stands inside the page's fullscreen element", async () => {
    await read();
    await page.evaluate(() => {
      const stage = document.querySelector("#stage");
      document.querySelector("button")?.addEventListener("click", () => void stage?.requestFullscreen());
    });
    await page.click("button");
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await tab.hover("GOOGL");
    await tab.card("GOOGL");
    expect(await page.evaluate(() => document.querySelector("side-note")?.parentElement?.id)).toBe("stage");
  });

  it("does not move for a reader who wants less motion", async () => {
    await read();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await tab.hover("BABA");
    await tab.card("−3.28 pp");
    const name = await page.evaluate(() => {
      const note = document.querySelector("side-note")?.shadowRoot?.querySelector(".note");
      return note && getComputedStyle(note).animationName;
    });
    expect(name).toBe("none");
  });

  it("is gone when the reader comes back to the page", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("−3.28 pp");
    run.network.servePage(`${NEWS}/card/elsewhere`, newsPage("<p>Elsewhere.</p>"));
    await page.goto(`${NEWS}/card/elsewhere`);
    await page.goBack();
    await tab.marked("BABA");
    await tab.noCard();
  });

  it("refuses a click on the star under an overlay that hides in a closed root", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("−3.28 pp");
    await page.evaluate(() => {
      const host = document.createElement("div");
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText =
        "inset: 0; width: 100vw; height: 100vh; pointer-events: none; opacity: 0.99; background: white";
      host.attachShadow({ mode: "closed" }).append(cover);
      document.body.append(host);
      cover.showPopover();
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
    const star = page.locator("side-note .star");
    await star.click({ force: true });
    await page.locator("side-note", { hasText: "Not changed" }).waitFor({ state: "attached" });
    expect(await star.getAttribute("aria-pressed")).toBe("false");
  });
});
