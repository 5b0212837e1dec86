import type { Bench, Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { framesDrawn, marksShown, pageWith } from "./marked-page";
import { type Measurement, rounds } from "./setting";

/** JavaScript memory that a tab holds more with the extension than without, after garbage collection. */
export const measureHeap: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const mentions of setting.quick ? [50] : [0, 50, 1000]) {
    const url = pageWith(setting, mentions);
    // Each load takes three seconds to settle.
    const samples = await rounds(setting.quick ? 1 : 3, async () => ({
      ours: await heapOf(setting.withUs, url, mentions > 0),
      bare: await heapOf(setting.without, url, false),
    }));
    const { median, range } = summarise(samples.map(({ ours, bare }) => ours - bare));
    figures.push({
      group: "Memory",
      name: "heap per tab, more than without us",
      of: `${mentions} mentions`,
      cpuSlowdown: 1,
      unit: "kB",
      value: median,
      range,
      beside: { name: "the page alone", value: summarise(samples.map(({ bare }) => bare)).median },
      budget: { requirement: "F6", atMost: mentions > 50 ? 2560 : 1024, on: "value" },
    });
  }
  return figures;
};

async function heapOf({ openTab }: Bench, url: string, isMarked: boolean): Promise<number> {
  const tab = await openTab();
  await tab.page.goto(url);
  if (isMarked) await marksShown(tab);
  // No mark tells that a page without mentions has been read.
  const kilobytes = await settledKilobytes(tab);
  await tab.close();
  return kilobytes;
}

/** What lives in a tab's heap by the least of some readings: what has just ended may not be collected yet. */
export async function settledKilobytes(tab: Tab): Promise<number> {
  const readings = await rounds(5, async () => {
    await framesDrawn(tab, 30);
    return heapKilobytes(tab);
  });
  return Math.min(...readings);
}

/** What lives in the tab's JavaScript heap, the browser's own objects for it included. */
export async function heapKilobytes({ cdp }: Pick<Tab, "cdp">): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await cdp.send("HeapProfiler.collectGarbage");
  const usage = await cdp.send("Runtime.getHeapUsage");
  return (usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize) / 1024;
}
