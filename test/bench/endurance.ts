import type { Tab } from "./browser";
import { hover, leave, WATCH_CARD } from "./card";
import { type Figure, summarise } from "./figures";
import { pageWith } from "./frames";
import { settledKilobytes } from "./heap";
import { heldKilobytes } from "./heap-snapshot";
import { framesDrawn, markedPlaces, openMarked } from "./marked-page";
import { measureOwnWork } from "./own-work";
import { type Measurement, rounds, type Setting } from "./setting";

/** What a page that grows costs, and what a long stay on one leaves behind. */
export const measureEndurance: Measurement = async (setting) => [
  await addedNodes(setting),
  // A thousand hovers are no part of a quick run, and a few tell nothing.
  ...(setting.quick ? [] : await manyHovers(setting)),
];

const ADDED = 10_000;

/** Our work per text node that a page adds; the nodes name nobody, as nearly all do. */
async function addedNodes(setting: Setting): Promise<Figure> {
  const { median, range } = summarise(await rounds(setting.rounds, () => microsecondsPerNode(setting)));
  return {
    group: "A page that grows",
    name: "our work per added text node",
    of: `${ADDED} nodes in 20 portions`,
    cpuSlowdown: 1,
    unit: "µs",
    value: median,
    range,
    budget: { requirement: "F6", atMost: 1, on: "value" },
  };
}

async function microsecondsPerNode(setting: Setting): Promise<number> {
  const tab = await openMarked(setting.withUs, pageWith(setting, 50));
  await framesDrawn(tab, 30);
  const work = await measureOwnWork(tab, async () => {
    await tab.inMain(`(async () => {
      for (let portion = 0; portion < 20; portion += 1) {
        const list = document.createElement("ul");
        for (let item = 0; item < ${ADDED / 20}; item += 1) {
          const entry = document.createElement("li");
          entry.textContent = "and a quiet day it was for everybody, number " + item;
          list.append(entry);
        }
        document.body.append(list);
        await new Promise(requestAnimationFrame);
      }
    })()`);
    await framesDrawn(tab, 60);
  });
  await tab.close();
  return (work.totalMs * 1000) / ADDED;
}

const HOVERS = 1_000;

/** How much the tab's heap grows over many hovers: while they go on, and what is left of it once the card has gone; of that, what the page's scripts and documents hold. */
async function manyHovers(setting: Setting): Promise<Figure[]> {
  const tab = await openMarked(setting.withUs, pageWith(setting, 50));
  await tab.inContent(WATCH_CARD);
  const places = await markedPlaces(tab);
  const hoverOver = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      const place = places[turn % places.length];
      if (!place) throw new Error("the page shows no mark");
      await hover(tab, place);
      await leave(tab);
    }
    const inUse = await settledKilobytes(tab);
    await cardGone(tab);
    return { inUse, left: await settledKilobytes(tab), held: await heldKilobytes(tab) };
  };
  // A snapshot has numbers written as texts, for which the engine's cache grows, once.
  await heldKilobytes(tab);
  const before = await hoverOver(5);
  const after = await hoverOver(HOVERS);
  // What the engine compiles, it has compiled by then.
  const later = await hoverOver(HOVERS / 2);
  await tab.close();
  const common = { group: "Memory", of: "50 mentions", cpuSlowdown: 1, unit: "kB" } as const;
  return [
    {
      ...common,
      name: `what ${HOVERS} hovers leave in the tab's heap`,
      value: after.left - before.left,
      beside: { name: "the heap before", value: before.left },
      budget: { requirement: "F6", atMost: 100, on: "value" },
    },
    { ...common, name: "of it, held by scripts and documents", value: after.held - before.held },
    { ...common, name: `what ${HOVERS / 2} more leave`, value: later.left - after.left },
    {
      ...common,
      name: `growth over ${HOVERS} hovers while they go on`,
      value: after.inUse - before.inUse,
      beside: { name: "the heap before", value: before.inUse },
    },
    { ...common, name: "what goes with the card", value: after.inUse - after.left },
  ];
}

/** Resolves once the card that nobody uses has gone. */
async function cardGone(tab: Tab): Promise<void> {
  await tab.inContent(`(async () => {
    while (Reflect.has(globalThis, Symbol.for("sidequote.card"))) await new Promise((done) => setTimeout(done, 500));
  })()`);
}
