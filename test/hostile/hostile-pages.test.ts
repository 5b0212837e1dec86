import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { frames } from "../e2e/harness/in-page";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

/** The mention that each of these pages must still yield. */
const WORDS = "Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.";
const MENTION = `<p id=mention>${WORDS}</p>`;

/** Fields named after what an element can do: a form gives them instead. */
const FIELDS = (
  "parentElement parentNode childNodes children nodeName nodeType isConnected querySelector querySelectorAll getRootNode " +
  "shadowRoot contains closest matches getAttribute hasAttribute hasAttributes getBoundingClientRect append remove " +
  "compareDocumentPosition previousSibling nextSibling nodeValue textContent attributes style scrollIntoView localName"
)
  .split(" ")
  .map((name) => `<input type=hidden name="${name}">`)
  .join("");

let run: ChromiumRun;
let tab: Tab | undefined;
const faults: string[] = [];
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  run.context.on("weberror", (error) => {
    const text = `${error.error().stack ?? error.error()}`;
    if (text.includes("chrome-extension://")) faults.push(text);
  });
  await agree(run);
});
afterEach(async () => {
  await tab?.close();
  tab = undefined;
  expect(faults.splice(0)).toEqual([]);
});
afterAll(() => run?.close());

async function open(name: string, html: string, headers: Record<string, string> = {}): Promise<Tab> {
  const url = `${NEWS}/hostile/${name}`;
  run.network.servePage(url, html, headers);
  tab = await run.open(url);
  return tab;
}

/** Marks and card as on any page. */
async function works(page: Tab): Promise<void> {
  await page.marked("BABA");
  const { x, y } = await page.evaluate(startOfMention, null);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  expect(await page.card("3.28 points")).toContain("$160.80");
  await page.press("Escape");
  await page.noCard();
}

describe("marks and card stand on a page", () => {
  it("that has named its elements after everything a document can do", async () => {
    const names =
      "body documentElement head hidden createElement createElementNS createTextNode createRange createTreeWalker " +
      "querySelector querySelectorAll caretPositionFromPoint elementFromPoint addEventListener removeEventListener " +
      "activeElement getSelection contains compareDocumentPosition getRootNode isConnected visibilityState " +
      "adoptedStyleSheets fullscreenElement defaultView location title evaluate getElementById append childNodes";
    const images = names.split(" ").map((name) => `<img name="${name}" id="${name}" alt="">`);
    const tab = await open(
      "clobbered-document",
      `<!doctype html><html><body>${MENTION}${images.join("")}</body></html>`,
    );
    // The page's own way of looking at itself is gone; the extension's world must manage with what the prototypes have.
    const page = run.context.pages().at(-1) as Page;
    expect(await page.evaluate("typeof document.createElement + document.body.tagName")).toBe("objectIMG");
    const seen = await run.context.newCDPSession(page);
    await expect.poll(() => marksInWorld(seen), { timeout: 10_000 }).toContain("Alibaba Group");
    await page.mouse.move(12, 30);
    await page.mouse.move(20, 30);
    await expect.poll(() => cardInWorld(seen), { timeout: 10_000 }).toContain("3.28 points");
    expect(await cardInWorld(seen)).toContain("$160.80");
    await tab.press("Escape");
    await expect.poll(() => cardInWorld(seen)).toBe("");
  });

  it("that has named a form and its field after what the browser gives extensions", async () => {
    const form = "<form id=browser><input name=runtime id=given></form>";
    await works(await open("clobbered-browser", newsPage(form + MENTION)));
  });

  it.each([
    ["in a paragraph of it", `<form>${FIELDS}${MENTION}</form>`],
    ["in no element of its own", `<form id=mention>${WORDS}${FIELDS}</form>`],
  ])("whose form has named its fields after all that an element can do, words %s", async (_, form) => {
    const page = await open("clobbered-form", newsPage(form));
    await works(page);
    const { x, y } = await page.evaluate(startOfMention, null);
    await page.tap(x, y);
    await page.card("3.28 points");
  });

  it.each([
    [
      "is a popover",
      `${MENTION}<form popover=manual style="inset:auto 0 0 auto">${FIELDS}</form>`,
      "HTMLElement.prototype.showPopover.call(document.querySelector('form'))",
    ],
    [
      "holds the dialog with the words",
      `<form>${FIELDS}<dialog style="padding:40px 500px 400px 40px">${MENTION}</dialog></form>`,
      "document.querySelector('dialog').showModal()",
    ],
  ])("whose form, with such fields, %s: a click on the star counts", async (_, html, show) => {
    const page = await open("clobbered-top-layer", newsPage(`${html}<script>${show}</script>`));
    await page.marked("BABA");
    await page.hover("BABA");
    const star = await page.evaluate(placeOfStar, null);
    await page.evaluate(frames, 45);
    await page.mouse.click(star.x, star.y);
    await page.waitFor(isStarPressed, "true");
    await page.mouse.click(star.x, star.y);
    await page.waitFor(isStarPressed, "false");
  });

  it("that has overridden the language's and the document's prototypes", async () => {
    const script = `<script>
      const refuse = () => { throw new Error("mine"); };
      const builtIn = [Array, Map, Set, Promise];
      const ofTheDom = [Node, Element, Document, Range, Text, EventTarget, ShadowRoot, HTMLElement];
      for (const of of [...builtIn, ...ofTheDom]) {
        for (const name of Object.getOwnPropertyNames(of.prototype)) {
          if (name === "constructor") continue;
          const had = Object.getOwnPropertyDescriptor(of.prototype, name);
          if (typeof had.value === "function" && had.configurable) addEventListener("load", () => {
            try { Object.defineProperty(of.prototype, name, { ...had, value: refuse }); } catch { }
          });
        }
      }
      Object.defineProperty(Object.prototype, "request", { get: refuse, set: refuse });
      CSS.highlights.set = refuse;
      window.Highlight = refuse; window.CSSStyleSheet = refuse; window.MutationObserver = refuse;
    </script>`;
    const page = await open("prototypes", `<!doctype html><html><body>${MENTION}</body></html>${script}`);
    const seen = await run.context.newCDPSession(run.context.pages().at(-1) as never);
    await expect.poll(() => marksInWorld(seen), { timeout: 10_000 }).toContain("Alibaba Group");
    await page.close();
    tab = undefined;
  });

  it("that forbids every script, style and markup sink", async () => {
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";
    await works(await open("strict", newsPage(MENTION), { "content-security-policy": policy }));
  });

  it("that clears all highlights twenty times a second", async () => {
    const script = "<script>setInterval(() => CSS.highlights.clear(), 50)</script>";
    const page = await open("cleared", newsPage(MENTION + script));
    await page.evaluate(frames, 90);
    await page.hover("BABA");
    expect(await page.card("3.28 points")).toContain("$160.80");
  });

  it("that forges a highlight of our name: no card stands over it", async () => {
    const script = `<script>
      const range = new Range(); range.selectNodeContents(document.querySelector("#forged"));
      setInterval(() => CSS.highlights.set("sq-m", new Highlight(range)), 50);
    </script>`;
    const page = await open("forged", newsPage(`${MENTION}<p id=forged>Nobody in particular</p>${script}`));
    await page.evaluate(frames, 60);
    await page.hover("particular");
    await page.evaluate(frames, 60);
    expect(await page.evaluate(() => document.querySelector("html > div[popover=manual]"), null)).toBeNull();
    await page.hover("BABA");
    expect(await page.card("3.28 points")).toContain("$160.80");
  });

  it("that fights for the top layer: its popover rises on each frame, and the card lets it", async () => {
    const script = `<div id=cover popover=manual style="inset:auto 0 0 auto">The page's own</div><script>
      const rise = () => { cover.hidePopover(); cover.showPopover(); requestAnimationFrame(rise); };
      rise();
    </script>`;
    const page = await open("top-layer", newsPage(MENTION + script));
    await page.marked("BABA");
    await page.hover("BABA");
    await page.waitFor(
      () => document.querySelector("html > div[popover=manual]")?.matches(":popover-open") === true,
      null,
    );
    // How often we come back to the top, in two seconds of the page's rising.
    const returns = await page.evaluate(countToggles, 120);
    expect(returns).toBeLessThanOrEqual(5);
    expect(await page.evaluate(() => document.querySelector("#cover")?.matches(":popover-open"), null)).toBe(true);
  });

  it("that says toString", async () => {
    await works(await open("inherited", newsPage(`<p>Call toString or isPrototypeOf, __proto__ too.</p>${MENTION}`)));
  });
});

