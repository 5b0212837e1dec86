import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree, visit } from "./harness/reader";

const COMPONENT = newsPage(`<news-story></news-story><script>
  const root = document.querySelector("news-story").attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("p { color: rgb(1, 2, 3) }");
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = "<p>Alibaba Group Holding Ltd. (BABA) closed lower.</p>";
</script>`);

const SENTENCE = "Alibaba Group Holding Ltd. (BABA) closed lower.";
const SLOTTED = newsPage(`<news-note>${SENTENCE}</news-note><script>
  document.querySelector("news-note").attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";
</script>`);
const BARE = newsPage(`<news-line></news-line><script>
  document.querySelector("news-line").attachShadow({ mode: "open" }).append("${SENTENCE}");
</script>`);

/** A component that is defined when the page has long been read. */
const LATE = newsPage(`<news-late></news-late><p>Nothing else here.</p><script>
  addEventListener("click", () => customElements.define("news-late", class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = "<p>${SENTENCE}</p>";
    }
  }));
</script>`);

describe.each(BROWSERS)("a page's own component in $name", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(`${NEWS}/component`, COMPONENT);
    run.network.servePage(`${NEWS}/slotted`, SLOTTED);
    run.network.servePage(`${NEWS}/bare`, BARE);
    run.network.servePage(`${NEWS}/late`, LATE);
    await agree(run);
  });
  afterAll(() => run?.close());

  it("keeps its style, has marks that are painted, and the card over them", async () => {
    tab = await visit(run, tab, `${NEWS}/component`);
    await tab.marked("BABA");
    expect(await tab.evaluate(decorationOfMarks, null)).toContain("underline");
    expect(await tab.evaluate(colorOfText, null)).toBe("rgb(1, 2, 3)");
    await hoverOver(tab, "news-story");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("is marked although it is defined after the page was read, with no other change", async () => {
    tab = await visit(run, tab, `${NEWS}/late`);
    await tab.noCardFor(1_000);
    await tab.evaluate(() => document.body.click(), null);
    await tab.marked("BABA");
    await hoverOver(tab, "news-late");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it.each([
    ["slotted", "that it shows in a slot", "news-note"],
    ["bare", "right in its shadow root", "news-line"],
  ])("has the card over text %s, %s", async (path, _, component) => {
    tab = await visit(run, tab, `${NEWS}/${path}`);
    await tab.marked("BABA");
    await hoverOver(tab, component);
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });
});

async function hoverOver(tab: Tab, component: string): Promise<void> {
  const { x, y } = await tab.evaluate(placeOfTicker, component);
  await tab.mouse.move(x - 3, y);
  await tab.mouse.move(x, y);
}

// The functions below run inside the page: each stands alone.

function decorationOfMarks(): string {
  const paragraph = document.querySelector("news-story")?.shadowRoot?.querySelector("p");
  return paragraph ? getComputedStyle(paragraph, "::highlight(sq-m)").textDecorationLine : "";
}

function colorOfText(): string {
  const paragraph = document.querySelector("news-story")?.shadowRoot?.querySelector("p");
  return paragraph ? getComputedStyle(paragraph).color : "";
}

function placeOfTicker(component: string): { x: number; y: number } {
  const host = document.querySelector(component);
  const root = host?.shadowRoot;
  const text = host?.firstChild ?? root?.querySelector("p")?.firstChild ?? root?.firstChild;
  if (!text) throw new Error("the component is empty");
  const range = document.createRange();
  const at = (text.nodeValue ?? "").indexOf("BABA");
  range.setStart(text, at);
  range.setEnd(text, at + 4);
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
