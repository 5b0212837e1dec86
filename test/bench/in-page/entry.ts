import { createScanner } from "../../../src/content/scanner";
import { fail, ok } from "../../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Ask } from "../../../src/platform/ask";
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

  textNodes(): number {
    return document.evaluate("count(//body//text())", document, null, XPathResult.NUMBER_TYPE).numberValue;
  },

  /** The product's own scanner over the whole page, until it has settled; the background's part is left out. */
  async scan(): Promise<number> {
    let away = 0;
    const ask: Ask = async (request) => {
      const start = performance.now();
      const reply = request === "identify" ? ok({}) : fail({ kind: "no-answer" });
      away += performance.now() - start;
      return reply as never;
    };
    const start = performance.now();
    const lifetime = new AbortController();
    const scanner = createScanner({
      ask,
      settings: DEFAULT_SETTINGS.detection,
      signal: lifetime.signal,
      onChange: () => undefined,
    });
    await scanner.settled;
    const elapsed = performance.now() - start - away;
    lifetime.abort();
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

Object.assign(globalThis, { sidequoteBench: inPage });
