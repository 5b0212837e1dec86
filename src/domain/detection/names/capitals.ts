import type { Listing } from "../../listing";
import { isOrdinary, isOrdinaryCapitals } from "../words/word-lists";
import { coreKey } from "./name-keys";

/** Matches a few letters without a small one among them. */
export const CAPITALS = /^[^\p{Ll}]{1,5}$/u;

/**
 * Whether a name is an abbreviation that texts write in capitals (`GE`). Capitals in the register do not tell, as it
 * writes words so, too (`NIKE, Inc.`).
 */
export function isWrittenInCapitals(core: string, { name, aliases }: Listing): boolean {
  const spelled = [name, ...aliases]
    .filter((one) => coreKey(one) === core)
    .map((one) => (core.includes(" ") ? one : (one.split(/[\s,]/)[0] ?? one)));
  if (!spelled.every((one) => CAPITALS.test(one))) return false;
  const isWord =
    core.length > 3 && /[aeiou]/.test(core) && !isOrdinary(core) && !isOrdinaryCapitals(core.toUpperCase());
  return !isWord || core.includes(" ");
}
