import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright";
import { findChromium } from "../../../tools/find-browser.mjs";
import { builtExtension } from "./built-extension";
import { createTab, type ExtensionRun, type RunOptions, type Tab } from "./extension";
import { createNetwork, type Network } from "./network";

/** What only Chromium's tests need. */
export interface ChromiumRun extends ExtensionRun {
  readonly context: BrowserContext;
  readonly worker: () => Promise<Worker>;
  readonly extensionId: string;
}

/** What only Chromium's tests ask for. */
interface ChromiumOptions extends RunOptions {
  /** Folders of other extensions that are installed beside ours. */
  readonly beside?: readonly string[];
  /** More start flags. */
  readonly flags?: readonly string[];
  /** Start flags of Playwright's own that are left out. */
  readonly withoutFlags?: readonly string[];
}

/** Start flags that keep a fresh profile from talking to anybody. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  // Lets a test press the toolbar button.
  "--enable-unsafe-extension-debugging",
];

/** Longest wait of one condition: what the product promises for any answer, with room for a slow machine. */
const CONDITION_LIMIT_MS = 15_000;

/** Starts the Chromium build in a fresh profile. */
export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumRun> {
  const { beside = [], flags = [], withoutFlags = [] } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: run node tools/set-up.mjs");
  const [extension, profile] = await Promise.all([
    builtExtension("chromium", options),
    mkdtemp(join(tmpdir(), "sidequote-chromium-")),
  ]);
  const folders = [extension, ...beside].join();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: "en-US",
    viewport: { width: 1000, height: 700 },
    args: [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`, ...QUIET, ...flags],
    ignoreDefaultArgs: [...withoutFlags],
  });
  const network = createNetwork();
  await context.route(/^https?:/, async (route) => answerRoute(route, network));
  const isOurs = (worker: Worker) => beside.length === 0 || worker.url().endsWith("/background.js");
  const worker = async () =>
    context.serviceWorkers().findLast(isOurs) ??
    (await context.waitForEvent("serviceworker", { predicate: isOurs, timeout: CONDITION_LIMIT_MS }));
  const extensionId = new URL((await worker()).url()).host;
  const openTab = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return tabOf(page);
  };
  return {
    browser: "chromium",
    context,
    network,
    worker,
    extensionId,
    open: openTab,
    openOwnPage: (page) => openTab(`chrome-extension://${extensionId}/${page}.html`),
    killBackground: async () => {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await session.detach();
    },
    setOffline: async (offline) => {
      // Playwright answers routed requests offline too.
      network.cut(offline);
      await context.setOffline(offline);
    },
    allowOnly: async (host) => {
      const page = await context.newPage();
      await page.goto("chrome://extensions/");
      await page.evaluate(`(async () => {
        const id = ${JSON.stringify(extensionId)};
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
        await chrome.developerPrivate.addHostPermission(id, "https://${host}/*");
      })()`);
      await page.close();
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
      network.audit();
    },
  };
}

type Route = Parameters<Parameters<BrowserContext["route"]>[1]>[0];

async function answerRoute(route: Route, network: Network): Promise<void> {
  const request = route.request();
  const reply = await network.handle({
    method: request.method(),
    url: request.url(),
    headers: await request.allHeaders(),
    body: request.postData(),
  });
  if (reply === "hanging") return;
  if (reply === "unreachable") return route.abort("connectionfailed");
  const { status, contentType, body, headers } = reply;
  return route.fulfill({ status, contentType, body, headers: { "content-type": contentType, ...headers } });
}

/** A tab over a Playwright page. */
export function tabOf(page: Page): Tab {
  return createTab({
    // Playwright's own argument types unwrap handles; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    waitFor: async (work, argument) => {
      const handle = await page.waitForFunction(work as never, argument as never, {
        polling: "raf",
        timeout: CONDITION_LIMIT_MS,
      });
      return handle.jsonValue() as never;
    },
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y) => page.mouse.click(x, y),
      wheel: (deltaY) => page.mouse.wheel(0, deltaY),
    },
    press: (key) => page.keyboard.press(key),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    close: () => page.close(),
  });
}
