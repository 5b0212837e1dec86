import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { findFirefoxes } from "../../tools/find-browser.mjs";
import type { ExtensionRun, Tab } from "../e2e/harness/extension";
import { startFirefox } from "../e2e/harness/firefox";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { ALARM, PAYLOADS } from "./payloads";

const MENTION = "<p id=mention>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";

// `npm test` says so where there is none.
describe.each(findFirefoxes())("in $name, marks and card stand on a page", ({ path }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await startFirefox(path, { fixedNow: DEMO_NOW });
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
    expect(await tab.card("$160.80")).toContain("3.28 points");
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
      "contains closest matches getAttribute hasAttribute hasAttributes append remove attributes style";
    const fields = names.split(" ").map((name) => `<input type=hidden name="${name}">`);
    await (await works("clobbered-form", newsPage(`<form>${fields.join("")}${MENTION}</form>`))).close();
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

  it("that forges pointers: no card opens", async () => {
    const url = `${NEWS}/hostile/forged`;
    run.network.servePage(url, newsPage(MENTION));
    const tab = await run.open(url);
    await tab.marked("BABA");
    await tab.evaluate(forgePointers, null);
    expect(await tab.evaluate(() => document.querySelector("html > div[popover=manual]"), null)).toBeNull();
    await tab.close();
  });

  it.each([
    ["opacity", "document.documentElement.style.opacity = '0.01'"],
    [
      "a moved host",
      "document.querySelector('html > div[popover=manual]').style.setProperty('translate', '300px 200px', 'important')",
    ],
    ["a cover", "document.body.append(cover); cover.showPopover()"],
  ])("and a click on the star that %s deceives counts for nothing", async (name, deceit) => {
    const script = `<script>
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none";
      addEventListener("deceive", () => { ${deceit} });
    </script>`;
    const tab = await works(`star-${name.replaceAll(" ", "-")}`, newsPage(MENTION + script));
    await tab.card(/160\.80(.|\n)*Close of/);
    await tab.evaluate(() => dispatchEvent(new Event("deceive")), null);
    await tab.evaluate(frames, 45);
    const star = await tab.evaluate(starPlace, null);
    await tab.mouse.click(star.x, star.y);
    await tab.evaluate(frames, 20);
    await tab.close();
    const own = await run.openOwnPage("options");
    const watched = await own.evaluate(send, { request: "watchlist", payload: {} });
    expect(watched).toMatchObject({ ok: true, value: [] });
    await own.close();
  });

  it("and an honest click on the star counts", async () => {
    const tab = await works("star", newsPage(MENTION));
    await tab.card(/160\.80(.|\n)*Close of/);
    await tab.evaluate(frames, 45);
    const star = await tab.evaluate(starPlace, null);
    await tab.mouse.click(star.x, star.y);
    await tab.waitFor(isStarred, null);
    await tab.close();
  });
});

// The functions below run inside a page: each stands alone.

function send(envelope: object): Promise<unknown> {
  const { runtime } = Reflect.get(globalThis, "browser") as {
    runtime: { sendMessage: (message: object) => Promise<unknown> };
  };
  return runtime.sendMessage(envelope);
}

function startOfMention(): { x: number; y: number } {
  const mention = Document.prototype.getElementById.call(document, "mention");
  const { left = 0, top = 0 } = mention?.getBoundingClientRect() ?? {};
  return { x: left + 20, y: top + 12 };
}

async function forgePointers(): Promise<void> {
  const { top = 0 } = document.querySelector("#mention")?.getBoundingClientRect() ?? {};
  for (let x = 0; x < 600; x += 3) {
    const at = { bubbles: true, composed: true, clientX: x, clientY: top + 12 };
    for (const type of ["pointermove", "pointerdown", "pointerup"]) {
      document.body.dispatchEvent(new PointerEvent(type, { ...at, pointerType: "mouse" }));
    }
  }
  for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
}

function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const step = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)));
    step(count);
  });
}

function starPlace(): { x: number; y: number } {
  const star = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".star");
  const { x = 0, y = 0, width = 0, height = 0 } = star?.getBoundingClientRect() ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}

function isStarred(): boolean {
  const star = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".star");
  return star?.ariaPressed === "true";
}
