import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { agree, visit } from "./harness/reader";

/** Registered ranges cost time in each frame: about a hundred cost 2 ms. */
const MOST_REGISTERED = 150;

describe.each(BROWSERS)("in $name,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("a long page has marks near the viewport only, wherever the reader is", async () => {
    const url = `${NEWS}/long`;
    const paragraphs = Array.from(
      { length: 1500 },
      (_, n) => `<p>No. ${n}: shares of Microsoft (NASDAQ: MSFT) rose.</p>`,
    );
    run.network.servePage(url, newsPage(`<p>First of all $JD.</p>${paragraphs.join("")}<p>Last of all $BIDU.</p>`));
    tab = await visit(run, tab, url);
    await tab.marked("$JD", "MSFT");
    expect((await tab.marks()).length).toBeLessThanOrEqual(MOST_REGISTERED);
    await tab.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight), null);
    await tab.marked("$BIDU");
    const marks = await tab.marks();
    expect(marks.length).toBeLessThanOrEqual(MOST_REGISTERED);
    expect(marks).not.toContain("$JD");
  });

  it("a paragraph added later is marked, and its card opens", async () => {
    const url = `${NEWS}/dynamic`;
    run.network.servePage(url, newsPage("<p>Nothing yet.</p>"));
    tab = await visit(run, tab, url);
    await tab.evaluate(() => {
      const paragraph = document.createElement("p");
      paragraph.textContent = "Now Alibaba Group Holding Ltd. (BABA) is in the news.";
      document.body.append(paragraph);
    }, null);
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("a page that writes its document anew has marks and a card", async () => {
    const url = `${NEWS}/written-anew`;
    run.network.servePage(url, newsPage("<p>A look at $MSFT.</p>"));
    tab = await visit(run, tab, url);
    await tab.marked("$MSFT");
    await tab.evaluate((html) => {
      Reflect.set(window, "before", CSS.highlights.get("sq-m"));
      document.open();
      document.write(html);
      document.close();
    }, ALIBABA);
    // The old marks' highlight stays until the page is read anew.
    await tab.waitFor(() => ![Reflect.get(window, "before"), undefined].includes(CSS.highlights.get("sq-m")), null);
    await tab.marked("$BABA");
    await tab.hover("$BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("the card in a frame of the page closes when the pointer leaves that frame", async () => {
    const url = `${NEWS}/framed`;
    run.network.servePage(`${NEWS}/inner`, newsPage(ALIBABA));
    run.network.servePage(
      url,
      newsPage('<p>Around it.</p><iframe src="/inner" style="width: 500px; height: 400px"></iframe>'),
    );
    tab = await visit(run, tab, url);
    const place = await tab.waitFor(() => {
      const inner = frames[0] as (Window & typeof globalThis) | undefined;
      const [range] = inner?.CSS.highlights.get("sq-m") ?? [];
      const frame = document.querySelector("iframe")?.getBoundingClientRect();
      if (!(range instanceof (inner as typeof globalThis).Range) || !frame) return null;
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: frame.left + left + width / 2, y: frame.top + top + height / 2 };
    }, null);
    const isOpen = () => frames[0]?.document.querySelector("html > div[popover=manual]") != null;
    await tab.mouse.move(place?.x ?? 0, place?.y ?? 0);
    await tab.waitFor(isOpen, null);
    await tab.mouse.move(900, 20);
    await tab.waitFor(() => frames[0]?.document.querySelector("html > div[popover=manual]") == null, null);
  });

  it("a mention whose text a framework replaced is no longer marked", async () => {
    const url = `${NEWS}/replaced`;
    run.network.servePage(
      url,
      newsPage(
        "<p id=a>Shares of Baidu, Inc. (NASDAQ: BIDU) fell.</p><p>Shares of Tencent Holdings Ltd. (0700.HK) rose.</p>",
      ),
    );
    tab = await visit(run, tab, url);
    await tab.marked("BIDU", "0700.HK");
    await tab.evaluate(() => {
      const text = document.querySelector("#a")?.firstChild;
      if (text) text.nodeValue = "Shares of Microsoft Corporation (NASDAQ: MSFT) stood still.";
    }, null);
    await tab.marked("MSFT");
    expect(await tab.marks()).not.toContain("Baidu, Inc");
  });

  it("a page that forbids every script, style and markup sink gets marks and card all the same", async () => {
    const url = `${NEWS}/strict`;
    run.network.servePage(url, ALIBABA, {
      "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    tab = await visit(run, tab, url);
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("what the reader types is not read", async () => {
    const url = `${NEWS}/typing`;
    run.network.servePage(
      url,
      newsPage("<textarea>$BABA</textarea><div contenteditable>Shares of $BABA</div><p>Shares of $MSFT rose.</p>"),
    );
    tab = await visit(run, tab, url);
    await tab.marked("$MSFT");
    expect(await tab.marks()).toEqual(["$MSFT"]);
  });
});
