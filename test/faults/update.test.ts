import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Worker } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/updated`;
const TABS = 5;
const NEW_VERSION = "0.1.1";
const WATCHED = { JD: { name: "JD.com" } };

declare const chrome: {
  readonly runtime: {
    readonly reload: () => void;
    readonly getManifest: () => { version: string };
    readonly sendMessage: (message: object) => Promise<unknown>;
  };
  readonly storage: { readonly local: { readonly get: (keys: string[]) => Promise<Record<string, unknown>> } };
};

describe("an update while five tabs are open, one with its card", () => {
  let run: ChromiumRun;
  let background: Worker;
  const pages: Page[] = [];
  const heard: string[] = [];
  /** The worlds of the old version, in all tabs. */
  const old: string[] = [];
  const tabs = (): Tab[] => pages.map(tabOf);
  /** What each tab's markup was before anybody came, and what it is. */
  const changedMarkup = async () => {
    const found = await Promise.all(tabs().map((tab) => tab.evaluate(markupChange, null)));
    return found.filter((change) => change !== null);
  };

  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage("<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>"));
    run.context.on("weberror", (error) => heard.push(String(error.error().stack ?? error.error())));
    run.context.on("console", (message) => {
      if (/error|warning/.test(message.type()) && message.page()?.url() === PAGE) heard.push(message.text());
    });
    await agree(run);
    const own = await run.openOwnPage("options");
    await own.evaluate(send, {
      request: "change-watchlist",
      payload: { changes: [{ change: "add", listing: { ticker: "JD", name: "JD.com" } }] },
    });
    await own.evaluate(send, { request: "change-settings", payload: { patch: { badge: false } } });
    for (let count = 0; count < TABS; count += 1) {
      const page = await run.context.newPage();
      await page.goto(PAGE);
      await tabOf(page).marked("BABA");
      pages.push(page);
    }
    const [front] = pages.slice(-1).map(tabOf);
    await front?.hover("BABA");
    await front?.card("$160.80");
    for (const page of pages) old.push(...(await listeningWorlds(page)));
    expect(old).toHaveLength(TABS);
    background = await update(run);
  });
  afterAll(() => run?.close());

  it("starts the new version, which finds settings, watchlist and consent whole", async () => {
    expect(await background.evaluate(() => chrome.runtime.getManifest().version)).toBe(NEW_VERSION);
    expect(await background.evaluate(read, ["settings", "watchlist", "consent"])).toMatchObject({
      settings: { badge: false },
      watchlist: WATCHED,
      consent: { agreedAt: expect.any(Number) },
    });
  });

  it("puts the new version into every tab and takes the old one out: its listeners, its card, its marks", async () => {
    for (const page of pages) {
      const versions = async () => (await listeningWorlds(page)).map((world) => (old.includes(world) ? "old" : "new"));
      await expect.poll(versions, { timeout: 15_000 }).toEqual(["new"]);
      expect(await tabOf(page).evaluate(hosts, null)).toBe(0);
      await tabOf(page).marked("BABA");
      expect(await tabOf(page).evaluate(doubledMarks, null)).toEqual([]);
    }
    expect(await changedMarkup()).toEqual([]);
  });

  it("shows one card with the figures in each tab, and says nothing in the page's console", async () => {
    for (const page of pages) {
      await page.bringToFront();
      const tab = tabOf(page);
      await tab.leave();
      await tab.hover("BABA");
      expect(await tab.card("3.28 points")).toContain("$160.80");
      expect(await tab.evaluate(hosts, null)).toBe(1);
      await tab.press("Escape");
      await tab.noCard();
    }
    expect(await changedMarkup()).toEqual([]);
    expect(heard).toEqual([]);
  });
});

/** Installs a new version over the running one, as the store's update does; resolves with its background. */
async function update({ context, extensionId, worker }: ChromiumRun): Promise<Worker> {
  const settings = await context.newPage();
  await settings.goto("chrome://extensions/");
  const folder: string = await settings.evaluate(`(async () => {
    // Without it the browser takes a reloaded unpacked extension for one it must not start.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    return (await chrome.developerPrivate.getExtensionInfo(${JSON.stringify(extensionId)})).path;
  })()`);
  await settings.close();
  const file = join(folder, "manifest.json");
  const manifest = await readFile(file, "utf8");
  await writeFile(file, JSON.stringify({ ...JSON.parse(manifest), version: NEW_VERSION }));
  const old = await worker();
  const born = context.waitForEvent("serviceworker");
  await Promise.allSettled([old.evaluate(() => chrome.runtime.reload())]);
  const background = await born;
  await writeFile(file, manifest);
  return background;
}

/** The worlds of ours in a page, the old version's among them, that hear anything; each by an id of its own. */
async function listeningWorlds(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; uniqueId: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context);
  });
  await session.send("Runtime.enable");
  const found = await Promise.all(
    worlds.map(async ({ id: contextId, uniqueId }) => {
      const listened = await Promise.all(
        ["window", "document"].map(async (expression) => {
          const { result } = await session.send("Runtime.evaluate", { expression, contextId });
          const { listeners } = await session.send("DOMDebugger.getEventListeners", {
            objectId: result.objectId ?? "",
          });
          return listeners.length;
        }),
      );
      return listened.some((count) => count > 0) ? [uniqueId] : [];
    }),
  );
  await session.detach();
  return found.flat();
}

/** Runs in the background. */
function read(keys: string[]): Promise<Record<string, unknown>> {
  return chrome.storage.local.get(keys);
}

// The functions below run inside a page: each stands alone.

function send(envelope: object): Promise<unknown> {
  return chrome.runtime.sendMessage(envelope);
}

function hosts(): number {
  return document.querySelectorAll("html > div[popover=manual]").length;
}

/** Ranges that stand in the highlights more than once. */
function doubledMarks(): string[] {
  const places = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((range) => `${range.startOffset}–${range.endOffset} ${String(range)}`),
  );
  return places.filter((place, index) => places.indexOf(place) !== index);
}

/** null while the page's markup, but for the host of an open card, is what it was at first. */
function markupChange(): string | null {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const host of copy.querySelectorAll("html > div[popover=manual]")) host.remove();
  const first = String(Reflect.get(window, "markupAtFirst"));
  const plain = (html: string) => html.replace(/<script>[\s\S]*/, "");
  return plain(copy.outerHTML) === plain(first) ? null : copy.outerHTML;
}
