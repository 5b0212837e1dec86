import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { askedForFigures, everyone, yahooWith } from "./harness/market";
import type { NetworkReply } from "./harness/network";
import { ALIBABA, NEWS } from "./harness/pages";
import { startOver, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json;charset=utf-8";

/** A message of the catalogue as a pattern: its placeholders stand for any text. */
function saying(key: keyof typeof texts): RegExp {
  const literal = texts[key].replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(literal.replace(/\{\w+\}/g, ".+"));
}

const json = (status: number, value: unknown): NetworkReply => ({
  status,
  contentType: JSON_TYPE,
  body: JSON.stringify(value),
});
const NOT_FOUND = json(404, {
  chart: { result: null, error: { code: "Not Found", description: "No data found, symbol may be delisted" } },
});
const ANOTHER_SHAPE = json(200, { chart: { result: [{ closes: [160.8] }], error: null } });

const FAILURES: readonly (readonly [string, NetworkReply, RegExp])[] = [
  ["cannot be reached", "unreachable", saying("failure_unreachable")],
  ["do not find a ticker that the directory knows", NOT_FOUND, saying("failure_notFound")],
  [
    "ask us to wait",
    { status: 429, contentType: "text/plain", body: "Edge: Too Many Requests" },
    saying("failure_rateLimited"),
  ],
  [
    "answer with a page",
    { status: 200, contentType: HTML, body: "<!doctype html><title>Hi</title>" },
    saying("failure_sourceBroken"),
  ],
  ["answer in another shape", ANOTHER_SHAPE, saying("failure_sourceBroken")],
  [
    "send us to a page that asks for consent",
    { status: 302, contentType: HTML, body: "", headers: { location: "https://consent.yahoo.com/v2/collectConsent" } },
    saying("failure_sourceBroken"),
  ],
  ["have a problem", { status: 503, contentType: HTML, body: "<h1>503</h1>" }, saying("failure_sourceDown")],
];

describe.each(BROWSERS)("in $name, the card over BABA", ({ name, start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.servePage(ARTICLE, ALIBABA);
  });
  afterAll(() => run?.close());

  // The article anew, read by somebody who has only just agreed.
  beforeEach(async () => {
    run.network.answerWith(everyone("unreachable"));
    await startOver(run);
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
  });
  afterEach(() => run.setOffline(false));

  it.each(FAILURES)("says so when all sources %s", async (_, reply, sentence) => {
    run.network.answerWith(everyone(reply));
    await tab.hover("BABA");
    expect(await tab.card(sentence)).not.toMatch(/\$\d/);
  });

  it("says so when the browser is offline", async () => {
    await run.setOffline(true);
    if (name === "Firefox") {
      // It tells its processes one after the other.
      const own = await run.openOwnPage("options");
      await own.waitFor(() => !navigator.onLine, null);
      await own.close();
      await tab.toFront();
    }
    await tab.hover("BABA");
    expect(await tab.card(saying("failure_offline"))).not.toMatch(/\$\d/);
  });

  it("claims nothing of a company whose source answers without bars", async () => {
    const market = { ...DEMO_MARKET, BABA: { ...DEMO_MARKET.BABA, closes: [] } };
    run.network.answerWith(yahooWith(market as typeof DEMO_MARKET));
    await tab.hover("BABA");
    expect(await tab.card(saying("failure_notFound"))).not.toMatch(/\$\d/);
  });

  it("shows the close without a comparison when the benchmark has no bar of that day", async () => {
    const index = DEMO_MARKET["^GSPC"];
    const market = { ...DEMO_MARKET, "^GSPC": { ...index, closes: index?.closes.slice(0, -1) } };
    run.network.answerWith(yahooWith(market as typeof DEMO_MARKET));
    await tab.hover("BABA");
    expect(await tab.card(saying("card_noBenchmark"))).toMatch(/\$160\.80(?![\s\S]*points)/);
  });

  it("shows figures although the background was killed a moment before", async () => {
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await run.killBackground();
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
  });

  it("says so when the reader withheld the source's hosts, and asks nobody", async () => {
    run.network.answerWith(yahooWith(DEMO_MARKET));
    const before = askedForFigures(run).length;
    await run.allowOnly(new URL(NEWS).host);
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card(saying("failure_noPermission"))).not.toMatch(/\$\d/);
    expect(askedForFigures(run).slice(before)).toEqual([]);
  });
});
