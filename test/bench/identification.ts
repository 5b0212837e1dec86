import { timedAsk } from "./ask";
import type { Bench, Tab } from "./browser";
import { openEmptyExtension } from "./empty-extension";
import { type Figure, summarise } from "./figures";
import { marksShown } from "./marked-page";
import { COMPANIES, SCRAPS, SENTENCES } from "./page-text";
import { type Measurement, rounds, type Setting, typicalPage } from "./setting";

/** The blocks of a typical page, 75 kB of text in all; one in ten holds a company. */
const BLOCKS = Array.from({ length: 1_000 }, (_, index) => {
  const [ticker, , name] = COMPANIES[index % COMPANIES.length] ?? [];
  const scrap = SCRAPS[index % SCRAPS.length] ?? "";
  const sentence = SENTENCES[index % SENTENCES.length] ?? "";
  return { text: index % 10 === 0 ? `Shares of ${name} (NYSE: ${ticker}) fell. ${sentence}` : scrap, links: [] };
});

/**
 * From the page to the background and back with the question about a whole page: awake beside
 * a question that needs no directory, asleep beside the answer of an extension that is empty.
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
  const identify = () => timedAsk(tab, { request: "identify", payload: { blocks: BLOCKS } });
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
      ...figure("the question, background awake", oursOf(awake), nothing),
      budget: { requirement: "F3", atMost: 100, on: "value" },
    },
    figure(
      "settings alone, asleep, process alive",
      asleep.map(({ first }) => first),
      floorOf(asleep),
    ),
    {
      ...figure("settings and the question, asleep, process alive", oursOf(asleep), floorOf(asleep)),
      budget: { requirement: "F3", atMost: 250, on: "value" },
    },
    {
      ...figure("settings and the question, asleep, process gone", oursOf(gone), floorOf(gone)),
      budget: { requirement: "F3", atMost: 250, on: "value" },
    },
  ];
}

/**
 * Opens a page of each extension, which runs nothing and keeps the process alive in which
 * the background sleeps: to start that anew is the browser's part, twice as long as to
 * wake an empty background. The `tabs` stay in front. Resolves with what closes the pages.
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

/** What a sleeping background whose process is gone costs a page that loads. */
async function measureWaking(setting: Setting): Promise<Figure[]> {
  const tab = await setting.withUs.openTab();
  const { url } = typicalPage(setting);
  const load = async () => {
    await tab.page.goto(url);
    await marksShown(tab);
    return tab.inMain<number>(
      `performance.now() - performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`,
    );
  };
  await load();
  const samples = await rounds(setting.rounds, async () => {
    await tab.stopBackground();
    return { asleep: await load(), awake: await load() };
  });
  await tab.close();
  const { median, range } = summarise(samples.map(({ asleep }) => asleep));
  const beside = { name: "awake", value: summarise(samples.map(({ awake }) => awake)).median };
  const common = { group: "Identification", of: "10k, full directory", cpuSlowdown: 1, unit: "ms" } as const;
  return [{ ...common, name: "a page's end to its first mark drawn, process gone", value: median, range, beside }];
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
