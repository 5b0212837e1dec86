import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Worker } from "playwright";
import { findChromium } from "../../../tools/find-browser.mjs";
import { createPool } from "./browser-pool";
import { createNetwork, type Network } from "./network";

/** A running Chromium without any extension, which are installed into it. */
export interface ChromiumBrowser {
  readonly context: BrowserContext;
  /** Leads every request to this network, from now on. */
  readonly connect: (network: Network) => void;
  /** Installs the extension in a folder; resolves with its id and its background. */
  readonly install: (folder: string) => Promise<{ readonly id: string; readonly background: Worker }>;
  /** Takes away the extensions, tabs and listeners that are there. */
  readonly clean: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What only some tests ask of the browser's start. */
export interface StartFlags {
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
  // Drawing with a software copy of a graphics card takes longer than drawing without one.
  "--disable-gpu",
  // Lets a test install extensions, and press the toolbar button.
  "--enable-unsafe-extension-debugging",
];

/** Chromiums with no special flags. */
export const CHROMIUMS = createPool(() => launchChromium());

/** Starts Chromium in a fresh profile. */
export async function launchChromium({ flags = [], withoutFlags = [] }: StartFlags = {}): Promise<ChromiumBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: run node tools/set-up.mjs");
  const profile = await mkdtemp(join(tmpdir(), "sidequote-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: "en-US",
    viewport: { width: 1000, height: 700 },
    args: [...QUIET, ...flags],
    ignoreDefaultArgs: ["--disable-extensions", ...withoutFlags],
  });
  let network = createNetwork();
  await context.route(/^https?:/, (route) => answerRoute(route, network));
  const extensions = await extensionsOf(context);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return {
    context,
    connect: (next) => {
      network = next;
    },
    install: extensions.install,
    clean: async () => {
      for (const event of ["console", "request", "weberror"]) context.removeAllListeners(event);
      await context.setOffline(false);
      await extensions.uninstallAll();
      const before = context.pages();
      await context.newPage();
      await Promise.all(before.map((page) => page.close()));
    },
    close,
  };
}

/** Installs into a browser, and takes away what was installed. */
async function extensionsOf(context: BrowserContext) {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("no browser to install into");
  const send = untyped(session);
  const installed: string[] = [];
  const backgroundsOf = (id: string) => context.serviceWorkers().filter((worker) => new URL(worker.url()).host === id);
  return {
    install: async (folder: string) => {
      const started: Worker[] = [];
      const note = (worker: Worker) => started.push(worker);
      context.on("serviceworker", note);
      const { id } = (await send("Extensions.loadUnpacked", { path: folder })) as { id: string };
      installed.push(id);
      const isOurs = (worker: Worker) => new URL(worker.url()).host === id;
      const background =
        started.find(isOurs) ?? (await context.waitForEvent("serviceworker", { predicate: isOurs, timeout: 30_000 }));
      context.off("serviceworker", note);
      return { id, background };
    },
    uninstallAll: async () => {
      for (const id of installed.splice(0)) {
        const gone = backgroundsOf(id).map((worker) => worker.waitForEvent("close"));
        await send("Extensions.uninstall", { id });
        await Promise.all(gone);
      }
    },
  };
}

/** Sends what is newer than the protocol types that Playwright ships. */
export function untyped(session: CDPSession): (method: string, params: object) => Promise<unknown> {
  return session.send.bind(session) as never;
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
