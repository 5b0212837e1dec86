import { readFile } from "node:fs/promises";
import type { BrowserContext, CDPSession, Page, Worker } from "playwright";
import { builtExtension, extensionIn } from "./built-extension";
import { CHROMIUMS, launchChromium, type StartFlags, untyped } from "./chromium-browser";
import {
  CONDITION_LIMIT_MS,
  createTab,
  type ExtensionRun,
  type Preferences,
  type RunOptions,
  type Surface,
  type Tab,
} from "./extension";
import { createNetwork } from "./network";
import { withForms } from "./own-page";

/** What only Chromium's tests need. */
export interface ChromiumRun extends ExtensionRun {
  readonly context: BrowserContext;
  readonly worker: () => Promise<Worker>;
  readonly extensionId: string;
}

/** What only Chromium's tests ask for. */
interface ChromiumOptions extends RunOptions, StartFlags {
  /** Folders of other extensions that are installed beside ours. */
  readonly beside?: readonly string[];
}

/** Installs the Chromium build into a Chromium without another: one of its own where the test asks for start flags. */
export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumRun> {
  const { beside = [], flags, withoutFlags, language } = options;
  const isSpecial = flags !== undefined || withoutFlags !== undefined;
  const [folder, browser] = await Promise.all([
    language === undefined ? builtExtension("chromium", options) : extensionIn(language, "chromium", options),
    isSpecial ? launchChromium(options) : CHROMIUMS.take(),
  ]);
  const { context } = browser;
  const network = createNetwork();
  browser.connect(network);
  for (const other of beside) await browser.install(other);
  const { id: extensionId } = await browser.install(folder);
  const ownAddress = (page: string) => `chrome-extension://${extensionId}/${page}.html`;
  // A tab that came later would stand before the test's own, which draws no frames behind it.
  const isWelcome = (page: Page) => page.url() === ownAddress("welcome");
  const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent("page", { predicate: isWelcome }));
  const isOurs = (worker: Worker) => new URL(worker.url()).host === extensionId;
  const worker = async () =>
    context.serviceWorkers().findLast(isOurs) ??
    (await context.waitForEvent("serviceworker", { predicate: isOurs, timeout: CONDITION_LIMIT_MS }));
  let preferences: Preferences = {};
  const newPage = async () => {
    const page = await context.newPage();
    await wear(page, preferences);
    return page;
  };
  const openTab = async (url: string) => {
    const page = await newPage();
    await page.goto(url);
    return tabOf(page);
  };
  let extensionsPage: Page | undefined;
  /** Runs an expression on the browser's page of extensions, which may do what only the reader may. */
  const asReader = async (expression: string) => {
    extensionsPage ??= await openBehind(context, "chrome://extensions/");
    await extensionsPage.evaluate(`(async () => { const id = ${JSON.stringify(extensionId)}; ${expression} })()`);
  };
  /** Raises an event in the background that only the browser itself can cause. */
  const raise = async (tab: Tab, event: string, ...values: readonly string[]) => {
    const url = JSON.stringify(await tab.evaluate(() => location.href, null));
    await (await worker()).evaluate(
      `chrome.tabs.query({ url: ${url} }).then(([tab]) => chrome.${event}.dispatch(${values.join()}, tab))`,
    );
  };
  return {
    browser: "chromium",
    context,
    network,
    worker,
    extensionId,
    browsersPage: "chrome://version/",
    open: openTab,
    openOwnPage: async (page) => {
      const tab = await openTab(ownAddress(page));
      return withForms(tab, tab.mouse.click);
    },
    welcome: async () => {
      if (welcome.isClosed()) return null;
      await welcome.waitForLoadState();
      return surfaceOf(welcome);
    },
    // The real popup is out of Playwright's reach; this page
    // behind the tab sees the same active tab with the same grant.
    openPopup: async (tab) => {
      const page = await newPage();
      await tab.toFront();
      await pressToolbarButton(context, extensionId, {
        over: await tab.evaluate(() => location.href, null),
        popup: ownAddress("popup"),
      });
      await page.goto(ownAddress("popup"));
      return withForms(surfaceOf(page));
    },
    // The browser's shortcuts and menus cannot be used by a test; the events they cause can be raised.
    command: (tab, name) => raise(tab, "commands.onCommand", JSON.stringify(name)),
    lookUp: (tab, selectionText) =>
      raise(tab, "contextMenus.onClicked", JSON.stringify({ menuItemId: "look-up", selectionText, frameId: 0 })),
    opened: async (work) => {
      const [page] = await Promise.all([context.waitForEvent("page"), work()]);
      return tabOf(page);
    },
    prefer: async (next) => {
      preferences = { ...preferences, ...next };
      await Promise.all(context.pages().map((page) => wear(page, preferences)));
    },
    killBackground: async () => {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await stopServiceWorkers(session);
      await session.detach();
    },
    setOffline: async (offline) => {
      // Playwright answers routed requests offline too.
      network.cut(offline);
      await context.setOffline(offline);
    },
    allowOnly: async (...hosts) => {
      const grants = hosts.map((host) => `await chrome.developerPrivate.addHostPermission(id, "https://${host}/*");`);
      const hostAccess = hosts.length > 0 ? "ON_SPECIFIC_SITES" : "ON_CLICK";
      await asReader(`
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "${hostAccess}" });
        ${grants.join("\n")}`);
    },
    // The prompt cannot be pressed, and what is granted here instead is granted at once: a button may be gone by then.
    allow: async (origins, press) => {
      const grants = [origins].flat().map((origin) => `chrome.developerPrivate.addHostPermission(id, "${origin}")`);
      const all = `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_ALL_SITES" })`;
      await asReader(origins === "the manifest's" ? `await ${all};` : `await Promise.all([${grants.join()}]);`);
      await press();
    },
    close: async () => {
      await (isSpecial ? browser.close() : CHROMIUMS.giveBack(browser));
      network.audit();
    },
  };
}

