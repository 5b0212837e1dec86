import { createScanner } from "../../../src/content/scanner";
import { gatherTexts } from "../../../src/content/scout";
import { createSlices } from "../../../src/content/slices";
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

  /** Milliseconds that the same takes over what was added to the page, by a script that has read the page before, as ours has. */
  floorOfAdded(selector: string): number {
    walkWithOneRegex();
    const roots = document.querySelectorAll(selector);
    const began = performance.now();
    for (const root of roots) walkWithOneRegex(root);
    return performance.now() - began;
  },

  /** The first step of the product's own scanner: the page's text, ready to be sent. */
  async gather(): Promise<void> {
    let texts = 0;
    await gatherTexts([document.body], (portion) => (texts += portion.texts.length), createSlices());
    if (texts === 0) throw new Error("the page held no text");
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
    const scanner = createScanner({ ask, standBy: () => undefined, signal, onChange: () => undefined, now: Date.now });
    await scanner.settled;
    lifetime.abort();
  },

  markJs: (words: readonly string[]) => markWithMarkJs(words),
  linkify: (words: readonly string[]) => markWithLinkify(words),

  textNodes(): number {
    return document.evaluate("count(//body//text())", document, null, XPathResult.NUMBER_TYPE).numberValue;
  },
};

Object.assign(globalThis, { sidequoteBench: inPage });
