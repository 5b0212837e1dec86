import { walkWithOneRegex } from "./floor";
import { markWithLinkify, markWithMarkJs } from "./peers";

/** What the driver calls inside a page, in the main world or in an isolated one; every time is in milliseconds. */
const inPage = {
  floor(): number {
    const start = performance.now();
    const matches = walkWithOneRegex();
    const elapsed = performance.now() - start;
    if (matches === 0) throw new Error("the walk found no text");
    return elapsed;
  },

  async markJs(words: readonly string[]): Promise<number> {
    const start = performance.now();
    await markWithMarkJs(words);
    return performance.now() - start;
  },

  linkify(words: readonly string[]): number {
    const start = performance.now();
    markWithLinkify(words);
    return performance.now() - start;
  },
};

export type InPage = typeof inPage;
Object.assign(globalThis, { sidequoteBench: inPage });
