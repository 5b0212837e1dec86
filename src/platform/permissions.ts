import { isCovered, patternsOf, siteOfPattern } from "../domain/site";
import { browser } from "./browser";

/** Whether the reader agreed to send website content in the browser's own install prompt. Only Firefox asks. */
export async function browserAskedForConsent(): Promise<boolean> {
  const { data_collection: agreed } = await browser.permissions.getAll();
  return agreed?.some((kind: string) => kind === "websiteContent") ?? false;
}

const ALL_SITES = ["https://*/*", "http://*/*"];

/** Opens the browser's prompt for all sites; resolves with the reader's answer. Only within a click. */
export async function askForAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ALL_SITES });
}

/**
 * Opens the browser's prompt for these https hosts, all at
 * once; resolves with the reader's answer. Only within a click.
 */
export async function askForHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
}

/** Whether the reader lets us reach all of these https hosts. */
export async function mayReach(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts.map((host) => `https://${host}/*`) });
}

/** Whether the browser lets us read the page at this address. */
export async function mayRead(address: string): Promise<boolean> {
  const { origin, protocol, hostname, port } = new URL(address);
  if (await browser.permissions.contains({ origins: [`${origin}/*`] })) return true;
  // In Firefox a pattern with a port matches nothing, and a host is granted with all its ports.
  return port !== "" && browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/**
 * What the manifest asks for at installation but the browser withholds: sources of closes, and sites that are on from
 * the start.
 */
export interface Withheld {
  readonly sources: boolean;
  readonly sites: boolean;
}

/**
 * What the browser lets us reach: the sites granted besides the manifest's, each once, `"*"` for all; and what it
 * withholds.
 */
export interface Access {
  readonly granted: readonly string[];
  readonly withheld: Withheld;
}

/** The present access. In Firefox readers can withdraw any host, and in Chromium they can limit sites to a click. */
export async function currentAccess(): Promise<Access> {
  // One list for both, because asking about each of a hundred hosts takes far longer.
  const { origins = [] } = await browser.permissions.getAll();
  const { sources, sites } = manifestHosts();
  const granted = grantedSites(origins);
  const isWithheld = (host: string) => !origins.includes(host) && !isGranted(host, granted);
  return { granted, withheld: { sources: sources.some(isWithheld), sites: sites.some(isWithheld) } };
}

function grantedSites(origins: readonly string[]): readonly string[] {
  const sites = optional(origins).map(siteOfPattern);
  return [...new Set(sites.filter((site) => site !== null))].sort();
}

function isGranted(pattern: string, granted: readonly string[]): boolean {
  const site = siteOfPattern(pattern);
  return granted.includes("*") || (site !== null && isCovered(site, granted));
}

/** Opens the browser's prompt for what is withheld; resolves with the reader's answer. Only within a click. */
export async function askForWithheld(withheld: Withheld): Promise<boolean> {
  const { sources, sites } = manifestHosts();
  return browser.permissions.request({
    origins: [...(withheld.sources ? sources : []), ...(withheld.sites ? sites : [])],
  });
}

function manifestHosts(): { readonly sources: string[]; readonly sites: string[] } {
  const { host_permissions: hosts = [], content_scripts: scripts = [] } = browser.runtime.getManifest();
  const sites = scripts.flatMap(({ matches }) => matches);
  return { sources: hosts.filter((host) => !sites.includes(host)), sites };
}

/**
 * Opens the browser's prompt for one site and all its subdomains. Resolves with the reader's answer. Only within a
 * click.
 */
export async function askForSite(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [...patternsOf(site)] });
}

/** Gives back every pattern that was granted for a site; `"*"` for all sites. */
export async function giveBack(site: string): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = optional(origins).filter((origin) => siteOfPattern(origin) === site);
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

/** The granted origins that the manifest does not name. */
function optional(origins: readonly string[]): readonly string[] {
  const { sources, sites } = manifestHosts();
  const required = new Set([...sources, ...sites]);
  return origins.filter((origin) => !required.has(origin));
}
