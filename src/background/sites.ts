import { siteOfPattern } from "../domain/site";
import { createQueue } from "./queue";
import { createReadAccess, type ReadAccessDeps } from "./read-access";

interface Dependencies extends ReadAccessDeps {
  /** Origin patterns of the manifest: all, and those of the sites that have their content script from the start. */
  readonly manifestOrigins: () => { readonly all: readonly string[]; readonly curated: readonly string[] };
  readonly grantedOrigins: () => Promise<readonly string[]>;
  readonly runContentAt: (matches: readonly string[], excludeMatches: readonly string[]) => Promise<void>;
  readonly tabsAt: (matches: readonly string[]) => Promise<readonly number[]>;
  /** Sends away what an earlier version left in a tab. */
  readonly dismissEarlier: (tabId: number) => Promise<void>;
}

/** Where the reader lets us read, beside the sites of the manifest. */
export function createSites(deps: Dependencies) {
  const { manifestOrigins, grantedOrigins, changed } = deps;
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
    ...createReadAccess(deps),
  };
}