async function wear(page: Page, { colorScheme, reducedMotion }: Preferences): Promise<void> {
  await page.emulateMedia({
    ...(colorScheme ? { colorScheme } : {}),
    ...(reducedMotion ? { reducedMotion: "reduce" } : {}),
  });
}

/** Resolves once they have ended: a message sent to a worker that is still ending can be lost. */
async function stopServiceWorkers(session: CDPSession): Promise<void> {
  const alive = new Set<string>();
  let isToldToStop = false;
  const ended = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        // A worker that a message came for while it ended is not told as stopped, but as starting again.
        if (runningStatus === "stopped" || (isToldToStop && runningStatus === "starting")) alive.delete(versionId);
        else if (!isToldToStop) alive.add(versionId);
      }
      if (isToldToStop && alive.size === 0) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  isToldToStop = true;
  await session.send("ServiceWorker.stopAllWorkers");
  if (alive.size > 0) await ended;
}

/** Opens an address in a tab behind the active one. */
async function openBehind(context: BrowserContext, url: string): Promise<Page> {
  const session = await context.browser()?.newBrowserCDPSession();
  const [page] = await Promise.all([
    context.waitForEvent("page"),
    session?.send("Target.createTarget", { url, background: true }),
  ]);
  await session?.detach();
  await page.waitForLoadState();
  return page;
}

/**
 * Grants us the tab as the reader's press does; resolves once the real popup has come
 * and gone, which would answer to what the test does next as well as the test's own.
 */
