import type { Scripting } from "webextension-polyfill";
import { browser } from "./browser";

/** TypeScript's types do not have `matchOriginAsFallback`. */
type ContentScript = Scripting.RegisteredContentScript & { readonly matchOriginAsFallback?: boolean };

/** What runs at the sites the reader granted, as the manifest's content script does at the curated ones. */
const SCRIPT: ContentScript = {
  id: "granted-sites",
  js: ["content.js"],
  css: ["marks.css"],
  runAt: "document_idle",
  allFrames: true,
  matchOriginAsFallback: true,
};

/** The origin patterns of the manifest: all it asks for at install, and those of the curated sites. */
export function manifestOrigins(): { readonly all: readonly string[]; readonly curated: readonly string[] } {
  const { host_permissions: all = [], content_scripts: scripts = [] } = browser.runtime.getManifest();
  return { all, curated: [...new Set(scripts.flatMap(({ matches }) => matches))] };
}

/** Every origin pattern that is granted now, those of the manifest among them. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Calls back when the reader granted or took back a permission, here or in the browser's own pages. */
export function onAccessChanged(listener: (change: "granted" | "revoked", origins: readonly string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => listener("granted", origins));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => listener("revoked", origins));
}

/**
 * Makes our content script run at these patterns, and otherwise only at the manifest's. This lasts over restarts, but
 * not over updates.
 */
export async function runContentAt(matches: readonly string[], excludeMatches: readonly string[]): Promise<void> {
  const ids = [SCRIPT.id];
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const script = {
    ...SCRIPT,
    matches: [...matches],
    excludeMatches: [...excludeMatches],
    persistAcrossSessions: true,
  };
  if (isRegistered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** The tabs whose pages match one of these patterns. */
export async function tabsAt(matches: readonly string[]): Promise<readonly number[]> {
  // Chromium takes an empty list for no condition, and would name every tab.
  if (matches.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...matches] });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
