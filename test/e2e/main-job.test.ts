import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { frames } from "./harness/in-page";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;

describe.each(BROWSERS)("a reader in $name, on an article about Alibaba,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
    tab = await run.open(ARTICLE);
    await tab.marked("BABA", "Alibaba");
  });
  beforeEach(async () => {
    await tab.leave();
    await tab.noCard();
  });
  afterAll(() => run?.close());

  it("rests on BABA and reads the close, the change, the benchmark, the difference, the day and the source", async () => {
    await tab.hover("BABA");
    const card = await tab.card("3.28 points");
    expect(card).toContain("Alibaba Group");
    expect(card).toContain("BABA");
    expect(card).toContain("−3.07%");
    expect(card).toMatch(/S&P 500\s+.*\+0\.21%/s);
    expect(card).toContain("Trailed the S&P 500 (+0.21%) by 3.28 points");
    expect(card).toContain("Close of Tue, Nov 11, 2025, 4:00 PM EST");
    expect(card).toContain("Yahoo");
  });

  it.each([
    ["the full name", "Alibaba Group", 0],
    ["the bracket after the name", "BABA", 0],
    ["the cashtag", "$BABA", 0],
    ["the exchange's bracket", "BABA", 2],
    ["the link to a quote page", "Alibaba shares", 0],
    ["the bare ticker", "BABA", 3],
    ["the short name", "Alibaba will", 0],
  ])("reads the same figures from %s", async (_, text, nth) => {
    await tab.hover(text, nth);
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("finds the other companies marked", async () => {
    await tab.marked("Google", "Microsoft", "Meta", "Baidu", "Tencent");
  });

  it("finds AI, OpenAI and words in capitals unmarked, and no card over them", async () => {
    const marks = await tab.marks();
    expect(marks.filter((text) => /AI$|^IT$|^ALL$|^NOW$/.test(text))).toEqual([]);
    await tab.evaluate(watchForCards, null);
    await tab.hover("AI");
    await tab.hover("OpenAI");
    await tab.hover("BABA");
    await tab.card("$160.80");
    expect(await tab.evaluate(() => Reflect.get(window, "cardsSeen") as number, null)).toBe(1);
  });

  it("closes the card with Escape", async () => {
    await tab.hover("BABA");
    await tab.card("$160.80");
    await tab.press("Escape");
    await tab.noCard();
  });

  it("moves into the card and finds it still there", async () => {
    await tab.hover("BABA");
    await tab.card("$160.80");
    const box = await tab.evaluate(cardBox, null);
    await tab.mouse.move(box.x + box.width / 2, box.y + 10);
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await tab.evaluate(frames, 60);
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("leaves the page's markup as it was, byte for byte", async () => {
    const [now, first] = await tab.evaluate(
      () => [document.documentElement.outerHTML, String(Reflect.get(window, "markupAtFirst"))] as const,
      null,
    );
    expect(now).toBe(first);
  });

  it("asks for each ticker once", () => {
    const tickers = run.network.outgoing().map(({ url }) => /chart\/([^?]+)/.exec(url)?.[1]);
    expect(tickers.filter((ticker) => ticker === "BABA")).toHaveLength(1);
    expect(tickers.filter((ticker) => ticker === "%5EGSPC")).toHaveLength(1);
  });
});

// The functions below run inside the page: each stands alone.

function watchForCards(): void {
  let shown = 0;
  const seen = new WeakSet<Element>();
  const look = () => {
    for (const element of document.querySelectorAll(":popover-open")) {
      if (seen.has(element)) continue;
      seen.add(element);
      shown += 1;
    }
    Reflect.set(window, "cardsSeen", shown);
    requestAnimationFrame(look);
  };
  look();
}

function cardBox(): { x: number; y: number; width: number; height: number } {
  const host = document.querySelector(":popover-open");
  const inner = host?.shadowRoot?.querySelector("[role=dialog]") ?? host;
  const { x, y, width, height } = (inner ?? document.body).getBoundingClientRect();
  return { x, y, width, height };
}
