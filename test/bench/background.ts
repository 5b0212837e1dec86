import type { CDPSession } from "puppeteer-core";
import { type Figure, summarise } from "./figures";
import { heapKilobytes } from "./heap";
import { type Measurement, rounds, typicalPage } from "./setting";

/** What the background holds with the directory open. */
export const measureBackground: Measurement = async (setting) => {
  const { withUs } = setting;
  const tab = await withUs.openTab();
  await tab.page.goto(typicalPage(setting).url);
  const ask = (message: object) => tab.inContent(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  const heapAfter = async (message: object) => {
    await withUs.stopBackground();
    await ask(message);
    const cdp: CDPSession = await withUs.background();
    const kilobytes = await heapKilobytes({ cdp });
    await cdp.detach();
    return kilobytes;
  };
  const samples = await rounds(Math.min(3, setting.rounds), async () => ({
    open: await heapAfter({ request: "scout", payload: { texts: ["Apple"] } }),
    shut: await heapAfter({ request: "public-settings", payload: {} }),
  }));
  await tab.close();
  const { median, range } = summarise(samples.map(({ open }) => open));
  const figure: Figure = {
    group: "Memory",
    name: "heap of the background, directory open",
    of: "starter directory",
    cpuSlowdown: 1,
    unit: "kB",
    value: median,
    range,
    beside: { name: "directory not opened", value: summarise(samples.map(({ shut }) => shut)).median },
  };
  return [figure];
};
