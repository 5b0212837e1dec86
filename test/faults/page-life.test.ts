import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const ARTICLE = `${NEWS}/life/article`;
/** A page without mentions. */
const QUIET = `${NEWS}/life/quiet`;
const NEXT = `${NEWS}/life/next`;

declare const chrome: {
  readonly tabs: {
    readonly query: (filter: object) => Promise<readonly { id: number; url?: string; discarded: boolean }[]>;
    readonly discard: (tabId: number) => Promise<{ id: number; discarded: boolean } | undefined>;
    readonly update: (tabId: number, properties: object) => Promise<unknown>;
  };
  readonly scripting: { executeScript: (injection: object) => Promise<unknown> };
};

let run: ChromiumRun;
beforeAll(async () => {
  // Playwright switches the cache off, as a page out of it has no load event to wait for.
  run = await startChromium({ fixedNow: DEMO_NOW, withoutFlags: ["--disable-back-forward-cache"] });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  const remembers = "<script>addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted })</script>";
  const paragraph = "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";
  run.network.servePage(ARTICLE, newsPage(paragraph + remembers));
  run.network.servePage(QUIET, newsPage(`<p>Nothing closed.</p>${remembers}`));
  run.network.servePage(NEXT, newsPage("<p>A look at $MSFT.</p>"));
  await agree(run);
});
afterAll(() => run?.close());

describe("a page that the reader comes back to", () => {
  it.each([
    ["with its marks only", async () => undefined],
    ["after the background was killed meanwhile", () => run.killBackground()],
  ])(
    "%s, is the same page out of the browser's cache, marked as before, with one card that works",
    async (_, meanwhile) => {
      const page = await run.context.newPage();
      const tab = tabOf(page);
      await page.goto(ARTICLE);
      await tab.marked("BABA");
      await tab.hover("BABA");
      await tab.card("$160.80");
      await tab.evaluate(() => Reflect.set(window, "left", true), null);

      await page.goto(NEXT);
      await tab.marked("$MSFT");
      await meanwhile();
      await page.goBack({ waitUntil: "commit" });

      await tab.waitFor(() => Reflect.get(window, "cameBack") === true, null);
      expect(await tab.evaluate(() => Reflect.get(window, "left"), null)).toBe(true);
      expect(await tab.evaluate(hosts, null)).toBe(0);
      await tab.marked("BABA");
      await tab.leave();
      await tab.hover("BABA");
      expect(await tab.card("3.28 points")).toContain("$160.80");
      expect(await tab.evaluate(hosts, null)).toBe(1);
      await tab.evaluate(addParagraph, "A look at $TSLA.");
      await tab.marked("$TSLA");
      await page.close();
    },
  );
});

it("a page out of the browser's cache is not marked any more if the reader has switched its site off meanwhile", async () => {
  const own = await run.openOwnPage("options");
  const switchSite = (on: boolean) =>
    own.evaluate(send, { request: "switch-site", payload: { site: "reuters.com", on } });
  const page = await run.context.newPage();
  const tab = tabOf(page);
  await page.goto(ARTICLE);
  await tab.marked("BABA");
  await page.goto(NEXT);
  await tab.marked("$MSFT");
  await switchSite(false);
  await page.goBack({ waitUntil: "commit" });
  await tab.waitFor(() => Reflect.get(window, "cameBack") === true, null);
  await tab.waitFor(() => (CSS.highlights.get("sq-m")?.size ?? 0) === 0, null);
  await switchSite(true);
  await tab.marked("BABA");
  await own.close();
  await page.close();
});

it("a page that left while what opens its cards was injected has marks and cards on return", async () => {
  const worker = await run.worker();
  const page = await run.context.newPage();
  const tab = tabOf(page);
  await page.goto(QUIET);
  const asked = worker.evaluate(loseNextInjection);
  await tab.evaluate(addParagraph, "Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.");
  await asked;
  await page.goto(NEXT);
  await tab.marked("$MSFT");
  await page.goBack({ waitUntil: "commit" });
  await tab.waitFor(() => Reflect.get(window, "cameBack") === true, null);
  await tab.marked("BABA");
  await tab.hover("BABA");
  expect(await tab.card("3.28 points")).toContain("$160.80");
  await page.close();
});

describe("a tab that the browser discards", () => {
  it("is marked again when the reader returns to it, and its card works", async () => {
    const discarded = await run.context.newPage();
    await discarded.goto(ARTICLE);
    await tabOf(discarded).marked("BABA");
    const other = await run.context.newPage();
    await other.bringToFront();
    const worker = await run.worker();
    const tabId = await worker.evaluate(discard, ARTICLE);
    const returned = run.context.waitForEvent("page");
    await worker.evaluate((id) => chrome.tabs.update(id, { active: true }), tabId);
    const page = await returned;
    const tab = tabOf(page);
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    await page.close();
    await other.close();
  });
});

/**
 * Runs in the background: discards the tab at this address, which must not be the active one; resolves with its new id.
 */
async function discard(address: string): Promise<number> {
  const tabs = await chrome.tabs.query({ active: false });
  const tab = tabs.find(({ url }) => url === address);
  const gone = tab && (await chrome.tabs.discard(tab.id));
  if (!gone?.discarded) throw new Error(`the browser did not discard ${address}`);
  return gone.id;
}

/** Runs in the background: gives no answer to the next injection of a script; resolves once that is asked for. */
function loseNextInjection(): Promise<void> {
  const { scripting } = chrome;
  const { executeScript } = scripting;
  return new Promise((resolve) => {
    scripting.executeScript = () => {
      scripting.executeScript = executeScript;
      resolve();
      return new Promise(() => undefined);
    };
  });
}

// The functions below run inside the page: each stands alone.

function hosts(): number {
  return document.querySelectorAll("html > div[popover=manual]").length;
}

function addParagraph(text: string): void {
  document.body.appendChild(document.createElement("p")).textContent = text;
}

/** Asks the background as our pages do. */
async function send(message: object): Promise<void> {
  await Reflect.get(globalThis, "chrome").runtime.sendMessage(message);
}
