import { ok, type Result } from "../domain/failure";
import { isSensitiveHost } from "../domain/sensitive-sites";
import type { PublicSettings, Settings } from "../domain/settings";
import { isCovered, siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";

interface Dependencies {
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly consent: { readonly agreedAt: () => Promise<number | null> };
  /** Whether the reader lets us read the asking frame. */
  readonly allows: (asker: Pick<Asker, "tabId" | "url" | "tabUrl">) => Promise<boolean>;
  /** Called when a page is going to ask about its text next: what is needed for that can be made ready while the page gathers it. */
  readonly willBeAsked: () => void;
}

/** What a page may know of the settings: no site list, no watchlist, no source, no key. */
export function createPublicSettings({ settings, consent, allows, willBeAsked }: Dependencies) {
  return async (asker: Pick<Asker, "role" | "tabId" | "url" | "tabUrl">): Promise<Result<PublicSettings>> => {
    const isOwn = asker.role === "own-page";
    const [{ detection, trigger, card, look, sites }, agreedAt, isAllowed] = await Promise.all([
      settings.read(),
      consent.agreedAt(),
      isOwn || allows(asker),
    ]);
    const siteOn = isOwn || (isAllowed && !isOff(asker, sites.off));
    if (siteOn && !isOwn) willBeAsked();
    return ok({ detection, trigger, card, look, consented: agreedAt !== null, siteOn });
  };
}

/** A frame is off with its own site and with the page's around it; where readers log in it is off whatever is granted. */
function isOff({ url, tabUrl }: Pick<Asker, "url" | "tabUrl">, off: readonly string[]): boolean {
  return [url, tabUrl].some((address) => {
    const site = siteOfAddress(address);
    return site !== null && (isCovered(site, off) || isSensitiveHost(site));
  });
}
