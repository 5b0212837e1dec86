import { expect, it } from "vitest";
import { ok, type Result } from "../../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Ask } from "../../../src/platform/ask";
import { usePopupState } from "../../../src/popup/use-popup-state";
import { runHook } from "../../fakes/hook-host";
import { createPopupWorld } from "../../fakes/popup-deps";

const BABA = { ticker: "BABA", name: "Alibaba", count: 1 };
const MSFT = { ticker: "MSFT", name: "Microsoft", count: 1 };
const agreed = (agreedAt: number) => ok({ settings: DEFAULT_SETTINGS, agreedAt, putAside: null, synced: true });

/** The popup's state; the questions of one kind are held back, and answered by their number. */
async function popupHolding(held: string) {
  const { deps, change } = createPopupWorld({ mentions: [], watchlist: [] });
  const answers: ((reply: Result<unknown>) => void)[] = [];
  const ask = ((request: never, payload: never) =>
    request === held ? new Promise((resolve) => answers.push(resolve as never)) : deps.ask(request, payload)) as Ask;
  const world = { ...deps, ask };
  const host = runHook(() => usePopupState(world));
  const asked = (count: number) => expect.poll(() => answers.length).toBe(count);
  await asked(1);
  const answer = async (question: number, reply: Result<unknown>) => {
    answers[question]?.(reply);
    await host.settle();
    await host.settle();
  };
  return { ...host, asked, answer, broadcast: () => change({}) };
}

it("settings that were asked for earlier do not take the place of later ones", async () => {
  const { current, asked, answer, broadcast } = await popupHolding("settings-state");
  broadcast();
  await asked(2);
  await answer(1, agreed(2));
  await answer(0, agreed(1));
  expect(current().state?.agreedAt).toBe(2);
});

it("what the page mentioned earlier does not take the place of what it mentions now", async () => {
  const { current, asked, answer, broadcast } = await popupHolding("page-mentions");
  broadcast();
  await asked(2);
  await answer(1, ok([MSFT]));
  await answer(0, ok([BABA]));
  expect(current().mentioned).toEqual([MSFT]);
});

it("a watchlist that was read before a change does not undo what the popup shows of the change", async () => {
  const { current, answer, settle } = await popupHolding("watchlist");
  await current().changeWatchlist({ change: "add", listing: MSFT });
  await settle();
  await answer(0, ok([]));
  expect(current().watchlist).toEqual([MSFT]);
});