async function pressToolbarButton(
  context: BrowserContext,
  extensionId: string,
  { over, popup }: { readonly over: string; readonly popup: string },
): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error("no browser to press the button in");
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find(({ url }) => url === over);
    if (!tab) throw new Error(`no tab at ${over}`);
    const before = (await session.send("Target.getTargets")).targetInfos.map(({ targetId }) => targetId);
    const gone = new Promise<void>((resolve) => {
      let opened: string | undefined;
      const look = ({ targetInfo: { targetId, url } }: { targetInfo: { targetId: string; url: string } }) => {
        if (url !== popup || opened !== undefined || before.includes(targetId)) return;
        opened = targetId;
        session.send("Target.closeTarget", { targetId }).catch(() => {
          // It closes by itself when it loses the focus.
        });
      };
      session.on("Target.targetCreated", look);
      session.on("Target.targetInfoChanged", look);
      session.on("Target.targetDestroyed", ({ targetId }) => targetId === opened && resolve());
    });
    await session.send("Target.setDiscoverTargets", { discover: true });
    await untyped(session)("Extensions.triggerAction", { id: extensionId, targetId: tab.targetId });
    await gone;
  } finally {
    await session.detach();
  }
}

/** A page behind another draws no frames: the conditions of a surface are asked by the clock. */
function surfaceOf(page: Page, polling: "raf" | number = 50): Surface {
  return {
    // Playwright's own argument types unwrap handles; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    waitFor: async (work, argument) => {
      const handle = await page.waitForFunction(work as never, argument as never, {
        polling,
        timeout: CONDITION_LIMIT_MS,
      });
      return handle.jsonValue() as never;
    },
    runScript: async (source) => {
      await page.evaluate(source);
    },
    saved: async (work) => {
      const [download] = await Promise.all([page.waitForEvent("download"), work()]);
      return readFile(await download.path(), "utf8");
    },
    close: () => page.close(),
  };
}

async function touchOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  return session;
}

/** Puts a finger on a page; resolves with how to move and lift it. */
async function putFinger(page: Page, x: number, y: number) {
  const session = await touchOf(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  return {
    move: (toX: number, toY: number) =>
      session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: toX, y: toY }] }),
    async lift(): Promise<void> {
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await session.detach();
    },
  };
}

/** Both halves are sent at once: a tap that waits for a busy page in between is a long press. */
async function tap(page: Page, x: number, y: number): Promise<void> {
  const session = await touchOf(page);
  await Promise.all([
    session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] }),
    session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
  ]);
  await session.detach();
}

/** A tab over a Playwright page. */
export function tabOf(page: Page): Tab {
  let finger: Awaited<ReturnType<typeof putFinger>> | undefined;
  return createTab({
    ...surfaceOf(page, "raf"),
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y, button = "left") => page.mouse.click(x, y, { button }),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
      wheel: (deltaY) => page.mouse.wheel(0, deltaY),
    },
    tap: (x, y) => tap(page, x, y),
    touchDown: async (x, y) => {
      finger = await putFinger(page, x, y);
    },
    touchMove: async (x, y) => {
      await finger?.move(x, y);
    },
    touchUp: async () => finger?.lift(),
    asPrinted: () => page.emulateMedia({ media: "print" }),
    press: (key) => page.keyboard.press(key),
    holdDown: (key) => page.keyboard.down(key),
    letGo: (key) => page.keyboard.up(key),
    toFront: () => page.bringToFront(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    goTo: async (url) => {
      await page.goto(url);
    },
    goBack: async () => {
      await page.goBack();
    },
    reload: async () => {
      await page.reload();
    },
    closedText: async () => {
      const session = await page.context().newCDPSession(page);
      const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
      await session.detach();
      return closedRoots(root).map(textOf).join("\n");
    },
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
  });
}

/** A node as the browser's debugging protocol tells it. */
interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function innerNodes({ shadowRoots = [], children = [] }: DomNode): readonly DomNode[] {
  return [...shadowRoots, ...children];
}

/** All text below a node, shadow roots included. */
function textOf(node: DomNode): string {
  return node.nodeName === "#text" ? node.nodeValue : innerNodes(node).map(textOf).join(" ");
}

function closedRoots(node: DomNode): DomNode[] {
  const inner = innerNodes(node).flatMap(closedRoots);
  return node.shadowRootType === "closed" ? [node, ...inner] : inner;
}
