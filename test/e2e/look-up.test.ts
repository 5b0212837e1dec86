import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

const PAGE = `${NEWS}/selection`;
const ELSEWHERE = `${NEWS}/field-and-component`;

describe.each(BROWSERS)("the context menu's entry in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage("<p id=word>We bought it from alibaba last week.</p>"));
    run.network.servePage(
      ELSEWHERE,
      newsPage(
        `<textarea>alibaba, and what else is typed</textarea>
        <div id=component><template shadowrootmode=open><p>alibaba, bought last week</p><input value="alibaba"></template></div><p id=other>Other words.</p>`,
      ),
    );
    await agree(run);
  });
  afterAll(() => run?.close());

  it("shows the card of the selected company, where no mark stands, and leaves it there", async () => {
    const tab = await run.open(PAGE);
    await tab.toFront();
    await tab.evaluate(() => {
      const text = document.querySelector("#word")?.firstChild;
      const at = text?.nodeValue?.indexOf("alibaba") ?? -1;
      if (text) getSelection()?.setBaseAndExtent(text, at, text, at + "alibaba".length);
    }, null);
    await run.lookUp(tab, "alibaba");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    // A card whose mention is gone closes within 600 ms.
    await tab.evaluate(milliseconds, 1_500);
    expect(await tab.card("3.28 points")).toContain("$160.80");
    // Another window, and the words are not there any more.
    await tab.evaluate(() => document.querySelector("#word")?.replaceChildren("Something else."), null);
    await tab.evaluate(() => dispatchEvent(new Event("resize")), null);
    await tab.noCard();
  });

  it("shows it beside a field or a component in which the word is selected", async () => {
    const tab = await run.open(ELSEWHERE);
    await tab.toFront();
    for (const select of [selectInField, selectInComponent, selectInFieldOfComponent]) {
      const place = await tab.evaluate(select, null);
      await run.lookUp({ ...tab, placeOf: async () => place }, "alibaba");
      expect(await tab.card("3.28 points")).toContain("$160.80");
      expect(Math.abs((await tab.evaluate(topOfCard, null)) - place.y)).toBeLessThan(100);
      await tab.press("Escape");
      await tab.noCard();
    }
    expect(JSON.stringify(run.network.outgoing())).not.toContain("typed");
  });
});

// Run inside the page.
function selectInField(): { x: number; y: number } {
  const field = document.querySelector("textarea");
  if (!field) throw new Error("no field");
  // Words of the page that were selected before, far below.
  const other = document.querySelector<HTMLElement>("#other");
  if (other) {
    other.style.marginTop = "400px";
    getSelection()?.selectAllChildren(other);
  }
  field.focus();
  field.setSelectionRange(0, "alibaba".length);
  const { left, top } = field.getBoundingClientRect();
  return { x: left + 15, y: top + 10 };
}

function selectInFieldOfComponent(): { x: number; y: number } {
  const field = document.querySelector("#component")?.shadowRoot?.querySelector("input");
  if (!field) throw new Error("no component");
  field.focus();
  field.select();
  const { left, top } = field.getBoundingClientRect();
  return { x: left + 15, y: top + 10 };
}

function topOfCard(): number {
  return (
    document.querySelector(":popover-open")?.shadowRoot?.querySelector("[role=dialog]")?.getBoundingClientRect().top ??
    1e9
  );
}

function selectInComponent(): { x: number; y: number } {
  const text = document.querySelector("#component")?.shadowRoot?.querySelector("p")?.firstChild;
  if (!text) throw new Error("no component");
  getSelection()?.setBaseAndExtent(text, 0, text, "alibaba".length);
  const range = new Range();
  range.selectNode(text);
  const { left, top, height } = range.getBoundingClientRect();
  return { x: left + 15, y: top + height / 2 };
}

function milliseconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count));
}
