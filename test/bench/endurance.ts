import type { Tab } from "./browser";
import { LIMIT_MS, NOWHERE } from "./card";
import { type Figure, summarise } from "./figures";
import { pageWith } from "./frames";
import { heapKilobytes, settledKilobytes } from "./heap";
import { heldKilobytes } from "./heap-snapshot";
import { framesDrawn, markedPlaces, openMarked } from "./marked-page";
import { measureOwnWork, roundsOfLittleWork } from "./own-work";
import { type Measurement, rounds, type Setting } from "./setting";

/** What a page that grows costs, and what a long stay on one leaves behind. */
export const measureEndurance: Measurement = async (setting) => [
  await addedNodes(setting),
  // A thousand hovers are no part of a quick run, and a few tell nothing.
  ...(setting.quick ? [] : await manyHovers(setting)),
];

const ADDED = 10_000;

/** Adds the nodes in portions, a frame each. */
const ADD = `(async () => {
  for (let portion = 0; portion < 20; portion += 1) {
    const list = document.createElement("ul");
    list.className = "added";
    for (let item = 0; item < ${ADDED / 20}; item += 1) {
      const entry = document.createElement("li");
      entry.textContent = "and a quiet day it was for everybody, number " + item;
      list.append(entry);
    }
    document.body.append(list);
    await new Promise(requestAnimationFrame);
  }
})()`;

/** Our work per text node that a page adds; the nodes name nobody, as nearly all do. */
async function addedNodes(setting: Setting): Promise<Figure> {
  const samples = await rounds(roundsOfLittleWork(setting), async () => ({
    ours: await ourMilliseconds(setting),
    floor: await floorMilliseconds(setting),
  }));
  const perNode = (milliseconds: number) => (milliseconds * 1000) / ADDED;
  const { median, range } = summarise(samples.map(({ ours }) => perNode(ours)));
  return {
    group: "A page that grows",
    name: "our work per added text node",
    of: `${ADDED} nodes in 20 portions`,
    cpuSlowdown: 1,
    unit: "µs",
    value: median,
    range,
    beside: { name: "bare walk", value: summarise(samples.map(({ floor }) => perNode(floor))).median },
    budget: { requirement: "F6", atMost: 1, on: "value" },
  };
}

async function ourMilliseconds(setting: Setting): Promise<number> {
  const tab = await openMarked(setting.withUs, pageWith(setting, 50));
  await framesDrawn(tab, 30);
  await tab.inContent(COUNT_TEXTS);
  const work = await measureOwnWork(tab, async () => {
    await tab.inMain(ADD);
    for (let frame = 0; (await tab.inContent<number>("askedTexts")) < ADDED; frame += 1) {
      if (frame > MOST_FRAMES) throw new Error("not all that was added has been read");
      await framesDrawn(tab, 1);
    }
    // The search for shadow roots comes after the text.
    await framesDrawn(tab, 30);
  });
  await tab.close();
  return work.totalMs;
}

/** Longest wait until what was added has been read, in frames: our script rests thirty times as long as it worked. */
const MOST_FRAMES = 600;

/** Counts the texts that the content script asks the background about. */
const COUNT_TEXTS = `(() => {
  const { runtime } = chrome;
  const send = runtime.sendMessage;
  globalThis.askedTexts = 0;
  runtime.sendMessage = (message) => {
    askedTexts += message.payload.texts?.length ?? 0;
    return send.call(runtime, message);
  };
})()`;

async function floorMilliseconds(setting: Setting): Promise<number> {
  const tab = await setting.without.openTab();
  await tab.page.goto(pageWith(setting, 50));
  const world = await tab.openWorld(setting.inPage.entry);
  await tab.inMain(ADD);
  const milliseconds = await world<number>(`sidequoteBench.floorOfAdded("ul.added")`);
  await tab.close();
  return milliseconds;
}

const HOVERS = 1_000;

/**
 * How much the tab's heap grows over many hovers: while they go on, and what is left
 * of it once the card has gone; of that, what the page's scripts and documents hold.
 */
async function manyHovers(setting: Setting): Promise<Figure[]> {
  const tab = await openMarked(setting.withUs, pageWith(setting, 50));
  const places = await markedPlaces(tab);
  const card = await watchFromOutside(tab);
  const hoverOver = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      const place = places[turn % places.length];
      if (!place) throw new Error("the page shows no mark");
      await card.after("DOM.childNodeInserted", () => tab.page.mouse.move(place.x, place.y));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      await card.after("DOM.childNodeRemoved", () => tab.page.mouse.move(NOWHERE.x, NOWHERE.y));
    }
    const inUse = await settledKilobytes(tab);
    await cardGone(tab);
    await tablesShrunk(tab);
    const held = await heldKilobytes(tab);
    return { inUse, left: await settledKilobytes(tab), held };
  };
  await tab.inMain(WRITE_NUMBERS);
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

/**
 * Has the engine's cache of numbers as texts grow to its size, which
 * it does once: with the first few that some script of a page writes.
 */
const WRITE_NUMBERS = `void Array.from({ length: 5_000 }, (_, at) => String(at / 7))`;

/** From the most that a card's elements take down to what is left. */
const HALVINGS = 8;

/**
 * Chromium's tables of what scripts hold of a page double for what each card is made of, and after
 * a collection halve with the next entry: here the event of a pointer that moves over nothing.
 */
async function tablesShrunk(tab: Tab): Promise<void> {
  await heapKilobytes(tab);
  for (let turn = 1; turn <= HALVINGS; turn += 1) {
    await tab.page.mouse.move(NOWHERE.x - turn, NOWHERE.y);
    await framesDrawn(tab, 2);
  }
}

/** A look at a card, whose figures are kept and there in a frame or two. */
const LOOK_MS = 100;

type CardEvent = "DOM.childNodeInserted" | "DOM.childNodeRemoved";

/** Tells of the card's coming and going without a script in the page, where it would leave compiled code of its own. */
async function watchFromOutside({ cdp }: Tab) {
  await cdp.send("DOM.enable");
  const { root } = await cdp.send("DOM.getDocument", { depth: 2 });
  const html = root.children?.find(({ localName }) => localName === "html");
  return {
    /**
     * Resolves once what `act` leads to has happened under the root element, where nothing but the card comes and goes.
     */
    async after(event: CardEvent, act: () => Promise<void>): Promise<void> {
      const happened = new Promise<void>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`no ${event}`)), LIMIT_MS);
        const hear = ({ parentNodeId }: { readonly parentNodeId: number }) => {
          if (parentNodeId !== html?.nodeId) return;
          clearTimeout(limit);
          cdp.off(event, hear);
          resolve();
        };
        cdp.on(event, hear);
      });
      await act();
      await happened;
    },
  };
}

/** Longest wait until it leaves for good: twice what it takes. */
const GONE_LIMIT_MS = 60_000;

/** Resolves once the card that nobody uses has gone; there must have been one. */
async function cardGone(tab: Tab): Promise<void> {
  await tab.inContent(`(async () => {
    const isThere = () => Reflect.has(globalThis, Symbol.for("sidequote.card"));
    if (!isThere()) throw new Error("there was no card");
    const end = performance.now() + ${GONE_LIMIT_MS};
    while (isThere()) {
      if (performance.now() > end) throw new Error("the card never left");
      await new Promise((done) => setTimeout(done, 500));
    }
  })()`);
}
