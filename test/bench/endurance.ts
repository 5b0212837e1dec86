import { DEFAULT_SETTINGS, DWELL_LIMITS_MS } from "../../src/domain/settings";
import type { Bench, Tab } from "./browser";
import { LIMIT_MS, NOWHERE } from "./card";
import type { Figure } from "./figures";
import { heapKilobytes, settledKilobytes } from "./heap";
import { heldKilobytes } from "./heap-snapshot";
import { framesDrawn, markedPlaces, openMarked, pageWith } from "./marked-page";
import type { Measurement, Setting } from "./setting";

/** What a long stay on a page leaves behind; a thousand hovers are no part of a quick run, and a few tell nothing. */
export const measureEndurance: Measurement = async (setting) => (setting.quick ? [] : manyHovers(setting));

/** The shortest rest that a reader can choose, and that of a fresh install. */
const DWELLS_MS = { short: DWELL_LIMITS_MS.min, usual: DEFAULT_SETTINGS.trigger.dwellMs } as const;

/** Sets how long the pointer must rest, as the options page does. */
async function setDwell({ openTab, extensionId }: Bench, dwellMs: number): Promise<void> {
  const tab = await openTab();
  await tab.page.goto(`chrome-extension://${extensionId}/options.html`);
  const message = { request: "change-settings", payload: { patch: { trigger: { dwellMs } } } };
  await tab.inMain(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  await tab.close();
}

const HOVERS = 1_000;

/**
 * How much the tab's heap grows over many hovers, each ended with Escape: while they go on, and
 * what is left of it once the card has gone; of that, what the page's scripts and documents hold.
 */
async function manyHovers(setting: Setting): Promise<Figure[]> {
  await setDwell(setting.withUs, DWELLS_MS.short);
  const tab = await openMarked(setting.withUs, pageWith(setting, 1_000));
  const places = await markedPlaces(tab);
  const card = await watchFromOutside(tab);
  const hoverOver = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      const place = places[turn % places.length];
      if (!place) throw new Error("the page shows no mark");
      await card.after("DOM.childNodeInserted", () => tab.page.mouse.move(place.x, place.y));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      await card.after("DOM.childNodeRemoved", () => tab.page.keyboard.press("Escape"));
    }
    await tab.page.mouse.move(NOWHERE.x, NOWHERE.y);
    const inUse = await settledKilobytes(tab);
    await cardGone(tab);
    await tablesShrunk(tab);
    const held = await heldKilobytes(tab);
    return { inUse, left: await settledKilobytes(tab), held };
  };
  await tab.inMain(WRITE_NUMBERS);
  const before = await hoverOver(5);
  const after = await hoverOver(HOVERS);
  await tab.close();
  await setDwell(setting.withUs, DWELLS_MS.usual);
  const common = { group: "Memory", of: "1,000 mentions", cpuSlowdown: 1, unit: "kB" } as const;
  return [
    {
      ...common,
      name: `what ${HOVERS} hovers leave in the tab's heap`,
      value: after.left - before.left,
      beside: { name: "the heap before", value: before.left },
      budget: { requirement: "F6", atMost: 250, on: "value" },
    },
    { ...common, name: "of it, held by scripts and documents", value: after.held - before.held },
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
const LOOK_MS = 50;

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
