import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findChromium } from "./tools/find-browser.mjs";

const executablePath = findChromium() ?? undefined;
/** The only browser whose tests run; none where all do. */
const browser = process.env.TEST_BROWSER;

/** Longest wait of one condition, as in the harness: a second, Vitest's own, is too short on a busy machine. */
const expectation = { poll: { timeout: 15_000 } };

/** How a test file says which browsers it drives: each there is, or one kind with its own tools. */
const DRIVES = { chromium: /\b(?:BROWSERS|startChromium)\b/, firefox: /\b(?:BROWSERS|FIREFOXES)\b/ };

/** The test files of a folder that drive the wanted browser, or any where none is named. */
function drivingBrowsers(folder: string): string[] {
  const wanted = browser === "chromium" || browser === "firefox" ? [DRIVES[browser]] : Object.values(DRIVES);
  return testFiles(folder).filter((file) => wanted.some((pattern) => pattern.test(readFileSync(file, "utf8"))));
}

/** The test files of a folder that need no browser. */
function drivingNone(folder: string): string[] {
  const driving = Object.values(DRIVES);
  return testFiles(folder).filter((file) => !driving.some((pattern) => pattern.test(readFileSync(file, "utf8"))));
}

function testFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((file) => (file.endsWith(".test.ts") ? [`${folder}/${file}`] : []));
}

export default defineConfig({
  test: {
    // Vitest leaves one processor free; on two that halves the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts?(x)"],
          testTimeout: 30_000,
          // Half of the time went into loading the same modules for each file.
          isolate: false,
        },
      },
      {
        // Named here, as a dependency discovered in the middle of a run makes Vite reload the page under the tests.
        optimizeDeps: {
          include: [
            "axe-core",
            "idb-keyval",
            "preact",
            "preact/hooks",
            "preact/jsx-dev-runtime",
            "webextension-polyfill",
          ],
        },
        test: {
          name: "browser",
          // The number at the top is for the projects that run in Node.
          maxWorkers: 2,
          expect: expectation,
          include: ["test/browser/**/*.test.ts?(x)"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: executablePath ? { executablePath } : {} }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      ...["e2e", "hostile", "faults"].map((name) => ({
        test: {
          name,
          include: drivingBrowsers(`test/${name}`),
          expect: expectation,
          testTimeout: name === "e2e" ? 60_000 : 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // The files share browsers, which take long to start; each has a new installation of the extension.
          isolate: false,
        },
      })),
      {
        test: {
          name: "stress",
          include: ["test/hostile", "test/faults"].flatMap(drivingNone),
          testTimeout: 120_000,
        },
      },
      {
        test: { name: "commands", include: ["test/commands/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
