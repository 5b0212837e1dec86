import { timedAsk } from "./ask";
import type { Tab } from "./browser";
import { type Figure, summarise } from "./figures";
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

/** From the page to the background and back with both questions of a whole page, beside a question that needs no directory. */
export const measureIdentification: Measurement = async (setting) => [
  ...(await measureWith("starter directory", setting)),
  ...(await measureWith("full directory", setting, takeFullDirectory)),
];

async function measureWith(
  directory: string,
  setting: Setting,
  prepare?: (tab: Tab, setting: Setting) => Promise<void>,
): Promise<Figure[]> {
  const { withUs } = setting;
  const tab = await withUs.openTab();
  await tab.page.goto(typicalPage(setting).url);
  await prepare?.(tab, setting);
  const identify = async () =>
    (await timedAsk(tab, { request: "scout", payload: { texts: TEXTS, apart: [] } })) +
    (await timedAsk(tab, { request: "find-mentions", payload: { blocks: BLOCKS } }));
  const settings = () => timedAsk(tab, { request: "public-settings", payload: {} });
  await identify();
  const warm = await rounds(20, async () => ({ ours: await identify(), beside: await settings() }));
  const cold = await rounds(setting.rounds, async () => {
    await withUs.stopBackground();
    // As a page that opens does.
    const ours = (await settings()) + (await identify());
    await withUs.stopBackground();
    return { ours, beside: await settings() };
  });
  await tab.close();
  const figure = (name: string, samples: typeof warm, atMost: number): Figure => {
    const { median, range } = summarise(samples.map(({ ours }) => ours));
    return {
      group: "Identification",
      name,
      of: directory,
      cpuSlowdown: 1,
      unit: "ms",
      value: median,
      range,
      beside: { name: "a question of nothing", value: summarise(samples.map(({ beside }) => beside)).median },
      budget: { requirement: "F3", atMost, on: "value" },
    };
  };
  return [
    figure("both questions, background awake", warm, 15),
    figure("settings and both questions, asleep", cold, 60),
  ];
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
