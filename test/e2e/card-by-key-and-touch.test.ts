import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { NEWS, newsPage } from "./harness/pages";
import { startOnDemoMarket, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/card/keys`;
const ELSEWHERE = `${NEWS}/card/elsewhere`;

const BODY = newsPage(`
  <button>First</button>
  <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday, <a href="#followed">as did Baidu Inc. (BIDU)</a>.</p>
  <p style="margin-top: 1500px">Far below, Microsoft Corp. (MSFT) was steady.</p>
  <div id="stage" style="background: white"><p>On stage: Alphabet Inc. (GOOGL).</p></div>`);

describe.each(BROWSERS)("without a mouse, in $name,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await startOnDemoMarket(start, {
      [ARTICLE]: BODY,
      [ELSEWHERE]: newsPage("<p>Elsewhere.</p>"),
    });
  });
  afterAll(() => run?.close());

  async function read(): Promise<void> {
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
  }

  const command = (name: string) => run.command(tab, name);
  const focused = () => tab.evaluate(() => document.activeElement?.localName ?? null, null);
  const focusButton = () => tab.evaluate(() => document.querySelector("button")?.focus(), null);
  /** The ringed text, once it is another one than before. */
  const ringedAfter = async (before: string) => (await tab.waitFor(ringedTexts, before)) || [];

  it("walks by command from mention to mention, ringing and announcing each, the focus staying in the page", async () => {
    await read();
    await focusButton();
    const seen: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      const before = seen.at(-1) ?? "";
      await command("next-mention");
      seen.push(...(await ringedAfter(before)));
    }
    expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
    expect(await focused()).toBe("button");
    await command("previous-mention");
    expect(await ringedAfter(seen.at(-1) ?? "")).toEqual([seen.at(-2)]);
    await tab.waitFor(isAnnounced, "percent");
  });

  it("opens by command with the focus inside, and closes with the focus back where it was", async () => {
    await read();
    await focusButton();
    await command("open-card");
    await tab.card("3.28 points");
    expect(await focused()).toBe("div");
    expect(await tab.evaluate(focusedDialog, null)).toContain("(BABA)");
    await tab.press("Tab");
    await tab.press("Escape");
    await tab.noCard();
    expect(await focused()).toBe("button");
    await command("open-card");
    await tab.card("3.28 points");
    await command("close-card");
    await tab.noCard();
    expect(await focused()).toBe("button");
  });

  it("opens with a tap, closes with a tap elsewhere, and leaves links to be followed", async () => {
    await read();
    const mention = await tab.placeOf("BABA");
    await tab.tap(mention.x, mention.y);
    await tab.card("3.28 points");
    await tab.tap(900, 20);
    await tab.noCard();
    const link = await tab.placeOf("BIDU");
    await tab.tap(link.x, link.y);
    await tab.waitFor(() => location.hash === "#followed", null);
    await tab.noCard();
  });

  it("shows nothing while text is being selected", async () => {
    await read();
    const { x, y } = await tab.placeOf("BABA");
    await tab.mouse.move(x - 100, y);
    await tab.mouse.down();
    for (const left of [80, 60, 40, 20, 0]) await tab.mouse.move(x - left, y);
    await tab.noCardFor(600);
    await tab.mouse.up();
  });

  it("stands inside the page's fullscreen element", async () => {
    await read();
    await tab.evaluate(() => {
      const stage = document.querySelector("#stage");
      document.querySelector("button")?.addEventListener("click", () => void stage?.requestFullscreen());
    }, null);
    const button = await tab.middleOf("button");
    await tab.mouse.click(button.x, button.y);
    await tab.waitFor(() => document.fullscreenElement !== null, null);
    await tab.hover("GOOGL");
    await tab.card("GOOGL");
    expect(await tab.evaluate(() => document.querySelector("div[popover=manual]")?.parentElement?.id, null)).toBe(
      "stage",
    );
    await tab.evaluate(() => document.exitFullscreen(), null);
  });

  it("does not move for a reader who wants less motion", async () => {
    await run.prefer({ reducedMotion: true });
    await read();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    const name = await tab.evaluate(() => {
      const note = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".note");
      return note ? getComputedStyle(note).animationName : null;
    }, null);
    expect(name).toBe("none");
  });

  it("is gone when the reader comes back to the page", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    await tab.goTo(ELSEWHERE);
    await tab.goBack();
    await tab.marked("BABA");
    await tab.noCard();
  });

  it("refuses a click on the star under an overlay that hides in a closed root", async () => {
    await read();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    await tab.evaluate(() => {
      const host = document.createElement("div");
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText =
        "inset: 0; width: 100vw; height: 100vh; pointer-events: none; opacity: 0.99; background: white";
      host.attachShadow({ mode: "closed" }).append(cover);
      document.body.append(host);
      cover.showPopover();
    }, null);
    await tab.evaluate(framesFor, 800);
    const star = await tab.middleOf(".star");
    await tab.mouse.click(star.x, star.y);
    await tab.card("Not changed");
    expect(await tab.evaluate(starState, null)).toBe("false");
  });
});

// The functions below run inside the page: each stands alone.

function ringedTexts(before: string): string[] | false {
  const texts = [...(CSS.highlights.get("sq-e") ?? [])].map(String);
  return texts.length > 0 && texts[0] !== before && texts;
}

function isAnnounced(words: string): boolean {
  const status = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector("[role=status]");
  return status?.textContent?.includes(words) ?? false;
}

/** Real time, as it is the subject: a card that has stood for less refuses every click. */
function framesFor(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = performance.now() + durationMs;
    const step = () => (performance.now() >= end ? resolve() : requestAnimationFrame(step));
    step();
  });
}

/** The label of the dialog that has the focus: in Firefox the card's host is the dialog, because its box is inert. */
function focusedDialog(): string | null {
  const outer = document.activeElement;
  const dialog = outer?.shadowRoot?.activeElement ?? outer;
  return dialog?.role === "dialog" ? dialog.ariaLabel : null;
}

function starState(): string | null {
  const star = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".star");
  return star?.getAttribute("aria-pressed") ?? null;
}
