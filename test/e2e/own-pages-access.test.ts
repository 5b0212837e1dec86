import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { closeWelcome, openPopupOver } from "./harness/popup";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WIDTHS = [360, 1200] as const;

describe.each(["light", "dark"] as const)("axe finds nothing in %s", (colorScheme) => {
  let run: ChromiumRun;
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(axePath, "utf8");
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(`${NEWS}/a`, ALIBABA);
    await closeWelcome(run);
  });
  afterAll(() => run?.close());

  it.each(["welcome", "options"] as const)("on the %s page, narrow and wide", async (name) => {
    const page = await run.context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(`chrome-extension://${run.extensionId}/${name}.html`);
    await page.waitForSelector("h1");
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
    }
    await page.close();
  });

  it("in the popup, with and without consent", async () => {
    const article = await run.context.newPage();
    await article.goto(`${NEWS}/a`);
    const popup = await openPopupOver(run, article);
    await popup.page.emulateMedia({ colorScheme });
    await popup.reads("BABA");
    expect(await violations(popup.page)).toEqual([]);
    await popup.press("Agree and turn figures on");
    await popup.reads("$160.80");
    expect(await violations(popup.page)).toEqual([]);
    await popup.page.close();
  });

  async function violations(page: import("playwright").Page): Promise<string[]> {
    await page.evaluate(axe);
    const found: unknown = await page.evaluate(
      `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target)))`,
    );
    return found as string[];
  }
});
