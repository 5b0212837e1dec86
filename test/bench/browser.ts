import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer-core";

/** A page with its debugging session and the contexts that exist in its main frame. */
export interface Tab {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Evaluates an expression in the page's own world. */
  readonly inMain: <T>(expression: string) => Promise<T>;
  /** Evaluates in the extension's isolated world; rejects where the extension runs no script. */
  readonly inContent: <T>(expression: string) => Promise<T>;
  /** Makes a new isolated world, as a content script has one, runs `source` in it, and evaluates there. */
  readonly openWorld: (source: string) => Promise<<T>(expression: string) => Promise<T>>;
  readonly throttle: (cpuSlowdown: 1 | 4) => Promise<void>;
  /**
   * Puts the extension's background to sleep, from this tab: one
   * that is opened for it would wake it again by being closed.
   */
  readonly stopBackground: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Bench {
  readonly browser: Browser;
  readonly extensionId: string | null;
  /** A new tab in a fresh renderer process. */
  readonly openTab: () => Promise<Tab>;
  /** The running background's debugging session, started by the caller beforehand. */
  readonly background: () => Promise<CDPSession>;
  readonly close: () => Promise<void>;
}

/** Keeps Chromium from work of its own, and from the network. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-features=Translate,OptimizationHints,MediaRouter",
];

/**
 * Starts Chromium with the extension of `extensionDir`, which `welcomes` its
 * reader in a tab, or with none; every host resolves to the local `port`.
 */
export async function openBrowser({
  executablePath,
  extensionDir,
  port,
  welcomes = true,
}: {
  executablePath: string;
  extensionDir: string | null;
  port: number;
  welcomes?: boolean;
}): Promise<Bench> {
  const userDataDir = await mkdtemp(join(tmpdir(), "sidequote-bench-"));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir,
    headless: true,
    acceptInsecureCerts: true,
    protocolTimeout: 120_000,
    defaultViewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...QUIET,
      "--no-sandbox",
      "--ignore-certificate-errors",
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      ...(extensionDir ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`] : []),
    ],
  });
  const worker = extensionDir ? await browser.waitForTarget((target) => target.type() === "service_worker") : null;
  const extensionId = worker ? new URL(worker.url()).host : null;
  if (extensionId && welcomes) {
    // It opens by itself after installing, and a tab behind it would draw no frames.
    const welcome = await browser.waitForTarget((target) => target.url().endsWith(`${extensionId}/welcome.html`));
    await (await welcome.page())?.close();
  }
  return {
    browser,
    extensionId,
    openTab: async () => tabOf(await browser.newPage()),
    async background() {
      const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker");
      return target.createCDPSession();
    },
    async close() {
      await browser.close();
      await rm(userDataDir, { recursive: true, force: true });
    },
  };
}

async function tabOf(page: Page): Promise<Tab> {
  const cdp = await page.createCDPSession();
  let contentContext: number | null = null;
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.auxData?.type === "isolated" && context.origin.startsWith("chrome-extension://")) {
      contentContext = context.id;
    }
  });
  cdp.on("Runtime.executionContextsCleared", () => {
    contentContext = null;
  });
  await cdp.send("Runtime.enable");
  const evaluate = async <T>(expression: string, contextId?: number): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      ...(contextId === undefined ? {} : { contextId }),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  return {
    page,
    cdp,
    inMain: (expression) => evaluate(expression),
    inContent(expression) {
      if (contentContext === null) throw new Error("the extension runs no content script in this page");
      return evaluate(expression, contentContext);
    },
    async openWorld(source) {
      const { frameTree } = await cdp.send("Page.getFrameTree");
      const { executionContextId } = await cdp.send("Page.createIsolatedWorld", {
        frameId: frameTree.frame.id,
        worldName: "bench",
      });
      await evaluate(source, executionContextId);
      return (expression) => evaluate(expression, executionContextId);
    },
    throttle: async (rate) => {
      await cdp.send("Emulation.setCPUThrottlingRate", { rate });
    },
    async stopBackground() {
      const browser = page.browser();
      await cdp.send("ServiceWorker.enable");
      await cdp.send("ServiceWorker.stopAllWorkers");
      await cdp.send("ServiceWorker.disable");
      while (browser.targets().some((target) => target.type() === "service_worker")) {
        await new Promise((gone) => browser.once("targetdestroyed", gone));
      }
    },
    close: () => page.close(),
  };
}
