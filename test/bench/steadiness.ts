import type { Bench, Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { framesDrawn } from "./marked-page";
import { measureOwnWork } from "./own-work";
import { type BenchPage, type Measurement, rounds, type Setting, typicalPage } from "./setting";

/**
 * Put into the page before its own scripts: it counts what a
 * reader would feel, and every change of the DOM after parsing.
 */
const WATCH = `(() => {
  const seen = { shift: 0, longTasks: 0, mutations: 0, interactions: [] };
  globalThis.seen = seen;
  const observe = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  observe("layout-shift", ({ value }) => { seen.shift += value; });
  observe("longtask", () => { seen.longTasks += 1; });
  observe("event", ({ duration, interactionId }) => {
    if (interactionId) seen.interactions.push(duration);
  }, { durationThreshold: 16 });
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver((records) => { seen.mutations += records.length; }).observe(document, {
      subtree: true, childList: true, attributes: true, characterData: true }));
})()`;

interface Seen {
  readonly shift: number;
  readonly longTasks: number;
  readonly mutations: number;
  readonly interactions: readonly number[];
}

/** Layout shift, long tasks, response to input and DOM changes of a fresh load, with and without the extension. */
export const measureSteadiness: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    figures.push(...(await compare(setting, typicalPage(setting), cpuSlowdown)));
  }
  return figures;
};

async function compare(setting: Setting, page: BenchPage, cpuSlowdown: 1 | 4): Promise<Figure[]> {
  const samples = await rounds(setting.rounds, async () => ({
    ours: await watchLoad(setting.withUs, page, cpuSlowdown),
    bare: await watchLoad(setting.without, page, cpuSlowdown),
  }));
  const figure = (
    name: string,
    unit: Figure["unit"],
    take: (seen: Seen) => number,
    budget?: Figure["budget"],
  ): Figure => ({
    group: "Steadiness of a fresh load",
    name,
    of: page.name,
    cpuSlowdown,
    unit,
    value: summarise(samples.map(({ ours }) => take(ours))).median,
    beside: { name: "without us", value: summarise(samples.map(({ bare }) => take(bare))).median },
    ...(budget ? { budget } : {}),
  });
  const isOwn = page.plan !== null;
  const none = { requirement: "F5", atMost: 0, on: "value" } as const;
  return [
    figure("layout shift", "score", ({ shift }) => shift, isOwn ? none : undefined),
    figure("DOM mutations", "count", ({ mutations }) => mutations, isOwn ? none : undefined),
    figure("long tasks", "count", ({ longTasks }) => longTasks),
    figure("slowest interaction", "ms", ({ interactions }) => Math.max(0, ...interactions)),
  ];
}

async function watchLoad({ openTab }: Bench, { url }: BenchPage, cpuSlowdown: 1 | 4): Promise<Seen> {
  const tab = await openTab();
  await tab.throttle(cpuSlowdown);
  await tab.page.evaluateOnNewDocument(WATCH);
  await tab.page.goto(url, { timeout: 60_000 });
  // What takes the first frame long is the page; marks are still being made after it.
  await framesDrawn(tab, 2);
  await interact(tab);
  const seen = await tab.inMain<Seen>("seen");
  await tab.close();
  return seen;
}

/** Clicks and keys while marks are being made, and after. */
async function interact(tab: Tab): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await tab.page.mouse.click(20 + turn, 400);
    await tab.page.keyboard.press("Shift");
    await framesDrawn(tab, 6);
  }
}

/** What our own scripts take of the main thread on a fresh load, from the profiler. */
export const measureLoad: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    for (const page of setting.pages) {
      // Saved pages take long to load.
      const samples = await rounds(page.plan ? setting.rounds : 2, async () => {
        const tab = await setting.withUs.openTab();
        await tab.throttle(cpuSlowdown);
        const work = await measureOwnWork(tab, async () => {
          await tab.page.goto(page.url, { timeout: 60_000 });
          await framesDrawn(tab, 40);
        });
        await tab.close();
        return work;
      });
      const total = summarise(samples.map(({ totalMs }) => totalMs));
      const slice = summarise(samples.map(({ longestSliceMs }) => longestSliceMs));
      const common = { group: "Our scripts on a fresh load", of: page.name, cpuSlowdown, unit: "ms" } as const;
      figures.push(
        { ...common, name: "main thread in all", value: total.median, range: total.range },
        {
          ...common,
          name: "longest slice",
          value: slice.median,
          range: slice.range,
          budget: { requirement: "F2", atMost: cpuSlowdown === 1 ? 12 : 50, on: "value" },
        },
      );
    }
  }
  return figures;
};
