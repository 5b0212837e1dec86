import { afterEach, describe, expect, it, vi } from "vitest";
import { spansOf } from "../../src/content/page/page-mention";
import { createScanner } from "../../src/content/page/scanner";
import { claimElement } from "../../src/platform/own-elements";
import { createDetectionAsk } from "../fakes/detection-ask";
import { markedText, mentionsIn, type ScannedPage, scanPage, surfacesOf } from "./scanned-page";

/** Longest wait for what is new to be read (requirement R6). */
const NAVIGATION_MS = 500;

let page: ScannedPage | undefined;

afterEach(() => {
  page?.end();
  page = undefined;
});

async function open(html: string, prepare?: () => void): Promise<ScannedPage> {
  page = await scanPage(html, prepare);
  return page;
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in the page`);
  return found;
}

function textOf(selector: string): Text {
  const node = element(selector).firstChild;
  if (!(node instanceof Text)) throw new Error(`no text in ${selector}`);
  return node;
}

/** The body of a frame in the page, whose nodes are no `instanceof` the page's own `Text` and `Element`. */
function frameBody(): HTMLElement {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return frame.contentDocument?.body ?? expect.unreachable();
}

/** Resolves after the observers of visibility have reported the current layout. */
async function visibilityKnown(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
}

function setHtml(target: Element, html: string): void {
  target.innerHTML = html;
}

function paragraph(text: string): HTMLParagraphElement {
  const added = document.createElement("p");
  added.textContent = text;
  return added;
}

describe("a page's text", () => {
  it.each([
    ["<p>The utility (NASDAQ:<a href=/ceg>CEG</a>) sells power.</p>", ["CEG"]],
    ["<p>Alibaba Group (<b>NYSE</b>: <i>BABA</i>) fell.</p>", ["Alibaba Group", "BABA"]],
    ["<p>Alibaba Group (<span>NYSE</span><span>:</span><span>BABA</span>) fell.</p>", ["Alibaba Group", "BABA"]],
    ["<p>Soap of Procter &amp; <em>Gamble</em> sells.</p>", ["Procter & |Gamble"]],
    ["<p>Look at $<b>BABA</b> or $MSFT.</p>", ["$|BABA", "$MSFT"]],
    ["<p>Read <a href=/a>Netflix</a><a href=/b>’s year</a>. Its shares rose.</p>", ["Netflix"]],
    ["<p>Netflix rose, as did <a href=https://www.marketwatch.com/investing/fund/now>NOW</a>.</p>", ["Netflix", "NOW"]],
    ["<div>Markets: NYSE:</div><div>ZZZQ</div>", []],
    ["<div>Alibaba</div><div>Group Holding</div><p>The shares fell.</p>", ["Alibaba"]],
  ])("is joined over the nodes of a line, and marked in each: %s", async (html, marked) => {
    const { scanner } = await open(html);
    expect(markedText(scanner.mentions())).toEqual(marked);
  });
});

describe("a site's menu", () => {
  it.each([
    ["nav", "<nav><ul><li><a href=/t>Netflix</a></li><li>Nvidia news</li></ul></nav>"],
    ["a role", "<div role=navigation><a href=/t>Netflix</a></div>"],
    ["the role of a menu", "<ul role=menu><li role=menuitem>Netflix</li></ul>"],
    ["the role of a bar of menus", "<ul role=menubar><li role=menuitem>Netflix</li></ul>"],
    ["one in Japanese", "<nav><a href=/t>Netflix新着情報</a></nav>"],
    ["nav with a form whose field is called closest", "<nav><form><input name=closest>Netflix</form></nav>"],
  ])("gets no marks on its entries: %s", async (_, menu) => {
    const { surfaces } = await open(`${menu}<p>Boeing rose.</p>`);
    expect(surfaces()).toEqual(["Boeing"]);
  });

  it.each(["Netflix raises its prices again", "Netflixが料金を再び引き上げる"])(
    "gets them in the headlines that it recommends, and a list outside of it in its entries: %s",
    async (headline) => {
      const { surfaces } = await open(`<nav><p>${headline}</p></nav><ul><li>Nvidia</li></ul>`);
      expect(surfaces()).toEqual(["Netflix", "Nvidia"]);
    },
  );
});

describe("a page's text is asked about in messages that the background takes", () => {
  it.each([
    ["of one letter in each of thirty thousand nodes", "<b>x</b> ".repeat(30_000)],
    [
      "of ninety thousand characters in one node, and white space after it",
      `<b>${"word ".repeat(18_000)}</b> <i> </i> `,
    ],
    ["of as many characters as one message takes, and white space after them", `<b>${"x".repeat(20_000)}</b> `],
  ])("%s", async (_, html) => {
    const { surfaces } = await open(`<p>Netflix rose.</p>${html}<p>Nvidia fell.</p>`);
    expect(surfaces()).toEqual(["Netflix", "Nvidia"]);
  });

  it("and is marked where it stands before a text longer than a block", async () => {
    const { scanner } = await open(`<p><b>Netflix</b> rose.<i>${"word ".repeat(5_000)}</i></p>`);
    expect(markedText(scanner.mentions())).toEqual(["Netflix"]);
  });

  it("and is marked where it stands in a text longer than a block", async () => {
    const { scanner } = await open(`<p>${"word ".repeat(4_100)}Netflix rose.</p>`);
    expect(markedText(scanner.mentions())).toEqual(["Netflix"]);
  });
});

function written(part: Element): Element {
  part.setAttribute("contenteditable", "");
  part.append(SECRET);
  return part;
}

const SECRET = "Shares of Walmart (NYSE: WMT) and $COST";

describe("a form whose fields have the names of what is asked of it", () => {
  const fields = [
    "closest",
    "compareDocumentPosition",
    "getAttribute",
    "getRootNode",
    "hasAttributes",
    "nodeName",
    "parentElement",
    "parentNode",
    "querySelectorAll",
  ]
    .map((name) => `<input name=${name}>`)
    .join("");

  it("is read", async () => {
    const { surfaces } = await open(`<form class=a>${fields}Netflix rose.</form>`);
    expect(surfaces()).toEqual(["Netflix"]);
  });

  it.each(["shadowRoot", "localName"])(
    "is read when it comes later, and what comes after it (with %s)",
    async (name) => {
      const { surfaces, changeWithin } = await open("<main>Boeing.</main>");
      element("main").insertAdjacentHTML("beforeend", `<form>Netflix rose.${fields}<input name=${name}></form>`);
      await changeWithin(NAVIGATION_MS);
      element("main").append(paragraph("Nvidia rose."));
      await changeWithin(NAVIGATION_MS);
      expect(surfaces()).toEqual(["Boeing", "Netflix", "Nvidia"]);
    },
  );

  it.each(["hidden", 'style="display:none"', "data-sidequote-unread", "contenteditable"])(
    "is not read when %s",
    async (attribute) => {
      const { surfaces } = await open(`<form ${attribute}>${fields}<p>${SECRET}</p></form><p>Netflix rose.</p>`);
      expect(surfaces()).toEqual(["Netflix"]);
    },
  );
});

/** Takes several messages to ask about. */
const LONG = "<p>a quiet day</p>".repeat(9_000);

/** Opens a page; `act` happens in one of the pauses of its first reading. */
async function openAndAct(html: string, inPause: number, act: () => void): Promise<ScannedPage> {
  const { scheduler } = globalThis as unknown as { scheduler: { yield: () => Promise<void> } };
  const pause = scheduler.yield;
  let pauses = 0;
  return open(html, () => {
    scheduler.yield = () => {
      pauses += 1;
      if (pauses === inPause) act();
      return pause.call(scheduler);
    };
  }).finally(() => {
    scheduler.yield = pause;
  });
}

describe("never read", () => {
  it.each([
    ["a field", `<input value="${SECRET}">`],
    ["a field's default", `<textarea>${SECRET}</textarea>`],
    ["an editable part", `<div contenteditable><p>${SECRET}</p></div>`],
    ["a part with editable plain text", `<div contenteditable="plaintext-only">${SECRET}</div>`],
    [
      "an editable part's link",
      `<div contenteditable="true"><a href="https://finance.yahoo.com/quote/WMT">WMT</a></div>`,
    ],
  ])("and in no message: %s", async (_, html) => {
    const { surfaces, asked } = await open(`${html}<p>Netflix stays.</p>`);
    expect(surfaces()).toEqual(["Netflix"]);
    expect(asked.flat()).toEqual(["Netflix stays."]);
  });

  it.each([
    ["code", `<code>${SECRET}</code>`],
    ["code in a line", `<p>As in <code>${SECRET}</code>.</p>`],
    ["preformatted text", `<pre>${SECRET}</pre>`],
    ["keys", `<p>Press <kbd>WMT</kbd>, see <samp>${SECRET}</samp></p>`],
    ["a script's text", `<script type="text/plain">${SECRET}</script>`],
    ["a template", `<template><p>${SECRET}</p></template>`],
    ["a drawing", `<svg><text>${SECRET}</text></svg>`],
    ["what is hidden", `<p hidden>${SECRET}</p>`],
    ["what is within something hidden", `<div hidden><section><p>${SECRET}</p></section></div>`],
    ["what its own style hides", `<p style="display:none">${SECRET}</p>`],
    ["choices", `<select><option>${SECRET}</option></select>`],
    ["a choice that stands free", `<option>${SECRET}</option>`],
    ["a form's output", `<output>${SECRET}</output>`],
    ["what a style sheet hides", `<style>.gone { display: none }</style><p class=gone>${SECRET}</p>`],
    ["what is invisible", `<p style="visibility: hidden">${SECRET}</p>`],
    ["what is invisible without a box", `<p>Rain. <i style="display: contents; visibility: hidden">${SECRET}</i></p>`],
    ["what is closed", `<details><summary>More</summary><p>${SECRET}</p></details>`],
    ["what a script says", `<script type="text/plain">$COST</script>`],
    ["a field driven by keys", `<div role=textbox tabindex=0><p>${SECRET}</p></div>`],
    ["a field by the second of its roles", `<div role="note textbox" tabindex=0><p>${SECRET}</p></div>`],
    ["a combined field driven by keys", `<div role=combobox tabindex=0><span>${SECRET}</span></div>`],
    ["a field of a search driven by keys", `<div role=searchbox tabindex=0><p>${SECRET}</p></div>`],
    ["a reading aid", `<ruby>word<rp>(</rp><rt>${SECRET}</rt><rp>)</rp></ruby>`],
    ["a formula", `<math><mtext>${SECRET}</mtext></math>`],
    ["what stands in for an object", `<object>${SECRET}</object>`],
    ["what is editable by style", `<div style="-webkit-user-modify: read-write"><p>${SECRET}</p></div>`],
    [
      "what stands behind a field",
      `<div style="position: relative"><pre-view style="position: absolute; inset: 0">${SECRET}</pre-view><textarea></textarea></div>`,
    ],
    [
      "what stands behind a field of one line",
      `<div style="position: relative"><div style="position: absolute; inset: 0">${SECRET}</div><input type=search></div>`,
    ],
    [
      "what stands behind a field in a box of its own",
      `<div style="position: relative; width: 300px; height: 60px"><div style="position: absolute; inset: 0">${SECRET}</div>
        <div style="position: absolute; inset: 0"><div><textarea style="width: 290px; height: 50px"></textarea></div></div></div>`,
    ],
  ])("as the page's: %s", async (_, html) => {
    const { surfaces } = await open(`${html}<p>Netflix stays.</p>`);
    expect(surfaces()).toEqual(["Netflix"]);
  });

  it.each([
    ["types in a part already editable", "<div contenteditable id=note></div>", () => element("#note").append(SECRET)],
    ["is let into later", "<div id=note></div>", () => written(element("#note"))],
    ["gets added", "<div id=notes></div>", () => element("#notes").append(written(document.createElement("div")))],
  ])("is what the reader %s while a long page is being read", async (_, last, write) => {
    const { asked } = await openAndAct(`<p>Netflix.</p>${LONG}${last}`, 1, write);
    expect(document.body.textContent).toContain(SECRET);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.flat().filter((text) => /Walmart|WMT|COST/.test(text))).toEqual([]);
  });

  it.each([
    ["an editor of many texts", `<div contenteditable>${"<p>a quiet day</p>".repeat(2_500)}<p>${SECRET}</p></div>`],
    ["one of many fields", `${"<textarea></textarea>".repeat(2_500)}<textarea>${SECRET}</textarea>`],
  ])("is %s", async (_, html) => {
    const { surfaces, asked } = await open(`${html}<p>Netflix stays.</p>`);
    expect(surfaces()).toEqual(["Netflix"]);
    expect(asked.flat()).toEqual(["Netflix stays."]);
  });

  it.each([1, 2, 3, 4, 5])("is what the reader deletes during pause %i of reading a long page", async (pause) => {
    const { asked } = await openAndAct(`<div contenteditable id=note>${SECRET}</div>${LONG}`, pause, () =>
      element("#note").replaceChildren(),
    );
    expect(element("#note").textContent).toBe("");
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.flat()).not.toContain(SECRET);
  });

  it("is what an editor draws that takes keys by itself", async () => {
    const { surfaces } = await open(`<div id=note><p>${SECRET}</p></div><p>Netflix stays.</p>`, () =>
      Object.assign(element("#note"), { editContext: Reflect.construct(Reflect.get(globalThis, "EditContext"), []) }),
    );
    expect(surfaces()).toEqual(["Netflix"]);
  });

  it("is not the article that lies behind a field, as it is far larger than the field", async () => {
    const { surfaces } = await open(
      `<main style="position: relative"><article style="position: absolute; inset: 0; height: 900px"><p>Netflix stays.</p></article>
        <form style="position: relative"><div><input type=search></div></form></main>`,
    );
    expect(surfaces()).toEqual(["Netflix"]);
  });

  /** A field of 50 by 20 pixels, 100 from the window's left and top, and a text in a box of its own. */
  const besideField = (box: string, field = "<textarea class=field></textarea>") =>
    `<style>.box, .field { position: absolute; box-sizing: border-box; margin: 0 }
      .field { left: 100px; top: 100px; width: 50px; height: 20px }</style><p class=box style="${box}">Nvidia rose.</p>${field}`;

  it.each([
    ["right behind a field", "left: 100px; top: 100px; width: 50px; height: 20px", []],
    ["left of a field", "left: 0; top: 100px; width: 100px; height: 20px", ["Nvidia"]],
    ["right of a field", "left: 150px; top: 100px; width: 100px; height: 20px", ["Nvidia"]],
    ["above a field", "left: 100px; top: 60px; width: 50px; height: 40px", ["Nvidia"]],
    ["below a field", "left: 100px; top: 120px; width: 50px; height: 40px", ["Nvidia"]],
    ["behind a field, nine times as wide", "left: 100px; top: 100px; width: 450px; height: 20px", []],
    ["behind a field, ten times as wide", "left: 100px; top: 100px; width: 500px; height: 20px", ["Nvidia"]],
    ["behind a field, nine times as high", "left: 100px; top: 100px; width: 50px; height: 180px", []],
    ["behind a field, ten times as high", "left: 100px; top: 100px; width: 50px; height: 200px", ["Nvidia"]],
  ])("is text %s, or it is read", async (_, box, expected) => {
    const { surfaces } = await open(besideField(box));
    expect(surfaces()).toEqual(expected);
  });

  it("is not the text behind a check box or a field that takes no text", async () => {
    for (const field of ["<input type=checkbox class=field>", "<input readonly class=field>"]) {
      const { surfaces } = await open(besideField("left: 100px; top: 100px; width: 90px; height: 20px", field));
      expect(surfaces()).toEqual(["Nvidia"]);
    }
  });

  it("is what is copied behind a field while the reader types", async () => {
    const { surfaces, changeWithin } = await open(
      `<div style="position: relative"><div style="position: absolute; inset: 0"><p id=copy>A</p></div><textarea></textarea></div>
        <p>Netflix stays.</p>`,
    );
    textOf("#copy").data = SECRET;
    document.body.append(paragraph("Nvidia rose."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Netflix", "Nvidia"]);
  });

  it("is not what an author marks as not editable", async () => {
    const { surfaces } = await open(
      "<div contenteditable=false><p>Nvidia rose.</p></div><p contenteditable=FALSE>Walmart fell.</p>",
    );
    expect(surfaces()).toEqual(["Nvidia", "Walmart"]);
  });

  it("is what a component within an editor shows", async () => {
    const { surfaces, asked } = await open("<div contenteditable><x-note></x-note></div><p>Netflix stays.</p>", () => {
      element("x-note").attachShadow({ mode: "open" }).innerHTML = `<p>${SECRET}</p>`;
    });
    expect([surfaces(), asked.flat()]).toEqual([["Netflix"], ["Netflix stays."]]);
  });

  it("is a page that is an editor as a whole, whatever a style says of a part of it", async () => {
    document.designMode = "on";
    const part = `<p style="-webkit-user-modify: read-only">${SECRET}</p>`;
    const { asked } = await open(`<p>${SECRET}</p>${part}`).finally(() => {
      document.designMode = "off";
    });
    expect(asked).toEqual([]);
  });

  it("is what the reader types meanwhile", async () => {
    const { surfaces, asked, changeWithin } = await open(
      "<div contenteditable id=note>A note</div><textarea id=field></textarea><p id=text>Netflix stays.</p>",
    );
    textOf("#note").data = SECRET;
    element("#note").append(paragraph(SECRET));
    element("#field").append(SECRET);
    element("#text").after(paragraph("Nvidia rose."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Netflix", "Nvidia"]);
    expect(asked.flat().filter((text) => /Walmart|WMT|COST/.test(text))).toEqual([]);
  });
});

describe("a page that changes", () => {
  it("has what was added read, with what was known as its context", async () => {
    const { surfaces, asked, scanner, changeWithin } = await open("<p>Netflix and Nvidia rose.</p>");
    const [before, first] = [asked.length, scanner.mentions()[0]];
    document.body.append(paragraph("Walmart fell."));
    const { added, removed } = await changeWithin(NAVIGATION_MS);
    expect([surfacesOf(added), surfacesOf(removed)]).toEqual([["Walmart"], []]);
    expect(asked.slice(before)).toEqual([["Netflix and Nvidia rose.", "Walmart fell."]]);
    expect(surfaces()).toEqual(["Netflix", "Nvidia", "Walmart"]);
    expect(scanner.mentions()[0]).toBe(first);
  });

  it("has its mentions in the order of the page, wherever something is added", async () => {
    const { surfaces, changeWithin } = await open("<p id=a>Netflix rose.</p><p>Nvidia fell.</p>");
    element("#a").before(paragraph("Walmart stood still."));
    element("#a").after(paragraph("Costco, too."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Walmart", "Netflix", "Costco", "Nvidia"]);
  });

  it("has its mentions in the order of the page when much is added at once, in front, between and behind", async () => {
    const { surfaces, changeWithin } = await open(
      ["Netflix", "Nvidia", "Boeing", "Microsoft", "Starbucks"].map((name) => `<p>${name} rose.</p>`).join(""),
    );
    element("p:nth-child(5)").after(paragraph("Costco stood still."));
    element("p:nth-child(3)").after(paragraph("Pfizer, too."));
    document.body.prepend(paragraph("Walmart stood still."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual([
      "Walmart",
      "Netflix",
      "Nvidia",
      "Boeing",
      "Pfizer",
      "Microsoft",
      "Starbucks",
      "Costco",
    ]);
  });

  it("loses the mentions of a text that changed, and gains those of the new one", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose.</p><p>Nvidia fell.</p>");
    textOf("#a").data = "Yesterday Walmart rose.";
    const { added, removed } = await changeWithin(NAVIGATION_MS);
    expect([surfacesOf(removed), surfacesOf(added)]).toEqual([["Netflix"], ["Walmart"]]);
    expect(markedText(scanner.mentions())).toEqual(["Walmart", "Nvidia"]);
  });

  it("has a mention marked where it now stands when the text before it grew", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose.</p>");
    textOf("#a").insertData(0, "On Tuesday ");
    const { added, removed } = await changeWithin(NAVIGATION_MS);
    expect([removed.length, added.length]).toEqual([1, 1]);
    expect(markedText(scanner.mentions())).toEqual(["Netflix"]);
  });

  it("keeps a mention whose text a framework wrote again, and tells of the change, as that ends its ranges", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose.</p>");
    const old = scanner.mentions();
    textOf("#a").data = "Netflix rose.";
    const { added, removed } = await changeWithin(NAVIGATION_MS);
    expect([removed, added, scanner.mentions()]).toEqual([[], [], old]);
  });

  it("has right marks after a framework replaced a text node by one that says the same", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose.</p>");
    const standing = scanner.mentions();
    textOf("#a").replaceWith("Netflix rose.");
    const { removed } = await changeWithin(NAVIGATION_MS);
    expect(mentionsIn(removed)).toEqual(standing);
    expect(
      scanner
        .mentions()
        .flatMap((mention) => spansOf(mention))
        .map(({ node }) => node),
    ).toEqual([textOf("#a")]);
  });

  it.each([
    ["its text node", (p: Element) => p.replaceChildren("Shares of Alibaba rose.")],
    ["the element", (p: Element) => p.replaceWith(paragraph("Shares of Alibaba rose."))],
    ["its markup", (p: Element) => setHtml(p, "Shares of <b>Alibaba</b> rose.")],
    ["half of the words in bold", (p: Element) => setHtml(p, "Shares of Ali<b>baba rose</b>.")],
    ["all of it in italics", (p: Element) => setHtml(p, "<i>Shares of Alibaba rose.</i>")],
  ])("keeps a mention at once, and asks nobody, where a page writes the same words anew: %s", async (_, write) => {
    const { scanner, asked, changeWithin } = await open("<p id=a>Shares of Alibaba rose.</p>");
    const standing = scanner.mentions();
    const questions = asked.length;
    write(element("#a"));
    const { removed } = await changeWithin(0);
    expect(mentionsIn(removed)).toEqual(standing);
    expect(markedText(scanner.mentions()).map((text) => text.replace("|", ""))).toEqual(["Alibaba"]);
    expect(asked).toHaveLength(questions);
  });

  it("does not keep a mention in other words, nor where they may be written in now", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose.</p><p id=b>Nvidia fell.</p>");
    setHtml(element("#a"), "Walmart rose.");
    setHtml(element("#b"), "<span contenteditable>Nvidia fell.</span>");
    const { removed } = await changeWithin(NAVIGATION_MS);
    expect(surfacesOf(removed)).toEqual(["Netflix", "Nvidia"]);
    expect(markedText(scanner.mentions())).toEqual(["Walmart"]);
  });

  it("has right marks after a framework split and joined text nodes", async () => {
    const { scanner, changeWithin } = await open("<p id=a>Netflix rose, Nvidia fell.</p>");
    textOf("#a").splitText(4);
    await changeWithin(NAVIGATION_MS);
    expect(markedText(scanner.mentions()).at(-1)).toBe("Nvidia");
    element("#a").normalize();
    await changeWithin(NAVIGATION_MS);
    expect(markedText(scanner.mentions())).toEqual(["Netflix", "Nvidia"]);
    expect(
      scanner
        .mentions()
        .flatMap((mention) => spansOf(mention))
        .every(({ node }) => node === textOf("#a")),
    ).toBe(true);
  });

  it("loses the mentions of what was removed", async () => {
    const { surfaces, changeWithin, scanner } = await open("<p id=a>Netflix rose.</p><p>Nvidia fell.</p>");
    const gone = scanner.mentions()[0];
    element("#a").remove();
    const { removed, added } = await changeWithin(NAVIGATION_MS);
    expect([mentionsIn(removed), added]).toEqual([[gone], []]);
    expect(surfaces()).toEqual(["Nvidia"]);
  });

  it("is no longer believed to be about a company when what introduced it is gone", async () => {
    const { surfaces, changeWithin } = await open(
      "<p id=a>Target Corporation (NYSE: TGT) rose.</p><p>Then Target fell.</p>",
    );
    expect(surfaces().at(-1)).toBe("Target");
    element("#a").remove();
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual([]);
  });

  it("is read to the end of a navigation without a new page within half a second", async () => {
    const { surfaces, changeWithin, changes } = await open("<main><p>Netflix rose.</p><p>Nvidia fell.</p></main>");
    element("main").replaceChildren(paragraph("Walmart rose."), paragraph("Costco fell."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Walmart", "Costco"]);
    expect(changes).toHaveLength(2);
  });

  it("that goes on without end has only the new marked, with one question a portion", async () => {
    const story = (name: string, n: number) => `${name} rose in week ${n}, and the shops were full of people.`;
    const { scanner, asked, changeWithin } = await open(`<main><p>${story("Netflix", 0)}</p></main>`);
    for (let portion = 1; portion <= 10; portion += 1) {
      const standing = scanner.mentions();
      const names = ["Walmart", "Costco", "Netflix", "Nvidia"];
      element("main").append(...names.map((name) => paragraph(story(name, portion))));
      const { added, removed } = await changeWithin(NAVIGATION_MS);
      expect([surfacesOf(added), removed]).toEqual([names, []]);
      expect(scanner.mentions().slice(0, standing.length)).toEqual(standing);
      expect(asked.length).toBe(portion + 1);
      // What is known is the context of what is new.
      expect(asked.at(-1)).toHaveLength(1 + portion * names.length);
    }
  });

  it("is left alone while nobody looks at it, and read when somebody does", async () => {
    const { surfaces, asked, changes, changeWithin } = await open("<p>Netflix rose.</p>");
    const before = asked.length;
    showTab(false);
    document.body.append(paragraph("Walmart rose."));
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    showTab(true);
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Netflix", "Walmart"]);
    expect([asked.length - before, changes.length]).toEqual([1, 2]);
  });

  it("finds mentions again in a line that got something else in it, with the next change", async () => {
    const { scanner, surfaces, changeWithin } = await open("<p>Shares of <b id=a>Netflix</b> rose.</p>");
    const button = document.createElement("button");
    button.textContent = "Buy";
    element("#a").before(button);
    document.body.append(paragraph("Walmart fell."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Netflix", "Walmart"]);
    expect(markedText(scanner.mentions())).toEqual(["Netflix", "Walmart"]);
  });

  it("reads a line again when asked to, without any change that it was told of", async () => {
    const { scanner, asked, changes, changeWithin } = await open(
      "<p>Shares of <b>Netflix</b> rose<i hidden> again</i>.</p>",
    );
    element("i").removeAttribute("hidden");
    scanner.recheck(changes.flatMap(({ added }) => added));
    await changeWithin(NAVIGATION_MS);
    expect(asked.at(-1)).toEqual(["Shares of Netflix rose again."]);
  });

  it("keeps the mentions of what was moved, in the page's new order, and tells of the change", async () => {
    const { surfaces, changeWithin } = await open("<ul><li>Netflix rose.</li><li>Nvidia fell.</li></ul>");
    element("ul").append(element("li"));
    const { added, removed } = await changeWithin(NAVIGATION_MS);
    expect([added, removed, surfaces()]).toEqual([[], [], ["Nvidia", "Netflix"]]);
  });

  it("loses the mentions of what was moved into a frame's page", async () => {
    const { scanner, changeWithin, surfaces } = await open("<p>Netflix rose.</p><p>Boeing fell.</p>");
    frameBody().append(element("p"));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Boeing"]);
    expect(markedText(scanner.mentions())).toEqual(["Boeing"]);
  });

  it("has read what came from a frame's page, in an open shadow root too", async () => {
    const { scanner, changeWithin, surfaces } = await open("<p>Netflix rose.</p>");
    const body = frameBody();
    setHtml(body, "<section><p>Boeing<br>fell, <b>Nvidia</b> rose.</p><div></div></section>");
    setHtml(body.querySelector("div")?.attachShadow({ mode: "open" }) as never, "<p>Walmart fell.</p>");
    document.body.prepend(...body.children);
    await changeWithin(NAVIGATION_MS);
    while (!surfaces().includes("Walmart")) await changeWithin(NAVIGATION_MS);
    expect(markedText(scanner.mentions())).toEqual(["Boeing", "Nvidia", "Walmart", "Netflix"]);
    textOf("b").data = "Intel";
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Boeing", "Intel", "Walmart", "Netflix"]);
  });

  it("keeps the mentions of a part that is not shown for a while, and believes what it says", async () => {
    const { surfaces, changeWithin } = await open(
      "<div id=a><p>Target Corporation (NYSE: TGT) rose.</p></div><p>Then Target fell.</p>",
    );
    const before = surfaces();
    element("#a").hidden = true;
    document.body.append(paragraph("Walmart fell."));
    await changeWithin(NAVIGATION_MS);
    expect(before.length).toBeGreaterThan(2);
    expect(surfaces()).toEqual([...before, "Walmart"]);
  });

  it.each([["hidden"], ["style", "display:none"]])(
    "reads a part that its own attributes hide (%s) as soon as they no longer do",
    async (attribute, value = "") => {
      const { surfaces, changeWithin } = await open(
        `<section ${attribute}="${value}"><div hidden><p>Walmart rose.</p></div><p>Netflix fell.</p></section>`,
      );
      const before = surfaces();
      element("section").className = "soon";
      await visibilityKnown();
      await vi.advanceTimersByTimeAsync(NAVIGATION_MS);
      element("section").removeAttribute(attribute);
      await visibilityKnown();
      await changeWithin(NAVIGATION_MS);
      const half = surfaces();
      element("div").hidden = false;
      await visibilityKnown();
      await changeWithin(NAVIGATION_MS);
      expect([before, half, surfaces()]).toEqual([[], ["Netflix"], ["Walmart", "Netflix"]]);
    },
  );

  it.each([
    ["display: none", "a class"],
    ["visibility: hidden", "a class, with a click"],
  ])("reads a part that a style sheet hides (%s) as soon as it is shown by %s", async (rule) => {
    const { surfaces, changeWithin } = await open(`<style>.gone { ${rule} }</style><p class=gone>Walmart rose.</p>`);
    const before = surfaces();
    element("p").className = "";
    element("p").click();
    await visibilityKnown();
    await changeWithin(NAVIGATION_MS);
    expect([before, surfaces()]).toEqual([[], ["Walmart"]]);
  });

  it("reads a page that hides its text by `visibility` until a script shows it, once the reader scrolls", async () => {
    const { surfaces, changeWithin } = await open(
      "<style>.soon { visibility: hidden } main { height: 5000px }</style><main class=soon><p>Walmart rose.</p></main>",
    );
    const before = surfaces();
    element("main").className = "";
    scrollTo({ top: 50, behavior: "instant" });
    await new Promise((resolve) => addEventListener("scrollend", resolve, { once: true }));
    await visibilityKnown();
    await changeWithin(NAVIGATION_MS);
    expect([before, surfaces()]).toEqual([[], ["Walmart"]]);
  });

  it("marks what is not editable any more", async () => {
    const { surfaces, changeWithin } = await open("<div contenteditable><p>Walmart rose.</p></div>");
    element("div").removeAttribute("contenteditable");
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Walmart"]);
  });

  it("does not read a part once more because what it looks like changes", async () => {
    const { asked, changeWithin } = await open("<section hidden><p>Walmart rose.</p></section>");
    const section = element("section");
    await visibilityKnown();
    section.hidden = false;
    await visibilityKnown();
    await changeWithin(NAVIGATION_MS);
    section.style.height = "50px";
    await visibilityKnown();
    expect([asked.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it("forgets the mentions of a part that the reader may write in later, and tells nobody what that says", async () => {
    const { surfaces, asked, changeWithin } = await open("<p id=a>Netflix rose.</p><p>Nvidia fell.</p>");
    element("#a").setAttribute("contenteditable", "");
    document.body.append(paragraph("Walmart fell."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "Walmart"]);
    expect(asked.at(-1)).toEqual(["Nvidia fell.", "Walmart fell."]);
  });

  it("wakes the background as soon as it changes, while more may come", async () => {
    const { asked, woken, changeWithin } = await open("<p>Netflix rose.</p>");
    const before = [asked.length, woken()];
    document.body.append(paragraph("Walmart fell."));
    await Promise.resolve();
    const gathering = [asked.length, woken()];
    await changeWithin(NAVIGATION_MS);
    expect([before, gathering, [asked.length, woken()]]).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it("wakes the background for text that comes after something else went, and for a part that is shown", async () => {
    const { woken } = await open("<p>Netflix rose.</p><section hidden><p>Nvidia fell.</p></section>");
    await visibilityKnown();
    element("p").remove();
    await Promise.resolve();
    const gone = woken();
    document.body.append(paragraph("Walmart fell."));
    await Promise.resolve();
    const came = woken();
    await vi.advanceTimersByTimeAsync(NAVIGATION_MS);
    element("section").hidden = false;
    await visibilityKnown();
    expect([gone, came, woken()]).toEqual([0, 1, 2]);
  });

  it.each<[string, () => void]>([
    ["comes without text", () => document.body.append(document.createElement("p"), paragraph(" \n"))],
    ["goes", () => element("p").remove()],
    ["the reader writes", () => element("[contenteditable]").append("Walmart")],
    [
      "is a script's",
      () => document.body.append(Object.assign(document.createElement("style"), { textContent: "p {}" })),
    ],
  ])("leaves the background asleep for what %s", async (_, change) => {
    const { asked, woken } = await open("<p>Netflix rose.</p><div contenteditable>I</div>");
    const before = asked.length;
    change();
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(NAVIGATION_MS);
    expect([woken(), asked.length]).toEqual([0, before]);
  });

  it("has not changed when our own card comes and goes", async () => {
    await open("<p>Netflix rose.</p>");
    const card = document.createElement("div");
    claimElement(card);
    for (const act of [() => document.documentElement.append(card), () => card.remove()]) {
      act();
      await Promise.resolve();
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it("is not read any more once it was told to stop", async () => {
    const { stop } = await open("<p>Netflix rose.</p>");
    stop();
    document.body.append(paragraph("Walmart rose."));
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it.each([
  ["waits for what opens their cards before it tells mentions", "<p>Netflix rose.</p>", ["awaited", "told"]],
  ["waits for nothing where there are none", "<p>Nothing rose.</p>", []],
])("a reading %s", async (_, html, expected) => {
  document.body.innerHTML = html;
  const lifetime = new AbortController();
  const order: string[] = [];
  const { settled } = createScanner({
    ask: createDetectionAsk({}, () => undefined),
    wakeBackground: () => undefined,
    signal: lifetime.signal,
    beforeMentions: async () => {
      await new Promise(requestAnimationFrame);
      order.push("awaited");
    },
    onChange: ({ added }) => {
      if (added.length > 0) order.push("told");
    },
  });
  await settled;
  lifetime.abort();
  expect(order).toEqual(expected);
});

it("a reading that ends before it has begun asks nothing", async () => {
  document.body.innerHTML = "<p>Netflix rose.</p>";
  const lifetime = new AbortController();
  const asked: string[] = [];
  const { settled } = createScanner({
    ask: createDetectionAsk({}, (request) => asked.push(request)),
    wakeBackground: () => undefined,
    signal: lifetime.signal,
    beforeMentions: async () => undefined,
    onChange: () => undefined,
  });
  lifetime.abort();
  await settled;
  expect(asked).toEqual([]);
});

/** Makes the document say that its tab is in front or not, as it does when the reader changes tabs. */
function showTab(visible: boolean): void {
  if (visible) Reflect.deleteProperty(document, "hidden");
  else Object.defineProperty(document, "hidden", { configurable: true, value: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** Too long to be asked about at once. */
const LONG_PAGE = `<p id=first>Shares of Nvidia (NASDAQ: NVDA) rose.</p>${"<p>Rain is expected.</p>".repeat(1_500)}<p>Netflix rose.</p>`;

it("a paragraph that is written anew after it was read in a long page keeps its mentions", async () => {
  const { changes, changeWithin, surfaces } = await open(LONG_PAGE);
  const before = changes.length;
  const { scheduler } = globalThis as unknown as { scheduler: { yield: () => Promise<void> } };
  const pause = scheduler.yield;
  scheduler.yield = () => {
    scheduler.yield = pause;
    element("#first").replaceWith(element("#first").cloneNode(true));
    return pause.call(scheduler);
  };
  document.body.append("Rain has come.");
  await changeWithin(NAVIGATION_MS);
  await vi.advanceTimersByTimeAsync(NAVIGATION_MS);
  expect(changes.slice(before).map(({ added }) => surfacesOf(added))).toEqual(
    changes.slice(before).map(({ removed }) => surfacesOf(removed)),
  );
  expect(surfaces()).toEqual(["Nvidia", "NVDA", "Netflix"]);
});

it("mentions are known by the time that they are told", async () => {
  document.body.innerHTML = "<p>Netflix rose.</p>";
  const lifetime = new AbortController();
  let knownWhenTold: string[] = [];
  const scanner = createScanner({
    ask: createDetectionAsk({}, () => undefined),
    wakeBackground: () => undefined,
    signal: lifetime.signal,
    beforeMentions: async () => undefined,
    onChange: () => {
      knownWhenTold = surfacesOf(scanner.mentions());
    },
  });
  await scanner.settled;
  lifetime.abort();
  expect(knownWhenTold).toEqual(["Netflix"]);
});

describe("text that the background has not answered about", () => {
  async function openUnanswered(): Promise<ScannedPage> {
    const opened = await open("<p id=names></p><p id=other>Rain is expected.</p>");
    opened.silence(true);
    element("#names").textContent = "Shares of Nvidia (NASDAQ: NVDA) rose.";
    await opened.changeWithin(NAVIGATION_MS);
    expect(opened.surfaces()).toEqual([]);
    opened.silence(false);
    return opened;
  }

  it.each(["pageshow", "visibilitychange"])("is asked about again at %s, when the reader comes back", async (type) => {
    const { changeWithin, surfaces } = await openUnanswered();
    dispatchEvent(new Event(type));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "NVDA"]);
  });

  it("keeps its mentions where it is still the same", async () => {
    const { silence, changeWithin, surfaces } = await open("<p id=names>Shares of Nvidia (NASDAQ: NVDA) rose.</p>");
    silence(true);
    element("#names").setAttribute("role", "note");
    element("#names").after(document.createElement("hr"), "Rain is expected.");
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "NVDA"]);
  });

  it("keeps its mentions where it is the same in a long page, of which parts are asked about first", async () => {
    const { silence, changeWithin, surfaces } = await open(LONG_PAGE);
    silence(true);
    document.body.append("Rain has come.");
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "NVDA", "Netflix"]);
  });

  it("is asked about again when something else changes", async () => {
    const { changeWithin, surfaces } = await openUnanswered();
    element("#other").textContent = "Rain has come.";
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "NVDA"]);
  });
});

describe("an open shadow root", () => {
  const attach = (selector: string, html: string, mode: ShadowRootMode = "open") => {
    const root = element(selector).attachShadow({ mode });
    root.innerHTML = html;
    return root;
  };

  it.each(["<x-story id=host></x-story>", "<div id=host></div>", "<section id=host></section>"])(
    "is read where it was there before: %s",
    async (html) => {
      const { surfaces } = await open(`<p>Nvidia fell.</p>${html}<p>Costco, too.</p>`, () =>
        attach("#host", "<p>Netflix rose.</p>"),
      );
      expect(surfaces()).toEqual(["Nvidia", "Netflix", "Costco"]);
    },
  );

  it("with text right in it holds its mentions once, however often that changes", async () => {
    let root: ShadowRoot | undefined;
    const { surfaces, changeWithin } = await open("<x-story id=host></x-story>", () => {
      root = attach("#host", "Netflix rose.");
    });
    for (const day of ["Tuesday", "Wednesday"]) {
      (root?.firstChild as Text).data = `Netflix rose on ${day}.`;
      await changeWithin(NAVIGATION_MS);
      expect(surfaces()).toEqual(["Netflix"]);
    }
  });

  it("has its mentions where its host is after that was moved", async () => {
    const { surfaces, changeWithin } = await open(
      "<p>Nvidia fell.</p><x-story id=host></x-story><p>Boeing rose.</p>",
      () => attach("#host", "<p>Netflix rose.</p>"),
    );
    document.body.append(paragraph("Walmart rose."), element("#host"));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "Boeing", "Walmart", "Netflix"]);
  });

  it("is read among thousands, in messages that the background takes", async () => {
    const words = "<i>a</i> <i>quiet</i> <i>day</i> ".repeat(3);
    const { surfaces, asked } = await open("<x-story></x-story>".repeat(2_500), () => {
      for (const host of document.querySelectorAll("x-story")) host.attachShadow({ mode: "open" }).innerHTML = words;
      document.querySelector("x-story:last-child")?.shadowRoot?.append(paragraph("Netflix rose."));
    });
    expect(surfaces()).toEqual(["Netflix"]);
    // As many as one long text is asked about at a time.
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(1_100);
  });

  it("is read within another", async () => {
    const { surfaces } = await open("<x-outer id=host></x-outer>", () => {
      const outer = attach("#host", "<x-inner></x-inner><p>Nvidia fell.</p>");
      outer.querySelector("x-inner")?.attachShadow({ mode: "open" }).append(paragraph("Netflix rose."));
    });
    expect(surfaces().sort()).toEqual(["Netflix", "Nvidia"]);
  });

  it("is watched: what changes in it is read", async () => {
    let root: ShadowRoot | undefined;
    const { surfaces, changeWithin } = await open("<x-story id=host></x-story>", () => {
      root = attach("#host", "<p>Netflix rose.</p>");
    });
    root?.querySelector("p")?.replaceWith(paragraph("Walmart rose."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Walmart"]);
  });

  it("is read on a host that was added", async () => {
    const { surfaces, changeWithin } = await open("<p>Nvidia fell.</p>");
    const host = document.createElement("x-story");
    document.body.append(host);
    host.attachShadow({ mode: "open" }).append(paragraph("Netflix rose."));
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia", "Netflix"]);
  });

  it("is read within a second when an element that was long there gets it, though nothing else changes", async () => {
    const { surfaces, changeWithin } = await open("<p>Nvidia fell.</p><x-story id=host></x-story>");
    attach("#host", "<p>Netflix rose.</p>");
    await changeWithin(1_000);
    expect(surfaces()).toEqual(["Nvidia", "Netflix"]);
  });

  it("loses its mentions with its host", async () => {
    const { surfaces, changeWithin } = await open("<p>Nvidia fell.</p><x-story id=host></x-story>", () =>
      attach("#host", "<p>Netflix rose.</p>"),
    );
    element("#host").remove();
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Nvidia"]);
  });

  it("has them again when its host comes back", async () => {
    const { surfaces, changeWithin } = await open("<p>Nvidia fell.</p><x-story id=host></x-story>", () =>
      attach("#host", "<p>Netflix rose.</p>"),
    );
    const host = element("#host");
    host.remove();
    await changeWithin(NAVIGATION_MS);
    document.body.prepend(host);
    await changeWithin(NAVIGATION_MS);
    expect(surfaces()).toEqual(["Netflix", "Nvidia"]);
  });

  it("of our own card is not read, nor what is closed", async () => {
    const { surfaces, asked } = await open(
      "<div id=card></div><x-closed id=host></x-closed><p>Nvidia fell.</p>",
      () => {
        claimElement(element("#card"));
        attach("#card", "<p>Netflix rose.</p>");
        attach("#host", "<p>Walmart rose.</p>", "closed");
      },
    );
    expect(surfaces()).toEqual(["Nvidia"]);
    expect(asked.flat()).toEqual(["Nvidia fell."]);
  });
});

describe("the day a page was published", () => {
  const DATED = (day: string) =>
    `<article><time datetime="${day}T09:30:00Z">today</time><p>Netflix rose.</p></article>`;

  it("is known when the page says it only later, whatever else changed before", async () => {
    const { scanner, changeWithin } = await open("<p>Boeing rose.</p>");
    element("p").after(paragraph("Nvidia rose."));
    await changeWithin(NAVIGATION_MS);
    expect(scanner.publication()).toBeNull();
    document.body.insertAdjacentHTML("beforeend", DATED("2025-11-12"));
    await changeWithin(NAVIGATION_MS);
    expect(scanner.publication()?.day).toBe("2025-11-12");
  });

  it("comes with the instant, where the page states hour and zone", async () => {
    const { scanner } = await open(DATED("2025-11-12"));
    expect(scanner.publication()).toEqual({ day: "2025-11-12", at: Date.UTC(2025, 10, 12, 9, 30) });
  });

  it("is asked of nobody where the page states no year", async () => {
    const asked: string[] = [];
    document.body.innerHTML = '<time datetime="09:30">today</time><p>Netflix rose.</p>';
    const lifetime = new AbortController();
    const { settled, publication } = createScanner({
      ask: createDetectionAsk({}, (request) => asked.push(request)),
      wakeBackground: () => undefined,
      signal: lifetime.signal,
      beforeMentions: async () => undefined,
      onChange: () => undefined,
    });
    await settled;
    lifetime.abort();
    expect([asked, publication()]).toEqual([["identify"], null]);
  });

  it("is known when a script of the page adds its data later", async () => {
    const { scanner, changeWithin } = await open("<p>Boeing rose.</p>");
    const data = document.createElement("script");
    data.type = "application/ld+json";
    data.text = '{"@type":"NewsArticle","datePublished":"2025-11-12T09:30:00Z"}';
    document.head.append(data);
    element("p").after(paragraph("Nvidia rose."));
    await changeWithin(NAVIGATION_MS);
    data.remove();
    expect(scanner.publication()?.day).toBe("2025-11-12");
  });

  it("is what the page's data says, wherever they stand, and not another date in its head", async () => {
    const other = document.createElement("meta");
    other.name = "date";
    other.content = "2025-11-01";
    document.head.append(other);
    const data = '<script type="application/ld+json">{"datePublished":"2025-11-12T09:30:00Z"}</script>';
    const { scanner } = await open(`<p>Boeing rose.</p>${data}`);
    other.remove();
    expect(scanner.publication()?.day).toBe("2025-11-12");
  });

  it("is another one when the page shows another article under another title", async () => {
    const title = document.title;
    const { scanner, changeWithin } = await open(DATED("2025-11-12"));
    document.title = "Another article";
    document.body.innerHTML = DATED("2025-11-13");
    await changeWithin(NAVIGATION_MS);
    document.title = title;
    expect(scanner.publication()?.day).toBe("2025-11-13");
  });
});
