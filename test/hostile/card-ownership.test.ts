import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun, Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/hostile/owner`;
const MENTION = "<p id=mention>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";

/**
 * Tries every way by which a page comes by a shadow root: it learns the names of the elements that come, defines those
 * it can at its next load, and asks each element that comes. The page notes what it tried, and what it got.
 */
const GREEDY = `<script>
  var tried = [], got = [];
  var names = JSON.parse(sessionStorage.getItem("names") || '["side-note"]');
  var note = function (way, root) { if (root) got.push(way); };
  names.filter(function (name) { return name.includes("-"); }).forEach(function (name) {
    customElements.define(name, class extends HTMLElement {
      constructor() { super(); this.internals = this.attachInternals(); }
      connectedCallback() { note("defined " + name, this.internals.shadowRoot); }
    });
  });
  var ask = function (element) {
    tried.push(element.localName);
    if (!names.includes(element.localName)) names.push(element.localName);
    sessionStorage.setItem("names", JSON.stringify(names));
    note("shadowRoot", element.shadowRoot);
    [
      ["attachInternals", function () { return element.attachInternals().shadowRoot; }],
      ["attachShadow", function () { return element.attachShadow({ mode: "open" }); }],
      ["getHTML", function () { return /160/.test(element.getHTML({ serializableShadowRoots: true })); }],
      ["cloneNode", function () { return element.cloneNode(true).shadowRoot; }],
    ].forEach(function (way) { try { note(way[0], way[1]()); } catch (refused) { tried.push(refused.name); } });
  };
  new MutationObserver(function (records) {
    records.forEach(function (record) {
      record.addedNodes.forEach(function (node) { if (node.popover === "manual") ask(node); });
    });
  }).observe(document, { childList: true, subtree: true });
</script>`;

describe.each(BROWSERS)("in $name, the card as it ships", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW, openCard: false });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("stays closed to a page that defines, enters and copies whatever comes", async () => {
    // The page knows the names of what came at its first load when the second begins.
    for (const load of [1, 2]) {
      run.network.servePage(`${PAGE}?${load}`, newsPage(GREEDY + MENTION));
      const tab = await run.open(`${PAGE}?${load}`);
      await showsItsFigures(tab);
      const { tried, got } = await tab.evaluate(
        () => ({ tried: Reflect.get(window, "tried"), got: Reflect.get(window, "got") }),
        null,
      );
      expect(tried).not.toEqual([]);
      expect(got).toEqual([]);
      await tab.close();
    }
  });
});

async function showsItsFigures(tab: Tab): Promise<void> {
  await tab.marked("BABA");
  await tab.hover("BABA");
  await expect.poll(() => tab.closedText(), { timeout: 10_000 }).toContain("3.28 points");
}
