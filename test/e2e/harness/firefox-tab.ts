import type { Browser, JSHandle, KeyInput, Page, TouchHandle } from "puppeteer-core";
import { CONDITION_LIMIT_MS, createTab, type Tab } from "./extension";
import { contextOf, type Remote, savedBy } from "./firefox-remote";

/** A tab over a page of Puppeteer's. */
export function tabOf(page: Page, { send, privileged }: Remote): Tab {
  const context = contextOf(page);
  let finger: TouchHandle | undefined;
  return createTab({
    // Puppeteer's own argument types unwrap handles; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    waitFor: async (work, argument) => {
      const limits = { polling: "raf", timeout: CONDITION_LIMIT_MS } as const;
      const handle: JSHandle = await page.waitForFunction(work as (argument: unknown) => unknown, limits, argument);
      return handle.jsonValue() as never;
    },
    runScript: async (source) => {
      await page.evaluate(source);
    },
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y, button = "left") => page.mouse.click(x, y, { button }),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
      wheel: (deltaY) => page.mouse.wheel({ deltaY }),
    },
    // One command for all of it: a tap that waits for a busy page in between is a long press.
    tap: async (x, y) => {
      const steps = [
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      const actions = [{ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions: steps }];
      await send("input.performActions", { context, actions });
    },
    touchDown: async (x, y) => {
      finger = await page.touchscreen.touchStart(x, y);
    },
    touchMove: async (x, y) => finger?.move(x, y),
    touchUp: async () => finger?.end(),
    asPrinted: async () => {
      await privileged(`${tabWith(context)}.linkedBrowser.browsingContext.mediumOverride = "print";`);
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    holdDown: (key) => page.keyboard.down(key as KeyInput),
    letGo: (key) => page.keyboard.up(key as KeyInput),
    // The newest Firefox refuses WebDriver's own ways for pages that are not the web's.
    toFront: async () => {
      if (await page.evaluate(() => location.protocol === "https:")) await page.bringToFront();
      else await privileged(`gBrowser.selectedTab = ${tabWith(context)};`);
      await privileged(UNTIL_SHOWN);
    },
    resize: async (width, height) => {
      await privileged(`
        const { style } = ${tabWith(context)}.linkedBrowser;
        for (const limit of ["", "min-", "max-"]) {
          style.setProperty(limit + "width", "${width}px", "important");
          style.setProperty(limit + "height", "${height}px", "important");
        }`);
    },
    // Puppeteer's own ways wait in vain for extension pages.
    goTo: (url) => visit(url),
    goBack: async () => {
      await send("browsingContext.traverseHistory", { context, delta: -1 });
    },
    reload: async () => {
      await send("browsingContext.reload", { context, wait: "complete" });
    },
    saved: (work) => savedBy(privileged, work),
    closedText: async () => {
      const reply = await send("script.evaluate", {
        // The page's own popovers stand before ours.
        expression: `[...document.querySelectorAll(":popover-open")].at(-1) ?? null`,
        target: { context },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: "all", maxDomDepth: null },
      });
      return textOf((reply as { result: RemoteNode }).result);
    },
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: async () => {
      await page.close();
      await privileged(UNTIL_SHOWN);
    },
  });

  async function visit(url: string): Promise<void> {
    await send("browsingContext.navigate", { context, url, wait: "complete" });
  }
}

/**
 * Privileged statements that wait until the window shows the tab it has been told to show. Until then, the pointer's
 * events reach the tab that was shown before.
 */
const UNTIL_SHOWN = `
  if (gBrowser._switcher?.switchInProgress)
    await new Promise((resolve) => gBrowser.addEventListener("TabSwitched", resolve, { once: true }));`;

/** Privileged statements: the tabs of all windows, WebDriver's ids of them, and the addresses that they have loaded. */
const TABS = `
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const windows = () => [...Services.wm.getEnumerator("navigator:browser")];
  const tabs = () => windows().flatMap(({ gBrowser }) => [...(gBrowser?.tabs ?? [])]);
  const idOf = ({ linkedBrowser }) => NavigableManager.getIdForBrowser(linkedBrowser);
  const addressOf = ({ linkedBrowser: { webProgress, currentURI } }) =>
    webProgress?.isLoadingDocument ? null : currentURI.spec;`;

/** A privileged expression for the tab that WebDriver knows by this id. */
function tabWith(context: string): string {
  return `(() => { ${TABS} return tabs().find((tab) => idOf(tab) === ${JSON.stringify(context)}); })()`;
}

/** WebDriver's ids of all tabs. */
export async function tabsNow({ privileged }: Remote): Promise<readonly string[]> {
  return (await privileged(`${TABS} return tabs().map(idOf);`)) as string[];
}

/** The tab that is none of those before, once it has loaded; once it has loaded this address, where one is given. */
export async function tabThatCame(
  browser: Browser,
  remote: Remote,
  before: readonly string[],
  address?: string,
): Promise<Tab> {
  const context = String(
    await remote.privileged(`${TABS}
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    const before = ${JSON.stringify(before)};
    const wanted = ${JSON.stringify(address ?? null)};
    const came = () => tabs().find((tab) => {
      const at = addressOf(tab);
      return at !== null && !before.includes(idOf(tab)) && (wanted === null || at === wanted);
    });
    for (const end = Date.now() + ${CONDITION_LIMIT_MS}; Date.now() < end; ) {
      const tab = came();
      if (tab) return idOf(tab);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("no such tab among " + tabs().map(addressOf));`),
  );
  const page = await pageOf(browser, context);
  if (page) return tabOf(page, remote);
  // Of about one in a hundred tabs that an extension opens, Firefox tells WebDriver's clients nothing.
  const tab = tabWith(context);
  const at = String(await remote.privileged(`return ${tab}.linkedBrowser.currentURI.spec;`));
  if (!/^(https|moz-extension):/.test(at)) throw new Error(`Firefox told nothing of the tab at ${at}`);
  await remote.privileged(`const tab = ${tab}; tab.ownerDocument.defaultView.gBrowser.removeTab(tab);`);
  return openTab(browser, remote, at);
}

/** How much later than the browser itself Puppeteer may hear of a tab. */
const HEARD_WITHIN_MS = 3_000;

/** The page that WebDriver knows by this id; undefined if Puppeteer is not told of it. */
async function pageOf(browser: Browser, context: string): Promise<Page | undefined> {
  const find = async () => (await browser.pages()).find((each) => contextOf(each) === context);
  return new Promise((resolve, reject) => {
    const end = (page?: Page) => {
      clearTimeout(limit);
      browser.off("targetcreated", look);
      resolve(page);
    };
    const look = () => void find().then((page) => page && end(page), reject);
    const limit = setTimeout(end, HEARD_WITHIN_MS);
    browser.on("targetcreated", look);
    look();
  });
}

/** Opens an address in a new tab. */
export async function openTab(browser: Browser, remote: Remote, url: string): Promise<Tab> {
  const tab = tabOf(await browser.newPage(), remote);
  await tab.goTo(url);
  await remote.privileged(UNTIL_SHOWN);
  return tab;
}

/** A node as WebDriver tells it. */
interface RemoteNode {
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** All text below a node, shadow roots included. */
function textOf({ value }: RemoteNode): string {
  if (!value) return "";
  if (value.nodeType === TEXT_NODE) return value.nodeValue ?? "";
  return [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].map(textOf).join(" ");
}

const TEXT_NODE = 3;
