import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import puppeteer, { type JSHandle, type Page } from "puppeteer-core";
import { generate } from "selfsigned";
import manifest from "../../../manifest.json";
import { findFirefox } from "../../../tools/find-browser.mjs";
import { builtExtension } from "./built-extension";
import { createTab, type ExtensionRun, type RunOptions, type Tab } from "./extension";
import { createNetwork, type Network } from "./network";

/** Longest wait of one condition: what the product promises for any answer, with room for a slow machine. */
const CONDITION_LIMIT_MS = 15_000;

const GECKO_ID = manifest["{{firefox}} browser_specific_settings"].gecko.id;

/** What Firefox asks of the world on its own account; nothing of ours. */
const FIREFOX_OWN_HOSTS = /(^|\.)(mozilla\.(com|net|org)|firefox\.com|mozgcp\.net|example\.com)$/;

/** What only Firefox's tests need. */
interface FirefoxRun extends ExtensionRun {
  /** Installs the same build as another version over the running one. */
  readonly update: (version: string) => Promise<void>;
}

/** Starts the Firefox build in a fresh profile. WebDriver BiDi cannot intercept the background's requests, so every host is our own server. */
export async function startFirefox(options: RunOptions = {}): Promise<FirefoxRun> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("no Firefox: run node tools/set-up.mjs");
  const network = createNetwork();
  const [extension, server] = await Promise.all([builtExtension("firefox", options), startServer(network)]);
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1000, height: 700 },
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: uuid }),
      "network.dns.forceResolve": "127.0.0.1",
      "network.socket.forcePort": `443=${server.port}`,
      "network.disable-localhost-when-offline": true,
      "intl.accept_languages": "en-US",
      "intl.locale.requested": "en-US",
      "datareporting.healthreport.uploadEnabled": false,
      "browser.safebrowsing.provider.mozilla.updateURL": "",
    },
  });
  await browser.installExtension(extension);
  const privileged = createPrivileged(browser);
  const openTab = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    if (url.startsWith("http")) await page.goto(url);
    else await navigateRaw(browser, page, url);
    return tabOf(page);
  };
  return {
    browser: "firefox",
    network,
    update: async (version) => {
      const file = join(extension, "manifest.json");
      await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }));
      await browser.installExtension(extension);
    },
    open: openTab,
    openOwnPage: (page) => openTab(`moz-extension://${uuid}/${page}.html`),
    killBackground: () =>
      privileged(`WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.terminateBackground()`),
    setOffline: (offline) => privileged(`Services.io.offline = ${offline}`),
    allowOnly: (host) =>
      privileged(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        const granted = extension.allowedOrigins.patterns.map(({ pattern }) => pattern);
        const origins = granted.filter((pattern) => pattern !== ${JSON.stringify(`https://${host}/*`)});
        await ExtensionPermissions.remove(${JSON.stringify(GECKO_ID)}, { permissions: [], origins }, extension);
      })()`),
    close: async () => {
      await browser.close();
      await server.close();
      network.audit();
    },
  };
}

/** One https server that stands for every host. */
async function startServer(network: Network): Promise<{ port: number; close: () => Promise<void> }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert }, (request, response) => {
    answer(request, response, network).catch((error: unknown) => {
      console.error("the test network failed", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, network: Network): Promise<void> {
  const host = request.headers.host ?? "";
  if (FIREFOX_OWN_HOSTS.test(host)) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const reply = await network.handle({
    method: request.method ?? "GET",
    url: `https://${host}${request.url ?? "/"}`,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: chunks.length > 0 ? Buffer.concat(chunks).toString() : null,
  });
  if (reply === "hanging") return;
  if (reply === "unreachable") {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, { "content-type": reply.contentType, ...reply.headers }).end(reply.body);
}

type Browser = Awaited<ReturnType<typeof puppeteer.launch>>;

/** Puppeteer's own WebDriver BiDi connection: extension pages and privileged scripts are beyond its public API (24.43.1). */
interface BidiConnection {
  readonly send: (method: string, params: object) => Promise<{ result: unknown }>;
}

function connectionOf(browser: Browser): BidiConnection {
  return Reflect.get(browser, "connection") as BidiConnection;
}

async function navigateRaw(browser: Browser, page: Page, url: string): Promise<void> {
  const context: unknown = Reflect.get(page.mainFrame(), "_id");
  await connectionOf(browser).send("browsingContext.navigate", { context, url, wait: "complete" });
}

/** Runs an expression with the browser's own rights. */
function createPrivileged(browser: Browser): (expression: string) => Promise<void> {
  return async (expression) => {
    const connection = connectionOf(browser);
    const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const { contexts } = tree.result as { contexts: { context: string }[] };
    const reply = await connection.send("script.evaluate", {
      expression,
      target: { context: contexts[0]?.context },
      awaitPromise: true,
    });
    const { type } = reply.result as { type: string };
    if (type !== "success") throw new Error(`Firefox refused ${expression}: ${JSON.stringify(reply.result)}`);
  };
}

function tabOf(page: Page): Tab {
  return createTab({
    // Puppeteer's own argument types unwrap handles; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    waitFor: async (work, argument) => {
      const limits = { polling: "raf", timeout: CONDITION_LIMIT_MS } as const;
      const handle: JSHandle = await page.waitForFunction(work as (argument: unknown) => unknown, limits, argument);
      return handle.jsonValue() as never;
    },
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y) => page.mouse.click(x, y),
      wheel: (deltaY) => page.mouse.wheel({ deltaY }),
    },
    press: (key) => page.keyboard.press(key as never),
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  });
}
