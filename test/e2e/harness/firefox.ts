import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtExtension } from "./built-extension";
import type { ExtensionRun, RunOptions, Tab } from "./extension";
import { firefoxesOf, GECKO_ID } from "./firefox-browser";
import { openToolbarPopup } from "./firefox-popup";
import { openTab, tabsNow, tabThatCame } from "./firefox-tab";
import { createNetwork } from "./network";
import { withForms } from "./own-page";

/** The extension as the browser's own code knows it. */
const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension`;

/** The commands' letters in the manifest, each with Alt and Shift; one without is given by the browser's own code. */
const KEYS: Readonly<Record<string, string>> = { "next-mention": "J", "previous-mention": "K", "open-card": "Q" };

/** What only Firefox's tests need. */
export interface FirefoxRun extends ExtensionRun {
  /** Installs the same build as another version over the running one. */
  readonly update: (version: string) => Promise<void>;
  /** Lets the extension into private windows, as the reader does on the browser's page of extensions: it starts anew. */
  readonly allowPrivate: () => Promise<void>;
  /** Opens an address in a private window of its own. */
  readonly openPrivate: (url: string) => Promise<Tab>;
}

/** Installs the Firefox build into a Firefox without another. */
export async function startFirefox(executablePath: string, options: RunOptions = {}): Promise<FirefoxRun> {
  const firefoxes = firefoxesOf(executablePath);
  const [extension, firefox] = await Promise.all([builtExtension("firefox", options), firefoxes.take()]);
  const { browser, remote, uuid } = firefox;
  const network = createNetwork();
  firefox.connect(network);
  const { privileged } = remote;
  if (options.language !== undefined) await privileged(speak(options.language));
  await browser.installExtension(extension);
  const open = (url: string) => openTab(browser, remote, url);
  let isWelcomeClosed = false;
  const ownAddress = (page: string) => `moz-extension://${uuid}/${page}.html`;
  // A tab that came later would stand before the test's own.
  const welcome = await tabThatCame(browser, remote, [], ownAddress("welcome"));
  const opened = async (work: () => Promise<unknown>, address?: string) => {
    const before = await tabsNow(remote);
    await work();
    return tabThatCame(browser, remote, before, address);
  };
  return {
    browser: "firefox",
    network,
    update: async (version) => {
      const file = join(extension, "manifest.json");
      const manifest = await readFile(file, "utf8");
      await writeFile(file, JSON.stringify({ ...JSON.parse(manifest), version }));
      await browser.installExtension(extension);
      await writeFile(file, manifest);
    },
    browsersPage: "about:license",
    open,
    openOwnPage: async (page) => {
      const tab = await open(ownAddress(page));
      return withForms(tab, tab.mouse.click);
    },
    welcome: async () => {
      if (isWelcomeClosed) return null;
      return {
        ...welcome,
        // Puppeteer hears of it only later.
        close: async () => {
          isWelcomeClosed = true;
          await welcome.close();
        },
      };
    },
    openPopup: async (tab) => {
      await tab.toFront();
      return withForms(await openToolbarPopup(remote, GECKO_ID));
    },
    command: async (tab, name) => {
      await tab.toFront();
      const key = KEYS[name];
      await privileged(
        key === undefined ? `${EXTENSION}.shortcuts.onCommand(${JSON.stringify(name)});` : pressAltShift(key),
      );
    },
    lookUp: async (tab, selection) => {
      await tab.toFront();
      const { x, y } = await tab.placeOf(selection);
      await tab.mouse.click(x, y, "right");
      await privileged(`
        const menu = document.getElementById("contentAreaContextMenu");
        if (menu.state !== "open")
          await new Promise((resolve) => menu.addEventListener("popupshown", resolve, { once: true }));
        menu.activateItem(menu.querySelector("[id^=sidequote_sidequote_app-menuitem]"));`);
    },
    opened,
    allowPrivate: async () => {
      await privileged(`
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        const permissions = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
        await ExtensionPermissions.add(${JSON.stringify(GECKO_ID)}, permissions, ${EXTENSION});
        await (await AddonManager.getAddonByID(${JSON.stringify(GECKO_ID)})).reload();`);
    },
    openPrivate: (url) =>
      opened(() => privileged(`openTrustedLinkIn(${JSON.stringify(url)}, "window", { private: true });`), url),
    prefer: async ({ colorScheme, reducedMotion }) => {
      const settings = [
        ...(colorScheme ? [["ui.systemUsesDarkTheme", colorScheme === "dark" ? 1 : 0]] : []),
        ...(reducedMotion === undefined ? [] : [["ui.prefersReducedMotion", reducedMotion ? 1 : 0]]),
      ];
      await privileged(
        `for (const [name, value] of ${JSON.stringify(settings)}) Services.prefs.setIntPref(name, value);`,
      );
    },
    killBackground: async () => {
      await privileged(`await ${EXTENSION}.terminateBackground();`);
    },
    setOffline: async (offline) => {
      // Connections to this computer that stand already are used offline too.
      network.cut(offline);
      await privileged(`Services.io.offline = ${offline};`);
    },
    allowOnly: async (...hosts) => {
      const kept = JSON.stringify(hosts.map((host) => `https://${host}/*`));
      await privileged(`
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const granted = ${EXTENSION}.allowedOrigins.patterns.map(({ pattern }) => pattern);
        const origins = granted.filter((pattern) => !${kept}.includes(pattern));
        await ExtensionPermissions.remove(${JSON.stringify(GECKO_ID)}, { permissions: [], origins }, ${EXTENSION});`);
    },
    allow: (_, press) => press(),
    close: async () => {
      await firefoxes.giveBack(firefox);
      network.audit();
    },
  };
}

/** Makes the browser tell extensions and pages that this is its language; its own texts stay English. */
function speak(folder: string): string {
  const language = folder.replace("_", "-");
  return `
    Services.locale.availableLocales = ["${language}", "en-US"];
    Services.locale.requestedLocales = ["${language}"];`;
}

/** Presses keys in the browser's window, where its shortcuts are heard: WebDriver's reach the page alone. */
function pressAltShift(letter: string): string {
  const keys = [
    { key: "Alt", code: "AltLeft", keyCode: 18 },
    { key: "Shift", code: "ShiftLeft", keyCode: 16 },
    { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
  ];
  return `
    const input = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    input.beginInputTransactionForTests(window);
    const events = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent("", key));
    for (const event of events) input.keydown(event);
    for (const event of events.reverse()) input.keyup(event);`;
}
