import { unlistedNames } from "../../domain/detection/common-words";
import { createIdentify, type Identify } from "../../domain/detection/identify";
import { createNameIndex } from "../../domain/detection/name-index";
import { createDirectory, type Directory } from "../../domain/directory";
import type { Listing } from "../../domain/listing";

/** The directory with what is built over it; kept as long as the background lives. */
export interface OpenDirectory {
  readonly directory: Directory;
  readonly identify: Identify;
}

/** Opens the directory over the starter and, where it was fetched, the full one. */
export function openDirectory(starter: readonly Listing[], full: readonly Listing[]): OpenDirectory {
  const directory = createDirectory([...starter, ...full], full.length > 0);
  const names = createNameIndex(starter, full, unlistedNames(), directory.primaryOf);
  return { directory, identify: createIdentify(directory, names) };
}
