import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fail, ok, type Result } from "../../../src/domain/failure";
import type { PublicSettings } from "../../../src/domain/settings";
import type { Ask } from "../../../src/platform/ask";
import { standInForBrowser } from "../../fakes/browser-api";
import { publicSettings } from "../../fakes/card-cases";

let broadcast = () => undefined as unknown;
const addListener = (hear: (message: unknown) => unknown) => {
  broadcast = () => hear({ broadcast: "settings-changed" });
};
const onMessage = { addListener, removeListener: () => undefined };
standInForBrowser({ runtime: { id: "sidequote", onMessage } });
const { followSettings } = await import("../../../src/content/follow-settings");

const ON = { ...publicSettings(), siteOn: true };
const OFF = { ...publicSettings(), siteOn: false };
const SILENCE = fail({ kind: "no-answer" });

let frame: EventTarget;
beforeEach(() => {
  frame = new EventTarget();
  vi.stubGlobal("addEventListener", frame.addEventListener.bind(frame));
});
afterEach(() => void vi.unstubAllGlobals());

/** A page that follows the settings; its questions are answered when `answer` is called, in any order. */
function followed() {
  const questions: ((reply: Result<PublicSettings>) => void)[] = [];
  const applied: boolean[] = [];
  const lifetime = new AbortController();
  const known = followSettings({
    ask: (() => new Promise((resolve) => questions.push(resolve as never))) as Ask,
    apply: ({ siteOn }) => void applied.push(siteOn),
    signal: lifetime.signal,
  });
  const answer = async (question: number, reply: Result<PublicSettings>) => {
    questions[question]?.(reply);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { questions, applied, known, answer, end: () => lifetime.abort() };
}

function happens(type: string, { isTrusted = true, ...more }: { isTrusted?: boolean; persisted?: boolean } = {}): void {
  const event = Object.assign(new Event(type), more);
  frame.dispatchEvent(Object.defineProperty(event, "isTrusted", { value: isTrusted }));
}

it("an answer that a later one has overtaken does not take its place", async () => {
  const { applied, answer } = followed();
  broadcast();
  await answer(1, ok(OFF));
  await answer(0, ok(ON));
  expect(applied).toEqual([false]);
});

it("an answer holds where the next question has none", async () => {
  const { applied, answer } = followed();
  broadcast();
  await answer(1, SILENCE);
  await answer(0, ok(ON));
  expect(applied).toEqual([true]);
});

it("a question without an answer is asked again when the reader comes back to the page, and only then", async () => {
  const { questions, applied, answer } = followed();
  await answer(0, SILENCE);
  happens("visibilitychange", { isTrusted: false });
  expect(questions).toHaveLength(1);
  happens("visibilitychange");
  await answer(1, ok(ON));
  expect(applied).toEqual([true]);
  happens("visibilitychange");
  expect(questions).toHaveLength(2);
  broadcast();
  await answer(2, SILENCE);
  happens("visibilitychange");
  expect(questions).toHaveLength(4);
});

it("a question without an answer is asked again when somebody wants to know what the page mentions", async () => {
  const { applied, known, answer } = followed();
  await answer(0, SILENCE);
  const again = known();
  await new Promise((resolve) => setImmediate(resolve));
  await answer(1, ok(ON));
  await again;
  expect(applied).toEqual([true]);
});

it("a page out of the browser's cache asks again, unless it is only pretended", async () => {
  const { questions, answer } = followed();
  await answer(0, ok(ON));
  happens("pageshow", { persisted: false });
  happens("pageshow", { persisted: true, isTrusted: false });
  expect(questions).toHaveLength(1);
  happens("pageshow", { persisted: true });
  expect(questions).toHaveLength(2);
});

it("nothing is applied after the end", async () => {
  const { applied, answer, end } = followed();
  end();
  await answer(0, ok(ON));
  expect(applied).toEqual([]);
});
