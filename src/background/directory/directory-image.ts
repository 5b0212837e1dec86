import { createIdentify, type Identify } from "../../domain/detection/identify";
import { createNameIndex } from "../../domain/detection/names/name-index";
import { makeNameTable } from "../../domain/detection/names/name-table";
import { unlistedNames } from "../../domain/detection/words/word-lists";
import { createDirectory, type Directory } from "../../domain/directory";
import type { Listing } from "../../domain/listing";
import { type KeptListings, keepListings, openListings } from "./kept-listings";
import { type KeptNames, keepNames, openNames } from "./kept-names";
import { isKeptTable } from "./kept-table";

/** The directory with what is built over it. */
export interface OpenDirectory {
  readonly directory: Directory;
  readonly identify: Identify;
}

/**
 * The form in which a directory is kept and opened. Making it takes a second on a slow computer; opening it takes no
 * time.
 */
export type DirectoryImage = KeptListings & KeptNames;

/** Makes the image of a directory from the starter's and the full directory's listings; `full` may be empty. */
export function makeImage(starter: readonly Listing[], full: readonly Listing[]): DirectoryImage {
  const directory = createDirectory([...starter, ...full]);
  const known = new Set(starter.map(({ ticker }) => ticker));
  return {
    ...keepListings(directory, (ticker) => known.has(ticker)),
    ...keepNames(makeNameTable(starter, full, unlistedNames(), directory.primaryOf)),
  };
}

/** Opens a directory over its image. */
export function openImage(image: DirectoryImage): OpenDirectory {
  const { directory, isKnown } = openListings(image);
  const index = createNameIndex(openNames(image), directory.byTicker);
  return { directory, identify: createIdentify(directory, index, isKnown) };
}

/** Whether a value that a browser kept has the form of an image. */
export function isDirectoryImage(value: unknown): value is DirectoryImage {
  if (typeof value !== "object" || value === null) return false;
  const tables: Partial<Record<string, unknown>> = { ...value };
  return [tables.listings, tables.former, tables.names, tables.asian].every(isKeptTable);
}

/** Opens a directory without keeping anything: in tests and tools. */
export function openDirectory(starter: readonly Listing[], full: readonly Listing[]): OpenDirectory {
  return openImage(makeImage(starter, full));
}
