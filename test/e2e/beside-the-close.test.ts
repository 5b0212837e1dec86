import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import type { OwnPage } from "./harness/own-page";
import { ALIBABA, NEWS } from "./harness/pages";
import { openBesideOptions } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const { BABA } = DEMO_MARKET;
if (!BABA) throw new Error("the demo's market has no BABA");

/** An evening on which a dividend left the price, and trading went on after the close. */
const MARKET = {
  ...DEMO_MARKET,
  BABA: {
    ...BABA,
    dividends: [
      ["2025-06-12", 2],
      ["2025-11-11", 1],
    ] as [string, number][],
    afterHours: [
      ["16:01", 160.5],
      ["17:21", 148.2],
    ] as [string, number][],
  },
};

describe.each(BROWSERS)("what moved beside the price, in $name", ({ start }) => {
  let run: ExtensionRun;
  let options: OwnPage;
  let tab: Tab;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    ({ options, tab } = await openBesideOptions(run, ARTICLE, "BABA"));
  });
  afterAll(() => run?.close());

  /** Ticks a box of the options page while the article stays open in its own tab. */
  async function tick(label: string, on: boolean): Promise<void> {
    await options.toFront();
    await options.tick(label, on);
    await options.reads(texts.options_saved);
    await tab.toFront();
    await tab.leave();
    await tab.noCard();
  }
  const askedAfterHours = () => run.network.outgoing().filter(({ url }) => url.includes("includePrePost=true"));

  it("names the dividend that left the price that day", async () => {
    await tab.toFront();
    await tab.hover("BABA");
    // $1 of the close before, $165.89.
    expect(await tab.card("3.28 points")).toContain("Ex-dividend $1.00: −0.60 points of the move");
  });

  it("asks for nothing after hours while the row is off, as it is at first", async () => {
    expect(askedAfterHours()).toEqual([]);
    await options.toFront();
    expect(await options.evaluate(isTicked, texts.options_rowAfterHours)).toBe(false);
  });

  it("says what was paid after hours once the reader wants the row, with one request and its time", async () => {
    await tick(texts.options_rowAfterHours, true);
    await tab.hover("BABA");
    // 12.60 of 160.80 dollars.
    const card = await tab.card("After hours");
    expect(card).toContain("After hours $148.20, −7.84% from the close, 5:21 PM");
    expect(card).toContain("Trailed the S&P 500 (+0.21%) by 3.28 points");
    expect(card).toContain("$160.80");
    expect(askedAfterHours()).toHaveLength(1);
  });

  it("asks no second time for a card that is opened again soon", async () => {
    await tab.leave();
    await tab.noCard();
    const before = askedAfterHours().length;
    await tab.hover("BABA");
    await tab.card("After hours");
    expect(askedAfterHours()).toHaveLength(before);
  });

  it("takes the row out of open tabs when the reader does not want it any more", async () => {
    await tick(texts.options_rowAfterHours, false);
    await tab.hover("BABA");
    // A change reaches the open card as well.
    await tab.card(/^(?![\s\S]*After hours)[\s\S]*3\.28 points/);
    expect(askedAfterHours()).toHaveLength(1);
  });

  it("counts dividends as reinvested in the periods, and says so, where the reader wants that", async () => {
    await tab.leave();
    await tab.noCard();
    await tab.hover("BABA");
    await tab.card("3.28 points");
    const more = await tab.middleOf(".more");
    await tab.mouse.click(more.x, more.y);
    const before = yearIn(await tab.card("1Y"));
    expect(await tab.evaluate(standsOut, ".horizons")).toBe(false);
    await tick(texts.options_reinvested, true);
    await tab.hover("BABA");
    const card = await tab.card("With dividends reinvested");
    expect(yearIn(card)).toBeGreaterThan(before);
  });
});

/** The listing's change over a year, as the table of periods says it, in percent. */
function yearIn(card: string): number {
  const [, sign, size] = /1Y\s+([+−])([\d.]+)%/.exec(card) ?? [];
  return Number(size) * (sign === "−" ? -1 : 1);
}

// The functions below run inside the page: each stands alone.

function isTicked(label: string): boolean | undefined {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  return boxes.find(({ labels }) => [...(labels ?? [])].some(({ innerText }) => innerText.trim() === label))?.checked;
}

/** Whether this part of the card crosses the card's edges. */
function standsOut(selector: string): boolean {
  const root = document.querySelector(":popover-open")?.shadowRoot;
  const [card, part] = [".card", selector].map((one) => root?.querySelector(one)?.getBoundingClientRect());
  if (!card || !part) throw new Error(`no ${selector} in a card`);
  return part.left < card.left || part.right > card.right;
}
