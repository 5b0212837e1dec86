import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChromiumRun, startChromium } from "./chromium";

describe("the built extension", () => {
  let run: ChromiumRun;
  beforeAll(async () => {
    run = await startChromium();
  });
  afterAll(() => run.close());

  it("loads with its worker and its three pages", async () => {
    expect((await run.worker()).url()).toBe(`chrome-extension://${run.extensionId}/background.js`);
    for (const name of ["popup", "options", "welcome"] as const) {
      const tab = await run.openOwnPage(name);
      expect(await tab.evaluate(() => document.title, null)).toContain("Sidequote");
      await tab.close();
    }
  });
});
