import type { Tab } from "./browser";
import { cpuMs } from "./cpu-time";
import { type Figure, type Samples, summarise } from "./figures";
import { COMPANIES } from "./page-text";
import { type BenchPage, type Measurement, rounds, type Setting, typicalPage } from "./setting";

/** The words that the peers are given: the names and tickers that the generated pages mention. */
const WORDS = JSON.stringify(COMPANIES.flatMap(([ticker, , name]) => [name, ticker]));

/** What is measured: expressions to call in a page. */
export const FLOOR = "sidequoteBench.floor()";
export const SCAN = "sidequoteBench.scan()";
const PEERS = [
  ["mark.js, same words", `sidequoteBench.markJs(${WORDS})`],
  ["linkify-element, same words", `sidequoteBench.linkify(${WORDS})`],
] as const;
const NOTHING = "sidequoteBench.nothing()";

/**
 * All that our script does in a page until its mentions are known, the background's part left out: reading its text in
 * blocks, the article's date, the message, the search for shadow roots and what is kept. Beside it stand the bare walk
 * and other libraries that mark words.
 */
export const measureScan: Measurement = async (setting) => {
  const figures: Figure[] = [];
  const typical = typicalPage(setting);
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    for (const page of setting.pages.filter(({ plan }) => plan !== null)) {
      const [floor, own] = await costsOf([FLOOR, SCAN], setting, page, cpuSlowdown);
      const beside = { name: "bare walk", value: floor.median };
      const common = { group: "Scan, processor time, cold", of: page.name, cpuSlowdown, unit: "ms", beside } as const;
      const budget = { requirement: "F2", atMost: 8, on: "ratio" } as const;
      figures.push({
        ...common,
        name: "all of ours",
        value: own.median,
        range: own.range,
        ...(page === typical ? { budget } : {}),
      });
      if (page !== typical || cpuSlowdown !== 1) continue;
      // They take seconds, so that once is enough.
      for (const [name, peer] of PEERS) {
        const [peers] = await costsOf([peer], { ...setting, rounds: 1 }, page, cpuSlowdown);
        figures.push({ ...common, name, value: peers.median, range: peers.range });
      }
    }
  }
  return figures;
};

/**
 * Processor milliseconds of calls in fresh loads of a page, in an isolated world as content scripts have one. The calls
 * take turns, so that a machine that slows down meanwhile does so for all of them.
 */
export async function costsOf<const C extends readonly string[]>(
  calls: C,
  { without, inPage, rounds: count }: Setting,
  { url }: Pick<BenchPage, "url">,
  cpuSlowdown: 1 | 4,
): Promise<{ readonly [I in keyof C]: Samples }> {
  const answers = await answersFor(await without.openTab(), url, inPage.answers);
  const costs = calls.map((): number[] => []);
  await rounds(count, async () => {
    for (const [index, call] of calls.entries()) costs[index]?.push(await costOf(call));
  });
  return costs.map(summarise) as { [I in keyof C]: Samples };

  async function costOf(call: string): Promise<number> {
    const tab = await without.openTab();
    await tab.page.goto(url, { timeout: 60_000 });
    const world = await tab.openWorld(inPage.entry);
    await world(`sidequoteBench.prepare(${answers})`);
    await world(NOTHING);
    await tab.throttle(cpuSlowdown);
    const outside = await cpuMs(tab, () => world(NOTHING));
    const cost = Math.max(0, (await cpuMs(tab, () => world(call))) - outside);
    await tab.close();
    return cost;
  }
}

/** The background's answers for a page, as JSON. */
export async function answersFor(tab: Tab, url: string, source: string): Promise<string> {
  await tab.page.goto(url, { timeout: 60_000 });
  const world = await tab.openWorld(source);
  const answers = await world<string>("sidequoteAnswers.collect().then(JSON.stringify)");
  await tab.close();
  return answers;
}
