import type { AlwaysEntry } from "../../settings";
import type { Candidate, Identification } from "../candidate";

/**
 * Adds the texts that contain an entry of the reader's always-list and in which the directory found nothing, because a
 * page's blocks are read only if something was found in them. Whether they are mentions is for the rules to decide.
 */
export function withAlwaysList(
  identification: Identification,
  surfaces: readonly string[],
  always: readonly AlwaysEntry[],
): Identification {
  const listed = surfaces.flatMap((surface): [string, Candidate[]][] => {
    if (Object.hasOwn(identification, surface)) return [];
    const entry = always.find((one) => one.surface !== "" && surface.includes(one.surface));
    if (!entry) return [];
    const start = surface.indexOf(entry.surface);
    const { ticker } = entry;
    const end = start + entry.surface.length;
    return [[surface, [{ start, end, ticker, name: ticker, kind: "stock", form: "name", doubt: 3 }]]];
  });
  return listed.length === 0 ? identification : { ...identification, ...Object.fromEntries(listed) };
}
