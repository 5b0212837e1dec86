import { type Figure, summarise } from "./figures";
import { COMPANIES, SCRAPS, SENTENCES } from "./page-text";
import { type Measurement, rounds, typicalPage } from "./setting";

/** The texts of a typical page's text nodes, 75 kB in all, and one block in ten that holds a company. */
const TEXTS = Array.from({ length: 3_000 }, (_, index) =>
  index % 4 === 0 ? SENTENCES[index % SENTENCES.length] : SCRAPS[index % SCRAPS.length],
);
const BLOCKS = Array.from({ length: 100 }, (_, index) => {
  const [ticker, , name] = COMPANIES[index % COMPANIES.length] ?? [];
  return { text: `Shares of ${name} (NYSE: ${ticker}) fell. ${SENTENCES[index % SENTENCES.length]}`, links: [] };
});

/** From the page to the background and back with both questions of a whole page, beside a question that needs no directory. */
export const measureIdentification: Measurement = async (setting) => {
  const { withUs } = setting;
  const tab = await withUs.openTab();
  await tab.page.goto(typicalPage(setting).url);
  const timed = (message: object) =>
    tab.inContent<number>(`(async () => {
      const start = performance.now();
      const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)});
      if (!reply?.ok) throw new Error("refused: " + JSON.stringify(reply));
      return performance.now() - start;
    })()`);
  const identify = async () =>
    (await timed({ request: "scout", payload: { texts: TEXTS } })) +
    (await timed({ request: "find-mentions", payload: { blocks: BLOCKS } }));
  const settings = () => timed({ request: "public-settings", payload: {} });
  const figure = (name: string, samples: readonly number[], beside: readonly number[], atMost: number): Figure => {
    const { median, range } = summarise(samples);
    return {
      group: "Identification",
      name,
      of: `${TEXTS.length} texts, ${BLOCKS.length} blocks`,
      cpuSlowdown: 1,
      unit: "ms",
      value: median,
      range,
      beside: { name: "a question of nothing", value: summarise(beside).median },
      budget: { requirement: "F3", atMost, on: "value" },
    };
  };
  await identify();
  const warm = await rounds(20, async () => ({ ours: await identify(), beside: await settings() }));
  const cold = await rounds(setting.rounds, async () => {
    await withUs.stopBackground();
    const ours = await identify();
    await withUs.stopBackground();
    return { ours, beside: await settings() };
  });
  await tab.close();
  const ours = (samples: typeof warm) => samples.map((sample) => sample.ours);
  const beside = (samples: typeof warm) => samples.map((sample) => sample.beside);
  return [
    figure("two round trips, background awake", ours(warm), beside(warm), 15),
    figure("two round trips, background asleep", ours(cold), beside(cold), 60),
  ];
};
