import type { Listing } from "../../domain/listing";
import type { DirectoryState } from "../../protocol/figure-requests";
import type { FetchText } from "../../providers/fetch-text";
import type { OpenDirectory } from "./directory-image";
import { createDirectoryOpening, type ImageStore } from "./directory-opening";
import { type FullDirectory, fetchFullDirectory, isFullDirectory } from "./directory-refresh";

/** Keeps the directory up to date and opens it. */
export interface DirectoryKeeper {
  /** The directory, opened on first use and kept while the background lives. */
  readonly open: () => Promise<OpenDirectory>;
  /** Makes the directory's image again. Called when the extension was updated, so that no reader waits for it. */
  readonly prepare: () => Promise<void>;
  readonly state: () => Promise<DirectoryState>;
  /**
   * Fetches the full directory if the reader agreed and it is a week old. Resolves with a sentence on what is wrong, or
   * null.
   */
  readonly refresh: () => Promise<string | null>;
}

interface Dependencies {
  readonly hasConsent: () => Promise<boolean>;
  readonly fetchText: FetchText;
  /** The listings shipped with the extension. */
  readonly starter: () => Promise<readonly Listing[]>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where the full directory is kept; rejects where the browser keeps nothing. */
  readonly kept: {
    readonly read: () => Promise<unknown>;
    readonly write: (full: FullDirectory) => Promise<void>;
  };
  readonly image: ImageStore;
}

/** New listings come every week; the exchanges' files change each day. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Keeps the directory: the starter, and the full one once the reader has agreed to network use. */
export function createDirectoryKeeper(deps: Dependencies): DirectoryKeeper {
  const { hasConsent, fetchText, starter, now, kept, image } = deps;
  let refreshing: Promise<string | null> | null = null;
  const opening = createDirectoryOpening({
    image,
    starter,
    fullListings: async () => (await readFull(kept))?.listings ?? [],
  });

  const refresh = async (): Promise<string | null> => {
    if (!(await hasConsent())) return null;
    const old = await readFull(kept);
    // If it was fetched while the clock was ahead, it counts as old; otherwise it would be kept until that time came.
    const ageMs = old ? now() - old.fetchedAt : -1;
    if (ageMs >= 0 && ageMs < WEEK_MS) return null;
    const full = await fetchFullDirectory(old, { fetchText, now });
    if (typeof full === "string") return full;
    try {
      await kept.write(full);
    } catch (error) {
      return `it could not be kept: ${error}`;
    }
    await opening.openAnew();
    return null;
  };

  return {
    open: opening.open,
    prepare: async () => {
      await opening.openAnew();
    },
    state: async () => {
      const full = await readFull(kept);
      return { listings: full?.listings.length ?? (await starter()).length, fetchedAt: full?.fetchedAt ?? null };
    },
    refresh: () => {
      refreshing ??= refresh().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

async function readFull(kept: Dependencies["kept"]): Promise<FullDirectory | null> {
  try {
    const read = await kept.read();
    return isFullDirectory(read) ? read : null;
  } catch (error) {
    console.debug("Sidequote: the full directory cannot be read", error);
    return null;
  }
}
