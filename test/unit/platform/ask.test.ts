import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";

const LIMIT_MS = 10_000;

/** What the background does with one message after the other; the last one again for all that follow. */
let background: (() => Promise<unknown>)[] = [];
let sent: unknown[] = [];
let debug: { mockRestore: () => void } | null = null;

/** Stands in for the browser's part of an extension; without an id it was updated or removed. */
const runtime: { id: string | undefined; sendMessage: (message: unknown) => Promise<unknown> } = {
  id: "sidequote",
  sendMessage(message) {
    sent.push(message);
    const answer = background.length > 1 ? background.shift() : background[0];
    if (!answer) throw new Error("no answer was prepared");
    return answer();
  },
};
standInForBrowser({ runtime });
const { ask } = await import("../../../src/platform/ask");

const answers = (reply: unknown) => () => Promise.resolve(reply);
const dies = () => Promise.reject(new Error("The message port closed before a response was received."));
const never = () => new Promise(() => undefined);
const REPLY = { ok: true, value: null };

let page: EventTarget;

/** Tells the page that it is shown, out of the back/forward cache or not. */
function show(persisted: boolean, isTrusted = true): void {
  const shown = Object.assign(new Event("pageshow"), { persisted });
  Object.defineProperty(shown, "isTrusted", { value: isTrusted });
  page.dispatchEvent(shown);
}

beforeEach(() => {
  runtime.id = "sidequote";
  sent = [];
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.useFakeTimers();
  debug = vi.spyOn(console, "debug").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // Restoring all mocks would bring back the false timers that another file of the process has spied on.
  debug?.mockRestore();
});

describe("a question to the background", () => {
  it("is answered with its reply, and leaves no timer", async () => {
    background = [answers(REPLY)];
    expect(await ask("wake", {})).toEqual(REPLY);
    expect(sent).toEqual([{ request: "wake", payload: {} }]);
    expect(vi.getTimerCount()).toBe(0);
  });
  it.each([
    ["died while answering", dies],
    ["had nobody to answer", answers(undefined)],
    [
      "threw",
      () => {
        throw new Error("Extension context invalidated.");
      },
    ],
  ])("is asked once more of one that %s", async (_, first) => {
    background = [first, answers(REPLY)];
    expect(await ask("wake", {})).toEqual(REPLY);
    expect(sent).toHaveLength(2);
  });
  it("is asked once more when the page comes out of the back/forward cache", async () => {
    background = [never, answers(REPLY)];
    const asking = ask("wake", {});
    show(false);
    show(true, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    show(true);
    expect(await asking).toEqual(REPLY);
    show(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
  });
  it("is not asked a third time", async () => {
    background = [dies];
    expect(await ask("wake", {})).toEqual({ ok: false, failure: { kind: "no-answer" } });
    expect(sent).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });
  it("ends after ten seconds without an answer, and is not asked again", async () => {
    background = [never];
    let reply: unknown;
    void ask("wake", {}).then((given) => {
      reply = given;
    });
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(reply).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(reply).toEqual({ ok: false, failure: { kind: "no-answer" } });
    expect(sent).toHaveLength(1);
  });
  it("has ten seconds in all, however late the first one died", async () => {
    background = [() => new Promise((_, reject) => setTimeout(() => reject(new Error("died")), 9_000)), never];
    let reply: unknown;
    void ask("wake", {}).then((given) => {
      reply = given;
    });
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(sent).toHaveLength(2);
    expect(reply).toEqual({ ok: false, failure: { kind: "no-answer" } });
  });
  it("says so when the extension has gone: before it is asked, while it is, or until its end", async () => {
    const gone = { ok: false, failure: { kind: "extension-updated" } };
    const goes = (end: () => Promise<unknown>) => () => {
      runtime.id = undefined;
      return end();
    };
    background = [goes(dies)];
    expect(await ask("wake", {})).toEqual(gone);
    expect(sent).toHaveLength(1);
    expect(await ask("wake", {})).toEqual(gone);
    expect(sent).toHaveLength(1);
    runtime.id = "sidequote";
    background = [goes(never)];
    const asking = ask("wake", {});
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await asking).toEqual(gone);
  });
});
