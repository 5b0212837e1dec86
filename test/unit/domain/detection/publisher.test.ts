import { expect, it } from "vitest";
import { openDirectory } from "../../../../src/background/directory/directory-image";
import { findMentions, searchBlocks } from "../../../../src/domain/detection/mentions";
import { DEFAULT_SETTINGS } from "../../../../src/domain/settings";
import { starterListings } from "../../../fakes/starter-listings";

const { identify } = openDirectory(starterListings(), []);
const BLOCKS = [
  "The New York Times Company",
  "Shares of The New York Times Company rose 2% after the close.",
  "Netflix opened a studio.",
];

function namedOn(publishers: readonly string[]): (readonly string[])[] {
  const blocks = searchBlocks(BLOCKS.map((text) => ({ text, links: [] })));
  const found = findMentions(blocks, { identify, settings: DEFAULT_SETTINGS.detection, publishers });
  return found.map((mentions) => (mentions ?? []).map(({ ticker }) => ticker));
}

it("leaves a site's own name in its labels alone, not in its sentences", () => {
  expect(namedOn(["NYT"])).toEqual([[], ["NYT"], ["NFLX"]]);
  expect(namedOn([])).toEqual([["NYT"], ["NYT"], ["NFLX"]]);
});
