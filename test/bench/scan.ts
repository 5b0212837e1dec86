import type { Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { COMPANIES } from "./page-text";
import { type BenchPage, type Measurement, rounds, type Setting } from "./setting";

/** The words that the peers are given: the names and tickers that the generated pages mention. */
const WORDS = COMPANIES.flatMap(([ticker, , name]) => [name, ticker]);

type World = Awaited<ReturnType<Tab["openWorld"]>>;

/** Reading the page for candidates and turning them into mentions, beside the bare walk and beside other libraries that mark words. */
export const measureScan: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    for (const page of setting.pages) {
      const onFreshLoad = (measure: (world: World) => Promise<number[]>) =>
        freshLoads(setting, page, cpuSlowdown, measure);
      const floors = await onFreshLoad((world) => coldAndWarm(() => world<number>("sidequoteBench.floor()")));
      const [coldFloor, warmFloor] = [column(floors, 0), column(floors, 1)];
      const figure = (name: string, samples: readonly number[], floor: number, budget?: Figure["budget"]): Figure => {
        const { median, range } = summarise(samples);
        const beside = { name: "bare walk", value: floor };
        const common = {
          group: "Scan",
          name,
          of: page.name,
          cpuSlowdown,
          unit: "ms",
          value: median,
          range,
          beside,
        } as const;
        return budget ? { ...common, budget } : common;
      };
      const peers = {
        "mark.js, same words": (world: World) => world<number>(`sidequoteBench.markJs(${JSON.stringify(WORDS)})`),
        "linkify-element, same words": (world: World) =>
          world<number>(`sidequoteBench.linkify(${JSON.stringify(WORDS)})`),
      };
      for (const [name, measure] of Object.entries(peers)) {
        const samples = await onFreshLoad(async (world) => [await measure(world)]);
        figures.push(figure(name, column(samples, 0), summarise(coldFloor).median));
      }
      figures.push(figure("the bare walk, warm", warmFloor, summarise(coldFloor).median));
    }
  }
  return figures;
};

/** The first call in a fresh page, and the median of the calls after it. */
async function coldAndWarm(call: () => Promise<number>): Promise<number[]> {
  const cold = await call();
  return [cold, summarise(await rounds(9, call)).median];
}

async function freshLoads(
  { without, inPage, rounds: count }: Setting,
  { url }: BenchPage,
  cpuSlowdown: 1 | 4,
  measure: (world: World) => Promise<number[]>,
): Promise<number[][]> {
  return rounds(count, async () => {
    const tab = await without.openTab();
    await tab.page.goto(url);
    const world = await tab.openWorld(inPage);
    await tab.throttle(cpuSlowdown);
    const samples = await measure(world);
    await tab.close();
    return samples;
  });
}

function column(rows: readonly (readonly number[])[], index: number): number[] {
  return rows.map((row) => row[index] ?? Number.NaN);
}
