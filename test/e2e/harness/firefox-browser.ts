import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import manifest from "../../../manifest.json";
import { type BrowserPool, createPool } from "./browser-pool";
import { startInternet } from "./firefox-internet";
import { type Remote, remoteOf } from "./firefox-remote";
import { createNetwork, type Network } from "./network";

/** The extension's id in Firefox. */
export const GECKO_ID = manifest["{{firefox}} browser_specific_settings"].gecko.id;

/** A running Firefox without the extension, which is installed into it. */
interface FirefoxBrowser {
  readonly browser: Browser;
  readonly remote: Remote;
  /** The host of the extension's own pages, whichever build is installed. */
  readonly uuid: string;
  /** Leads every request to this network, from now on. */
  readonly connect: (network: Network) => void;
  /** Takes away the extension, the tabs, and what the reader's system asked for. */
  readonly clean: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const pools = new Map<string, BrowserPool<FirefoxBrowser>>();

/** The running Firefoxes of one program. */
export function firefoxesOf(executablePath: string): BrowserPool<FirefoxBrowser> {
  const pool = pools.get(executablePath) ?? createPool(() => launchFirefox(executablePath));
  pools.set(executablePath, pool);
  return pool;
}

async function launchFirefox(executablePath: string): Promise<FirefoxBrowser> {
  let network = createNetwork();
  const [internet, downloads] = await Promise.all([
    startInternet((request) => network.handle(request)),
    mkdtemp(join(tmpdir(), "sidequote-downloads-")),
  ]);
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1000, height: 700 },
    // Privileged scripts: the flag up to Firefox 153, the variable since.
    args: ["--remote-allow-system-access"],
    env: { ...process.env, MOZ_REMOTE_ALLOW_SYSTEM_ACCESS: "1" },
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: uuid }),
      "extensions.webextensions.keepUuidOnUninstall": true,
      // The browser's own prompt cannot be pressed: a request within a click is granted.
      "extensions.webextOptionalPermissionPrompts": false,
      "network.dns.forceResolve": "127.0.0.1",
      "network.socket.forcePort": `443=${internet.port}`,
      "network.disable-localhost-when-offline": true,
      "intl.accept_languages": "en-US",
      "intl.locale.requested": "en-US",
      "datareporting.healthreport.uploadEnabled": false,
      "browser.safebrowsing.provider.mozilla.updateURL": "",
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
    },
  });
  const remote = remoteOf(browser);
  return {
    browser,
    remote,
    uuid,
    connect: (next) => {
      network = next;
    },
    clean: async () => {
      await browser.uninstallExtension(GECKO_ID);
      await remote.privileged(CLEAN);
    },
    close: async () => {
      await browser.close();
      await Promise.all([internet.close(), rm(downloads, { recursive: true, force: true })]);
    },
  };
}

/** Leaves one empty tab, and nothing of what pages kept. Runs with the browser's own rights. */
const CLEAN = `
  Services.io.offline = false;
  Services.locale.requestedLocales = ["en-US"];
  for (const name of ["ui.systemUsesDarkTheme", "ui.prefersReducedMotion"]) Services.prefs.clearUserPref(name);
  const empty = gBrowser.addTrustedTab("about:blank");
  gBrowser.selectedTab = empty;
  for (const tab of [...gBrowser.tabs]) if (tab !== empty) gBrowser.removeTab(tab, { skipPermitUnload: true });
  Services.cache2.clear();`;
