import { expect, it } from "vitest";
import { promisingTexts, surfacesOf } from "../../../../src/domain/detection/scouting";
import { DEFAULT_SETTINGS } from "../../../../src/domain/settings";

const KNOWN = ["Apple", "Procter & Gamble", "NYSE: ZQ", "Alibaba Group"];

/** The places of promising texts where the directory knows these names and nothing else. */
function promising(texts: readonly string[]): readonly number[] {
  const isKnown = (surface: string) => KNOWN.some((name) => surface.includes(name));
  return promisingTexts(surfacesOf({ texts, apart: [] }), {
    identify: (surfaces) => Object.fromEntries([...surfaces].filter(isKnown).map((surface) => [surface, []])),
    settings: DEFAULT_SETTINGS.detection,
  });
}

it.each<[string, readonly string[], readonly number[]]>([
  ["that holds a name", ["Nobody in particular", "Shares of Apple rose"], [1]],
  ["in which a name begins that the next one ends", ["Soap of Procter &", " Gamble sells"], [1]],
  ["that ends what two before it begin", ["listed at NYSE", ": ", "ZQ here"], [2]],
  ["alone, where the next one could go on and says nothing more", ["Shares of Apple", " in 2025 fell"], [0]],
  ["and the next one, where that says the name itself", ["Shares of Apple", "Apple Rose"], [0, 1]],
  ["and the next one, where a longer name goes over", ["We like Apple and Alibaba", " Group Holding"], [0, 1]],
])("a text is promising %s", (_, texts, places) => {
  expect(promising(texts)).toEqual(places);
});
