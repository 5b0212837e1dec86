import { ok, type Result } from "../domain/failure";
import { isSensitiveHost } from "../domain/sensitive-sites";
import { neverMarked, type PublicSettings, type Settings } from "../domain/settings";
import { isCovered, siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";

interface Dependencies {
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly consent: { readonly agreedAt: () => Promise<number | null> };
  /** Whether the reader lets us read the asking frame. */
  readonly allows: (asker: Pick<Asker, "tabId" | "url" | "origin" | "tabUrl">) => Promise<boolean>;
  /**
   * Called when a page is going to ask about its text next: what is
   * needed for that can be made ready while the page gathers it.
   */
  readonly willBeAsked: () => void;
}

/** What a page may know of the settings: no site list, no watchlist, no source, no key. */
export function createPublicSettings({ settings, consent, allows, willBeAsked }: Dependencies) {
  return async (
    asker: Pick<Asker, "role" | "tabId" | "url" | "origin" | "tabUrl">,
  ): Promise<Result<PublicSettings>> => {
    const isOwn = asker.role === "own-page";
    const [all, agreedAt, isAllowed] = await Promise.all([settings.read(), consent.agreedAt(), isOwn || allows(asker)]);
    const { trigger, card, look, sites } = all;
    // Of the words that are not marked on one site, each page learns its own site's only.
    const detection = { ...all.detection, never: neverMarked(all, siteOfAddress(asker.url)) };
    const siteOn = isOwn || (isAllowed && !isOff(asker, sites.off));
    if (siteOn && !isOwn) willBeAsked();
    return ok({ detection, trigger, card, look, consented: agreedAt !== null, siteOn });
  };
}

/**
 * A frame is off with its own site, with the one it is made by (`blob:`, `about:blank`,
 * `srcdoc`) and with the page's around it; where readers log in it is off whatever is
 * granted. A frame of which no site is known, as a sandboxed one, is off too.
 */
function isOff({ url, origin, tabUrl }: Pick<Asker, "url" | "origin" | "tabUrl">, off: readonly string[]): boolean {
  const own = siteOfAddress(url) ?? siteOfAddress(origin);
  if (own === null) return true;
  return [own, siteOfAddress(origin), siteOfAddress(tabUrl)].some(
    (site) => site !== null && (isCovered(site, off) || isSensitiveHost(site)),
  );
}
