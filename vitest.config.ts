import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findChromium } from "./tools/find-browser.mjs";

const executablePath = findChromium() ?? undefined;

export default defineConfig({
  test: {
    // Vitest leaves one processor free; on two that halves the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts?(x)"], testTimeout: 30_000 } },
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
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // The files share no state, and the two drivers take long to load.
          isolate: false,
        },
      },
      {
        test: { name: "commands", include: ["test/commands/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      ...["hostile", "faults"].map((name) => ({
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      })),
    ],
  },
});
