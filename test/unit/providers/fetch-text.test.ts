import { describe, expect, test } from "vitest";
import { createFetchText, type TextRequest } from "../../../src/providers/fetch-text";

const ask = (more: Partial<TextRequest> = {}): TextRequest => ({
  url: "https://cdn.example/closes.json",
  hosts: ["cdn.example", "api.example"],
  signal: new AbortController().signal,
  ...more,
});

/** A reply as if it had come from `url`, after redirects. */
function from(url: string, body: BodyInit | null, init: ResponseInit = {}): Response {
  const response = new Response(body, init);
  Object.defineProperty(response, "url", { value: url });
  return response;
}

/** A body that never ends, and counts what was read of it. */
function endless() {
  const read = { bytes: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      read.bytes += 1000;
      controller.enqueue(new Uint8Array(1000).fill(65));
    },
    cancel: () => {
      read.cancelled = true;
    },
  });
  return { read, stream };
}

const hangs: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

describe("a request", () => {
  test("carries no cookies, no referrer, and is kept in no cache", async () => {
    const seen: RequestInit[] = [];
    const fetchText = createFetchText(async (_, init) => {
      seen.push(init ?? {});
      return from("https://cdn.example/closes.json", "fine");
    });
    await fetchText(ask({ headers: { Authorization: "Token k" } }));
    expect(seen[0]).toMatchObject({
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      headers: { Authorization: "Token k" },
    });
  });

  test.each([
    "http://cdn.example/",
    "https://evil.example/",
    "https://cdn.example.evil.example/",
    "https://cdn.example:8443/",
    "https://cdn.example@evil.example/",
  ])("to %s is never sent", async (url) => {
    let sent = 0;
    const fetchText = createFetchText(async () => {
      sent += 1;
      return new Response();
    });
    expect(await fetchText(ask({ url }))).toMatchObject({ kind: "foreign-host" });
    expect(sent).toBe(0);
  });

  test("of a source with one host follows no redirect at all", async () => {
    const modes: unknown[] = [];
    const fetchText = createFetchText(async (_, init) => {
      modes.push(init?.redirect);
      return from("https://cdn.example/", "");
    });
    await fetchText(ask({ hosts: ["cdn.example"] }));
    await fetchText(ask());
    expect(modes).toEqual(["manual", "follow"]);
  });
});

describe("a reply", () => {
  test.each([
    ["https://api.example/closes.json", "reply"],
    ["https://evil.example/closes.json", "foreign-host"],
    ["http://api.example/closes.json", "foreign-host"],
  ])("that was redirected to %s is a %s", async (url, kind) => {
    const fetchText = createFetchText(async () => from(url, "fine"));
    expect((await fetchText(ask())).kind).toBe(kind);
  });

  test.each([
    [{ "retry-after": "20" }, 20_000],
    [{ "retry-after": "Tue, 11 Nov 2025 22:31:00 GMT", date: "Tue, 11 Nov 2025 22:30:00 GMT" }, 60_000],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("with headers %j asks us to rest %s ms", async (headers, restMs) => {
    const fetchText = createFetchText(async () => from("https://cdn.example/", "", { status: 429, headers }));
    expect(await fetchText(ask())).toMatchObject({ kind: "reply", status: 429, retryAfterMs: restMs });
  });

  test.each([
    [{ date: "Tue, 11 Nov 2025 22:30:00 GMT" }, { sentAt: Date.parse("2025-11-11T22:30:00Z") }],
    [{ date: "today" }, {}],
    [{}, {}],
  ])("with headers %j was sent then by the host's clock", async (headers, sent) => {
    const fetchText = createFetchText(async () => from("https://cdn.example/", "fine", { headers }));
    expect(await fetchText(ask())).toEqual({ kind: "reply", status: 200, body: "fine", retryAfterMs: null, ...sent });
  });

  test("larger than the cap is dropped while it arrives, with or without a stated length", async () => {
    const { read, stream } = endless();
    const streaming = createFetchText(async () => from("https://cdn.example/", stream), {
      timeMs: 5_000,
      bytes: 10_000,
    });
    expect(await streaming(ask())).toEqual({ kind: "too-large" });
    expect(read.cancelled).toBe(true);
    expect(read.bytes).toBeLessThan(20_000);
    const stated = createFetchText(async () =>
      from("https://cdn.example/", "x", { headers: { "content-length": "99999999" } }),
    );
    expect(await stated(ask())).toEqual({ kind: "too-large" });
  });

  test("in several pieces keeps its characters whole", async () => {
    const bytes = new TextEncoder().encode("Börse 終値");
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const fetchText = createFetchText(async () => from("https://cdn.example/", stream));
    expect(await fetchText(ask())).toMatchObject({ body: "Börse 終値" });
  });
});

describe("without a reply", () => {
  test.each([
    [true, "unreachable"],
    [false, "offline"],
  ])("a network error of a browser that says it is online (%s) is %s", async (isOnline, kind) => {
    const fetchText = createFetchText(
      async () => {
        throw new TypeError("Failed to fetch");
      },
      { timeMs: 5_000, bytes: 10_000 },
      () => isOnline,
    );
    expect(await fetchText(ask())).toEqual({ kind });
  });
  test("a redirect to a page for visitors is one, as a browser hides it and as Node shows it", async () => {
    const hidden = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
    const shown = new Response(null, { status: 302, headers: { location: "https://consent.example/" } });
    for (const response of [hidden, shown]) {
      const fetchText = createFetchText(async () => response);
      expect(await fetchText(ask({ hosts: ["cdn.example"] }))).toEqual({ kind: "redirected" });
    }
  });
  test("the time limit ends the wait, also when only the body hangs", async () => {
    expect(await createFetchText(hangs, { timeMs: 20, bytes: 1000 })(ask())).toEqual({ kind: "timeout" });
    const slow = createFetchText(
      async (_, init) => {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => init?.signal?.addEventListener("abort", () => controller.error(init.signal?.reason)),
        });
        return from("https://cdn.example/", stream);
      },
      { timeMs: 20, bytes: 1000 },
    );
    expect(await slow(ask())).toEqual({ kind: "timeout" });
  });
  test("an abort ends it as aborted", async () => {
    const nobodyWaits = new AbortController();
    const reply = createFetchText(hangs)(ask({ signal: nobodyWaits.signal }));
    nobodyWaits.abort();
    expect(await reply).toEqual({ kind: "aborted" });
  });
});
