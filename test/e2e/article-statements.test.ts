import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { NEWS } from "./harness/pages";
import { startOnDemoMarket } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/figures`;
/** The article of the demo: "finished Tuesday’s trading at $160.80, 3.07% below the close before it". */
const PAGE = readFileSync("demo/article.html", "utf8");

describe.each(BROWSERS)("a reader in $name, on an article that states figures,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await startOnDemoMarket(start, {
      [ARTICLE]: PAGE,
    });
    tab = await run.open(ARTICLE);
    await tab.marked("BABA", "Alibaba");
  });
  beforeEach(async () => {
    await tab.leave();
    await tab.noCard();
  });
  afterAll(() => run?.close());

  it("reads what it states, of which day that is, and that the market agrees", async () => {
    await tab.hover("BABA");
    const card = await tab.card("As the market closed on Tue, Nov 11, 2025");
    expect(card).toContain("In this article");
    expect(card).toContain("$160.80, −3.07% · S&P 500 +0.21%");
    expect(card).not.toContain("Show in text");
  });

  it("is led from a later mention to the sentence that states it", async () => {
    await tab.hover("Alibaba", 2);
    expect(await tab.card("As the market closed on Tue, Nov 11, 2025")).toContain("Show in text");
  });

  it("sees the sentence flash when pressing that", async () => {
    await tab.hover("Alibaba", 2);
    await tab.card("Show in text");
    const link = await tab.middleOf("[data-row=stated] button");
    await tab.mouse.move(link.x, link.y);
    await tab.mouse.click(link.x, link.y);
    await tab.waitFor(isHighlighted, "finished Tuesday’s trading at $160.80");
    expect(await tab.evaluate(isInView, "finished Tuesday’s trading at $160.80")).toBe(true);
  });

  it("reads in the popup how many figures of the page are the market's", async () => {
    const popup = await run.openPopup(tab);
    const text = await popup.reads("In this article: ✓ agree with the market: 1");
    expect(text).toContain("✓ article agrees");
    await popup.close();
  });

  it("reads nothing of it in card and popup once the row is off", async () => {
    const options = await run.openOwnPage("options");
    await options.reads(texts.options_rowInArticle);
    await options.tick(texts.options_rowInArticle, false);
    await tab.toFront();
    await tab.hover("BABA");
    expect(await tab.card("$160.80")).not.toContain("In this article");
    const popup = await run.openPopup(tab);
    expect(await popup.reads("$160.80")).not.toContain("In this article");
    await popup.close();
    await options.tick(texts.options_rowInArticle, true);
    await options.close();
  });

  it("sends nothing of the article to anybody", () => {
    const sent = run.network.outgoing().map(({ url, body }) => `${url} ${body ?? ""}`);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join("\n")).not.toMatch(/finished|160\.80|Tuesday/);
  });
});

// The functions below run inside the page: each stands alone.

/** Whether a highlight covers the words. */
function isHighlighted(words: string): boolean {
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  return ranges
    .map((range) => (range instanceof Range ? range.toString() : ""))
    .join(" ")
    .replace(/\s+/g, " ")
    .includes(words);
}

/** Whether the words stand inside the viewport. */
function isInView(words: string): boolean {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.replace(/\s+/g, " ").includes(words)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }
  return false;
}
