import { describe, expect, it } from "vitest";
import { createLookUp } from "../../../src/background/look-up";
import { createSearch } from "../../../src/background/search";
import { createPageAnswers } from "../../../src/content/page-answers";
import { ok } from "../../../src/domain/failure";
import type { Listing } from "../../../src/domain/listing";
import { createTextOf } from "../../../src/ui/text";
import { catalogueOf } from "../../fakes/catalogues";

const ALIBABA: Listing = {
  ticker: "BABA",
  name: "Alibaba Group Holding Limited",
  exchange: "NYSE",
  kind: "adr",
  aliases: ["Alibaba"],
  formerTickers: [],
};

function searchWith({ consented = true } = {}) {
  const asked: string[] = [];
  const askers: unknown[] = [];
  const find = createSearch({
    listings: async () => [ALIBABA, { ...ALIBABA, ticker: "9988.HK", exchange: "HONGKONG" }],
    hasConsent: async () => consented,
    askProvider: async (query, asker) => {
      asked.push(query);
      askers.push(asker);
      return ok([{ ticker: "ZZZ", name: "Zed", exchange: "" }]);
    },
    text: createTextOf((key) => catalogueOf("ja")[key] ?? ""),
  });
  const search = (query: string, asker = { isPrivate: false }) => find(query, asker);
  return { search, asked, askers };
}

describe("the popup's search", () => {
  it("asks nobody for what the directory knows, and names exchanges in the reader's language", async () => {
    const { search, asked } = searchWith();
    const listings = [
      { ticker: "BABA", exchange: "NYSE" },
      { ticker: "9988.HK", exchange: "香港" },
    ];
    expect(await search("alibaba")).toMatchObject({ value: { listings } });
    expect(asked).toEqual([]);
  });

  it("asks the provider for what the directory does not know", async () => {
    const { search, asked } = searchWith();
    expect(await search("zed")).toMatchObject({ value: { listings: [{ ticker: "ZZZ" }], failure: null } });
    expect(asked).toEqual(["zed"]);
  });

  it("tells the provider's memory when the popup stands over a private window", async () => {
    const { search, askers } = searchWith();
    await search("zed", { isPrivate: true });
    expect(askers).toEqual([{ isPrivate: true }]);
  });

  it("asks nobody without consent", async () => {
    const { search, asked } = searchWith({ consented: false });
    expect(await search("zed")).toMatchObject({ value: { listings: [], failure: { kind: "no-consent" } } });
    expect(asked).toEqual([]);
  });
});

describe("looking up a selection", () => {
  /** The content script's own answers; nothing is selected for which it would use the rest of a page. */
  const page = createPageAnswers({
    cards: { current: () => null, load: async () => ({ openForSelection: () => undefined }) },
    otherFrames: {},
  } as unknown as Parameters<typeof createPageAnswers>[0]);
  function lookUpIn({ listens = true, mayRun = true } = {}) {
    const log: string[] = [];
    let listening = listens;
    const lookUp = createLookUp({
      askPage: async (_, frameId, request, payload) => {
        log.push(`${request} ${JSON.stringify(payload)} in ${frameId}${listening ? "" : " (nobody)"}`);
        return (listening ? ((await page[request](payload as never)) ?? null) : null) as never;
      },
      runContentIn: async () => {
        log.push("inject");
        listening = mayRun;
        return mayRun;
      },
      named: async (text) => (text === "Alibaba" ? ALIBABA : undefined),
      showQuestionMark: async () => void log.push("?"),
    });
    return { lookUp, log };
  }
  const press = (selection: string) => ({ tabId: 1, frameId: 3, selection });
  const card = `show-card-for-selection {"ticker":"BABA","name":"Alibaba Group Holding Limited"} in 3`;

  it("shows the card in the frame of the selection", async () => {
    const { lookUp, log } = lookUpIn();
    await lookUp(press(" Alibaba "));
    expect(log).toEqual([card]);
  });

  it("brings the content script where none is", async () => {
    const { lookUp, log } = lookUpIn({ listens: false });
    await lookUp(press("Alibaba"));
    expect(log).toEqual([`${card} (nobody)`, "inject", card]);
  });

  it("says by a question mark that the page cannot show the card", async () => {
    const { lookUp, log } = lookUpIn({ listens: false, mayRun: false });
    await lookUp(press("Alibaba"));
    expect(log).toEqual([`${card} (nobody)`, "inject", "?"]);
  });

  it("tries a ticker that the directory lacks, with or without its cash sign", async () => {
    const { lookUp, log } = lookUpIn();
    await lookUp(press("$ZZZ"));
    expect(log).toEqual([`show-card-for-selection {"ticker":"ZZZ","name":"ZZZ"} in 3`]);
  });

  it.each(["the weather", "", "x".repeat(500)])("says by a question mark that %j is no listing", async (selection) => {
    const { lookUp, log } = lookUpIn();
    await lookUp(press(selection));
    expect(log).toEqual(["?"]);
  });
});
