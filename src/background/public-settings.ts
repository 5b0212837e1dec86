import { ok, type Result } from "../domain/failure";
import { isInSensitiveFolder, isSensitiveHost } from "../domain/sensitive-sites";
import { neverMarked, type PublicSettings, type Settings } from "../domain/settings";
import { isCovered, siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";

interface Dependencies {
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly consent: { readonly agreedAt: () => Promise<number | null> };
  /** Whether the reader lets us read the asking frame. */
  readonly allows: (asker: Pick<Asker, "tabId" | "url" | "origin" | "tabUrl">) => Promise<boolean>;
  /** Called when a page will soon ask about its text, so that the directory can be opened in the meantime. */
  readonly willBeAsked: () => void;
}

/** The settings that a page may know: no list of sites, no watchlist, no source, no key. */
export function createPublicSettings({ settings, consent, allows, willBeAsked }: Dependencies) {
  return async (
    asker: Pick<Asker, "role" | "tabId" | "url" | "origin" | "tabUrl">,
  ): Promise<Result<PublicSettings>> => {
    const isOwn = asker.role === "own-page";
    const [all, agreedAt, isAllowed] = await Promise.all([settings.read(), consent.agreedAt(), allows(asker)]);
    const { trigger, card, look, badge, sites } = all;
    // A page learns only its own site's words that are not marked.
    const detection = { ...all.detection, never: neverMarked(all, siteOfAddress(asker.url)) };
    const siteOn = isOwn || (isAllowed && !isOff(asker, sites.off));
    if (siteOn && !isOwn) willBeAsked();
    return ok({ detection, trigger, card, look, badge, consented: agreedAt !== null, siteOn });
  };
}

/**
 * A frame is off if its own site is off, or the site that made it (`blob:`, `about:blank`, `srcdoc`), or the site of
 * the page around it. A site where readers log in is off whatever was granted, and so is a frame whose site is unknown,
 * for example a sandboxed one.
 */
function isOff({ url, origin, tabUrl }: Pick<Asker, "url" | "origin" | "tabUrl">, off: readonly string[]): boolean {
  const own = siteOfAddress(url) ?? siteOfAddress(origin);
  if (own === null) return true;
  if ([url, tabUrl].some((address) => isInSensitiveFolder(address ?? ""))) return true;
  return [own, siteOfAddress(origin), siteOfAddress(tabUrl)].some(
    (site) => site !== null && (isCovered(site, off) || isSensitiveHost(site)),
  );
}
