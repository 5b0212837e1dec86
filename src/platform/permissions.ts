import browser from "webextension-polyfill";
import { patternsOf, siteOfPattern } from "../domain/site";

/** Whether the browser's own install prompt already asked the reader to agree to sending website content (Firefox 140+). */
export async function browserAskedForConsent(): Promise<boolean> {
  const { data_collection: agreed } = await browser.permissions.getAll();
  return agreed?.some((kind: string) => kind === "websiteContent") ?? false;
}

const ALL_SITES = ["https://*/*", "http://*/*"];

/** Whether the reader allowed all sites. */
export async function mayReadAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/** Opens the browser's prompt for all sites; resolves with the reader's answer. Only within a click. */
export async function askForAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ALL_SITES });
}

/** Whether the reader lets us reach all of these https hosts. */
export async function mayReach(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts.map((host) => `https://${host}/*`) });
}

/** Whether the browser lets us read the page at this address. */
export async function mayRead(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${new URL(address).origin}/*`] });
}

/** Opens the browser's prompt for one site and all below it; resolves with the reader's answer. Only within a click. */
export async function askForSite(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [...patternsOf(site)] });
}

/** The sites the reader granted beside the manifest's, each once, `"*"` for all. */
export async function grantedSites(): Promise<readonly string[]> {
  const sites = (await optionalOrigins()).map(siteOfPattern);
  return [...new Set(sites.filter((site) => site !== null))].sort();
}

/** Takes back every pattern that was granted for a site; `"*"` for all sites. */
export async function giveBack(site: string): Promise<void> {
  const origins = (await optionalOrigins()).filter((origin) => siteOfPattern(origin) === site);
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

async function optionalOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: hosts = [], content_scripts: scripts = [] } = browser.runtime.getManifest();
  const required = new Set([...hosts, ...scripts.flatMap(({ matches }) => matches)]);
  return origins.filter((origin) => !required.has(origin));
}
