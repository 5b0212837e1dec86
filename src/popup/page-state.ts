import type { PageCompany } from "../domain/detection/page-companies";
import { isCovered, siteOfAddress } from "../domain/site";
import type { Ask } from "../platform/ask";
import type { ActiveTab } from "../platform/tabs";

/** What the popup knows about the page that the reader looks at. */
export type PageState =
  | {
      readonly kind: "read";
      readonly tabId: number;
      readonly site: string | null;
      readonly listings: readonly PageCompany[];
      /** Whether it is read only because the reader pressed our button: for this page, until its tab leaves it. */
      readonly passing: boolean;
    }
  /** Switched off by the reader. */
  | { readonly kind: "off"; readonly site: string }
  /** A kind of site that is never read. */
  | { readonly kind: "sensitive"; readonly site: string }
  /** The reader has not allowed this site yet. */
  | { readonly kind: "not-allowed"; readonly tabId: number; readonly site: string }
  /** A page of the browser, a store, a file: no extension may read it. */
  | { readonly kind: "unreadable" };

/** What is needed to find the state of the active tab. */
export interface PageStateDeps {
  readonly ask: Ask;
  readonly activeTab: () => Promise<ActiveTab | null>;
  readonly mayRead: (address: string) => Promise<boolean>;
  /** Whether a site is of a kind that is never read, or the address leads to such a part of it. */
  readonly isSensitive: (host: string, address: string) => boolean;
}

/**
 * Finds the state of the active tab. If the page was open before its site was allowed, the content script is run in it.
 */
export async function readPage(off: readonly string[], deps: PageStateDeps): Promise<PageState> {
  const tab = await deps.activeTab();
  if (!tab) return { kind: "unreadable" };
  const site = siteOfAddress(tab.address ?? undefined);
  if (site && deps.isSensitive(site, tab.address ?? "")) return { kind: "sensitive", site };
  if (site && isCovered(site, off)) return { kind: "off", site };
  const listings = await mentionsOf(tab.tabId, deps.ask);
  const allowed = tab.address !== null && site !== null && (await deps.mayRead(tab.address));
  if (listings) return { kind: "read", tabId: tab.tabId, site, listings, passing: site !== null && !allowed };
  if (!site) return { kind: "unreadable" };
  if (!allowed) return { kind: "not-allowed", tabId: tab.tabId, site };
  return lookOnce(tab.tabId, site, deps.ask, false);
}

/** Runs the content script in the page, which opening the popup allows, and reads what the page mentions. */
export async function lookOnce(tabId: number, site: string, ask: Ask, passing = true): Promise<PageState> {
  const looked = await ask("look-once", { tabId });
  if (!looked.ok || !looked.value) return { kind: "unreadable" };
  return { kind: "read", tabId, site, listings: (await mentionsOf(tabId, ask)) ?? [], passing };
}

async function mentionsOf(tabId: number, ask: Ask): Promise<readonly PageCompany[] | null> {
  const reply = await ask("page-mentions", { tabId });
  return reply.ok ? reply.value : null;
}
