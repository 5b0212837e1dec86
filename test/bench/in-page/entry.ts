import { createScanner } from "../../../src/content/page/scanner";
import type { Ask } from "../../../src/platform/ask";
import { walkWithOneRegex } from "./floor";
import { markWithLinkify, markWithMarkJs } from "./peers";

/** Answers of the background, recorded before by answers.ts, so that a scan here is the page's part alone. */
let answers: readonly (readonly [request: string, reply: unknown])[] = [];

/** What the driver calls inside a page; each does one thing once. */
const inPage = {
  prepare(recorded: typeof answers): void {
    answers = recorded;
  },

  nothing(): void {
    // What calling from outside costs.
  },

  floor(): void {
    if (walkWithOneRegex() === 0) throw new Error("the walk found no text");
  },

  /** The product's own scanner over the whole page, until it has settled. */
  async scan(): Promise<void> {
    const left = [...answers];
    const ask = (async (request: string) => {
      const at = left.findIndex(([recorded]) => recorded === request);
      const [answer] = left.splice(at, 1);
      if (!answer) throw new Error(`nothing recorded for ${request}`);
      return answer[1];
    }) as Ask;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const scanner = createScanner({
      ask,
      wakeBackground: () => undefined,
      signal,
      beforeMentions: async () => undefined,
      onChange: () => undefined,
    });
    await scanner.settled;
    lifetime.abort();
  },

  markJs: (words: readonly string[]) => markWithMarkJs(words),
  linkify: (words: readonly string[]) => markWithLinkify(words),
};

Object.assign(globalThis, { sidequoteBench: inPage });
