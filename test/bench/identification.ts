import { timedAsk } from "./ask";
import type { Bench, Tab } from "./browser";
import { openEmptyExtension } from "./empty-extension";
import { type Figure, summarise } from "./figures";
import { marksShown } from "./marked-page";
import { COMPANIES, SCRAPS, SENTENCES } from "./page-text";
import { type Measurement, rounds, type Setting, typicalPage } from "./setting";

/** The texts of a typical page's text nodes, 75 kB in all, and one block in ten that holds a company. */
const TEXTS = Array.from({ length: 3_000 }, (_, index) =>
  index % 4 === 0 ? SENTENCES[index % SENTENCES.length] : SCRAPS[index % SCRAPS.length],
);
const BLOCKS = Array.from({ length: 100 }, (_, index) => {
  const [ticker, , name] = COMPANIES[index % COMPANIES.length] ?? [];
  return { text: `Shares of ${name} (NYSE: ${ticker}) fell. ${SENTENCES[index % SENTENCES.length]}`, links: [] };
});

/**
 * From the page to the background and back with both questions of a whole page: awake beside a question that needs no directory,
 * asleep beside the answer of an extension that is empty.
 */
export const measureIdentification: Measurement = async (setting) => {
  const empty = await openEmptyExtension(setting);
  try {
    return [
      ...(await measureWith("starter directory", setting, empty)),
      ...(await measureWith("full directory", setting, empty, takeFullDirectory)),
      ...(await measureWaking(setting)),
    ];
  } finally {
    await empty.close();
  }
};

async function measureWith(
  directory: string,
  setting: Setting,
  empty: Bench,
  prepare?: (tab: Tab, setting: Setting) => Promise<void>,
): Promise<Figure[]> {
  const { withUs } = setting;
  const tab = await withUs.openTab();
  await tab.page.goto(typicalPage(setting).url);
  const emptyTab = await empty.openTab();
  await emptyTab.page.goto(typicalPage(setting).url);
  await prepare?.(tab, setting);
  const identify = async () =>
    (await timedAsk(tab, { request: "scout", payload: { texts: TEXTS, apart: [] } })) +
    (await timedAsk(tab, { request: "find-mentions", payload: { blocks: BLOCKS } }));
  const settings = () => timedAsk(tab, { request: "public-settings", payload: {} });
  await identify();
  const awake = await rounds(20, async () => ({ ours: await identify(), beside: await settings() }));
  const askAsleep = () =>
    rounds(setting.rounds, async () => {
      await tab.stopBackground();
      await emptyTab.stopBackground();
      const beside = await timedAsk(emptyTab, {});
      const first = await settings();
      return { first, ours: first + (await identify()), beside };
    });
  const gone = await askAsleep();
  const closeOwn = await openOwnPages([withUs, empty], [tab, emptyTab]);
  const asleep = await askAsleep();
  await closeOwn();
  // As a page does: when it begins, or changes, it wakes the background, and asks when there is something to be read.
  const woken = await rounds(setting.rounds, async () => {
    await tab.stopBackground();
    await settings();
    return { ours: (await settings()) + (await identify()) };
  });
  await emptyTab.close();
  await tab.close();
  const common = { group: "Identification", of: directory, cpuSlowdown: 1, unit: "ms" } as const;
  const middle = (samples: readonly number[]) => summarise(samples).median;
  const figure = (name: string, samples: readonly number[], beside?: Figure["beside"]): Figure => {
    const { median, range } = summarise(samples);
    return { ...common, name, value: median, range, ...(beside ? { beside } : {}) };
  };
  const nothing = { name: "a question of nothing", value: middle(awake.map(({ beside }) => beside)) };
  const floorOf = (samples: typeof asleep) => ({
    name: "an empty extension",
    value: middle(samples.map(({ beside }) => beside)),
  });
  const oursOf = (samples: readonly { readonly ours: number }[]) => samples.map(({ ours }) => ours);
  return [
    {
      ...figure("both questions, background awake", oursOf(awake), nothing),
      budget: { requirement: "F3", atMost: 15, on: "value" },
    },
    figure(
      "settings alone, asleep, process alive",
      asleep.map(({ first }) => first),
      floorOf(asleep),
    ),
    {
      ...figure("settings, both questions, asleep, process alive", oursOf(asleep), floorOf(asleep)),
      budget: { requirement: "F3", atMost: 60, on: "value" },
    },
    {
      ...figure("settings, both questions, asleep, process gone", oursOf(gone), floorOf(gone)),
      budget: { requirement: "F3", atMost: 60, on: "value" },
    },
    {
      ...figure("settings, both questions, process gone, woken", oursOf(woken)),
      budget: { requirement: "F3", atMost: 60, on: "value" },
    },
  ];
}

