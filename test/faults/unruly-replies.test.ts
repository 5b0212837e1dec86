import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { type Conduct, dripping, flooding, startUnrulyServer, type UnrulyServer } from "./unruly-server";

const PAGE = `${NEWS}/unruly`;
const TICKERS = ["BABA", "MSFT", "META", "GOOGL", "NVDA"];
const TEN_MEGABYTES = 10 * 2 ** 20;
/** The browser has errands of its own. */
const OUR_SOURCES = /yahoo|cboe|nasdaq|stlouisfed/;
/** No card waits longer (requirement R1). */
const LONGEST_WAIT_MS = 10_000;
/** What a browser and a system hold between our hanging up and the other side's hearing of it. */
const ON_THE_WAY = 4 * 2 ** 20;
const BYTE_LIMIT = 2 * 2 ** 20;

/** The whole time ran out, or that of a source did: either may be said. */
const NOBODY_ANSWERED = new RegExp(`${sentence("failure_sourceSilent").source}|${sentence("failure_noAnswer").source}`);

function sentence(key: keyof typeof texts): RegExp {
  return new RegExp(texts[key].replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+"));
}

/** Cboe answers as it should, everybody else in a way of their own. */
function allBut(cboe: "cboe", conduct: Conduct): Conduct {
  return (response, url) => {
    const [, file] = /historical\/(.+)\.json$/.exec(url.pathname) ?? [];
    if (!url.host.includes(cboe) || !file) return conduct(response, url);
    const closes = DEMO_MARKET[file === "_SPX" ? "^GSPC" : file]?.closes ?? [];
    const data = closes.map(([date, close]) => ({ date, close: String(close) }));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ symbol: file, data }));
  };
}

describe("with replies that come over a real wire", () => {
  let server: UnrulyServer;
  let run: ChromiumRun;
  let tab: Tab;
  beforeAll(async () => {
    server = await startUnrulyServer();
    run = await startChromium({ fixedNow: DEMO_NOW, flags: server.flags });
    run.network.servePage(PAGE, newsPage(TICKERS.map((ticker) => `<p>A day for (NYSE: ${ticker}).</p>`).join("")));
    await run.context.route(/^https:\/\/(?!www\.reuters\.com)/, (route) => route.continue());
    await agree(run);
    tab = await run.open(PAGE);
    await tab.marked(...TICKERS);
  });
  // With its memory of who is down; each test asks for another ticker, which is not kept yet.
  beforeEach(() => run.killBackground());
  afterAll(async () => {
    await run?.close();
    await server?.close();
  });

  /** The card's text once `expected` is in it, and how long it was waited for there. */
  async function cardOver(ticker: string, expected: string | RegExp): Promise<{ card: string; tookMs: number }> {
    await tab.evaluate(watchWait, null);
    await tab.hover(ticker);
    const card = await tab.card(expected);
    const tookMs = await tab.evaluate(() => Reflect.get(window, "waitedMs") as number, null);
    await tab.press("Escape");
    await tab.noCard();
    await tab.leave();
    return { card, tookMs };
  }

  it("the second source answers in time when the first one drips a byte a second", async () => {
    server.conduct(allBut("cboe", dripping));
    const { card, tookMs } = await cardOver("BABA", "3.28 points");
    expect(card).toContain("$160.80");
    expect(card).toContain("Cboe");
    console.log(`the first source drips: ${(tookMs / 1000).toFixed(1)} s to the second's figures`);
    expect(tookMs).toBeLessThan(LONGEST_WAIT_MS);
  });

  it("the card says so in time when every source drips, and nobody is left dripping", async () => {
    server.conduct(dripping);
    const { card, tookMs } = await cardOver("MSFT", NOBODY_ANSWERED);
    expect(card).not.toMatch(/\$\d/);
    console.log(`every source drips: ${(tookMs / 1000).toFixed(1)} s to the card's sentence`);
    expect(tookMs).toBeLessThan(LONGEST_WAIT_MS + 1_000);
    const open = () => server.served().filter(({ url, isOver }) => OUR_SOURCES.test(url) && !isOver);
    await expect.poll(open, { timeout: LONGEST_WAIT_MS }).toEqual([]);
  });

  it.each([
    ["says how long it is", true, "META"],
    ["does not say how long it is", false, "GOOGL"],
  ])(
    "a reply of ten megabytes that %s is not taken to its end, and the next source answers",
    async (_, announced, ticker) => {
      server.conduct(allBut("cboe", flooding(TEN_MEGABYTES, announced)));
      const from = server.served().length;
      const { card } = await cardOver(ticker, /\$\d+\.\d\d/);
      expect(card).toContain(`$${DEMO_MARKET[ticker]?.closes.at(-1)?.[1].toFixed(2)}`);
      expect(card).toContain("Cboe");
      await expect.poll(() => floods(from).every(({ isOver }) => isOver)).toBe(true);
      expect(floods(from).length).toBeGreaterThan(0);
      for (const { isWhole, bytes } of floods(from)) {
        expect(isWhole).toBe(false);
        expect(bytes).toBeLessThan(BYTE_LIMIT + ON_THE_WAY);
      }
      console.log(`ten megabytes: ${floods(from).map(({ bytes }) => `${(bytes / 2 ** 20).toFixed(1)} MB sent`)}`);
    },
  );

  it("the card says so when every source sends ten megabytes", async () => {
    server.conduct(flooding(TEN_MEGABYTES, false));
    const { card } = await cardOver("NVDA", sentence("failure_sourceBroken"));
    expect(card).not.toMatch(/\$\d/);
  });

  const floods = (from: number) =>
    server
      .served()
      .slice(from)
      .filter(({ url }) => url.includes("yahoo"));
});

/**
 * Has `window.waitedMs` say how long the next card has waited for its answer, in milliseconds. A frame that took long
 * says that the machine stalled, and the browser's clocks with it: it counts for a short one. Runs inside the page.
 */
function watchWait(): void {
  let before = performance.now();
  let waited = 0;
  const look = () => {
    const now = performance.now();
    const card = document.querySelector(":popover-open")?.shadowRoot;
    const isWaiting = card?.querySelector("[aria-busy=true]") != null;
    if (isWaiting) waited += Math.min(now - before, 50);
    before = now;
    Reflect.set(window, "waitedMs", waited);
    if (isWaiting || waited === 0) requestAnimationFrame(look);
  };
  look();
}
