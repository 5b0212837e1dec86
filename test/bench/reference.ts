import { summarise } from "./figures";
import { costOf, FLOOR } from "./scan";
import type { Setting } from "./setting";

/** The bare walk, warm, on the machine that the times of the budgets were set on. */
const REFERENCE_WALK = { page: "36k", ms: 2.1 };

/** How many times slower this machine is now than that one, by the same walk. */
export async function measureSlowness(setting: Setting): Promise<number> {
  const page = setting.pages.find(({ name }) => name === REFERENCE_WALK.page);
  if (!page) throw new Error("the run has no page for the reference walk");
  const walks = await costOf(FLOOR, { ...setting, rounds: 3 }, page, 1);
  return summarise(walks.map(({ warm }) => warm)).median / REFERENCE_WALK.ms;
}