type Session = Awaited<ReturnType<ChromiumRun["context"]["newCDPSession"]>>;

/** The text of the open card, "" without one, asked in the extension's own world. */
async function cardInWorld(session: Session): Promise<string> {
  return inWorld(
    session,
    `Reflect.apply(Document.prototype.querySelector, document, ["html > div[popover=manual]:popover-open"])?.shadowRoot.textContent ?? ""`,
  );
}

/** The marked texts, asked in the extension's own world, where the page's overrides do not reach. */
async function marksInWorld(session: Session): Promise<string> {
  return inWorld(session, `[...(CSS.highlights.get("sq-m") ?? [])].join(" ")`);
}

async function inWorld(session: Session, expression: string): Promise<string> {
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const { result } = await session.send("Runtime.evaluate", { expression, contextId: executionContextId });
  return String(result.value);
}

// The functions below run inside the page: each stands alone.

/** The first word of the mention, by means that a page cannot rename. */
function startOfMention(): { x: number; y: number } {
  const mention = Document.prototype.getElementById.call(document, "mention") as Element;
  Element.prototype.scrollIntoView.call(mention, { block: "center", behavior: "instant" });
  const { left, top } = Element.prototype.getBoundingClientRect.call(mention);
  return { x: left + 20, y: top + 12 };
}

/** The middle of the card's star, once the card stands still with the figures and what comes after them. */
async function placeOfStar(): Promise<{ x: number; y: number }> {
  let last = "";
  for (;;) {
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    const root = document.querySelector("div:popover-open")?.shadowRoot;
    const { left = 0, top = 0, width = 0, height = 0 } = root?.querySelector(".star")?.getBoundingClientRect() ?? {};
    const place = `${left} ${top}`;
    if (width > 0 && place === last && /NYSE/.test(root?.textContent ?? "")) {
      return { x: left + width / 2, y: top + height / 2 };
    }
    last = place;
  }
}

function isStarPressed(pressed: string): boolean {
  return document.querySelector("div:popover-open")?.shadowRoot?.querySelector(".star")?.ariaPressed === pressed;
}

/** How often the card's host enters or leaves the top layer during so many frames. */
function countToggles(count: number): Promise<number> {
  return new Promise((resolve) => {
    let toggles = 0;
    document.querySelector("html > div[popover=manual]")?.addEventListener("beforetoggle", () => {
      toggles += 1;
    });
    const step = (left: number) => (left === 0 ? resolve(toggles) : requestAnimationFrame(() => step(left - 1)));
    step(count);
  });
}
