import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageMention } from "../../../src/content/page/page-mention";
import { createReport } from "../../../src/content/report";
import type { Ask } from "../../../src/platform/ask";
import type { PayloadOf } from "../../../src/protocol/requests";

let frame: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  frame = new EventTarget();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("addEventListener", frame.addEventListener.bind(frame));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a page that comes out of the browser's cache is counted again", () => {
  const reported: (readonly string[])[] = [];
  const report = createReport({
    ask: (async (_: string, { tickers }: PayloadOf<"report-mentions">) => {
      reported.push(tickers);
      return { ok: true, value: null };
    }) as Ask,
    mentions: () => [{ ticker: "BABA" } as PageMention],
    signal: new AbortController().signal,
  });
  report.sendSoon();
  vi.runAllTimers();
  for (const persisted of [false, true]) {
    const shown = Object.assign(new Event("pageshow"), { persisted });
    Object.defineProperty(shown, "isTrusted", { value: true });
    frame.dispatchEvent(shown);
    vi.runAllTimers();
    expect(reported).toHaveLength(persisted ? 2 : 1);
  }
});
