import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenDirectory, openDirectory } from "../../src/background/directory/directory-image";
import { DIRECTORY_FILES } from "../../src/background/directory/directory-refresh";
import { fullListings } from "../../src/background/directory/full-listings";
import { readTraderFile } from "../../src/background/directory/nasdaq-trader-file";
import { readSecFile } from "../../src/background/directory/sec-file";
import type { Listing } from "../../src/domain/listing";
import { parseStarter } from "../../src/domain/starter";

const STARTER = fileURLToPath(new URL("../../src/domain/starter/", import.meta.url));

/**
 * The directory as the extension has it, with the official lists
 * of `folder` or with the starter alone. Throws on a broken list.
 */
export function directoryFrom(folder: string | null): OpenDirectory {
  return openDirectory(starter(), folder === null ? [] : official(folder));
}

function starter(): Listing[] {
  const files = readdirSync(STARTER).filter((file) => file.endsWith(".tsv"));
  return files.sort().flatMap((file) => parseStarter(readFileSync(join(STARTER, file), "utf8")));
}

function official(folder: string): Listing[] {
  const read = (address: string) => readFileSync(join(folder, address.slice(address.lastIndexOf("/") + 1)), "utf8");
  const sec = readSecFile(read(DIRECTORY_FILES.sec));
  const nasdaq = readTraderFile(read(DIRECTORY_FILES.nasdaqlisted), "nasdaqlisted");
  const other = readTraderFile(read(DIRECTORY_FILES.otherlisted), "otherlisted");
  if (typeof sec === "string" || typeof nasdaq === "string" || typeof other === "string") {
    throw new Error([sec, nasdaq, other].filter((one) => typeof one === "string").join("; "));
  }
  return fullListings(sec, [...nasdaq, ...other]);
}
