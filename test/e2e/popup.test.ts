import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { isInCard } from "./harness/in-page";
import { askedForFigures, yahooWith } from "./harness/market";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { agree, closeWelcome, disagree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const BLOG = "https://blog.example.org/post";

describe.each(BROWSERS)("the toolbar popup in $name", ({ start }) => {
  let run: ExtensionRun;
  let article: Tab;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    run.network.servePage(`${NEWS}/none`, newsPage("<p>Rain is expected in the north.</p>"));
    run.network.servePage(BLOG, newsPage("<p>Shares of Microsoft (NASDAQ: MSFT) rose.</p>"));
    await closeWelcome(run);
    await disagree(run);
    article = await run.open(ARTICLE);
  });
  afterAll(() => run?.close());

  it("asks for consent before anything is sent, and lists the page's companies all the same", async () => {
    const popup = await run.openPopup(article);
    expect(await popup.reads("BABA")).toContain(texts.popup_consent);
    expect(askedForFigures(run)).toEqual([]);
    await popup.close();
    await agree(run);
  });

  it("lists the page's companies with close, change and difference to the S&P 500, from one batch", async () => {
    const before = askedForFigures(run).length;
    const popup = await run.openPopup(article);
    const text = await popup.reads(/\$160\.80\s[\s\S]*−3\.28/);
    expect(text).toContain("6,846.61");
    expect(text).toContain("Nov 11, 2025");
    const asked = askedForFigures(run).slice(before);
    expect(asked.map((url) => new URL(url).pathname)).toEqual(["/v7/finance/spark"]);
    await popup.close();
  });

  it("scrolls to the mention that is pressed", async () => {
    const popup = await run.openPopup(article);
    await popup.reads("$160.80");
    await popup.pressButton("Alibaba");
    await article.waitFor(() => document.querySelector(":popover-open") !== null, null);
    await article.press("Escape");
    await popup.close();
  });

  it("shows the page's number of companies on its button", async () => {
    const own = await run.openOwnPage("options");
    expect(Number(await own.evaluate(badgeOver, ARTICLE))).toBeGreaterThan(3);
    await own.close();
  });

  it("says that a page names no listed company", async () => {
    const popup = await run.openPopup(await run.open(`${NEWS}/none`));
    await popup.reads(texts.popup_none);
    await popup.close();
  });

  it("says that the browser's own pages cannot be read", async () => {
    const popup = await run.openPopup(await run.open(run.browsersPage));
    await popup.reads(texts.popup_unreadable);
    await popup.close();
  });

  it("looks once at a page of a site it is not allowed at, and is not allowed there afterwards", async () => {
    const blog = await run.open(BLOG);
    const popup = await run.openPopup(blog);
    await popup.reads("Sidequote does not read blog.example.org yet.");
    await popup.pressButton(texts.popup_once);
    await popup.reads("MSFT");
    await popup.close();
    await blog.reload();
    const again = await run.openPopup(blog);
    await again.reads("Sidequote does not read blog.example.org yet.");
    await again.close();
    await blog.close();
  });

  it("switches a site off and on again at once in its open tab", async () => {
    const popup = await run.openPopup(article);
    await popup.reads("BABA");
    await popup.tick("On at reuters.com", false);
    await popup.reads("Turned off at reuters.com.");
    await article.waitFor(() => (CSS.highlights.get("sq-m")?.size ?? 0) === 0, null);
    await popup.pressButton(texts.popup_switchOn);
    await popup.reads("BABA");
    await article.marked("BABA");
    await popup.close();
  });

  it("stars a company, moves and removes it on the watchlist, and takes the removal back", async () => {
    const popup = await run.openPopup(article);
    await popup.reads("$160.80");
    await popup.pressButton("Add BABA to the watchlist");
    await popup.pressButton("Add MSFT to the watchlist");
    await popup.pressButton(texts.popup_watchlist);
    await popup.pressButton("Remove BABA");
    await popup.reads("BABA removed");
    await popup.pressButton(texts.popup_undo);
    expect(await popup.reads(/Alibaba[\s\S]*Microsoft/)).not.toContain("removed");
    await popup.close();
  });

  it("saves the watchlist as a file with date, close, change and difference, and nothing is asked for it", async () => {
    const popup = await run.openPopup(article);
    await popup.reads("$160.80");
    await popup.pressButton(texts.popup_watchlist);
    await popup.reads(/\$160\.80[\s\S]*−3\.28/);
    const before = run.network.outgoing().length;
    const saved = await popup.saved(() => popup.pressButton(texts.popup_csv));
    const [heads, ...lines] = saved
      .replace(/^\ufeff/, "")
      .trimEnd()
      .split("\r\n");
    expect(heads).toBe('Ticker,Company,Date,Close,Currency,Change (%),Benchmark,"vs S&P 500, points"');
    expect(lines[0]).toMatch(/^BABA,Alibaba[^,]*,2025-11-11,160\.80,USD,-3\.068\d,\^GSPC,-3\.2\d+$/);
    expect(lines[1]).toMatch(/^MSFT,Microsoft[^,]*,2025-11-11,\d+\.\d\d,USD,-?\d+\.\d+,\^GSPC,-?\d+\.\d+$/);
    expect(lines).toHaveLength(2);
    expect(run.network.outgoing()).toHaveLength(before);
    await popup.close();
  });

  it("stars a company in its open card, too, and takes the star from it", async () => {
    await run.command(article, "open-card");
    await article.waitFor(isInCard, "[aria-label*=BABA][aria-pressed=true]");
    const popup = await run.openPopup(article);
    await popup.reads("$160.80");
    await popup.pressButton("Remove BABA from the watchlist");
    await article.waitFor(isInCard, "[aria-label*=BABA][aria-pressed=false]");
    await popup.pressButton("Add BABA to the watchlist");
    await article.waitFor(isInCard, "[aria-label*=BABA][aria-pressed=true]");
    await popup.close();
    await article.press("Escape");
    await article.noCard();
  });

  it("finds a listing by name, from the directory alone", async () => {
    const popup = await run.openPopup(article);
    await popup.reads("BABA");
    await popup.fill(texts.popup_search, "nestle");
    await popup.reads("NESN.SW");
    await popup.close();
  });

  it("says so when the browser is offline, and keeps what it knew", async () => {
    await run.setOffline(true);
    const known = await run.openPopup(article);
    expect(await known.reads("$160.80")).toContain("−3.07%");
    await known.close();
    await run.setOffline(false);
  });

  it("notices that the browser withholds a site", async () => {
    await run.allowOnly();
    // The page's own script has heard of it, too, before the popup asks it.
    await article.waitFor(() => (CSS.highlights.get("sq-m")?.size ?? 0) === 0, null);
    const popup = await run.openPopup(article);
    await popup.reads("Sidequote does not read reuters.com yet.");
    await popup.close();
  });
});

/** The text on the toolbar button over the tab with this address; runs in one of our pages. */
async function badgeOver(url: string): Promise<string> {
  const { tabs, action } = Reflect.get(globalThis, "chrome");
  const [tab] = await tabs.query({ url });
  return action.getBadgeText({ tabId: tab.id });
}
