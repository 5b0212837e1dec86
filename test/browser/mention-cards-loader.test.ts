import { afterEach, beforeEach, expect, it } from "vitest";
import type { MentionCards, MentionCardsDeps } from "../../src/content/card/mention-cards";
import { offerMentionCards, withdrawMentionCards } from "../../src/content/card/mention-cards-slot";
import { createMentionCardsLoader, type MentionCardsLoader } from "../../src/content/mention-cards-loader";
import { fail, ok } from "../../src/domain/failure";
import type { Ask } from "../../src/platform/ask";

let lifetime: AbortController;
let asked: string[];
let made: MentionCardsDeps[];
/** Whether the browser lets the background run the script. */
let mayRun: boolean;
let loader: MentionCardsLoader;

beforeEach(() => {
  lifetime = new AbortController();
  asked = [];
  made = [];
  mayRun = true;
  loader = createMentionCardsLoader({
    ask: (async (request: string) => {
      asked.push(request);
      await Promise.resolve();
      if (mayRun) offerMentionCards(makeCards);
      return mayRun ? ok(null) : fail({ kind: "no-answer" });
    }) as Ask,
    signal: lifetime.signal,
  } as MentionCardsDeps);
});

afterEach(() => {
  lifetime.abort();
  withdrawMentionCards();
});

function makeCards(deps: MentionCardsDeps): MentionCards {
  made.push(deps);
  return {} as MentionCards;
}

it("what opens cards is loaded once, however often it is needed", async () => {
  expect(loader.current()).toBeNull();
  const [first, second] = await Promise.all([loader.load(), loader.load()]);
  expect(first).not.toBeNull();
  expect(second).toBe(first);
  expect(await loader.load()).toBe(first);
  expect(loader.current()).toBe(first);
  expect(asked).toEqual(["inject-mention-cards"]);
  expect(made).toHaveLength(1);
});

it("a script that is there already is not asked for", async () => {
  offerMentionCards(makeCards);
  expect(await loader.load()).not.toBeNull();
  expect(asked).toEqual([]);
});

it("if the browser refused, the next need asks again", async () => {
  mayRun = false;
  expect(await loader.load()).toBeNull();
  mayRun = true;
  expect(await loader.load()).not.toBeNull();
  expect(asked).toHaveLength(2);
});

it("nothing is made for a reading that has ended meanwhile", async () => {
  const loading = loader.load();
  lifetime.abort();
  expect(await loading).toBeNull();
  expect(made).toEqual([]);
});

it("an event that the page makes itself does not ask again", async () => {
  mayRun = false;
  await loader.load();
  for (const type of ["visibilitychange", "prerenderingchange"]) document.dispatchEvent(new Event(type));
  expect(asked).toHaveLength(1);
});
