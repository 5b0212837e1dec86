import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { NEWS, newsPage } from "./harness/pages";

const CANARY = "canary-key-51d0";
const PAGE = `${NEWS}/keys`;

describe.each(BROWSERS)("a key in $name", ({ name, start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start();
  });
  afterAll(() => run?.close());

  it("is kept over a reload, never synced, and in Firefox not where pages can read", async () => {
    const options = await run.openOwnPage("options");
    await options.waitFor(typeKey, CANARY);
    // A page that is closed takes its unfinished writes along.
    await expect.poll(() => options.evaluate(isKept, CANARY)).toBe(true);
    await options.close();
    const again = await run.openOwnPage("options");
    await again.waitFor((key) => document.querySelector<HTMLInputElement>(".op-key input")?.value === key, CANARY);
    const { local, sync } = await again.evaluate(storedTexts, null);
    expect(sync).not.toContain(CANARY);
    expect(local.includes(CANARY)).toBe(name === "Chromium");
    await again.close();
  });

  it("is not to be had by a content script, whatever it reads", async () => {
    run.network.servePage(PAGE, newsPage("<p>A page.</p>"));
    const tab = await run.open(PAGE);
    const options = await run.openOwnPage("options");
    const seen = await options.evaluate(readAsContentScript, PAGE);
    // In Firefox content scripts read the storage: that it was read at all shows that the key is not in it.
    expect(seen).toContain(run.browser === "firefox" ? "welcomed" : "not allowed");
    expect(seen).not.toContain(CANARY);
    expect(seen).not.toContain('"name":"keys"');
    await options.close();
    await tab.close();
  });
});

// The functions below run inside the page: each stands alone.

function typeKey(key: string): boolean {
  const field = document.querySelector<HTMLInputElement>(".op-key input");
  if (!field) return false;
  field.value = key;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** Whether the key has reached its place: extension storage, or Firefox's database. */
async function isKept(key: string): Promise<boolean> {
  const { storage } = (Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome")) as StorageApi;
  if (JSON.stringify(await storage.local.get(null)).includes(key)) return true;
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === "keys")) return false;
  return new Promise<boolean>((resolve, reject) => {
    const opening = indexedDB.open("keys");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const [store] = database.objectStoreNames;
      const reading = store === undefined ? null : database.transaction(store).objectStore(store).getAll();
      const finish = () => {
        database.close();
        resolve(JSON.stringify(reading?.result ?? null).includes(key));
      };
      if (reading) reading.onsuccess = finish;
      else finish();
    };
  });
}

interface StorageApi {
  readonly storage: Record<"local" | "sync", { get: (keys: null) => Promise<object> }>;
}

async function storedTexts(): Promise<Record<"local" | "sync", string>> {
  const { storage } = (Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome")) as StorageApi;
  return {
    local: JSON.stringify(await storage.local.get(null)),
    sync: JSON.stringify(await storage.sync.get(null)),
  };
}

/** All that a content script in the tab at `url` can read of storage and databases; runs in one of our pages. */
async function readAsContentScript(url: string): Promise<string> {
  const { tabs, scripting } = Reflect.get(globalThis, "chrome");
  const [{ id: tabId }] = await tabs.query({ url });
  const [{ result }] = await scripting.executeScript({
    target: { tabId },
    func: async () => {
      const { storage } = Reflect.get(globalThis, "chrome");
      const read = (area: "local" | "sync") => storage[area].get(null).then(JSON.stringify, String);
      const databases = JSON.stringify(await indexedDB.databases());
      return [await read("local"), await read("sync"), databases].join("\n");
    },
  });
  return result;
}