/**
 * Opens a page of each extension, which runs nothing and keeps the process alive in which the background sleeps: to start that anew is the browser's
 * part, twice as long as to wake an empty background. The `tabs` stay in front. Resolves with what closes the pages.
 */
async function openOwnPages(benches: readonly Bench[], tabs: readonly Tab[]): Promise<() => Promise<unknown>> {
  const own = await Promise.all(
    benches.map(async ({ openTab, extensionId }) => {
      const page = await openTab();
      await page.page.goto(`chrome-extension://${extensionId}/manifest.json`);
      return page;
    }),
  );
  await Promise.all(tabs.map(({ page }) => page.bringToFront()));
  return () => Promise.all(own.map(({ close }) => close()));
}

/** What a sleeping background whose process is gone costs a page that loads: it wakes while the page comes. */
async function measureWaking(setting: Setting): Promise<Figure[]> {
  const tab = await setting.withUs.openTab();
  const { url } = typicalPage(setting);
  noteQuestions(tab);
  await tab.page.goto(url);
  const load = async () => {
    await tab.page.goto(url);
    await marksShown(tab);
    return {
      firstMark: await tab.inMain<number>(
        `performance.now() - performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`,
      ),
      identified: await tab.inContent<number>(QUESTIONS_TOOK),
    };
  };
  const samples = await rounds(setting.rounds, async () => {
    await tab.stopBackground();
    return { asleep: await load(), awake: await load() };
  });
  await tab.close();
  const common = { group: "Identification", of: "10k, full directory", cpuSlowdown: 1, unit: "ms" } as const;
  const figure = (name: string, take: (one: Awaited<ReturnType<typeof load>>) => number): Figure => {
    const { median, range } = summarise(samples.map(({ asleep }) => take(asleep)));
    const beside = { name: "awake", value: summarise(samples.map(({ awake }) => take(awake))).median };
    return { ...common, name, value: median, range, beside };
  };
  return [
    figure("a page's settings to its mentions, process gone", ({ identified }) => identified),
    figure("a page's end to its first mark drawn, process gone", ({ firstMark }) => firstMark),
  ];
}

/** Keeps when the content script asked what, and was answered. */
const NOTE_QUESTIONS = `(() => {
  const { runtime } = chrome;
  const send = runtime.sendMessage;
  const questions = (globalThis.questions = []);
  runtime.sendMessage = async (message) => {
    const asked = performance.now();
    const reply = await send.call(runtime, message);
    questions.push({ request: message.request, asked, answered: performance.now() });
    return reply;
  };
})()`;

/** From the settings, asked for when the page can be read, to the mentions, for which a page of one document asks once: its reading, and what it loads meanwhile, are part of it. */
const QUESTIONS_TOOK = `(() => {
  const last = (request) => questions.findLast((one) => one.request === request);
  return last("find-mentions").answered - last("public-settings").asked;
})()`;

/** Has them kept in each page from now on. The script's world is made for `wake.js` as a page begins, long before `content.js` asks. */
function noteQuestions({ cdp }: Tab): void {
  cdp.on("Runtime.executionContextCreated", ({ context: { id, origin, auxData } }) => {
    if (auxData?.type !== "isolated" || !origin.startsWith("chrome-extension://")) return;
    // A world that is gone already had nothing to ask.
    cdp.send("Runtime.evaluate", { expression: NOTE_QUESTIONS, contextId: id }).catch(() => undefined);
  });
}

/** The official lists are fetched when the reader agrees; resolves once they are there. */
async function takeFullDirectory(tab: Tab, { withUs, site }: Setting): Promise<void> {
  site.offerLists();
  const own = await withUs.openTab();
  await own.page.goto(`chrome-extension://${withUs.extensionId}/options.html`);
  await own.inMain(`(async () => {
    const ask = (request) => chrome.runtime.sendMessage({ request, payload: {} });
    await ask("withdraw-consent");
    await ask("give-consent");
    for (const end = performance.now() + 20_000; ; ) {
      const state = await ask("directory-state");
      if (state.ok && state.value.fetchedAt !== null) return;
      if (performance.now() > end) throw new Error("the full directory was not taken");
      await new Promise(requestAnimationFrame);
    }
  })()`);
  await own.close();
  await tab.page.bringToFront();
}
