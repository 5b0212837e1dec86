import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/storage-access`;

let run: ChromiumRun;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.servePage(PAGE, newsPage("<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>"));
  await agree(run);
});
afterAll(() => run?.close());

// A page that has broken into its own process has what our content script has there.
it.each(["local", "session", "sync"])("a content script's world cannot read or write storage.%s", async (area) => {
  const tab = await run.open(PAGE);
  await tab.marked("BABA");
  const worker = await run.worker();
  const outcomes = await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(PAGE)} });
    const attempt = async (area) => {
      const said = async (work) => { try { await work(); return "done"; } catch (error) { return String(error); } };
      return [
        await said(() => chrome.storage[area].get(null)),
        await said(() => chrome.storage[area].set({ settings: { version: 1, changedAt: 9e15 } })),
        await said(() => chrome.storage[area].clear()),
      ];
    };
    const [{ result }] = await chrome.scripting.executeScript({
      target: { tabId: tab.id }, func: attempt, args: [${JSON.stringify(area)}],
    });
    return result;
  })()`);
  expect(outcomes).toEqual(Array(3).fill(expect.stringContaining("Access to storage is not allowed")));
  await tab.close();
});
