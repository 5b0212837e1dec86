import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { frames, isInCard, isNotInCard } from "./harness/in-page";
import { NEWS, newsPage } from "./harness/pages";
import { startOnDemoMarket, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/card/input`;
const QUOTE = "https://finance.yahoo.com/quote/BABA";
const DIALOG = `${NEWS}/card/dialog`;
/** A component of the page whose dialog is in an open shadow root. */
const DIALOG_PAGE = newsPage(`<div id="app"></div><script>
  const root = document.querySelector("#app").attachShadow({ mode: "open" });
  root.innerHTML = "<dialog><p style='margin: 0 400px 300px 0'>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p></dialog>";
  root.querySelector("dialog").showModal();
</script>`);
const PAGE = newsPage(
  "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower on Tuesday.</p><button>Elsewhere</button>",
);

describe.each(BROWSERS)("the reader's hands on the card, in $name:", ({ name, start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await startOnDemoMarket(start, {
      [ARTICLE]: PAGE,
      [DIALOG]: DIALOG_PAGE,
      [QUOTE]: newsPage("Quote"),
    });
  });
  afterAll(() => run?.close());

  async function open(): Promise<void> {
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    await tab.card("3.28 points");
    await tab.waitFor(isInCard, ".star");
  }

  async function click(selector: string): Promise<void> {
    const { x, y } = await tab.middleOf(selector);
    await tab.mouse.click(x, y);
  }

  const inCard = (selector: string) => tab.evaluate(isInCard, selector);

  it("a press that is let go on another button does nothing", async () => {
    await open();
    const more = await tab.middleOf(".more");
    const menu = await tab.middleOf(".menu-place button");
    await tab.mouse.move(more.x, more.y);
    await tab.mouse.down();
    await tab.mouse.move(menu.x, menu.y);
    await tab.mouse.up();
    expect(await inCard("fieldset")).toBe(false);
    expect(await inCard(".more[aria-expanded=true]")).toBe(false);
    await click(".menu-place button");
    await tab.waitFor(isInCard, "fieldset");
  });

  it("a menu that is longer than the card can be pressed to its end", async () => {
    await open();
    await click(".menu-place button");
    const opened = await run.opened(() => click(".menu-item:last-child"));
    await opened.waitFor(() => location.pathname === "/options.html", null);
    await opened.close();
  });

  it("the name opens the company's quote page, clicked or by Enter", async () => {
    await open();
    const clicked = await run.opened(() => click(".name"));
    await clicked.waitFor((address) => location.href === address, QUOTE);
    await clicked.close();
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await run.command(tab, "open-card");
    await tab.card("3.28 points");
    await tab.waitFor(isInCard, ".star");
    await tab.press("Tab");
    const entered = await run.opened(() => tab.press("Enter"));
    await entered.waitFor((address) => location.href === address, QUOTE);
    await entered.close();
  });

  it("the pointer and the arrow keys read days from the chart", async () => {
    await open();
    await click(".more");
    await tab.waitFor(isInCard, ".plot");
    const plot = await tab.middleOf(".plot");
    await tab.mouse.move(plot.x, plot.y);
    await tab.waitFor(isInCard, ".plot .reader");
    await tab.mouse.move(plot.x, plot.y - 150);
    await tab.waitFor(isNotInCard, ".plot .reader");
    await click(".plot");
    for (const key of ["Home", "ArrowRight"]) await tab.press(key);
    await tab.waitFor(isInCard, ".plot[aria-valuenow='1']");
  });

  it("Tab goes through the controls, and back with Shift", async () => {
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await run.command(tab, "open-card");
    await tab.card("3.28 points");
    await tab.waitFor(isInCard, ".star");
    await tab.press("Tab");
    await tab.press("Tab");
    await tab.waitFor(isKeyboardOn, "star");
    await tab.holdDown("Shift");
    await tab.press("Tab");
    await tab.letGo("Shift");
    await tab.waitFor(isKeyboardOn, "name");
  });

  it("a page that brings the focus back finds no button under the keyboard", async () => {
    await open();
    const menuOpens = async (opens: boolean) => tab.waitFor(opens ? isInCard : isNotInCard, "fieldset");
    await click(".menu-place button");
    await menuOpens(true);
    await tab.press("Enter");
    await menuOpens(false);
    await tab.evaluate(() => {
      document.querySelector("button")?.focus();
      document.querySelector<HTMLElement>("html > div[popover=manual]")?.focus();
    }, null);
    await tab.press("Enter");
    await click(".menu-place button");
    await menuOpens(true);
  });

  it("a page that kept the focus elsewhere while a button was clicked finds no button under the keyboard", async () => {
    await open();
    await tab.evaluate(() => addEventListener("mousedown", (event) => event.preventDefault(), true), null);
    await click(".menu-place button");
    await tab.waitFor(isInCard, "fieldset");
    await tab.evaluate(() => document.querySelector<HTMLElement>("html > div[popover=manual]")?.focus(), null);
    await tab.press("Enter");
    expect(await inCard("fieldset")).toBe(true);
  });

  it("what is selected in the page later is the page's to copy", async () => {
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await run.command(tab, "open-card");
    await tab.card("3.28 points");
    const { x, y } = await tab.middleOf(".close");
    await tab.mouse.move(x - 20, y);
    await tab.mouse.down();
    await tab.mouse.move(x + 20, y);
    await tab.mouse.up();
    await tab.evaluate(() => {
      addEventListener("copy", () => document.body.append(document.createElement("output")));
      document.querySelector("button")?.focus();
      getSelection()?.selectAllChildren(document.body);
    }, null);
    await tab.holdDown("Control");
    await tab.press("c");
    await tab.letGo("Control");
    await tab.waitFor(() => document.querySelector("output") !== null, null);
  });

  it("in a dialog inside a shadow root of the page's, the star counts", async () => {
    tab = await visit(run, tab, DIALOG);
    await tab.marked("Alibaba Group Holding Ltd");
    const mention = (await tab.waitFor(placeInDialog, "p")) ?? expect.unreachable("no text");
    await tab.mouse.move(mention.x - 3, mention.y);
    await tab.mouse.move(mention.x, mention.y);
    await tab.waitFor(placeInDialog, ".star");
    await tab.evaluate(frames, 45);
    const star = (await tab.evaluate(placeInDialog, ".star")) ?? expect.unreachable("no star");
    await tab.mouse.move(star.x, star.y);
    await tab.mouse.click(star.x, star.y);
    await tab.waitFor(placeInDialog, ".star[aria-pressed=true]");
  });

  it("in a window too low for it, a wheel scrolls it", async () => {
    tab = await visit(run, tab, ARTICLE);
    await tab.resize(1000, 110);
    await tab.marked("BABA");
    await tab.hover("BABA");
    await tab.card("160.80");
    await tab.waitFor(isInCard, ".card[data-tight]");
    const name = await tab.middleOf(".name");
    await tab.mouse.move(name.x, name.y);
    await tab.mouse.wheel(60);
    await tab.waitFor(isScrolled, null);
    await tab.resize(1000, 700);
  });

  it.runIf(name === "Firefox")("the text that is selected is shaded, and nothing beside it", async () => {
    await open();
    const from = await tab.middleOf(".ticker");
    const to = await tab.middleOf(".source");
    await tab.mouse.move(from.x, from.y);
    await tab.mouse.down();
    await tab.mouse.move(to.x, to.y);
    await tab.mouse.up();
    await tab.waitFor(isInCard, ".shade > div");
    expect(await tab.evaluate(shadedBeyondText, null)).toEqual([]);
  });

  it("in a window too low for it, a finger scrolls it", async () => {
    tab = await visit(run, tab, ARTICLE);
    await tab.resize(1000, 110);
    await tab.marked("BABA");
    await run.command(tab, "open-card");
    await tab.card("160.80");
    await tab.waitFor(isInCard, ".card[data-tight]");
    const { x, y } = await tab.middleOf(".close");
    await tab.touchDown(x, y);
    for (const up of [10, 20, 30, 40]) await tab.touchMove(x, y - up);
    await tab.touchUp();
    await tab.waitFor(isScrolled, null);
    await tab.resize(1000, 700);
  });

  it.runIf(name === "Firefox")("what an icon means stands beside the pointer that rests on it", async () => {
    await open();
    const star = await tab.middleOf(".star");
    await tab.mouse.move(star.x - 1, star.y);
    await tab.mouse.move(star.x, star.y);
    await tab.waitFor(isInCard, ".tip");
    await tab.mouse.move(star.x - 200, star.y);
    await tab.waitFor(isNotInCard, ".tip");
  });
});

/** Whether the keyboard is on the card's element of a class, and that can be seen. */
function isKeyboardOn(name: string): boolean {
  const root = document.querySelector("html > div[popover=manual]")?.shadowRoot;
  const at = root?.querySelector(`.${name}`);
  return at?.matches(":focus-visible, [data-focused]") === true && getComputedStyle(at).outlineStyle === "solid";
}

/** The widths of the shades that are not over a text of the card's. */
function shadedBeyondText(): number[] {
  const root = document.querySelector("html > div[popover=manual]")?.shadowRoot;
  const shades = [...(root?.querySelectorAll(".shade > div") ?? [])].map((shade) => shade.getBoundingClientRect());
  const texts = [...(root?.querySelectorAll(".who, .answer, .verdict, .foot, .note p") ?? [])];
  const isOver = (shade: DOMRect) =>
    texts.some((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return shade.left >= left - 1 && shade.right <= right + 1 && shade.top >= top - 4 && shade.bottom <= bottom + 4;
    });
  return shades.filter((shade) => !isOver(shade)).map(({ width }) => width);
}

/** The place of the first text line in the page's dialog, or of something in the card there. */
function placeInDialog(selector: string): { x: number; y: number } | null {
  const dialog = document.querySelector("#app")?.shadowRoot?.querySelector("dialog");
  const found =
    dialog?.querySelector("div[popover]")?.shadowRoot?.querySelector(selector) ?? dialog?.querySelector(selector);
  if (!found) return null;
  const { left, top, width, height } = found.getBoundingClientRect();
  return selector === "p" ? { x: left + 40, y: top + 8 } : { x: left + width / 2, y: top + height / 2 };
}

function isScrolled(): boolean {
  const note = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".note");
  return (note?.scrollTop ?? 0) > 0;
}
