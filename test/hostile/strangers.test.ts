import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/strangers`;

/** Another extension, as anybody may write one; its manifest lends the page its right to send messages. */
const STRANGER = {
  manifest_version: 3,
  name: "Stranger",
  version: "1",
  background: { service_worker: "stranger.js" },
  host_permissions: [`${NEWS}/*`],
  content_scripts: [{ matches: [`${NEWS}/*`], js: ["in-page.js"] }],
  externally_connectable: { matches: [`${NEWS}/*`], ids: ["*"] },
};

/** What is tried from each place: every request of ours, what the background tells pages, and bare noise. */
const ENVELOPES: readonly object[] = [
  { request: "public-settings", payload: {} },
  { request: "settings-state", payload: {} },
  { request: "watchlist", payload: {} },
  { request: "compare", payload: { ticker: "BABA" } },
  { request: "identify", payload: { blocks: [{ text: "Alibaba rose.", links: [] }] } },
  { request: "star", payload: { ticker: "BABA", starred: true } },
  { request: "change-settings", payload: { patch: { badge: false } } },
  { request: "change-watchlist", payload: { changes: [{ change: "add", listing: { ticker: "JD", name: "JD" } }] } },
  { request: "withdraw-consent", payload: {} },
  { request: "reset-settings", payload: {} },
  { request: "clear-cache", payload: {} },
  { request: "open-page", payload: { page: "options" } },
  { request: "test-key", payload: { provider: "tiingo" } },
  { pageRequest: "open-card", payload: {} },
  { broadcast: "settings-changed" },
  { anything: "else" },
];

let run: ChromiumRun;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidequote-stranger-"));
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "manifest.json"), JSON.stringify(STRANGER)),
    writeFile(join(folder, "stranger.js"), ""),
    writeFile(join(folder, "in-page.js"), ""),
  ]);
  run = await startChromium({ fixedNow: DEMO_NOW, beside: [folder] });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  run.network.servePage(PAGE, newsPage("<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>"));
  await agree(run);
});
afterAll(async () => {
  await run?.close();
  await rm(folder, { recursive: true, force: true });
});

async function stranger() {
  const isStranger = (url: string) => url.endsWith("/stranger.js");
  return (
    run.context.serviceWorkers().find((worker) => isStranger(worker.url())) ??
    run.context.waitForEvent("serviceworker", { predicate: (worker) => isStranger(worker.url()) })
  );
}

/** All that is kept, as text. */
async function kept(): Promise<string> {
  return (await run.worker()).evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]),
  );
}

describe("a second extension in the same browser", () => {
  it("is answered nothing by message or connection, and changes nothing", async () => {
    const before = await kept();
    const pages = run.context.pages().length;
    const worker = await stranger();
    const answers = await worker.evaluate(askAll, { id: run.extensionId, envelopes: ENVELOPES });
    expect(answers).toEqual(ENVELOPES.flatMap(() => [NOBODY, NOBODY]));
    expect(await kept()).toBe(before);
    expect(run.context.pages()).toHaveLength(pages);
  });

  it("would be answered by an extension that listens: the same words, sent to itself from a page, arrive", async () => {
    const worker = await stranger();
    await worker.evaluate(() => {
      chrome.runtime.onMessageExternal.addListener((message, _sender, answer) => answer({ heard: message }));
    });
    const page = await run.context.newPage();
    await page.goto(PAGE);
    const id = new URL(worker.url()).host;
    const [first] = await page.evaluate(askAll, { id, envelopes: ENVELOPES.slice(0, 1) });
    expect(first).toContain("heard");
    await page.close();
  });

  it("cannot load any file of ours", async () => {
    const page = await run.context.newPage();
    await page.goto(PAGE);
    const files = [
      "options.html",
      "popup.html",
      "welcome.html",
      "card.js",
      "content.js",
      "mention-cards.js",
      "marks.css",
      "icons/16.png",
    ];
    const loaded = await page.evaluate(
      loadable,
      files.map((file) => `chrome-extension://${run.extensionId}/${file}`),
    );
    expect(loaded).toEqual([]);
    await page.close();
  });
});

