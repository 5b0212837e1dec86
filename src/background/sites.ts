import { siteOfAddress, siteOfPattern } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { Store } from "../platform/storage";
import { createQueue } from "./queue";

interface Dependencies {
  /** In memory until the browser closes. */
  readonly session: Store;
  /** Origin patterns of the manifest: all, and those of the sites that have their content script from the start. */
  readonly manifestOrigins: () => { readonly all: readonly string[]; readonly curated: readonly string[] };
  readonly grantedOrigins: () => Promise<readonly string[]>;
  readonly mayRead: (address: string) => Promise<boolean>;
  readonly runContentAt: (matches: readonly string[], excludeMatches: readonly string[]) => Promise<void>;
  readonly tabsAt: (matches: readonly string[]) => Promise<readonly number[]>;
  readonly runContentIn: (tabId: number) => Promise<boolean>;
  /** The address of a tab's page; null where the browser does not let us know it. */
  readonly addressOf: (tabId: number) => Promise<string | null>;
  /** Sends away what an earlier version left in a tab. */
  readonly dismissEarlier: (tabId: number) => Promise<void>;
  /** Called after access changed, for open pages to ask whether they are still on. */
  readonly changed: () => void;
}

/** Where the reader lets us read, beside the sites of the manifest. */
export function createSites(deps: Dependencies) {
  const { session, manifestOrigins, grantedOrigins, mayRead, changed } = deps;
  const inTurn = createQueue();

  /** Registers the content script for what is granted now. */
  const register = () =>
    inTurn(async () => {
      const { all, curated } = manifestOrigins();
      const own = new Set([...all, ...curated]);
      const matches = (await grantedOrigins()).filter((origin) => !own.has(origin) && siteOfPattern(origin) !== null);
      // Only a grant of all sites could run the script twice at the curated ones.
      const everywhere = matches.some((match) => siteOfPattern(match) === "*");
      await deps.runContentAt(matches, everywhere ? curated : []);
    });

  /** The hosts of sources are asked for closes; pages of theirs are not read for that. */
  const runInTabsAt = async (origins: readonly string[], before?: (tabId: number) => Promise<void>) => {
    const { all, curated } = manifestOrigins();
    const tabs = await deps.tabsAt(origins.filter((origin) => !all.includes(origin) || curated.includes(origin)));
    await Promise.all(
      tabs.map(async (tabId) => {
        await before?.(tabId);
        await deps.runContentIn(tabId);
      }),
    );
  };

  return {
    register,
    /**
     * After an installation or update: registers anew, and runs in the
     * tabs that are open already, which have no script of this version.
     */
    resume: async (): Promise<void> => {
      await register();
      await runInTabsAt(await grantedOrigins(), deps.dismissEarlier);
    },
    granted: async (origins: readonly string[]): Promise<void> => {
      await register();
      await runInTabsAt(origins);
      changed();
    },
    revoked: async (): Promise<void> => {
      await register();
      changed();
    },
    /** Reads a tab by a passing grant, which holds for pages of that site until the tab is closed. */
    lookOnce: async (tabId: number): Promise<boolean> => {
      const address = await deps.addressOf(tabId);
      const site = siteOfAddress(address ?? undefined);
      // What may be read anyhow needs no passing grant: that would outlast the permission.
      if (address && site && !(await mayRead(address))) await session.set(lookKey(tabId), site);
      const running = await deps.runContentIn(tabId);
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
