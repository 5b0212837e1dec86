import type { Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { framesDrawn, marksShown, pageWith } from "./marked-page";
import { measureOwnWork } from "./own-work";
import { type Measurement, rounds } from "./setting";

const MOVES = 150;
const QUICK_MOVES = 60;

/** Our work per frame while the pointer moves over text, on pages with and without mentions. */
export const measurePointer: Measurement = async (setting) => {
  const figures: Figure[] = [];
  for (const mentions of setting.quick ? [0, 100] : [0, 100, 1000]) {
    const url = pageWith(setting, mentions);
    const samples = await rounds(setting.rounds, async () => {
      const tab = await setting.withUs.openTab();
      await tab.page.goto(url);
      if (mentions > 0) await marksShown(tab);
      await framesDrawn(tab, 30);
      const sample = await moveAcross(tab, setting.quick ? QUICK_MOVES : MOVES);
      await tab.close();
      return sample;
    });
    const { median, range } = summarise(samples);
    figures.push({
      group: "Pointer",
      name: "our work per frame while the pointer moves",
      of: `${mentions} mentions`,
      cpuSlowdown: 1,
      unit: "µs",
      value: median,
      range,
      budget: { requirement: "F5", atMost: mentions === 0 ? 0 : 100, on: "value" },
    });
  }
  return figures;
};

/** Microseconds of ours per drawn frame. */
async function moveAcross(tab: Tab, moves: number): Promise<number> {
  let frames = 0;
  const work = await measureOwnWork(tab, async () => {
    const counted = tab.inMain<number>(`new Promise((done) => {
      let frames = 0;
      const count = () => { frames += 1; requestAnimationFrame(count); };
      count();
      addEventListener("keydown", () => done(frames), { once: true });
    })`);
    for (let move = 0; move < moves; move += 1) {
      const x = 40 + ((move * 13) % 1100);
      const y = 30 + ((move * 7) % 700);
      await tab.cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    }
    await tab.page.keyboard.press("Shift");
    frames = await counted;
  });
  return (work.totalMs * 1000) / Math.max(1, frames);
}
