import { describe, expect, it } from "vitest";
import { openDirectory } from "../../src/background/directory/directory-image";
import { LONGEST_TEXT } from "../../src/domain/detection/mention";
import { findMentions, searchBlocks } from "../../src/domain/detection/mentions";
import { findPhrases } from "../../src/domain/detection/phrases";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { starterListings } from "../fakes/starter-listings";
import { ADVERSARIAL_TEXTS, repeated } from "./adversarial-text";

const MEGABYTE = 1 << 20;
/**
 * Eight times the text may take eight times as long; the rest is
 * for a busy machine. Quadratic work would take sixty-four times.
 */
const MOST_GROWTH = 24;

/** Below this a measurement says more of the machine than of us. */
const TOO_SHORT_MS = 4;

const { identify } = openDirectory(starterListings(), []);

/** The whole way of one block's text: candidates, the directory's answer, claims, the decision. */
function detect(text: string): unknown {
  return findMentions(searchBlocks([{ text, links: [] }]), { identify, settings: DEFAULT_SETTINGS.detection });
}

/** Processor time of one run, in milliseconds: a busy machine leaves that alone, nearly. */
function cost(work: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  work(text);
  return process.cpuUsage(before).user / 1000;
}

describe.each(Object.entries(ADVERSARIAL_TEXTS))("a text of %s", (_, piece) => {
  it.each([
    ["a megabyte is searched for candidates", findPhrases, MEGABYTE],
    ["the longest block is read to its mentions", detect, LONGEST_TEXT],
  ])("%s in a time that grows as the text does", (_, work, length) => {
    const text = repeated(piece, length);
    let whole = cost(work, text);
    // What takes less is below the limit, however little the pieces take.
    if (whole < MOST_GROWTH * TOO_SHORT_MS) return;
    // As much text in eight pieces, so that both are long enough for the system's coarse account of processor time.
    const pieces = cost((one) => Array.from({ length: 8 }, () => work(one)), repeated(piece, length / 8));
    const limit = (MOST_GROWTH * Math.max(pieces, 8 * TOO_SHORT_MS)) / 8;
    for (let again = 0; again < 2 && whole >= limit; again += 1) whole = Math.min(whole, cost(work, text));
    expect(whole).toBeLessThan(limit);
  });
});
