import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import type { MarketEntry } from "../../demo/yahoo-wire.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import type { OwnPage } from "./harness/own-page";
import { NEWS, newsPage } from "./harness/pages";
import { openBesideOptions } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/yardsticks`;
const PAGE = newsPage(`
  <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p>
  <p>In Hong Kong, Tencent Holdings Ltd. (0700.HK) fell as well.</p>`);

/**
 * An index with one level on each of the S&P 500's days, and a quarter of a percent more on the last. Its price is
 * stamped six and a half hours after `open`, when its closing auction is over.
 */
function indexOf(name: string, zone: string, open: string): MarketEntry {
  const days = (DEMO_MARKET["^GSPC"]?.closes ?? []).map(([date]) => date);
  const closes = days.map((date, at): [string, number] => [date, at === days.length - 1 ? 24_060 : 24_000]);
  const facts = { exchangeName: name, fullExchangeName: name, instrumentType: "INDEX", currency: "EUR" };
  return { ...facts, name, zone, open, closes };
}
const MARKET = {
  ...DEMO_MARKET,
  "^GDAXI": indexOf("DAX", "Europe/Berlin", "11:05"),
  "^HSI": indexOf("Hang Seng", "Asia/Hong_Kong", "09:45"),
};

describe.each(BROWSERS)("the reader's own yardstick, in $name", ({ start }) => {
  let run: ExtensionRun;
  let options: OwnPage;
  let tab: Tab;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(MARKET));
    run.network.servePage(ARTICLE, PAGE);
    ({ options, tab } = await openBesideOptions(run, ARTICLE, "BABA"));
  });
  afterAll(() => run?.close());

  const asked = (ticker: string) =>
    run.network.outgoing().filter(({ url }) => decodeURIComponent(url).includes(ticker)).length;

  async function choose(label: string): Promise<void> {
    await options.toFront();
    await options.evaluate(pick, { title: texts.options_benchmark, label });
    await options.reads(texts.options_saved);
    await tab.toFront();
  }

  it("is the S&P 500 at first, and no other index is asked for", async () => {
    await tab.toFront();
    await run.command(tab, "open-card");
    await tab.card("Trailed the S&P 500 (+0.21%) by 3.28 points");
    expect([asked("^GSPC"), asked("^GDAXI"), asked("^HSI")]).toEqual([1, 0, 0]);
  });

  it("changes, as it is chosen, in the card that is open in another tab, with its words", async () => {
    const before = asked("BABA");
    await choose(texts.benchmark_indexGDAXI);
    // 60 of 24,000 points are a quarter of a percent.
    const card = await tab.card("Trailed the DAX (+0.25%) by 3.32 points");
    expect(card).not.toContain("S&P 500");
    expect([asked("BABA"), asked("^GDAXI")]).toEqual([before, 1]);
  });

  it("is the popup's as well", async () => {
    const popup = await run.openPopup(tab);
    await popup.reads(/DAX\s+24,060\.00[\s\S]*\$160\.80\s[\s\S]*−3\.32/);
    await popup.close();
    await choose(texts.benchmark_indexGSPC);
    await run.command(tab, "close-card");
    await tab.noCard();
  });

  it("stands first beside a share abroad, and the index of its own exchange second", async () => {
    await tab.hover("0700.HK");
    await tab.card(/the S&P 500 \(\+0\.21%\) by [\d.]+ points[\s\S]*the Hang Seng \(\+0\.25%\) by [\d.]+ points/);
    expect(asked("^HSI")).toBe(1);
    await tab.leave();
    await tab.noCard();
  });

  it("has no second line, and asks for no home index, where the reader does not want it", async () => {
    await options.toFront();
    await options.tick(texts.options_homeIndex, false);
    // The page still says that it has saved the change before.
    await expect.poll(() => options.evaluate(keepsNoHomeIndex, null)).toBe(true);
    await options.pressButton(texts.options_clear);
    await tab.toFront();
    const before = asked("^HSI");
    await tab.hover("0700.HK");
    expect(await tab.card(/the S&P 500 \(\+0\.21%\) by/)).not.toContain("Hang Seng");
    expect(asked("^HSI")).toBe(before);
  });
});

// The functions below run inside the page: each stands alone.

async function keepsNoHomeIndex(): Promise<boolean> {
  const { storage } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  const { settings } = await storage.local.get("settings");
  return settings.card?.homeIndex === false;
}

/** Chooses the option with this label in the drop-down with this title. */
function pick({ title, label }: { title: string; label: string }): void {
  const lists = [...document.querySelectorAll("select")];
  const list = lists.find(({ labels }) => [...labels].some(({ innerText }) => innerText.includes(title)));
  const option = [...(list?.options ?? [])].find(({ text }) => text === label);
  if (!list || !option) throw new Error(`no ${label} under ${title}`);
  list.selectedIndex = option.index;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}
