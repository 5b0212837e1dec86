import type { CDPSession } from "puppeteer-core";
import { timedAsk } from "./ask";
import { type Figure, summarise } from "./figures";
import { heapKilobytes } from "./heap";
import { type Measurement, rounds, typicalPage } from "./setting";

/** Needs the directory, and little else. */
const OPENING = { request: "identify", payload: { blocks: [{ text: "Apple", links: [] }] } };
/** Wakes the background without a need for the directory. */
const WAKING = { request: "report-mentions", payload: { tickers: [] } };

/** What the background holds with the directory open, and how long it takes to open. */
export const measureBackground: Measurement = async (setting) => {
  const { withUs } = setting;
  const tab = await withUs.openTab();
  await tab.page.goto(typicalPage(setting).url);
  const heapNow = async () => {
    const cdp: CDPSession = await withUs.background();
    const kilobytes = await heapKilobytes({ cdp });
    await cdp.detach();
    return kilobytes;
  };
  const samples = await rounds(setting.rounds, async () => {
    await tab.stopBackground();
    await timedAsk(tab, WAKING);
    const shut = await heapNow();
    const first = await timedAsk(tab, OPENING);
    return { shut, opening: first - (await timedAsk(tab, OPENING)), open: await heapNow() };
  });
  await tab.close();
  const heap = summarise(samples.map(({ open }) => open));
  const opening = summarise(samples.map(({ opening }) => opening));
  const common = { group: "Background", of: "starter directory", cpuSlowdown: 1 } as const;
  const figures: Figure[] = [
    {
      ...common,
      name: "heap, directory open",
      unit: "kB",
      value: heap.median,
      range: heap.range,
      beside: { name: "not opened", value: summarise(samples.map(({ shut }) => shut)).median },
    },
    { ...common, name: "opening the directory", unit: "ms", value: opening.median, range: opening.range },
  ];
  return figures;
};