describe("a page that another extension lets send messages", () => {
  it("is answered nothing by ours, and changes nothing", async () => {
    const page = await run.context.newPage();
    await page.goto(PAGE);
    await tabOf(page).marked("BABA");
    const before = await kept();
    const pages = run.context.pages().length;
    const answers = await page.evaluate(askAll, { id: run.extensionId, envelopes: ENVELOPES });
    expect(answers).toEqual(ENVELOPES.flatMap(() => [NOBODY, NOBODY]));
    expect(await kept()).toBe(before);
    expect(run.context.pages()).toHaveLength(pages);
    expect(await tabOf(page).evaluate(() => document.querySelector("html > div[popover=manual]"), null)).toBeNull();
    await page.close();
  });

  it("is not heard by our content script when it posts the same words to its window", async () => {
    const page = await run.context.newPage();
    await page.goto(PAGE);
    const tab = tabOf(page);
    await tab.marked("BABA");
    const before = await kept();
    const answers = await page.evaluate(postAll, ENVELOPES);
    expect(answers).toEqual([]);
    expect(await tab.evaluate(() => document.querySelector("html > div[popover=manual]"), null)).toBeNull();
    expect(await tab.marks()).toContain("Alibaba Group Holding Ltd");
    expect(await kept()).toBe(before);
    await page.close();
  });
});

/** What the browser says when no one listens. */
const NOBODY = "Could not establish connection. Receiving end does not exist.";

interface ExternalPort {
  readonly postMessage: (message: object) => void;
  readonly onMessage: { readonly addListener: (listener: (message: unknown) => void) => void };
  readonly onDisconnect: { readonly addListener: (listener: () => void) => void };
}

declare const chrome: {
  readonly runtime: {
    readonly lastError?: { readonly message: string };
    readonly sendMessage: (id: string, message: object, answer: (reply: unknown) => void) => void;
    readonly connect: (id: string) => ExternalPort;
    readonly onMessageExternal: {
      readonly addListener: (
        listener: (message: unknown, sender: unknown, answer: (reply: unknown) => void) => void,
      ) => void;
    };
  };
  readonly storage: Record<"local" | "sync", { readonly get: (keys: null) => Promise<object> }>;
};

// The functions below run in the stranger's background or in a page: each stands alone.

/**
 * What came of each message, sent by itself and then through a
 * connection: the browser's error, or whatever was answered.
 */
async function askAll({ id, envelopes }: { id: string; envelopes: readonly object[] }): Promise<string[]> {
  const outcomes: string[] = [];
  for (const envelope of envelopes) {
    outcomes.push(
      await new Promise<string>((resolve) => {
        chrome.runtime.sendMessage(id, envelope, (reply) =>
          resolve(chrome.runtime.lastError?.message ?? JSON.stringify(reply) ?? "silence"),
        );
      }),
      await new Promise<string>((resolve) => {
        const port = chrome.runtime.connect(id);
        port.onMessage.addListener((message) => resolve(JSON.stringify(message)));
        port.onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message ?? "closed"));
        port.postMessage(envelope);
      }),
    );
  }
  return outcomes;
}

/** The addresses that a fetch, an image, a frame or a script gets something from. */
async function loadable(addresses: string[]): Promise<string[]> {
  const fetched = await Promise.all(
    addresses.map((address) =>
      fetch(address).then(
        () => [`fetch ${address}`],
        () => [],
      ),
    ),
  );
  const inserted = await Promise.all(
    addresses.flatMap((address) =>
      (["img", "script"] as const).map(
        (name) =>
          new Promise<string[]>((resolve) => {
            const element = document.createElement(name);
            element.onload = () => resolve([`${name} ${address}`]);
            element.onerror = () => resolve([]);
            element.src = address;
            document.body.append(element);
          }),
      ),
    ),
  );
  return [...fetched, ...inserted].flat();
}

/** What is posted back, within a few frames, for messages posted to this window. */
async function postAll(envelopes: readonly object[]): Promise<unknown[]> {
  const sent = new Set(envelopes.map((envelope) => JSON.stringify(envelope)));
  const answers: unknown[] = [];
  addEventListener("message", ({ data }) => {
    if (!sent.has(JSON.stringify(data))) answers.push(data);
  });
  for (const envelope of envelopes) postMessage(envelope, "*");
  for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
  return answers;
}
