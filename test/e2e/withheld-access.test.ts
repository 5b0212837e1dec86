import { afterAll, beforeAll, describe, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import type { Answer } from "./harness/network";
import type { OwnPage, Popup } from "./harness/own-page";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { agree, closeWelcome } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const OTHER_ARTICLE = `${NEWS}/markets/nvidia`;
const NEWS_HOST = new URL(NEWS).host;
/** Of the source that is asked last for a share of the United States. */
const NASDAQ_HOST = "api.nasdaq.com";

const yahoo = yahooWith(DEMO_MARKET);
const yahooButNotNasdaq: Answer = (request) => (new URL(request.url).host === NASDAQ_HOST ? "hanging" : yahoo(request));

describe.each(BROWSERS)("when the browser withholds what the manifest asks for, in $name,", ({ start }) => {
  let run: ExtensionRun;
  let article: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahoo);
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
    await closeWelcome(run);
    article = await run.open(ARTICLE);
    await article.marked("BABA");
  });
  afterAll(() => run?.close());

  /** In Chromium the grant is made in place of the press, and the button is gone by then. */
  async function pressAllow(surface: Popup | OwnPage): Promise<void> {
    if (run.browser === "firefox") await surface.pressButton(texts.access_allow);
  }

  it.each(["welcome", "options"] as const)("the %s page says so, and brings it back", async (name) => {
    await run.allowOnly(NEWS_HOST);
    const page = await run.openOwnPage(name);
    await page.reads(texts.access_sources);
    await page.reads(texts.access_sites);
    await run.allow("the manifest's", () => pressAllow(page));
    await page.waitFor((gone) => !document.body.innerText.includes(gone), texts.access_sources);
    await page.close();
  });

  it("the popup says so, and has figures once the reader allows the sources", async () => {
    await run.allowOnly(NEWS_HOST);
    const popup = await run.openPopup(article);
    await popup.reads(texts.access_sources);
    await run.allow("the manifest's", () => pressAllow(popup));
    await popup.reads("$160.80");
    await popup.close();
  });

  it("asks the sources that are allowed now, though one asked before has not answered yet", async () => {
    run.network.answerWith(yahooButNotNasdaq);
    await run.allowOnly(NEWS_HOST, NASDAQ_HOST);
    run.network.servePage(OTHER_ARTICLE, newsPage("<p>Shares of Nvidia (NASDAQ: NVDA) rose.</p>"));
    const popup = await run.openPopup(await run.open(OTHER_ARTICLE));
    await run.network.requested(({ host }) => host === NASDAQ_HOST);
    await run.allow("the manifest's", () => pressAllow(popup));
    await popup.reads("$195.00");
    await popup.close();
  });
});
