import { unlistedNames } from "../../domain/detection/common-words";
import { createIdentify, type Identify } from "../../domain/detection/identify";
import { createNameIndex } from "../../domain/detection/name-index";
import { createDirectory, type Directory } from "../../domain/directory";
import type { Listing } from "../../domain/listing";
import { starterListings } from "./starter-listings";

/** The directory with what is built over it. */
export interface OpenDirectory {
  readonly directory: Directory;
  readonly identify: Identify;
}

export interface DirectoryKeeper {
  /** The directory, opened on first use and kept while the background lives. */
  readonly open: () => Promise<OpenDirectory>;
  /** Opens it anew on the next use: the full directory was replaced. */
  readonly forget: () => void;
}

/** Keeps the directory: the starter, and the full one where `loadFull` has it (an empty list otherwise). */
export function createDirectoryKeeper(loadFull: () => Promise<readonly Listing[]>): DirectoryKeeper {
  let opened: Promise<OpenDirectory> | null = null;
  return {
    open: () => {
      opened ??= loadFull().then((full) => openDirectory(starterListings(), full));
      return opened;
    },
    forget: () => {
      opened = null;
    },
  };
}

/** Builds the directory over the starter and the full one. */
export function openDirectory(starter: readonly Listing[], full: readonly Listing[]): OpenDirectory {
  const directory = createDirectory([...starter, ...full], full.length > 0);
  const names = createNameIndex(starter, full, unlistedNames(), directory.primaryOf);
  return { directory, identify: createIdentify(directory, names) };
}
