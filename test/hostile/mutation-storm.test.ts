import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { backgroundProcess } from "./background-process";
import { ownWork } from "./own-work";

/** The storm, and the most of a processor that we may take in it (S7). */
const MUTATIONS_PER_MS = 10;
const STORM_MS = 10_000;
const MOST_SHARE = 0.05;
/** Of a processor, and of memory on top of what the background held before: it is asked about what was read. */
const MOST_BACKGROUND_SHARE = 0.1;
const MOST_BACKGROUND_MB = 50;

/** What one mutation does to `area`, given how many there were before. */
const STORMS: Readonly<Record<string, string>> = {
  "adds paragraphs and takes old ones away": `
    const p = document.createElement("p");
    p.textContent = "See $TSLA at " + count;
    area.append(p);
    if (area.childElementCount > 500) area.firstChild.remove();`,
  "writes its paragraph anew": `area.innerHTML = "<p>See $TSLA at " + count + "</p>";`,
  "changes the words of two hundred paragraphs": `
    const p = area.children[count % 200] ?? area.appendChild(document.createElement("p"));
    if (p.firstChild) p.firstChild.data = "See $TSLA at " + count;
    else p.append("See $TSLA");`,
};

let run: ChromiumRun;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  await agree(run);
});
afterAll(() => run?.close());

describe("a page that changes ten thousand times a second for ten seconds", () => {
  it.each(Object.entries(STORMS))("costs at most a twentieth of a processor when it %s", async (name, mutate) => {
    const url = `${NEWS}/storm/${name.replaceAll(" ", "-")}`;
    const script = `
      const mutate = (count) => {${mutate}};
      const storm = (ms) => new Promise((resolve) => {
        const began = performance.now();
        let count = 0;
        const timer = setInterval(() => {
          const passed = Math.min(ms, performance.now() - began);
          for (; count < passed * ${MUTATIONS_PER_MS}; count += 1) mutate(count);
          if (passed < ms) return;
          clearInterval(timer);
          resolve(count);
        }, 4);
      });`;
    const paragraph = "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";
    run.network.servePage(url, newsPage(`${paragraph}<div id="area"></div><script>${script}</script>`));
    const page = await run.context.newPage();
    await page.goto(url);
    const tab = tabOf(page);
    await tab.marked("BABA");
    let mutations = 0;
    const before = await backgroundProcess(run.context);
    const { share } = await ownWork(page, async () => {
      mutations = Number(await page.evaluate(`storm(${STORM_MS})`));
    });
    const after = await backgroundProcess(run.context);
    const background = { share: (after.ms - before.ms) / STORM_MS, mb: after.mb - before.mb };
    const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
    console.log(`${name}: ${mutations} mutations, ${percent(share)} of a processor ours in the page,`);
    console.log(`  ${percent(background.share)} and ${background.mb.toFixed(0)} MB in the background`);
    expect(mutations).toBeGreaterThan(0.99 * STORM_MS * MUTATIONS_PER_MS);
    expect(share).toBeLessThanOrEqual(MOST_SHARE);
    expect(background.share).toBeLessThanOrEqual(MOST_BACKGROUND_SHARE);
    expect(background.mb).toBeLessThanOrEqual(MOST_BACKGROUND_MB);
    // The page was read meanwhile, and is now.
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    await page.close();
  });
});
