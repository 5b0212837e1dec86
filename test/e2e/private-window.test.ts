import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { FIREFOXES } from "./harness/browsers";
import type { Tab } from "./harness/extension";
import type { FirefoxRun } from "./harness/firefox";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/private`;

// Chromium's private windows are out of the driver's reach.
describe.each(FIREFOXES)("in a private window of $name", ({ start }) => {
  let run: FirefoxRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
  });
  afterAll(() => run?.close());

  const timesAsked = () => run.network.outgoing().filter(({ url }) => url.includes("BABA")).length;

  async function showsCard(): Promise<Tab> {
    const tab = await run.openPrivate(ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    return tab;
  }

  /** All that the extension keeps in the browser's storage. */
  async function kept(): Promise<string> {
    const options = await run.openOwnPage("options");
    const all = await options.evaluate(everythingStored, null);
    await options.close();
    return JSON.stringify(all);
  }

  it("nothing is read until the reader allows it; then the card is there, the star refused, and nothing is kept", async () => {
    const before = await run.openPrivate(ARTICLE);
    await before.noCardFor(1_000);
    expect(await before.marks()).toEqual([]);
    await before.close();
    await run.allowPrivate();
    const tab = await showsCard();
    // A click counts half a second after the card has come; before, it would be refused for that.
    await tab.evaluate(milliseconds, 600);
    const star = await tab.middleOf(".star");
    await tab.mouse.move(star.x, star.y);
    await tab.mouse.click(star.x, star.y);
    await tab.card(texts.failure_privateWindow);
    expect(await kept()).not.toContain("BABA");
    const asked = timesAsked();
    await tab.close();
    const again = await showsCard();
    expect(timesAsked()).toBeGreaterThan(asked);
    await again.close();
    expect(await kept()).not.toContain("BABA");
  });
});

// The functions below run inside a page: each stands alone.

function milliseconds(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

async function everythingStored(): Promise<unknown[]> {
  const { storage } = Reflect.get(globalThis, "browser");
  return Promise.all([storage.local, storage.session, storage.sync].map((area) => area.get(null)));
}
