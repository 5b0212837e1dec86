import { unlistedNames } from "../../domain/detection/common-words";
import { createIdentify, type Identify } from "../../domain/detection/identify";
import { createNameIndex } from "../../domain/detection/name-index";
import { makeNameTable, type NameTable } from "../../domain/detection/name-table";
import { createDirectory, type Directory } from "../../domain/directory";
import type { Listing } from "../../domain/listing";
import { packNames, unpackNames } from "./packed-names";

/** The directory with what is built over it. */
export interface OpenDirectory {
  readonly directory: Directory;
  readonly identify: Identify;
}

/** What a directory is opened from; making it takes a second on a slow computer, opening it some hundredths. */
export interface DirectoryParts {
  readonly listings: readonly Listing[];
  /** How many of the listings, from the first on, are the starter's. */
  readonly known: number;
  readonly complete: boolean;
  readonly table: NameTable;
}

/** Makes the parts from the starter and the full directory's listings; `full` may be empty. */
export function makeParts(starter: readonly Listing[], full: readonly Listing[]): DirectoryParts {
  const complete = full.length > 0;
  const directory = createDirectory([...starter, ...full], complete);
  return {
    listings: directory.listings,
    known: new Set(starter.map(({ ticker }) => ticker)).size,
    complete,
    table: makeNameTable(starter, full, unlistedNames(), directory.primaryOf),
  };
}

/** Opens a directory over its parts. */
export function openParts({ listings, known, complete, table }: DirectoryParts): OpenDirectory {
  const directory = createDirectory(listings, complete);
  const names = createNameIndex(table, directory.byTicker);
  const starter = new Set(listings.slice(0, known).map(({ ticker }) => ticker));
  return { directory, identify: createIdentify(directory, names, (ticker) => starter.has(ticker)) };
}

/** The parts as one text, which a browser keeps and reads faster than objects. */
export function textOfParts({ listings, known, complete, table }: DirectoryParts): string {
  const { names, asian } = table;
  return JSON.stringify({ listings, known, complete, names: packNames(names), asian: packNames(asian) });
}

/** The parts that such a text holds; throws on any other text: only we write it, under this version's name. */
export function partsOfText(text: string): DirectoryParts {
  const { listings, known, complete, names, asian } = JSON.parse(text);
  return { listings, known, complete, table: { names: unpackNames(names), asian: unpackNames(asian) } };
}

/** Opens a directory without keeping anything: where there is no background, in tests and tools. */
export function openDirectory(starter: readonly Listing[], full: readonly Listing[]): OpenDirectory {
  return openParts(makeParts(starter, full));
}
