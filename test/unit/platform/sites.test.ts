import { beforeEach, expect, it } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";

interface Script {
  readonly id: string;
  readonly js: readonly string[];
  readonly runAt: string;
  readonly matches: readonly string[];
}

const BLOG = "https://blog.example.org/*";
const OTHER = "https://other.example.org/*";

/** Registered content scripts as browsers keep them: no id twice, and none changed or taken away that is not there. */
const registered = new Map<string, Script>();
const needs = (id: string, isThere: boolean) => {
  if (registered.has(id) !== isThere) throw new Error(`${id} is ${isThere ? "not there" : "there already"}`);
};
const scripting = {
  getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
    [...registered.values()].filter(({ id }) => ids.includes(id)),
  registerContentScripts: async (scripts: Script[]) => {
    for (const { id } of scripts) needs(id, false);
    for (const script of scripts) registered.set(script.id, script);
  },
  updateContentScripts: async (scripts: Script[]) => {
    for (const { id } of scripts) needs(id, true);
    for (const script of scripts) registered.set(script.id, script);
  },
  unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
    for (const id of ids) needs(id, true);
    for (const id of ids) registered.delete(id);
  },
};
/** Tabs as Chromium finds them: an empty list of patterns is no condition. */
const tabs = {
  query: async ({ url }: { url: string[] }) => (url.length === 0 || url.includes(BLOG) ? [{ id: 7 }] : []),
};
standInForBrowser({ runtime: { id: "sidequote" }, scripting, tabs });
const { runContentAt, tabsAt } = await import("../../../src/platform/sites");

const running = () =>
  [...registered.values()].map(({ js, runAt, matches }) => `${js} at ${runAt} on ${matches}`).sort();

beforeEach(() => registered.clear());

it("runs our script where the reader granted, and nowhere once nothing is granted", async () => {
  await runContentAt([BLOG], []);
  expect(running()).toEqual([`content.js at document_idle on ${BLOG}`]);
  await runContentAt([BLOG, OTHER], []);
  expect(running()).toEqual([`content.js at document_idle on ${BLOG},${OTHER}`]);
  await runContentAt([], []);
  expect(running()).toEqual([]);
  await runContentAt([], []);
});

it("finds the tabs at patterns, and none without any", async () => {
  expect(await tabsAt([OTHER, BLOG])).toEqual([7]);
  expect(await tabsAt([OTHER])).toEqual([]);
  expect(await tabsAt([])).toEqual([]);
});
