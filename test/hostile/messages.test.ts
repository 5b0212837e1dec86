import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Handlers } from "../../src/platform/serve";
import { createMemoryStore } from "../fakes/memory-store";
import { createBackground, type FakeBackground } from "./fake-background";
import { becomeExtension, contentSender, OWN_ID, OWN_ORIGIN, ownPageSender } from "./own-runtime";

becomeExtension();
const { route } = await import("../../src/platform/serve");
const { REQUESTS } = await import("../../src/protocol/requests");
type RequestName = keyof Handlers;

const NAMES = Object.keys(REQUESTS) as RequestName[];
const FROM_PAGES = NAMES.filter((name) => (REQUESTS[name].from as readonly string[]).includes("content"));
const OWN_PAGES_ONLY = NAMES.filter((name) => !FROM_PAGES.includes(name));

/** How many random messages each property is tried with. */
const RUNS = { numRuns: 1_000 };

/** A payload that each request takes, so that only the sender stands in its way. */
const WELCOME: Readonly<Record<RequestName, unknown>> = {
  publication: { structured: ["2025-11-14T09:30:00-05:00"], meta: [], times: [], path: "/" },
  identify: { blocks: [{ text: "Alibaba", links: [] }] },
  "directory-state": {},
  compare: { ticker: "BABA" },
  "article-statements": {
    tickers: ["BABA"],
    published: "2025-11-14",
    lang: "en",
    blocks: [{ text: "Alibaba fell 3%.", named: [{ ticker: "BABA", start: 0, end: 7 }] }],
  },
  wake: {},
  "public-settings": {},
  "inject-mention-cards": {},
  "inject-card": {},
  "tell-card": { frame: "a frame", isOpen: true },
  "dismiss-card": {},
  describe: { ticker: "BABA" },
  "after-hours": { ticker: "BABA" },
  "card-choice": { choice: "form", form: "compact" },
  star: { ticker: "BABA", starred: true },
  "open-page": { page: "options" },
  "report-mentions": { tickers: ["BABA"] },
  "page-mentions": { tabId: 7 },
  "compare-rows": { tickers: ["BABA"] },
  search: { query: "Alibaba" },
  "give-consent": {},
  "withdraw-consent": {},
  "settings-state": {},
  "change-settings": { patch: { badge: false } },
  "reset-settings": {},
  "forget-aside": {},
  "switch-site": { site: "example.org", on: false },
  watchlist: {},
  "change-watchlist": { changes: [{ change: "add", listing: { ticker: "JD", name: "JD.com" } }] },
  "look-once": { tabId: 7 },
  "test-key": { provider: "tiingo" },
  "key-changed": { provider: "tiingo" },
  "cache-size": {},
  "told-lately": {},
  "clear-cache": {},
};

let background: FakeBackground;
beforeEach(() => {
  background = createBackground(createMemoryStore());
});
const send = (message: unknown, sender: unknown) => route(background.handlers, message, sender as never);

describe("a content script", () => {
  it("may ask for what the card and the marks need, and nothing else", () => {
    expect(FROM_PAGES.sort()).toEqual(
      [
        "after-hours",
        "article-statements",
        "card-choice",
        "compare",
        "describe",
        "identify",
        "inject-mention-cards",
        "inject-card",
        "tell-card",
        "dismiss-card",
        "open-page",
        "public-settings",
        "publication",
        "report-mentions",
        "star",
        "wake",
      ].sort(),
    );
  });

  it.each(FROM_PAGES)("is heard when it asks for %s", async (request) => {
    expect(await send({ request, payload: WELCOME[request] }, contentSender())).toHaveProperty("ok");
  });

  it.each(OWN_PAGES_ONLY)("is not heard when it asks for %s", async (request) => {
    const before = background.snapshot();
    for (const sender of PAGE_SENDERS) {
      expect(send({ request, payload: WELCOME[request] }, sender), JSON.stringify(sender)).toBeNull();
    }
    expect(background.snapshot()).toEqual(before);
    expect(background.called).toEqual([]);
  });

  it.each(OWN_PAGES_ONLY)("is the only reason: our own page is heard when it asks for %s", async (request) => {
    expect(await send({ request, payload: WELCOME[request] }, ownPageSender())).toMatchObject({ ok: true });
  });
});

/** Every look that a page, a frame or another extension can give to a message of its own. */
const PAGE_SENDERS: readonly unknown[] = [
  contentSender(),
  contentSender("about:srcdoc"),
  contentSender("about:blank"),
  contentSender(`https://www.reuters.com/${OWN_ORIGIN}options.html`),
  contentSender(`https://${OWN_ID}/options.html`),
  contentSender(`chrome-extension://${OWN_ID}.example.org/options.html`),
  contentSender(OWN_ORIGIN.slice(0, -1)),
  contentSender(OWN_ORIGIN.toUpperCase()),
  contentSender(` ${OWN_ORIGIN}options.html`),
  { ...contentSender(), origin: OWN_ORIGIN.slice(0, -1) },
  { ...ownPageSender(), origin: "https://www.reuters.com" },
  { ...ownPageSender(), origin: "null" },
];

