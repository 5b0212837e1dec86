import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageMention } from "../../src/content/page/page-mention";
import { createReport, type Report } from "../../src/content/report";
import type { Ask } from "../../src/platform/ask";
import type { PayloadOf } from "../../src/protocol/requests";

/** Longer than a report waits for the mentions to change no more. */
const QUIET_MS = 300;

let lifetime: AbortController;
let mentioned: string[];
let reported: (readonly string[])[];
let report: Report;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  lifetime = new AbortController();
  mentioned = ["BABA", "MSFT", "BABA"];
  reported = [];
  report = createReport({
    ask: (async (_: string, payload: PayloadOf<"report-mentions">) => {
      reported.push(payload.tickers);
      return { ok: true, value: null };
    }) as Ask,
    mentions: () => mentioned.map((ticker) => ({ ticker }) as PageMention),
    signal: lifetime.signal,
  });
});

afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "prerendering");
});

function pass(): void {
  vi.advanceTimersByTime(QUIET_MS);
}

it("the listings are reported once, and again when they are others", () => {
  for (const tickers of [mentioned, mentioned, ["TSLA"]]) {
    mentioned = tickers;
    report.sendSoon();
    pass();
  }
  expect(reported).toEqual([["BABA", "MSFT"], ["TSLA"]]);
});

it("the listings are reported again when the button is to show their number, or no more", () => {
  report.sendAgain();
  pass();
  expect(reported).toEqual([]);
  report.sendSoon();
  pass();
  report.sendAgain();
  pass();
  expect(reported).toEqual([
    ["BABA", "MSFT"],
    ["BABA", "MSFT"],
  ]);
});

it("a page whose site is switched off mentions nothing any more", () => {
  report.sendSoon();
  pass();
  lifetime.abort();
  expect(reported.at(-1)).toEqual([]);
});

it("a page that never mentioned anything reports nothing when it ends", () => {
  lifetime.abort();
  expect(reported).toEqual([]);
});

it("a page that was loaded in advance reports when the reader comes to it", () => {
  Object.defineProperty(document, "prerendering", { configurable: true, value: true });
  report.sendSoon();
  pass();
  expect(reported).toEqual([]);
  Reflect.deleteProperty(document, "prerendering");
  document.dispatchEvent(new Event("prerenderingchange"));
  pass();
  expect(reported).toEqual([["BABA", "MSFT"]]);
});
