import type { Listing } from "../../src/domain/listing";
import { parseStarter } from "../../src/domain/starter";
import usStocks from "../../src/domain/starter/1-us-stocks.tsv?raw";
import usAdrs from "../../src/domain/starter/2-us-adrs.tsv?raw";
import usEtfs from "../../src/domain/starter/3-us-etfs.tsv?raw";
import indices from "../../src/domain/starter/4-indices.tsv?raw";
import worldEurope from "../../src/domain/starter/5-world-europe.tsv?raw";
import worldAsia from "../../src/domain/starter/6-world-asia.tsv?raw";
import worldAmericasPacific from "../../src/domain/starter/7-world-americas-pacific.tsv?raw";
import usSmallerStocks from "../../src/domain/starter/8-us-smaller-stocks.tsv?raw";

/** The starter as the build writes it into the extension, where there is no build. */
export const STARTER_TEXT = [
  usStocks,
  usAdrs,
  usEtfs,
  indices,
  worldEurope,
  worldAsia,
  worldAmericasPacific,
  usSmallerStocks,
].join("");

/** The listings shipped with the extension. */
export function starterListings(): Listing[] {
  return parseStarter(STARTER_TEXT);
}
