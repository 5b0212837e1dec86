import { findFirefoxes } from "../../../tools/find-browser.mjs";
import { startChromium } from "./chromium";
import type { ExtensionRun, RunOptions } from "./extension";
import { startFirefox } from "./firefox";

interface BrowserOfTests {
  readonly name: string;
  readonly start: (options?: RunOptions) => Promise<ExtensionRun>;
}

/**
 * The browsers that the end-to-end list runs in: Chromium, and
 * each Firefox there is (`npm test` says when there is none).
 * `npm test` runs the list once for each, side by side, and names it in TEST_BROWSER.
 */
export const BROWSERS: readonly BrowserOfTests[] = [
  { name: "Chromium", start: startChromium },
  ...findFirefoxes().map(({ name, path }) => ({ name, start: (options?: RunOptions) => startFirefox(path, options) })),
].filter(({ name }) => name.toLowerCase().includes(process.env.TEST_BROWSER ?? ""));
