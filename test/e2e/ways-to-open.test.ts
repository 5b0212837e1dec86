import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { isInCard } from "./harness/in-page";
import { yahooWith } from "./harness/market";
import type { OwnPage } from "./harness/own-page";
import { NEWS, newsPage } from "./harness/pages";
import { agree, closeWelcome, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/card/ways`;
const BODY = newsPage(`
  <p>Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday.</p>
  <p><a href="#followed">Baidu Inc. (BIDU)</a> did, too.</p>
  <p style="margin-top: 300px">Nothing is named here.</p>`);
const QUOTE = "https://www.google.com/finance/quote/BABA:NYSE";

/** Three times the dwell, in which no card may come. */
const LONG_REST_MS = 600;

/** Browsers tell the time in steps. */
const TIMER_MS = 5;

describe.each(BROWSERS)("the reader's way of opening, in $name,", ({ start }) => {
  let run: ExtensionRun;
  let ownPage: OwnPage;
  let tab: Tab;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, BODY);
    run.network.servePage(QUOTE, newsPage("<p>A quote page.</p>"));
    await agree(run);
    await closeWelcome(run);
    ownPage = await run.openOwnPage("welcome");
  });
  afterAll(() => run?.close());

  async function read(patch: object): Promise<void> {
    const reply = await ownPage.evaluate(changeSettings, patch);
    expect(reply).toMatchObject({ ok: true, value: { refused: [] } });
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA", "BIDU");
  }

  describe("by resting,", () => {
    const trigger = { kind: "hover", modifier: "alt", dwellMs: 900 };

    it("shows the card when the dwell has passed, at first and ever after, and nothing where the pointer passes by", async () => {
      await read({ trigger });
      await tab.evaluate(watchRests, null);
      for (const turn of ["first", "again"]) {
        await tab.hover("BABA");
        await tab.card("3.28 points");
        const rested = await tab.evaluate(() => Reflect.get(window, "rested") as number, null);
        expect(rested, turn).toBeGreaterThanOrEqual(trigger.dwellMs - TIMER_MS);
        await tab.leave();
        await tab.noCard();
      }
      await tab.hover("BABA");
      await tab.leave();
      await tab.noCardFor(trigger.dwellMs + LONG_REST_MS);
    });
  });

  describe("with a key held down,", () => {
    const trigger = { kind: "modifier", modifier: "shift", dwellMs: 200 };

    it("shows nothing on resting alone, and the card once the key goes down", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await tab.noCardFor(LONG_REST_MS);
      await tab.holdDown("Shift");
      await tab.card("3.28 points");
      await tab.letGo("Shift");
      await tab.card("3.28 points");
    });

    it("shows it when the pointer arrives with the key held, and not for another key", async () => {
      await read({ trigger });
      await tab.holdDown("Control");
      await tab.hover("BABA");
      await tab.noCardFor(LONG_REST_MS);
      await tab.letGo("Control");
      await tab.leave();
      await tab.holdDown("Shift");
      await tab.hover("BABA");
      await tab.card("3.28 points");
      await tab.letGo("Shift");
    });
  });

  describe("by click,", () => {
    const trigger = { kind: "click", modifier: "alt", dwellMs: 200 };

    it("shows nothing on resting, the card on a click, and closes it with a click elsewhere", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await tab.noCardFor(LONG_REST_MS);
      const { x, y } = await tab.placeOf("BABA");
      await tab.mouse.click(x, y);
      await tab.card("3.28 points");
      await tab.mouse.click(900, 350);
      await tab.noCard();
    });

    it("leaves a link to be followed", async () => {
      await read({ trigger });
      const { x, y } = await tab.placeOf("BIDU");
      await tab.mouse.click(x, y);
      await tab.waitFor(() => location.hash === "#followed", null);
      await tab.noCardFor(LONG_REST_MS);
    });
  });

  describe("what the card leads to:", () => {
    const trigger = { kind: "hover", modifier: "alt", dwellMs: 200 };

    it("the menu opens the options", async () => {
      await read({ trigger });
      await tab.hover("BABA");
      await tab.card("3.28 points");
      const menu = await tab.middleOf(".menu-place .action");
      await tab.mouse.click(menu.x, menu.y);
      const options = await tab.middleOf(".menu-item:last-child");
      const opened = await run.opened(() => tab.mouse.click(options.x, options.y));
      await opened.waitFor(() => location.pathname === "/options.html", null);
      await opened.close();
    });

    it("the link opens the reader's quote page, which learns nothing of the page", async () => {
      await read({ trigger, card: { quotePage: "google" } });
      await tab.hover("BABA");
      await tab.card("3.28 points");
      // The exchange, which is in the address, comes with the star.
      await tab.waitFor(isInCard, ".star");
      const link = await tab.middleOf("a.name");
      const opened = await run.opened(() => tab.mouse.click(link.x, link.y));
      await opened.waitFor((address) => location.href === address && document.readyState === "complete", QUOTE);
      expect(await opened.evaluate(() => [document.referrer, window.opener], null)).toEqual(["", null]);
      await opened.close();
    });
  });

  it("has a key for each command that moves or opens, as the browser really assigned them", async () => {
    await read({});
    const keys = await ownPage.evaluate(keysOfCommands, null);
    expect(keys).toMatchObject({
      "next-mention": "Alt+Shift+J",
      "previous-mention": "Alt+Shift+K",
      "open-card": "Alt+Shift+Q",
    });
  });
});

// The functions below run inside one of our pages: each stands alone.

/** What these tests use of the browser's API. */
declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: object) => Promise<unknown> };
  readonly commands: { readonly getAll: () => Promise<{ readonly name: string; readonly shortcut: string }[]> };
};

/**
 * Has `window.rested` say how long the pointer had been over the
 * element where it is when a card last opened, in milliseconds.
 */
function watchRests(): void {
  let since = 0;
  const listening = { capture: true, passive: true };
  addEventListener(
    "pointerover",
    ({ timeStamp }) => {
      since = timeStamp;
    },
    listening,
  );
  document.addEventListener(
    "beforetoggle",
    (event) => {
      if ((event as ToggleEvent).newState === "open") Reflect.set(window, "rested", performance.now() - since);
    },
    listening,
  );
}

function changeSettings(patch: object): Promise<unknown> {
  return chrome.runtime.sendMessage({ request: "change-settings", payload: { patch } });
}

async function keysOfCommands(): Promise<Record<string, string>> {
  const commands = await chrome.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
}
