import { type Figure, summarise } from "./figures";
import { COMPANIES, SCRAPS, SENTENCES } from "./page-text";
import { type Measurement, rounds, typicalPage } from "./setting";

/** As many distinct surfaces as a long article has, a few of them companies. */
const SURFACES = [
  ...new Set([
    ...COMPANIES.flatMap(([ticker, , name]) => [ticker, name]),
    ...[...SENTENCES, ...SCRAPS].flatMap((text) => text.match(/\b[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*/g) ?? []),
  ]),
];

/** From the page to the background and back, with the whole page's surfaces, beside a question that needs no directory. */
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
  const identify = () => timed({ request: "identify", payload: { surfaces: SURFACES } });
  const settings = () => timed({ request: "public-settings", payload: {} });
  const figure = (name: string, samples: readonly number[], beside: readonly number[], atMost: number): Figure => {
    const { median, range } = summarise(samples);
    return {
      group: "Identification",
      name,
      of: `${SURFACES.length} surfaces`,
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
    figure("round trip, background awake", ours(warm), beside(warm), 15),
    figure("round trip, background asleep", ours(cold), beside(cold), 60),
  ];
};
