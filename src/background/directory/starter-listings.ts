import type { Listing } from "../../domain/listing";
import { parseStarter } from "../../domain/starter";
import indices from "../../domain/starter/indices.tsv?raw";
import usAdrs from "../../domain/starter/us-adrs.tsv?raw";
import usEtfs from "../../domain/starter/us-etfs.tsv?raw";
import usStocks from "../../domain/starter/us-stocks.tsv?raw";
import worldAmericasPacific from "../../domain/starter/world-americas-pacific.tsv?raw";
import worldAsia from "../../domain/starter/world-asia.tsv?raw";
import worldEurope from "../../domain/starter/world-europe.tsv?raw";

/** The listings shipped with the extension; US listings first, so that a company's name means its US listing. */
export function starterListings(): Listing[] {
  return [usStocks, usAdrs, usEtfs, indices, worldEurope, worldAsia, worldAmericasPacific].flatMap(parseStarter);
}
