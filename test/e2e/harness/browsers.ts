import { findFirefoxes } from "../../../tools/find-browser.mjs";
import { startChromium } from "./chromium";
import type { ExtensionRun, RunOptions } from "./extension";
import { type FirefoxRun, startFirefox } from "./firefox";

interface BrowserOfTests<R extends ExtensionRun = ExtensionRun> {
  readonly name: string;
  readonly start: (options?: RunOptions) => Promise<R>;
}

/** Each Firefox there is. */
export const FIREFOXES: readonly BrowserOfTests<FirefoxRun>[] = findFirefoxes().map(({ name, path }) => ({
  name,
  start: (options) => startFirefox(path, options),
}));

/**
 * The browsers that the end-to-end list runs in: Chromium, and
 * each Firefox there is (`npm test` says when there is none).
 * `npm test` runs the list once for each, side by side, and names it in TEST_BROWSER.
 */
export const BROWSERS: readonly BrowserOfTests[] = [{ name: "Chromium", start: startChromium }, ...FIREFOXES].filter(
  ({ name }) => name.toLowerCase().includes(process.env.TEST_BROWSER ?? ""),
);
