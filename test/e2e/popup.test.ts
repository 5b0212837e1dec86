import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { closeWelcome, openPopupOver } from "./harness/popup";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const BLOG = "https://blog.example.org/post";

// Chromium only: the toolbar button of Firefox cannot be pressed by a test.
describe("the toolbar popup", () => {
  let run: ChromiumRun;
  let article: Page;

  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    run.network.servePage(`${NEWS}/none`, newsPage("<p>Rain is expected in the north.</p>"));
    run.network.servePage(BLOG, newsPage("<p>Shares of Microsoft (NASDAQ: MSFT) rose.</p>"));
    await closeWelcome(run);
    article = await open(ARTICLE);
  });
  afterAll(() => run?.close());

  const open = async (url: string) => {
    const page = await run.context.newPage();
    await page.goto(url);
    return page;
  };

  it("asks for consent before anything is sent, and lists the page's companies all the same", async () => {
    const popup = await openPopupOver(run, article);
    expect(await popup.reads("BABA")).toContain(texts.popup_consent);
    expect(run.network.outgoing()).toEqual([]);
    await popup.page.close();
    await agree(run);
  });

  it("lists the page's companies with close, change and difference to the S&P 500, from one batch", async () => {
    const before = run.network.outgoing().length;
    const popup = await openPopupOver(run, article);
    const text = await popup.reads(/\$160\.80\s[\s\S]*−3\.28 pp/);
    expect(text).toContain("6,846.61");
    expect(text).toContain("Nov 11, 2025");
    const asked = run.network.outgoing().slice(before);
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(["/v7/finance/spark"]);
    await popup.page.close();
  });

  it("scrolls to the mention that is pressed", async () => {
    const popup = await openPopupOver(run, article);
    await popup.reads("$160.80");
    await popup.press("Alibaba");
    await article.waitForFunction(() => document.querySelector(":popover-open") !== null);
    await article.keyboard.press("Escape");
  });

  it("shows the page's number of companies on its button", async () => {
    const worker = await run.worker();
    const badge = await worker.evaluate(
      `chrome.tabs.query({ url: "${ARTICLE}" }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
    );
    expect(Number(badge)).toBeGreaterThan(3);
  });

  it("says that a page names no listed company", async () => {
    const popup = await openPopupOver(run, await open(`${NEWS}/none`));
    await popup.reads(texts.popup_none);
    await popup.page.close();
  });

  it("says that the browser's own pages cannot be read", async () => {
    const popup = await openPopupOver(run, await open("chrome://version/"));
    await popup.reads(texts.popup_unreadable);
    await popup.page.close();
  });

  it("looks once at a page of a site it is not allowed at, and is not allowed there afterwards", async () => {
    const blog = await open(BLOG);
    const popup = await openPopupOver(run, blog);
    await popup.reads("Sidequote does not read blog.example.org yet.");
    await popup.press(texts.popup_once);
    await popup.reads("MSFT");
    await popup.page.close();
    await blog.reload();
    const again = await openPopupOver(run, blog);
    await again.reads("Sidequote does not read blog.example.org yet.");
    await again.page.close();
    await blog.close();
  });

  it("switches a site off and on again at once in its open tab", async () => {
    const popup = await openPopupOver(run, article);
    await popup.reads("BABA");
    await popup.page.evaluate(() => document.querySelector<HTMLInputElement>(".pp-foot input")?.click());
    await popup.reads("Switched off at reuters.com.");
    await article.waitForFunction(() => (CSS.highlights.get("sq-m")?.size ?? 0) === 0);
    await popup.press(texts.popup_switchOn);
    await popup.reads("BABA");
    await article.waitForFunction(() => (CSS.highlights.get("sq-m")?.size ?? 0) > 0);
    await popup.page.close();
  });

  it("stars a company, moves and removes it on the watchlist, and takes the removal back", async () => {
    const popup = await openPopupOver(run, article);
    await popup.reads("$160.80");
    await popup.press("Add BABA to the watchlist");
    await popup.press("Add MSFT to the watchlist");
    await popup.press(texts.popup_watchlist);
    await popup.press("Remove BABA");
    await popup.reads("BABA removed");
    await popup.press(texts.popup_undo);
    expect(await popup.reads(/Alibaba[\s\S]*Microsoft/)).not.toContain("removed");
    await popup.page.close();
  });

  it("finds a listing by name, from the directory alone", async () => {
    const popup = await openPopupOver(run, article);
    await popup.reads("BABA");
    await popup.page.evaluate(() => {
      const field = document.querySelector("input");
      if (!field) return;
      field.value = "nestle";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await popup.reads("NESN.SW");
    await popup.page.close();
  });

  it("says so when the browser is offline, and keeps what it knew", async () => {
    await run.setOffline(true);
    const page = await open("about:blank");
    const known = await openPopupOver(run, article);
    expect(await known.reads("$160.80")).toContain("−3.07%");
    await known.page.close();
    await page.close();
    await run.setOffline(false);
  });

  it("notices that the browser withholds a site", async () => {
    const extensions = await open("chrome://extensions/");
    await extensions.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: "${run.extensionId}", hostAccess: "ON_CLICK" })`,
    );
    const popup = await openPopupOver(run, article);
    await popup.reads("Sidequote does not read reuters.com yet.");
    await popup.page.close();
    await extensions.close();
  });
});
