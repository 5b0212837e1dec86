import type { Listing } from "../../domain/listing";
import { parseStarter } from "../../domain/starter";
import first from "../../domain/starter/first.tsv?raw";

/** The listings shipped with the extension, the best known first. */
export function starterListings(): Listing[] {
  return [first].flatMap(parseStarter);
}
