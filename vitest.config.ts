import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const jsx = { jsx: "automatic", jsxImportSource: "preact" } as const;
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export default defineConfig({
  test: {
    projects: [
      { esbuild: jsx, test: { name: "unit", include: ["test/unit/**/*.test.ts?(x)"] } },
      {
        esbuild: jsx,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts?(x)"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: ["--no-sandbox"] } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        esbuild: jsx,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