describe("a stranger", () => {
  const STRANGERS = [undefined, "", "abcdefghijklmnopabcdefghijklmnop", `${OWN_ID} `, OWN_ID.toUpperCase()];

  it.each(NAMES)("is not heard when it asks for %s, wherever it says it is", async (request) => {
    const before = background.snapshot();
    for (const id of STRANGERS) {
      for (const looks of [ownPageSender(), contentSender(), {}]) {
        expect(send({ request, payload: WELCOME[request] }, { ...looks, id })).toBeNull();
      }
    }
    expect(background.snapshot()).toEqual(before);
    expect(background.called).toEqual([]);
  });

  it("is one of us without a tab and without our address too", () => {
    for (const request of NAMES) expect(send({ request, payload: WELCOME[request] }, { id: OWN_ID })).toBeNull();
  });
});

const NASTY_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "ok", "request", "then"];
const hugeText = fc.integer({ min: 257, max: 100_000 }).map((length) => "A".repeat(length));
const nastyText = fc.oneof(fc.constantFrom(...NASTY_KEYS), hugeText, fc.string({ unit: "binary", maxLength: 40 }));
const key = fc.oneof(fc.constantFrom(...NASTY_KEYS, "ticker", "surfaces", "page", "patch", "changes"), fc.string());
/** Anything that the browser's messaging could hand over, `__proto__` as an own key included. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    nastyText,
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }),
    fc.array(tie("value"), { maxLength: 6 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
})).value;
const requestName = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: nastyText });
/** A payload the request takes, with one thing put wrong somewhere: closer to the schemas than chance comes. */
const almost = fc
  .tuple(fc.constantFrom(...NAMES), key, anything)
  .map(([request, name, value]) => ({ request, payload: { ...(WELCOME[request] as object), [name]: value } }));
const message = fc.oneof(
  anything,
  almost,
  fc.record({ request: requestName, payload: anything }, { requiredKeys: [] }),
);
const sender = fc.oneof(
  fc.constantFrom<unknown>(...PAGE_SENDERS, ownPageSender(), {}),
  fc.record(
    { id: fc.oneof(fc.constant(OWN_ID), fc.string()), url: fc.webUrl(), tab: fc.object(), frameId: fc.integer() },
    { requiredKeys: [] },
  ),
);

describe("whatever is sent", () => {
  it("never throws, and is answered only with a result", async () => {
    await fc.assert(
      fc.asyncProperty(message, sender, async (message, sender) => {
        const answer = send(message, sender);
        if (answer === null) return;
        const result = await answer;
        expect(result).toEqual(expect.objectContaining({ ok: expect.any(Boolean) }));
      }),
      RUNS,
    );
  });

  it("changes nothing when no page of ours sent it, but for a star and a choice of the card's menu", async () => {
    const before = background.snapshot();
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(...PAGE_SENDERS), async (message, sender) => {
        const request = (message as { request?: unknown } | null)?.request;
        fc.pre(request !== "star" && request !== "card-choice");
        await send(message, sender);
        expect(background.snapshot()).toEqual(before);
      }),
      RUNS,
    );
  });

  it("reaches a handler only as the schema allows", async () => {
    await fc.assert(
      fc.asyncProperty(message, sender, async (message, sender) => {
        await send(message, sender);
        for (const { request, payload } of background.called.splice(0)) {
          expect(REQUESTS[request].payload().safeParse(payload).success).toBe(true);
          expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
          expect(JSON.stringify(payload).length).toBeLessThan(20_000 * 300);
        }
      }),
      RUNS,
    );
  });

  it("leaves the prototypes of the language alone", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(message, async (message) => {
        await send(message, ownPageSender());
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe("a ticker in a request", () => {
  it.each(["", "baba", "BABA ", "BABA\n", "../BABA", "BABA?x=1", "A".repeat(16), "<img>", "ＢＡＢＡ"])(
    "is refused as %j",
    (ticker) => {
      for (const [request, payload] of [
        ["compare", { ticker }],
        ["describe", { ticker }],
        ["after-hours", { ticker }],
        ["star", { ticker, starred: true }],
        ["compare-rows", { tickers: [ticker] }],
        ["report-mentions", { tickers: [ticker] }],
        ["change-watchlist", { changes: [{ change: "add", listing: { ticker, name: "" } }] }],
      ] as const) {
        expect(
          send({ request, payload }, request === "report-mentions" ? contentSender() : ownPageSender()),
        ).toBeNull();
      }
    },
  );

  it("is refused in batches of more than fifty", () => {
    const tickers = Array.from({ length: 51 }, (_, index) => `T${index}`);
    expect(send({ request: "compare-rows", payload: { tickers } }, ownPageSender())).toBeNull();
    expect(send({ request: "compare-rows", payload: { tickers: tickers.slice(1) } }, ownPageSender())).not.toBeNull();
  });
});
