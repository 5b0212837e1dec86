import type { Bench } from "./browser";
import { cpuMs } from "./cpu-time";
import { type Figure, summarise } from "./figures";
import { framesDrawn, marksRegistered, marksShown } from "./marked-page";
import { writePage } from "./pages";
import { type Measurement, rounds, type Setting } from "./setting";

/** What a page does on every frame: move something, or change its own text. */
const ACTIVITIES = {
  animates: "pulse.style.translate = (frame % 10) + 'px'",
  mutates: "pulse.replaceChildren('Daily page ' + frame)",
} as const;

const MENTION_COUNTS = [0, 100, 1000];
const QUICK_MENTION_COUNTS = [100];

/**
 * Processor time of the main thread per frame of a page that
 * animates or mutates, beside the same page without the extension.
 */
export const measureFrames: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const mentions of setting.quick ? QUICK_MENTION_COUNTS : MENTION_COUNTS) {
    const url = pageWith(setting, mentions);
    for (const [activity, statement] of Object.entries(ACTIVITIES)) {
      for (const cpuSlowdown of setting.cpuSlowdowns) {
        const frames = setting.quick ? 30 : 180;
        const samples = await rounds(setting.rounds, async () => ({
          ours: await frameCost(setting.withUs, { url, statement, frames, cpuSlowdown, isMarked: mentions > 0 }),
          bare: await frameCost(setting.without, { url, statement, frames, cpuSlowdown, isMarked: false }),
        }));
        const ours = summarise(samples.map((sample) => sample.ours.perFrameMs));
        figures.push({
          group: "Frame cost",
          name: `main thread per frame while the page ${activity}`,
          of: `${mentions} mentions, ${Math.max(...samples.map((sample) => sample.ours.registered))} marks`,
          cpuSlowdown,
          unit: "ms",
          value: ours.median,
          range: ours.range,
          beside: { name: "without us", value: summarise(samples.map((sample) => sample.bare.perFrameMs)).median },
        });
      }
    }
  }
  return figures;
};

/** A page of 10k elements with so many mentions. */
export function pageWith({ site }: Setting, mentions: number): string {
  const name = `${mentions}-mentions`;
  return site.put(`/${name}`, writePage({ name, elements: 10_000, characters: 75_000, mentions }));
}

interface FrameRun {
  readonly url: string;
  readonly statement: string;
  readonly frames: number;
  readonly cpuSlowdown: 1 | 4;
  readonly isMarked: boolean;
}

async function frameCost(bench: Bench, { url, statement, frames, cpuSlowdown, isMarked }: FrameRun) {
  const tab = await bench.openTab();
  await tab.page.goto(url);
  if (isMarked) await marksShown(tab);
  await framesDrawn(tab, 30);
  await tab.throttle(cpuSlowdown);
  const act = () =>
    tab.inMain(`(async () => {
      const pulse = document.getElementById("pulse");
      for (let frame = 0; frame < ${frames}; frame += 1) { await new Promise(requestAnimationFrame); ${statement}; }
    })()`);
  const perFrameMs = (await cpuMs(tab, act)) / frames;
  const registered = await marksRegistered(tab);
  await tab.close();
  return { perFrameMs, registered };
}
