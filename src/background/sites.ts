import { siteOfPattern } from "../domain/site";
import { createQueue } from "./queue";
import { createReadAccess, type ReadAccessDeps } from "./read-access";

interface Dependencies extends ReadAccessDeps {
  /**
   * Origin patterns of the manifest: all of them, and those of the sites where the content script runs from the start.
   */
  readonly manifestOrigins: () => { readonly all: readonly string[]; readonly curated: readonly string[] };
  readonly grantedOrigins: () => Promise<readonly string[]>;
  readonly runContentAt: (matches: readonly string[], excludeMatches: readonly string[]) => Promise<void>;
  readonly tabsAt: (matches: readonly string[]) => Promise<readonly number[]>;
  /** Has a tab remove what an earlier version left in it. */
  readonly dismissEarlier: (tabId: number) => Promise<void>;
}

/** Knows where the reader lets us read, besides the sites of the manifest. */
export function createSites(deps: Dependencies) {
  const { manifestOrigins, grantedOrigins, changed } = deps;
  const inTurn = createQueue();

  /** Registers the content script for what is granted now. */
  const register = () =>
    inTurn(async () => {
      const { all, curated } = manifestOrigins();
      const own = new Set([...all, ...curated]);
      const matches = (await grantedOrigins()).filter((origin) => !own.has(origin) && siteOfPattern(origin) !== null);
      // The manifest runs the script at the curated sites already, and a grant of all sites includes them.
      const everywhere = matches.some((match) => siteOfPattern(match) === "*");
      await deps.runContentAt(matches, everywhere ? curated : []);
    });

  /**
   * Runs the script in open tabs at these origins, except at the hosts of sources, which are granted for closes only.
   */
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
    /**
     * After an installation or update: registers the script again and runs it in the open tabs, which have none of this
     * version.
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
    ...createReadAccess(deps),
  };
}
