import { unlistedNames } from "../../domain/detection/common-words";
import { createIdentify, type Identify } from "../../domain/detection/identify";
import { createNameIndex } from "../../domain/detection/name-index";
import { createDirectory, type Directory } from "../../domain/directory";
import type { Listing } from "../../domain/listing";
import type { DirectoryState } from "../../protocol";
import type { FetchText } from "../../providers/fetch-text";
import { type FullDirectory, fetchFullDirectory } from "./directory-refresh";
import { starterListings } from "./starter-listings";

/** The directory with what is built over it. */
export interface OpenDirectory {
  readonly directory: Directory;
  readonly identify: Identify;
}

export interface DirectoryKeeper {
  /** The directory, opened on first use and kept while the background lives. */
  readonly open: () => Promise<OpenDirectory>;
  readonly state: () => Promise<DirectoryState>;
  /** Fetches the full directory when the reader agreed and it is a week old; with `force`, whatever its age. Resolves with what is wrong, or null. */
  readonly refresh: (force?: boolean) => Promise<string | null>;
}

interface Dependencies {
  readonly hasConsent: () => Promise<boolean>;
  readonly fetchText: FetchText;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where the full directory is kept; rejects where the browser keeps nothing. */
  readonly kept: {
    readonly read: () => Promise<FullDirectory | null>;
    readonly write: (full: FullDirectory) => Promise<void>;
  };
}

/** New listings come every week; the exchanges' files change each day. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Keeps the directory: the starter, and the full one once the reader has agreed to network use. */
export function createDirectoryKeeper({ hasConsent, fetchText, now, kept }: Dependencies): DirectoryKeeper {
  let opened: Promise<OpenDirectory> | null = null;
  let refreshing: Promise<string | null> | null = null;

  const readKept = async () => {
    try {
      return await kept.read();
    } catch (error) {
      console.debug("Sidequote: the full directory cannot be read", error);
      return null;
    }
  };
  const refresh = async (force: boolean): Promise<string | null> => {
    if (!(await hasConsent())) return null;
    const old = await readKept();
    if (old && !force && now() - old.fetchedAt < WEEK_MS) return null;
    const full = await fetchFullDirectory(old, { fetchText, now });
    if (typeof full === "string") return full;
    await kept.write(full);
    opened = null;
    return null;
  };

  return {
    open: () => {
      opened ??= readKept().then((full) => openDirectory(starterListings(), full?.listings ?? []));
      return opened;
    },
    state: async () => {
      const full = await readKept();
      return { listings: full?.listings.length ?? starterListings().length, fetchedAt: full?.fetchedAt ?? null };
    },
    refresh: (force = false) => {
      refreshing ??= refresh(force).finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

/** Builds the directory over the starter and the full one. */
export function openDirectory(starter: readonly Listing[], full: readonly Listing[]): OpenDirectory {
  const directory = createDirectory([...starter, ...full], full.length > 0);
  const names = createNameIndex(starter, full, unlistedNames(), directory.primaryOf);
  const known = new Set(starter.map(({ ticker }) => ticker));
  return { directory, identify: createIdentify(directory, names, (ticker) => known.has(ticker)) };
}
