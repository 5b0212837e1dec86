import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Surface } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { closeWelcome, disagree } from "./harness/reader";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WIDTHS = [360, 1200] as const;
const SCHEMES = ["light", "dark"] as const;

/** The dark scheme has other colours and the same layout: it is looked at in one width. */
const isLookedAt = (scheme: string, width: number) => scheme === "light" || width === WIDTHS[1];

describe.each(BROWSERS)("in $name axe finds nothing", ({ start }) => {
  let run: ExtensionRun;
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(axePath, "utf8");
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(`${NEWS}/a`, ALIBABA);
    await closeWelcome(run);
  });
  afterAll(() => run?.close());

  describe.each(SCHEMES)("in %s", (colorScheme) => {
    beforeAll(() => run.prefer({ colorScheme }));

    it.each(["welcome", "options"] as const)("on the %s page, narrow and wide", async (name) => {
      const page = await run.openOwnPage(name);
      await page.waitFor(() => document.querySelector("h1") !== null, null);
      for (const width of WIDTHS) {
        await page.resize(width, 800);
        await page.waitFor((wanted) => innerWidth === wanted, width);
        expect(await page.evaluate(() => document.documentElement.scrollWidth, null)).toBeLessThanOrEqual(width);
        if (isLookedAt(colorScheme, width)) expect(await violations(page)).toEqual([]);
      }
      expect(await page.evaluate(isDark, null)).toBe(colorScheme === "dark");
      await page.close();
    });

    it("in the popup, with and without consent", async () => {
      await disagree(run);
      const article = await run.open(`${NEWS}/a`);
      await article.marked("BABA");
      const popup = await run.openPopup(article);
      await popup.reads("BABA");
      expect(await popup.evaluate(isDark, null)).toBe(colorScheme === "dark");
      expect(await violations(popup)).toEqual([]);
      await popup.pressButton(texts.popup_agree);
      await popup.reads("$160.80");
      expect(await violations(popup)).toEqual([]);
      await popup.close();
      await article.close();
    });
  });

  async function violations(surface: Surface): Promise<readonly string[]> {
    await surface.runScript(axe);
    return surface.evaluate(findViolations, null);
  }
});

// The functions below run inside the page: each stands alone.

declare const axe: {
  readonly run: (
    document: Document,
    options: object,
  ) => Promise<{ readonly violations: { readonly id: string; readonly nodes: { readonly target: unknown }[] }[] }>;
};

async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
}

function isDark(): boolean {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}
