import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";

describe.each(BROWSERS)("the built extension in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start();
  });
  afterAll(() => run?.close());

  it.each(["popup", "options", "welcome"] as const)("opens its %s page", async (name) => {
    const tab = await run.openOwnPage(name);
    expect(await tab.evaluate(() => document.title, null)).toContain("Sidequote");
    await tab.close();
  });

  it("asks nobody for anything by being installed", () => {
    expect(run.network.outgoing()).toEqual([]);
  });
});
