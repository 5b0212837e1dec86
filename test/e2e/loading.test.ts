import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";

/**
 * The public lists of listings; Firefox has the reader agree while installing, so they may be asked for from then on.
 */
const LISTS = /^https:\/\/(www\.sec\.gov|www\.nasdaqtrader\.com)\//;

describe.each(BROWSERS)("the built extension in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start();
  });
  afterAll(() => run?.close());

  it("asks nobody for anything by being installed, before the reader agreed", () => {
    const agreedByInstalling = run.browser === "firefox" ? LISTS : null;
    const asked = run.network.outgoing().map(({ url }) => url);
    expect(asked.filter((url) => !agreedByInstalling?.test(url))).toEqual([]);
  });

  it.each(["popup", "options", "welcome"] as const)("opens its %s page", async (name) => {
    const tab = await run.openOwnPage(name);
    expect(await tab.evaluate(() => document.title, null)).toContain("Sidequote");
    await tab.close();
  });
});
