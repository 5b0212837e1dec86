import type { Tab } from "./browser";
import { cpuMs } from "./cpu-time";
import { type Figure, summarise } from "./figures";
import { COMPANIES } from "./page-text";
import { type BenchPage, type Measurement, rounds, type Setting } from "./setting";

/** The words that the peers are given: the names and tickers that the generated pages mention. */
const WORDS = JSON.stringify(COMPANIES.flatMap(([ticker, , name]) => [name, ticker]));

/** Runs after the first, whose median is called warm. */
const WARM_RUNS = 5;

/** What is measured: an expression to call in a page, and whether it leaves the page as it was. */
export const FLOOR = { call: "sidequoteBench.floor()", repeats: true };
const READ = { call: "sidequoteBench.readText()", repeats: true };
export const SCAN = { call: "sidequoteBench.scan()", repeats: true };
const MARK_JS = { call: `sidequoteBench.markJs(${WORDS})`, repeats: false };
const LINKIFY = { call: `sidequoteBench.linkify(${WORDS})`, repeats: false };
const NOTHING = "sidequoteBench.nothing()";

type Subject = typeof FLOOR;

/** Processor milliseconds of the first call in a fresh page, and of later ones. */
interface Cost {
  readonly cold: number;
  readonly warm: number;
}

/**
 * Two costs beside the bare walk and beside other libraries that mark words, the
 * background's part left out: reading the page's text in blocks, and all of it: with
 * the article's date, the message, the search for shadow roots and what is kept.
 */
export const measureScan: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    for (const page of setting.pages) {
      const floor = await costOf(FLOOR, setting, page, cpuSlowdown);
      const reading = await costOf(READ, setting, page, cpuSlowdown);
      const all = await costOf(SCAN, setting, page, cpuSlowdown);
      const common = { group: "Scan, processor time", of: page.name, cpuSlowdown, unit: "ms" } as const;
      const isTypical = page.name === "10k";
      for (const state of ["cold", "warm"] as const) {
        const beside = { name: "bare walk", value: summarise(floor.map((cost) => cost[state])).median };
        const read = summarise(reading.map((cost) => cost[state]));
        figures.push({ ...common, name: `reading the text, ${state}`, value: read.median, range: read.range, beside });
        const whole = summarise(all.map((cost) => cost[state]));
        const budget = { requirement: "F2", atMost: 8, on: "ratio" } as const;
        figures.push({
          ...common,
          name: `all of ours, ${state}`,
          value: whole.median,
          range: whole.range,
          beside,
          ...(isTypical && state === "cold" ? { budget } : {}),
        });
      }
      // They take seconds: once on the typical page of a quick run, never on saved pages.
      if (!page.plan || cpuSlowdown !== 1 || (setting.quick && !isTypical)) continue;
      for (const [name, peer] of [
        ["mark.js, same words", MARK_JS],
        ["linkify-element, same words", LINKIFY],
      ] as const) {
        const { median, range } = summarise(
          (await costOf(peer, { ...setting, rounds: setting.quick ? 1 : 2 }, page, cpuSlowdown)).map(
            ({ cold }) => cold,
          ),
        );
        const beside = { name: "bare walk", value: summarise(floor.map(({ cold }) => cold)).median };
        figures.push({ ...common, name, value: median, range, beside });
      }
    }
  }
  return figures;
};

/** What a subject costs in fresh loads of a page, in an isolated world as content scripts have one. */
export async function costOf(
  { call, repeats }: Subject,
  { without, inPage, rounds: count }: Setting,
  { url }: Pick<BenchPage, "url">,
  cpuSlowdown: 1 | 4,
): Promise<Cost[]> {
  const answers = call === SCAN.call ? await answersFor(await without.openTab(), url, inPage.answers) : "[]";
  return rounds(count, async () => {
    const tab = await without.openTab();
    await tab.page.goto(url, { timeout: 60_000 });
    const world = await tab.openWorld(inPage.entry);
    await world(`sidequoteBench.prepare(${answers})`);
    await world(NOTHING);
    await tab.throttle(cpuSlowdown);
    const outside = await cpuMs(tab, () => world(NOTHING));
    const once = async () => Math.max(0, (await cpuMs(tab, () => world(call))) - outside);
    const cold = await once();
    const warm = repeats ? summarise(await rounds(WARM_RUNS, once)).median : cold;
    await tab.close();
    return { cold, warm };
  });
}

/** The background's answers for a page, as JSON. */
export async function answersFor(tab: Tab, url: string, source: string): Promise<string> {
  await tab.page.goto(url, { timeout: 60_000 });
  const world = await tab.openWorld(source);
  const answers = await world<string>("sidequoteAnswers.collect().then(JSON.stringify)");
  await tab.close();
  return answers;
}
