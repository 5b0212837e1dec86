import { readFile } from "node:fs/promises";
import { cpuMs } from "./cpu-time";
import { type Figure, summarise } from "./figures";
import { pageWith } from "./frames";
import { answersFor, SCAN } from "./scan";
import { type Measurement, rounds, type Setting } from "./setting";

/**
 * Processor time from what a page mentions being known to its marks being drawn, in
 * a page read a moment ago, beside the same ranges registered by one who knows them.
 */
export const measureMarking: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const cpuSlowdown of setting.cpuSlowdowns) {
    for (const mentions of setting.quick ? [100] : [100, 1000]) {
      const samples = await markings(setting, pageWith(setting, mentions), cpuSlowdown);
      const ours = summarise(samples.map((sample) => sample.ours));
      figures.push({
        group: "Marks",
        name: "marks registered and drawn",
        of: `${mentions} mentions, ${Math.max(...samples.map(({ marks }) => marks))} marks`,
        cpuSlowdown,
        unit: "ms",
        value: ours.median,
        range: ours.range,
        beside: { name: "the bare ranges", value: summarise(samples.map(({ bare }) => bare)).median },
      });
    }
  }
  return figures;
};

async function markings({ without, inPage, rounds: count }: Setting, url: string, cpuSlowdown: 1 | 4) {
  const answers = await answersFor(await without.openTab(), url, inPage.answers);
  const style = await readFile(new URL("../../src/content/marks/marks.css", import.meta.url), "utf8");
  return rounds(count, async () => {
    const tab = await without.openTab();
    await tab.page.goto(url);
    await tab.page.addStyleTag({ content: style });
    const world = await tab.openWorld(inPage.entry);
    await world(`sidequoteBench.prepare(${answers})`);
    await world(SCAN.call);
    await tab.throttle(cpuSlowdown);
    let marks = 0;
    const ours = await cpuMs(tab, async () => {
      marks = await world("sidequoteBench.mark()");
    });
    if (marks === 0) throw new Error("nothing was marked");
    await world("sidequoteBench.unmark()");
    const bare = await cpuMs(tab, () => world("sidequoteBench.markBare()"));
    await tab.close();
    return { marks, ours, bare };
  });
}
