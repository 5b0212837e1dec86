import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { FIREFOXES } from "../e2e/harness/browsers";
import type { ExtensionRun, Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { ALARM, PAYLOADS } from "./payloads";

const MENTION = "<p id=mention>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";

// `npm test` says so where there is none.
describe.each(FIREFOXES)("in $name, marks and card stand on a page", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await agree(run);
  });
  afterAll(() => run?.close());

  async function works(name: string, html: string, headers: Record<string, string> = {}): Promise<Tab> {
    const url = `${NEWS}/hostile/${name}`;
    run.network.servePage(url, html, headers);
    const tab = await run.open(url);
    await tab.marked("BABA");
    const { x, y } = await tab.evaluate(startOfMention, null);
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
    expect(await tab.card("3.28 points")).toContain("$160.80");
    return tab;
  }

  it("that forbids every script, style and markup sink", async () => {
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";
    const tab = await works("strict", newsPage(MENTION), { "content-security-policy": policy });
    await tab.press("Escape");
    await tab.noCard();
    await tab.close();
  });

  it("whose form has named its fields after what an element can do", async () => {
    const names =
      "parentElement parentNode childNodes children nodeName nodeType isConnected querySelector getRootNode shadowRoot " +
      "contains closest matches getAttribute hasAttribute hasAttributes append remove attributes style localName";
    const fields = names.split(" ").map((name) => `<input type=hidden name="${name}">`);
    const tab = await works("clobbered-form", newsPage(`<form>${fields.join("")}${MENTION}</form>`));
    await tab.press("Escape");
    await tab.noCard();
    const { x, y } = await tab.evaluate(startOfMention, null);
    await tab.tap(x, y);
    expect(await tab.card("3.28 points")).toContain("$160.80");
    await tab.close();
  });

  it("that has named its elements after what a document can do", async () => {
    const names = "createElement createTextNode createRange createTreeWalker activeElement addEventListener evaluate";
    const images = names.split(" ").map((name) => `<img name="${name}" alt="">`);
    await (await works("clobbered-document", newsPage(MENTION + images.join("")))).close();
  });

  it("whose words are payloads, none of which runs in it or in the card", async () => {
    const words = PAYLOADS.map((payload) => payload.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join(" ");
    const tab = await works("payloads", newsPage(`<title>${words}</title>${MENTION}<p>${words}</p>`));
    expect(await tab.evaluate((alarm) => Reflect.get(window, alarm) === undefined, ALARM)).toBe(true);
    await tab.close();
  });
});

// The functions below run inside a page: each stands alone.

function startOfMention(): { x: number; y: number } {
  const mention = Document.prototype.getElementById.call(document, "mention");
  const { left = 0, top = 0 } = mention?.getBoundingClientRect() ?? {};
  return { x: left + 20, y: top + 12 };
}
