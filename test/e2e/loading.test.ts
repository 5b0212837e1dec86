import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import { CONDITION_LIMIT_MS, type ExtensionRun } from "./harness/extension";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

/** The public lists of listings; Firefox has the reader agree while installing, so they may be asked for from then on. */
const LISTS = /^https:\/\/(www\.sec\.gov|www\.nasdaqtrader\.com)\//;

describe.each(BROWSERS)("the built extension in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start();
  });
  afterAll(() => run?.close());

  it("asks nobody for anything by being installed, before the reader agreed", () => {
    const agreedByInstalling = run.browser === "firefox" ? LISTS : null;
    const asked = run.network.outgoing().map(({ url }) => url);
    expect(asked.filter((url) => !agreedByInstalling?.test(url))).toEqual([]);
  });

  it.each(["popup", "options", "welcome"] as const)("opens its %s page", async (name) => {
    const tab = await run.openOwnPage(name);
    expect(await tab.evaluate(() => document.title, null)).toContain("Sidequote");
    await tab.close();
  });
});

describe("a page that is slow to come, in Chromium, whose background sleeps", () => {
  let run: ChromiumRun;
  beforeAll(async () => {
    run = await startChromium();
    await agree(run);
  });
  afterAll(() => run?.close());

  it(
    "has woken it before it is there to be read",
    async () => {
      const { promise: held, resolve: release } = hold();
      await run.context.route(`${NEWS}/held.js`, async (route) => {
        await held;
        await route.fulfill({ contentType: "text/javascript", body: "" });
      });
      run.network.servePage(`${NEWS}/slow`, newsPage(`<script src="/held.js"></script><p>(NYSE: BABA)</p>`));
      const page = await run.context.newPage();
      const session = await run.context.newCDPSession(page);
      const background = (status: string) =>
        new Promise<void>((done) =>
          session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
            if (versions.some(({ runningStatus }) => runningStatus === status)) done();
          }),
        );
      await session.send("ServiceWorker.enable");
      const asleep = background("stopped");
      await session.send("ServiceWorker.stopAllWorkers");
      await asleep;
      const awake = background("running");
      await page.goto(`${NEWS}/slow`, { waitUntil: "commit" });
      await awake;
      expect(await page.evaluate(() => document.readyState)).toBe("loading");
      release();
      await page.waitForFunction(() => CSS.highlights.size > 0);
      // The first minute's alarm would wake it too.
    },
    CONDITION_LIMIT_MS,
  );
});

function hold(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const events = new EventTarget();
  const promise = new Promise<void>((done) => events.addEventListener("release", () => done()));
  return { promise, resolve: () => void events.dispatchEvent(new Event("release")) };
}
