import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "./harness/chromium";
import type { Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/card/ways`;
const BODY = newsPage(`
  <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p>
  <p><a href="#followed">Baidu Inc. (BIDU)</a> did, too.</p>
  <p style="margin-top: 300px">Nothing is named here.</p>`);
const QUOTE = "https://www.google.com/finance/quote/BABA:NYSE";

// Chromium only: Firefox's driver can neither hold a key nor see the tabs that a click opens.
describe("the reader's way of opening, in Chromium,", () => {
  let run: ChromiumRun;
  let ownPage: Page;
  let page: Page;
  let tab: Tab;

  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, BODY);
    run.network.servePage(QUOTE, newsPage("<p>A quote page.</p>"));
    await agree(run);
    ownPage = await run.context.newPage();
    await ownPage.goto(`chrome-extension://${run.extensionId}/welcome.html`);
  });
  afterEach(() => page.close());
  afterAll(() => run?.close());

  async function read(patch: object): Promise<void> {
    const reply = await ownPage.evaluate(
      `chrome.runtime.sendMessage({ request: "change-settings", payload: ${JSON.stringify({ patch })} })`,
    );
    expect(reply).toMatchObject({ ok: true, value: { refused: [] } });
    page = await run.context.newPage();
    await page.goto(ARTICLE);
    tab = tabOf(page);
    await tab.marked("BABA", "BIDU");
  }

  /** Real time, as it is the subject: three times the dwell, in which no card may come. */
  async function noCardComes(): Promise<void> {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await tab.noCard();
  }

  describe("with a key held down,", () => {
    const trigger = { kind: "modifier", modifier: "shift", dwellMs: 200 };

    it("shows nothing on resting alone, and the card once the key goes down", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await noCardComes();
      await page.keyboard.down("Shift");
      await tab.card("−3.28 pp");
      await page.keyboard.up("Shift");
      await tab.card("−3.28 pp");
    });

    it("shows it when the pointer arrives with the key held, and not for another key", async () => {
      await read({ trigger });
      await page.keyboard.down("Control");
      await tab.hover("BABA");
      await noCardComes();
      await page.keyboard.up("Control");
      await tab.leave();
      await page.keyboard.down("Shift");
      await tab.hover("BABA");
      await tab.card("−3.28 pp");
      await page.keyboard.up("Shift");
    });
  });

  describe("by click,", () => {
    const trigger = { kind: "click", modifier: "alt", dwellMs: 200 };

    it("shows nothing on resting, the card on a click, and closes it with a click elsewhere", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await noCardComes();
      const { x, y } = await middleOf("BABA");
      await page.mouse.click(x, y);
      await tab.card("−3.28 pp");
      await page.mouse.click(900, 350);
      await tab.noCard();
    });

    it("leaves a link to be followed", async () => {
      await read({ trigger });
      const { x, y } = await middleOf("BIDU");
      await page.mouse.click(x, y);
      await page.waitForURL(/#followed$/);
      await noCardComes();
    });
  });

  describe("what the card leads to:", () => {
    const trigger = { kind: "hover", modifier: "alt", dwellMs: 200 };

    it("the gear opens the options", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await tab.card("−3.28 pp");
      const [opened] = await Promise.all([
        run.context.waitForEvent("page"),
        page.locator("side-note").getByRole("button", { name: "Options" }).click(),
      ]);
      await opened.waitForURL(/options\.html/);
      await opened.close();
    });

    it("the link opens the reader's quote page, which learns nothing of the page", async () => {
      await read({ trigger, card: { quotePage: "google" } });
      await tab.hover("BABA");
      await tab.card("−3.28 pp");
      const [opened] = await Promise.all([
        run.context.waitForEvent("page"),
        page.locator("side-note").getByRole("link").click(),
      ]);
      await opened.waitForURL(QUOTE);
      expect(await opened.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
      await opened.close();
    });
  });

  it("has a key for each command that moves or opens, as the browser really assigned them", async () => {
    await read({});
    const commands = await ownPage.evaluate("chrome.commands.getAll()");
    const keys = Object.fromEntries(
      (commands as { name: string; shortcut: string }[]).map(({ name, shortcut }) => [name, shortcut]),
    );
    expect(keys).toMatchObject({
      "next-mention": "Alt+Shift+J",
      "previous-mention": "Alt+Shift+K",
      "open-card": "Alt+Shift+Q",
    });
  });

  async function middleOf(text: string): Promise<{ x: number; y: number }> {
    return page.evaluate((wanted) => {
      const mark = [...(CSS.highlights.get("sq-m") ?? [])].find((range) => String(range) === wanted) as Range;
      const { left, top, width, height } = mark.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, text);
  }
});
