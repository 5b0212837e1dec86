import type { Listing } from "../../domain/listing";
import type { DirectoryState } from "../../protocol/figure-requests";
import type { FetchText } from "../../providers/fetch-text";
import { type DirectoryImage, isDirectoryImage, makeImage, type OpenDirectory, openImage } from "./directory-image";
import { type FullDirectory, fetchFullDirectory } from "./directory-refresh";

export interface DirectoryKeeper {
  /** The directory, opened on first use and kept while the background lives. */
  readonly open: () => Promise<OpenDirectory>;
  /** Makes the image anew; asked when the extension was installed or updated, so that no reader waits for it. */
  readonly prepare: () => Promise<void>;
  readonly state: () => Promise<DirectoryState>;
  /** Fetches the full directory when the reader agreed and it is a week old; with `force`, whatever its age. Resolves with what is wrong, or null. */
  readonly refresh: (force?: boolean) => Promise<string | null>;
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
    readonly read: () => Promise<FullDirectory | null>;
    readonly write: (full: FullDirectory) => Promise<void>;
  };
  /** Where the directory as it is opened is kept, for one version of the extension; the same failures. */
  readonly image: {
    readonly read: () => Promise<unknown>;
    readonly write: (image: DirectoryImage) => Promise<void>;
  };
}

/** New listings come every week; the exchanges' files change each day. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Keeps the directory: the starter, and the full one once the reader has agreed to network use. */
export function createDirectoryKeeper({
  hasConsent,
  fetchText,
  starter,
  now,
  kept,
  image,
}: Dependencies): DirectoryKeeper {
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
  const readImage = async () => {
    try {
      const kept = await image.read();
      return isDirectoryImage(kept) ? kept : null;
    } catch (error) {
      console.debug("Sidequote: the directory's image cannot be read", error);
      return null;
    }
  };
  const refresh = async (force: boolean): Promise<string | null> => {
    if (!(await hasConsent())) return null;
    const old = await readKept();
    // One fetched by a clock ahead of time is old at once: it would stand until that time came.
    const ageMs = old ? now() - old.fetchedAt : -1;
    if (!force && ageMs >= 0 && ageMs < WEEK_MS) return null;
    const full = await fetchFullDirectory(old, { fetchText, now });
    if (typeof full === "string") return full;
    await kept.write(full);
    opened = null;
    await open(true);
    return null;
  };
  const openOrMake = async (anew: boolean): Promise<OpenDirectory> => {
    const keptImage = anew ? null : await readImage();
    if (keptImage) return openImage(keptImage);
    const full = await readKept();
    const made = makeImage(await starter(), full?.listings ?? []);
    try {
      await image.write(made);
    } catch (error) {
      console.debug("Sidequote: the directory must be made again next time", error);
    }
    return openImage(made);
  };
  /** Opens the kept image; makes it when there is none, or `anew`. After a failure the next who asks tries again. */
  const open = (anew: boolean): Promise<OpenDirectory> => {
    if (opened) return opened;
    const opening = openOrMake(anew);
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = null;
    });
    return opening;
  };

  return {
    open: () => open(false),
    prepare: async () => {
      opened = null;
      await open(true);
    },
    state: async () => {
      const full = await readKept();
      return { listings: full?.listings.length ?? (await starter()).length, fetchedAt: full?.fetchedAt ?? null };
    },
    refresh: (force = false) => {
      refreshing ??= refresh(force).finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}
