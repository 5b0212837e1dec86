import browser from "webextension-polyfill";
import { patternsOf } from "../domain/site";

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
