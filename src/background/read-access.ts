import { siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { Store } from "../platform/storage";

/** What the browser tells about access, and whom to tell of changes. */
export interface ReadAccessDeps {
  /** In memory until the browser closes. */
  readonly session: Store;
  readonly mayRead: (address: string) => Promise<boolean>;
  readonly runContentIn: (tabId: number) => Promise<boolean>;
  /** The address of a tab's page; null where the browser does not let us know it. */
  readonly addressOf: (tabId: number) => Promise<string | null>;
  /** Called after access has changed, so that open pages ask whether they may still be read. */
  readonly changed: () => void;
}

/**
 * Decides which frames may be read: those the reader gave a lasting permission for, and those of a tab on which the
 * reader pressed our button.
 */
export function createReadAccess({ session, mayRead, runContentIn, addressOf, changed }: ReadAccessDeps) {
  return {
    /**
     * Reads a tab once, because the reader pressed our button. This holds for pages of that site until the tab is
     * closed.
     */
    lookOnce: async (tabId: number): Promise<boolean> => {
      const address = await addressOf(tabId);
      const site = siteOfAddress(address ?? undefined);
      // A site with a lasting permission is not noted: otherwise it could still be read after the permission was
      // withdrawn.
      if (address && site && !(await mayRead(address))) await session.set(lookKey(tabId), site);
      const running = await runContentIn(tabId);
      // A content script that was there already, and off, has to ask again.
      changed();
      return running;
    },
    forget: (tabId: number) => session.remove(lookKey(tabId)),
    /** Whether the reader lets us read the asking frame; never if its site is unknown. */
    allows: async ({
      tabId,
      url,
      origin,
      tabUrl,
    }: Pick<Asker, "tabId" | "url" | "origin" | "tabUrl">): Promise<boolean> => {
      const known = [url, origin, tabUrl].filter((address) => address !== undefined && siteOfAddress(address) !== null);
      // The top frame has the same address as the page; it is asked about once, as asking the browser takes time.
      const addresses = [...new Set(known.map((address) => new URL(address ?? "").origin))];
      const granted = await Promise.all(addresses.map(mayRead));
      if (granted.includes(true)) return true;
      const looked = tabId === undefined ? undefined : await session.get(lookKey(tabId));
      return addresses.some((address) => siteOfAddress(address) === looked);
    },
  };
}

function lookKey(tabId: number): string {
  return `looked-once-${tabId}`;
}
