import type { PageCompany } from "../domain/detection/page-companies";
import type { Failure } from "../domain/failure";
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
  | { readonly kind: "unreadable" }
  /** It is not known what the page mentions. */
  | { readonly kind: "unanswered"; readonly failure: Failure };

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
  const { ask } = deps;
  const tab = await deps.activeTab();
  if (!tab) return { kind: "unreadable" };
  const site = siteOfAddress(tab.address ?? undefined);
  if (site && deps.isSensitive(site, tab.address ?? "")) return { kind: "sensitive", site };
  if (site && isCovered(site, off)) return { kind: "off", site };
  const mentions = await ask("page-mentions", { tabId: tab.tabId });
  if (!mentions.ok) return { kind: "unanswered", failure: mentions.failure };
  const listings = mentions.value;
  const allowed = tab.address !== null && site !== null && (await deps.mayRead(tab.address));
  if (listings) return { kind: "read", tabId: tab.tabId, site, listings, passing: site !== null && !allowed };
  if (!site) return { kind: "unreadable" };
  if (!allowed) return { kind: "not-allowed", tabId: tab.tabId, site };
  return lookOnce(tab.tabId, site, ask, false);
}

/** Runs the content script in the page, which opening the popup allows, and reads what the page mentions. */
export async function lookOnce(tabId: number, site: string, ask: Ask, passing = true): Promise<PageState> {
  const looked = await ask("look-once", { tabId });
  if (!looked.ok) return { kind: "unanswered", failure: looked.failure };
  if (!looked.value) return { kind: "unreadable" };
  const mentions = await ask("page-mentions", { tabId });
  if (!mentions.ok) return { kind: "unanswered", failure: mentions.failure };
  if (!mentions.value) return { kind: "unanswered", failure: { kind: "no-answer" } };
  return { kind: "read", tabId, site, listings: mentions.value, passing };
}
