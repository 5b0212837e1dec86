import { findFirefox } from "../../../tools/find-browser.mjs";
import { startChromium } from "./chromium";
import type { ExtensionRun, RunOptions } from "./extension";
import { startFirefox } from "./firefox";

interface BrowserOfTests {
  readonly name: string;
  readonly start: (options?: RunOptions) => Promise<ExtensionRun>;
}

const FIREFOX: BrowserOfTests = { name: "Firefox", start: startFirefox };

/** The browsers that the end-to-end list runs in: both, unless this machine cannot have Firefox (`npm test` then says so). */
export const BROWSERS: readonly BrowserOfTests[] = [
  { name: "Chromium", start: startChromium },
  ...(findFirefox() ? [FIREFOX] : []),
];
