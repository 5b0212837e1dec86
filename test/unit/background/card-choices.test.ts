import { describe, expect, it } from "vitest";
import { createCardChoices } from "../../../src/background/card-choices";
import { applyPatch, DEFAULT_SETTINGS, LIST_LIMIT, neverMarked, type Settings } from "../../../src/domain/settings";
import type { CardChoice } from "../../../src/protocol/card-requests";

const PAGE = { url: "https://www.reuters.com/markets", incognito: false };

function setUp(settings: Settings = DEFAULT_SETTINGS) {
  let kept = settings;
  const choose = createCardChoices({
    read: async () => kept,
    change: async (patch) => {
      kept = applyPatch(kept, typeof patch === "function" ? patch(kept) : patch);
      return kept;
    },
  });
  return { choose, kept: () => kept };
}

const NEVER_HERE: CardChoice = { choice: "never", word: "Apple", everywhere: false };

describe("a choice in the card's menu", () => {
  it("takes a word off the asking page's site, and no other's", async () => {
    const { choose, kept } = setUp();
    expect(await choose(NEVER_HERE, PAGE)).toMatchObject({ ok: true });
    expect(neverMarked(kept(), "reuters.com")).toEqual(["Apple"]);
    expect(neverMarked(kept(), "uk.reuters.com")).toEqual(["Apple"]);
    expect(neverMarked(kept(), "cnbc.com")).toEqual([]);
    expect(neverMarked(kept(), null)).toEqual([]);
  });
  it("takes a word off everywhere", async () => {
    const { choose, kept } = setUp();
    await choose({ ...NEVER_HERE, everywhere: true }, PAGE);
    expect(neverMarked(kept(), "cnbc.com")).toEqual(["Apple"]);
  });
  it("keeps a word once", async () => {
    const { choose, kept } = setUp();
    for (const everywhere of [true, true, false, false]) await choose({ ...NEVER_HERE, everywhere }, PAGE);
    expect([kept().detection.never.length, kept().sites.never.length]).toEqual([1, 1]);
  });
  it("switches the asking page's own site off", async () => {
    const { choose, kept } = setUp();
    await choose({ choice: "site-off" }, PAGE);
    expect(kept().sites.off).toEqual(["reuters.com"]);
  });
  it("keeps the card's form, and whether more is shown", async () => {
    const { choose, kept } = setUp();
    await choose({ choice: "form", form: "compact" }, PAGE);
    await choose({ choice: "more", open: true }, PAGE);
    expect(kept().card).toMatchObject({ form: "compact", more: true });
  });
  it.each<[string, string, CardChoice, object, Settings]>([
    ["in a private window", "private-window", NEVER_HERE, { ...PAGE, incognito: true }, DEFAULT_SETTINGS],
    [
      "about a page without a site",
      "aborted",
      { choice: "site-off" },
      { ...PAGE, url: "file:///tmp/a.html" },
      DEFAULT_SETTINGS,
    ],
    [
      "once the list is full",
      "list-full",
      { ...NEVER_HERE, everywhere: true },
      PAGE,
      applyPatch(DEFAULT_SETTINGS, {
        detection: { never: Array.from({ length: LIST_LIMIT }, (_, index) => `word ${index}`) },
      }),
    ],
  ])("changes nothing %s, and fails with %s", async (_, kind, choice, asker, settings) => {
    const { choose, kept } = setUp(settings);
    expect(await choose(choice, asker as typeof PAGE)).toEqual({ ok: false, failure: { kind } });
    expect(kept()).toEqual(settings);
  });
});
