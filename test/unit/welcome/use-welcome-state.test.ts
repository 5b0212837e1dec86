import { expect, it } from "vitest";
import { fail, ok, type Result } from "../../../src/domain/failure";
import type { PublicSettings } from "../../../src/domain/settings";
import type { Ask } from "../../../src/platform/ask";
import { useWelcomeState } from "../../../src/welcome/use-welcome-state";
import { publicSettings } from "../../fakes/card-cases";
import { runHook } from "../../fakes/hook-host";

const AGREED = ok({ ...publicSettings(), consented: true });
const NOT_AGREED = ok({ ...publicSettings(), consented: false });

/** The welcome page's state; each question is answered by its number. */
async function welcome() {
  const answers: ((reply: Result<PublicSettings>) => void)[] = [];
  let broadcast: () => void = () => undefined;
  const deps = {
    ask: (() => new Promise((resolve) => answers.push(resolve as never))) as Ask,
    currentAccess: async () => ({ granted: [], withheld: { sources: false, sites: false } }),
    wearLook: () => undefined,
    onBroadcast: (listener: () => void) => {
      broadcast = listener;
      return () => undefined;
    },
  };
  const { current, settle } = runHook(() => useWelcomeState(deps));
  const answer = async (question: number, reply: Result<PublicSettings>) => {
    await expect.poll(() => answers.length).toBeGreaterThan(question);
    answers[question]?.(reply);
    await settle();
    await settle();
  };
  await expect.poll(() => answers.length).toBe(1);
  return { agreed: () => current().state?.agreed, answer, broadcast: () => broadcast() };
}

it("a reader who has agreed is not told otherwise when the background does not answer", async () => {
  const { agreed, answer, broadcast } = await welcome();
  await answer(0, AGREED);
  broadcast();
  await answer(1, fail({ kind: "no-answer" }));
  expect(agreed()).toBe(true);
  broadcast();
  await answer(2, NOT_AGREED);
  expect(agreed()).toBe(false);
});

it("an answer that a later one has overtaken does not take its place", async () => {
  const { agreed, answer, broadcast } = await welcome();
  expect(agreed()).toBeUndefined();
  broadcast();
  await answer(1, AGREED);
  await answer(0, NOT_AGREED);
  expect(agreed()).toBe(true);
});
