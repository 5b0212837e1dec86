import type { Page } from "playwright";
import type { ChromiumRun } from "./chromium";

/** One of our pages while another tab is in front: the state a toolbar popup is in. */
export interface Popup {
  readonly page: Page;
  /** The popup's text once `expected` occurs in it. */
  readonly reads: (expected: string | RegExp) => Promise<string>;
  /** Presses the button with this text or label; the press counts as the reader's own. */
  readonly press: (name: string) => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** Waits for the welcome page that opens after installation, and closes it, so that it is not the active tab. */
export async function closeWelcome({ context }: ChromiumRun): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith("/welcome.html");
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent("page", { predicate: isWelcome }));
  await page.close();
}

/**
 * Presses the toolbar button over a tab, which grants `activeTab`, and opens the popup's page behind that tab:
 * the real popup is out of Playwright's reach, and this one sees the same active tab with the same grant.
 */
export async function openPopupOver(run: ChromiumRun, tab: Page): Promise<Popup> {
  const page = await run.context.newPage();
  await tab.bringToFront();
  await pressToolbarButton(run, tab);
  await page.goto(`chrome-extension://${run.extensionId}/popup.html`);
  return popupOf(page);
}

/** Reads and presses in a page of ours, in front or behind. */
export function popupOf(page: Page): Popup {
  return {
    page,
    reads: async (expected) => {
      const pattern = typeof expected === "string" ? expected.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : expected.source;
      // A page behind another draws no frames: the condition is asked by the clock.
      const handle = await page.waitForFunction(textMatching, pattern, { polling: 50, timeout: 15_000 });
      return String(await handle.jsonValue());
    },
    press: async (name) => {
      await page.waitForFunction(hasButton, name, { polling: 50, timeout: 15_000 });
      await page.evaluate(pressButton, name);
    },
    reload: async () => {
      await page.reload();
    },
  };
}

async function pressToolbarButton(run: ChromiumRun, tab: Page): Promise<void> {
  const browser = run.context.browser();
  if (!browser) throw new Error("no browser to press the button in");
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const target = targetInfos.find(({ url }) => url === tab.url());
  if (!target) throw new Error(`no tab at ${tab.url()}`);
  // Newer than the protocol types that Playwright ships.
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
  await send("Extensions.triggerAction", { id: run.extensionId, targetId: target.targetId });
  await session.detach();
}

// The functions below run inside the page: each stands alone.

function textMatching(pattern: string): string | false {
  const text = document.body.innerText;
  return new RegExp(pattern).test(text) && text;
}

function hasButton(name: string): boolean {
  return [...document.querySelectorAll<HTMLElement>("button, [role=tab]")].some(
    (button) => button.innerText.trim().startsWith(name) || button.ariaLabel === name,
  );
}

function pressButton(name: string): void {
  [...document.querySelectorAll<HTMLElement>("button, [role=tab]")]
    .find((button) => button.innerText.trim().startsWith(name) || button.ariaLabel === name)
    ?.click();
}
