import { siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { Store } from "../platform/storage";

export interface ReadAccessDeps {
  /** In memory until the browser closes. */
  readonly session: Store;
  readonly mayRead: (address: string) => Promise<boolean>;
  readonly runContentIn: (tabId: number) => Promise<boolean>;
  /** The address of a tab's page; null where the browser does not let us know it. */
  readonly addressOf: (tabId: number) => Promise<string | null>;
  /** Called after access changed, for open pages to ask whether they are still on. */
  readonly changed: () => void;
}

/** Which frames may be read: by a lasting permission, or by the passing grant that a press on our button gave. */
export function createReadAccess({ session, mayRead, runContentIn, addressOf, changed }: ReadAccessDeps) {
  return {
    /** Reads a tab by a passing grant, which holds for pages of that site until the tab is closed. */
    lookOnce: async (tabId: number): Promise<boolean> => {
      const address = await addressOf(tabId);
      const site = siteOfAddress(address ?? undefined);
      // What may be read anyhow needs no passing grant: that would outlast the permission.
      if (address && site && !(await mayRead(address))) await session.set(lookKey(tabId), site);
      const running = await runContentIn(tabId);
      // A content script that was there before, and off, is to ask again.
      changed();
      return running;
    },
    forget: (tabId: number) => session.remove(lookKey(tabId)),
    /** Whether the reader still lets us read the asking frame; not where no site of it is known. */
    allows: async ({
      tabId,
      url,
      origin,
      tabUrl,
    }: Pick<Asker, "tabId" | "url" | "origin" | "tabUrl">): Promise<boolean> => {
      const known = [url, origin, tabUrl].filter((address) => address !== undefined && siteOfAddress(address) !== null);
      // A page's own frame has the page's address: asking the browser twice would take twice as long.
      const addresses = [...new Set(known.map((address) => new URL(address ?? "").origin))];
      const granted = await Promise.all(addresses.map(mayRead));
      if (granted.includes(true)) return true;
      const looked = tabId === undefined ? undefined : await session.get(lookKey(tabId));
      return looked !== undefined && addresses.some((address) => siteOfAddress(address) === looked);
    },
  };
}

function lookKey(tabId: number): string {
  return `looked-once-${tabId}`;
}
