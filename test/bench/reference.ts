import type { Setting } from "./setting";

/** The bare walk, warm, on the machine that the times of the budgets were set on. */
const REFERENCE_WALK = { page: "36k", ms: 2.1 };

/** So many walks, one after the other, are warm; the shortest is the one that nothing else disturbed. */
const WALKS = 40;

/**
 * How many times slower this machine is now than that one, by the same walk;
 * at the least, so that no time is forgiven that another program took.
 */
export async function measureSlowness({ pages, without, inPage }: Setting): Promise<number> {
  const page = pages.find(({ name }) => name === REFERENCE_WALK.page);
  if (!page) throw new Error("the run has no page for the reference walk");
  const tab = await without.openTab();
  await tab.page.goto(page.url, { timeout: 60_000 });
  const world = await tab.openWorld(inPage.entry);
  const shortest = await world<number>(`(() => {
    const times = Array.from({ length: ${WALKS} }, () => {
      const began = performance.now();
      sidequoteBench.floor();
      return performance.now() - began;
    });
    return Math.min(...times);
  })()`);
  await tab.close();
  return Math.max(1, shortest / REFERENCE_WALK.ms);
}
