import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun } from "../e2e/harness/extension";
import { frames } from "../e2e/harness/in-page";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/cleared-marks`;
/** Far more moves of the pointer than the marks come back. */
const MOVES = 25;

describe.each(BROWSERS)("in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    await agree(run);
  });
  afterAll(() => run?.close());

  it("a page that clears the marks whenever they are there has them back five times in ten seconds", async () => {
    run.network.servePage(PAGE, newsPage("<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>"));
    const tab = await run.open(PAGE);
    await tab.marked("BABA");
    await tab.evaluate(clearOnEachFrame, null);
    for (let move = 0; move < MOVES; move += 1) {
      await tab.mouse.move(300 + move, 300);
      await tab.evaluate(frames, 2);
    }
    const times = await tab.evaluate(timesOfMarks, null);
    expect(times.length).toBeGreaterThan(1);
    // Once they were drawn, and five times they came back.
    expect(times.filter((time) => time - (times[0] ?? 0) < 9_000).length).toBeLessThanOrEqual(6);
    await tab.close();
  });
});

// The functions below run inside the page: each stands alone.

/** Notes when the marks were there, and clears them, again and again. */
function clearOnEachFrame(): void {
  const times: number[] = [];
  Reflect.set(globalThis, "timesOfMarks", times);
  const clear = () => {
    if (CSS.highlights.has("sq-m")) times.push(performance.now());
    CSS.highlights.clear();
    requestAnimationFrame(clear);
  };
  clear();
}

function timesOfMarks(): number[] {
  return Reflect.get(globalThis, "timesOfMarks");
}
