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

/** A privileged expression for what knows WebDriver's ids of tabs. */
export const NAVIGABLES =
  'ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs").NavigableManager';

/** A privileged expression for the tab that WebDriver knows by this id. */
export function tabWith(context: string): string {
  return `gBrowser.tabs.find(({ linkedBrowser }) => ${NAVIGABLES}.getIdForBrowser(linkedBrowser) === "${context}")`;
}

/** The page that WebDriver knows by this id; undefined if Puppeteer was never told of it. */
export async function pageOf(browser: Browser, context: string): Promise<Page | undefined> {
  return (await browser.pages()).find((each) => contextOf(each) === context);
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
