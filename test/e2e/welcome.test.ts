import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { agree } from "./harness/reader";

describe.each(BROWSERS)("the welcome page in $name", ({ name, start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
  });
  afterAll(() => run?.close());

  it("answers in its own sentence: first with the need to agree, which its own button meets, then with figures", async () => {
    const welcome = await run.openOwnPage("welcome");
    await welcome.marked("Alibaba Group Holding Ltd");
    // Our own words about sources ("Cboe") are no mentions.
    expect(new Set(await welcome.marks())).toEqual(new Set(["Alibaba Group Holding Ltd"]));
    // Firefox asks for consent itself, at install.
    if (name === "Chromium") {
      await welcome.hover("BABA");
      await welcome.card(texts.failure_noConsent);
      expect(run.network.outgoing()).toEqual([]);
      const button = await welcome.middleOf(".remedy");
      await welcome.mouse.click(button.x, button.y);
      expect(await welcome.card("3.28 points")).toContain("$160.80");
      await welcome.press("Escape");
      await welcome.noCard();
      await welcome.leave();
    }
    await agree(run, { underlinesAll: false });
    await welcome.hover("BABA");
    expect(await welcome.card("3.28 points")).toContain("$160.80");
    await welcome.close();
  });
});
