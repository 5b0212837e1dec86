import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { askedForFigures, yahooWith } from "./harness/market";
import type { NetworkReply } from "./harness/network";
import { ALIBABA, NEWS } from "./harness/pages";
import { disagree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;

describe.each(BROWSERS)("while the reader does not agree, in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await disagree(run);
  });
  afterAll(() => run?.close());

  it("the card asks for it and nobody is asked; afterwards there are figures", async () => {
    const before = await run.open(ARTICLE);
    await before.marked("BABA");
    await before.hover("BABA");
    await before.card(texts.failure_noConsent);
    expect(askedForFigures(run)).toEqual([]);
    const welcome = await run.openOwnPage("welcome");
    await welcome.pressButton(texts.welcome_agree);
    await welcome.waitFor(() => document.querySelector(".wl-consent .wl-done") !== null, null);
    await welcome.close();
    const after = await run.open(ARTICLE);
    await after.marked("BABA");
    await after.hover("BABA");
    expect(await after.card("3.28 points")).toContain("$160.80");
  });

  it("nobody else is asked once the reader has taken it back while a source was being asked", async () => {
    let refuse = (): void => undefined;
    // Not a lost connection, after which Firefox's own network repeats a request ten times.
    const refused = new Promise<NetworkReply>((resolve) => {
      refuse = () => resolve({ status: 503, contentType: "text/plain", body: "" });
    });
    run.network.answerWith(() => refused);
    const asked = () => run.network.outgoing().filter(({ url }) => /MSFT|META/.test(url));
    const tab = await run.open(ARTICLE);
    await tab.marked("Microsoft");
    await tab.hover("Microsoft");
    await expect.poll(asked, { timeout: 10_000 }).not.toEqual([]);
    await disagree(run);
    const before = asked().length;
    refuse();
    await tab.toFront();
    await tab.hover("Meta");
    await tab.card(texts.failure_noConsent);
    expect(asked()).toHaveLength(before);
  });
});
