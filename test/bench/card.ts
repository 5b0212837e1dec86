import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { Bench, Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { framesDrawn, type MarkedPlace, markedPlaces, openMarked, pageWith } from "./marked-page";
import { type Measurement, rounds, type Setting } from "./setting";

/** The dwell that a fresh install has; taken off every time. */
const DWELL_MS = DEFAULT_SETTINGS.trigger.dwellMs;

/** Longest wait for figures in a card. */
export const LIMIT_MS = 10_000;

/** In the extension's world, where a closed root can be opened: when the card opened, and when a price stood in it. */
export const WATCH_CARD = `(() => {
  const times = { moved: 0, opened: 0, figures: 0 };
  globalThis.cardTimes = times;
  let observed = null;
  const look = (root) => {
    if (!times.figures && /\\d\\.\\d\\d/.test(root.textContent)) times.figures = performance.now();
  };
  // Apart from where the root is known: what shares a scope with it would keep it.
  const changed = ([{ target }]) => look(target.getRootNode());
  addEventListener("pointermove", () => { times.moved ||= performance.now(); }, { capture: true, passive: true });
  document.addEventListener("beforetoggle", ({ target, newState }) => {
    if (newState !== "open") return;
    times.opened ||= performance.now();
    const root = chrome.dom.openOrClosedShadowRoot(target);
    if (!root) return;
    observed?.disconnect();
    observed = new MutationObserver(changed);
    observed.observe(root, { subtree: true, childList: true, characterData: true });
    queueMicrotask(() => look(root));
  }, true);
})()`;

interface CardTimes {
  readonly openedMs: number;
  readonly figuresMs: number;
  /** Figures since the source's last answer, or since the end of the dwell where that came later. */
  readonly afterAnswerMs: number;
}

/** From the end of the dwell to the card, and to figures in it. */
export const measureCard: Measurement = async (setting) => {
  const { withUs } = setting;
  const states = {
    "first use in a page, background awake, not cached": async (): Promise<Hovers> => {
      await forgetCloses(withUs);
      return hoverOnFreshPage(setting, { thenOnAnother: true });
    },
    ...(setting.quick
      ? {}
      : {
          "first use in a page, background asleep, cached": async (): Promise<Hovers> =>
            hoverOnFreshPage(setting, { before: fallAsleep }),
        }),
    "first use in a page, background awake, cached": async (): Promise<Hovers> => hoverOnFreshPage(setting),
  };
  const figures: Figure[] = [];
  const push = (name: string, samples: readonly CardTimes[], atMost: number) => {
    const isFetched = name.endsWith("not cached");
    for (const [what, take, budget] of [
      ["card", ({ openedMs }: CardTimes) => openedMs, atMost],
      // Those that are fetched may take as long as the network, which is not ours.
      ["figures", ({ figuresMs }: CardTimes) => figuresMs, isFetched ? null : atMost],
      ...(isFetched
        ? [["figures once answered", ({ afterAnswerMs }: CardTimes) => afterAnswerMs, atMost] as const]
        : []),
    ] as const) {
      const { median, range } = summarise(samples.map(take));
      figures.push({
        group: "From the end of the dwell to",
        name: `${what}: ${name}`,
        of: "10k",
        cpuSlowdown: 1,
        unit: "ms",
        value: median,
        range,
        ...(budget === null ? {} : { budget: { requirement: "F4", atMost: budget, on: "value" as const } }),
      });
    }
  };
  const again: Record<string, CardTimes[]> = { cached: [], "not cached": [] };
  for (const [name, take] of Object.entries(states)) {
    // Each that sleeps first takes twenty seconds.
    const samples = await rounds(name.includes("asleep") ? 2 : setting.rounds, take);
    push(
      name,
      samples.map(({ first }) => first),
      50,
    );
    again[name.endsWith("not cached") ? "not cached" : "cached"]?.push(...samples.map(({ second }) => second));
  }
  for (const [state, samples] of Object.entries(again)) push(`second use in a page, ${state}`, samples, 16);
  return figures;
};

/** As long after its last question as the page takes it to be awake; it sleeps no sooner by itself. */
const AWAKE_MS = 20_000;

async function fallAsleep(tab: Tab): Promise<void> {
  await new Promise((passed) => setTimeout(passed, AWAKE_MS));
  await tab.stopBackground();
}

/** Enough that several companies stand in one view. */
const MENTIONS = 500;

interface Hovers {
  readonly first: CardTimes;
  readonly second: CardTimes;
}

async function hoverOnFreshPage(
  setting: Setting,
  { before, thenOnAnother = false }: { before?: (tab: Tab) => Promise<void>; thenOnAnother?: boolean } = {},
): Promise<Hovers> {
  const tab = await openMarked(setting.withUs, pageWith(setting, MENTIONS));
  const [place, ...others] = await markedPlaces(tab);
  const next = thenOnAnother ? others.find(({ text }) => text !== place?.text) : place;
  if (!place || !next) throw new Error("the page shows too few marks");
  await before?.(tab);
  await tab.inContent(WATCH_CARD);
  const first = await timedHover(setting, tab, place);
  await leave(tab);
  const second = await timedHover(setting, tab, next);
  await tab.close();
  return { first, second };
}

async function timedHover({ site }: Setting, tab: Tab, place: MarkedPlace): Promise<CardTimes> {
  const { moved, opened, figures, origin } = await hover(tab, place);
  const dwellEnd = moved + DWELL_MS;
  const answered = site.answeredAt() - origin;
  return {
    openedMs: opened - dwellEnd,
    figuresMs: figures - dwellEnd,
    afterAnswerMs: figures - Math.max(dwellEnd, answered),
  };
}

/** Milliseconds since the page's `origin`, which is epoch milliseconds. */
interface HoverTimes {
  readonly moved: number;
  readonly opened: number;
  readonly figures: number;
  readonly origin: number;
}

/** Rests the pointer on a mark until figures show. */
export async function hover(tab: Tab, { x, y }: MarkedPlace): Promise<HoverTimes> {
  await tab.inContent("Object.assign(cardTimes, { moved: 0, opened: 0, figures: 0 })");
  await tab.page.mouse.move(x, y);
  const times = await tab.inContent<HoverTimes>(
    `(async () => {
      const end = performance.now() + ${LIMIT_MS};
      while (!cardTimes.figures && performance.now() < end) await new Promise((done) => setTimeout(done, 5));
      return { ...cardTimes, origin: performance.timeOrigin };
    })()`,
  );
  if (!times.figures) throw new Error(times.opened ? "the card never showed a figure" : "no card opened");
  return times;
}

/** Where no text of a page stands, and no card. */
export const NOWHERE = { x: 1275, y: 795 };

/** Takes the pointer away and waits until the card is gone. */
export async function leave(tab: Tab): Promise<void> {
  await tab.page.mouse.move(NOWHERE.x, NOWHERE.y);
  await tab.page.waitForFunction("!document.querySelector(':popover-open')", { polling: "raf", timeout: LIMIT_MS });
  await framesDrawn(tab, 2);
}

/** Forgets fetched closes, as on the first use of a day. */
export async function forgetCloses({ openTab, extensionId }: Bench): Promise<void> {
  const tab = await openTab();
  await tab.page.goto(`chrome-extension://${extensionId}/options.html`);
  await tab.inMain(`chrome.runtime.sendMessage({ request: "clear-cache", payload: {} })`);
  await tab.close();
}
