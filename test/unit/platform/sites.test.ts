import { beforeEach, expect, it } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";

interface Script {
  readonly id: string;
  readonly js: readonly string[];
  readonly runAt: string;
  readonly matches: readonly string[];
}

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
standInForBrowser({ runtime: { id: "sidequote" }, scripting });
const { runContentAt } = await import("../../../src/platform/sites");

const BLOG = "https://blog.example.org/*";
const OTHER = "https://other.example.org/*";
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
