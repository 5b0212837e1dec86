import { describe, expect, it } from "vitest";
import { openDirectory } from "../../src/background/directory/directory-image";
import { starterListings } from "../../src/background/directory/starter-listings";
import { findCandidates } from "../../src/domain/detection/candidates";
import { claimsOf } from "../../src/domain/detection/claim";
import { MARKET_VOCABULARY } from "../../src/domain/detection/market-words";
import { decideMentions } from "../../src/domain/detection/mentions";
import { wordsOf } from "../../src/domain/detection/vocabulary";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { ADVERSARIAL_TEXTS, repeated } from "./adversarial-text";

const MEGABYTE = 1 << 20;
/** The longest text that the page's reader hands over as one block. */
const LONGEST_BLOCK = 200_000;

/** Eight times the text may take eight times as long; the rest is for a busy machine. Quadratic work would take sixty-four times. */
const MOST_GROWTH = 24;

/** Below this a measurement says more of the machine than of us. */
const TOO_SHORT_MS = 4;

const { identify } = openDirectory(starterListings(), []);
const words = wordsOf(MARKET_VOCABULARY);

const candidatesIn = (text: string) => findCandidates(text, words);

/** The whole way of one block's text: candidates, the directory's answer, claims, the decision. */
function detect(text: string): number {
  const candidates = candidatesIn(text);
  const found = new Map(Object.entries(identify(new Set(candidates.map(({ surface }) => surface)))));
  const claims = claimsOf(candidates, (surface) => found.get(surface) ?? []);
  const [mentions = []] = decideMentions([{ text, claims }], {
    settings: DEFAULT_SETTINGS.detection,
    words,
  });
  return mentions.length;
}

/** Processor time of the shortest of three runs, in milliseconds: a busy machine leaves that alone. */
function cost(work: (text: string) => unknown, text: string): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage();
      work(text);
      return process.cpuUsage(before).user / 1000;
    }),
  );
}

describe.each(Object.entries(ADVERSARIAL_TEXTS))("a text of %s", (_, piece) => {
  it.each([
    ["a megabyte is searched for candidates", candidatesIn, MEGABYTE],
    ["the longest block is read to its mentions", detect, LONGEST_BLOCK],
  ])("%s in a time that grows as the text does", (_, work, length) => {
    const small = Math.max(cost(work, repeated(piece, length / 8)), TOO_SHORT_MS);
    expect(cost(work, repeated(piece, length)) / small).toBeLessThan(MOST_GROWTH);
  });
});
