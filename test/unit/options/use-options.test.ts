import { afterEach, expect, it, vi } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import { applyPatch, DEFAULT_SETTINGS, type Settings, type SettingsPatch } from "../../../src/domain/settings";
import { useOptions } from "../../../src/options/use-options";
import type { Ask } from "../../../src/platform/ask";
import { runHook } from "../../fakes/hook-host";

/** The options over a background that stores what it is asked to, unless it fails. */
async function optionsOver({ fails = false, refused = [] as readonly string[] } = {}) {
  let stored: Settings = DEFAULT_SETTINGS;
  const listeners: (() => void)[] = [];
  /** Answers of the settings' state that are held back. */
  const held: (() => void)[] = [];
  let holds = false;
  const ask = (async (request: string, { patch }: { patch?: SettingsPatch }) => {
    if (request === "change-settings") {
      if (fails) return fail({ kind: "no-answer" });
      if (refused.length === 0) stored = applyPatch(stored, patch ?? {});
      return ok({ settings: stored, refused });
    }
    const state = { settings: stored, agreedAt: null, putAside: null, synced: true };
    if (holds) await new Promise<void>((resolve) => held.push(resolve));
    return ok(state);
  }) as Ask;
  const onBroadcast = (listener: () => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const deps = { ask, onBroadcast, wearLook: () => undefined } as unknown as Parameters<typeof useOptions>[0];
  const { current, settle } = runHook(() => useOptions(deps));
  const options = () => {
    const now = current().options;
    if (!now) throw new Error("the options are not there yet");
    return now;
  };
  await expect.poll(() => current().options).not.toBeNull();
  return {
    settle,
    options,
    never: () => options().state.settings.detection.never,
    change: (...never: string[]) => options().change({ detection: { never } }),
    broadcast: () => listeners.forEach((listener) => void listener()),
    hold: () => {
      holds = true;
    },
    /** Another computer changes the settings. */
    changeElsewhere: (...never: string[]) => {
      stored = applyPatch(stored, { detection: { never } });
    },
    /** Lets the last of the answers that are held back arrive. */
    releaseLast: () => held.pop()?.(),
    /** Lets the first of the answers that are held back arrive. */
    release: () => held.shift()?.(),
  };
}

afterEach(() => void vi.useRealTimers());

it("an answer that was on its way does not undo what the reader has changed since", async () => {
  const { settle, never, change, broadcast, hold, release } = await optionsOver();
  hold();
  broadcast();
  change("AI");
  await settle();
  release();
  await settle();
  expect(never()).toEqual(["AI"]);
});

it("an answer that a later one has overtaken does not take its place", async () => {
  const { settle, never, changeElsewhere, broadcast, hold, release, releaseLast } = await optionsOver();
  hold();
  broadcast();
  changeElsewhere("AI");
  broadcast();
  releaseLast();
  await settle();
  release();
  await settle();
  expect(never()).toEqual(["AI"]);
});

it("a change that was not saved is not shown as if it were, and the failure is told", async () => {
  const { settle, options, never, change } = await optionsOver({ fails: true });
  change("AI");
  expect(options().outcome).toBeNull();
  await settle();
  await settle();
  expect(never()).toEqual([]);
  expect(options().outcome).toEqual({ failure: { kind: "no-answer" } });
});

it("a change is shown at once, and told as saved when it is", async () => {
  const { settle, options, never, change, hold } = await optionsOver();
  hold();
  change("AI");
  await expect.poll(never).toEqual(["AI"]);
  await settle();
  expect(options().outcome).toEqual({ saved: true });
});

it("a change that was refused is not shown as if it were saved, and its fields are named", async () => {
  const { settle, options, never, change } = await optionsOver({ refused: ["detection.never"] });
  change("AI");
  await settle();
  await settle();
  expect(never()).toEqual([]);
  expect(options().outcome).toEqual({ refused: ["detection.never"] });
});

it("why the settings could not be read is told until they are", async () => {
  let fails = true;
  const state = { settings: DEFAULT_SETTINGS, agreedAt: null, putAside: null, synced: true };
  const ask = (async () => (fails ? fail({ kind: "no-answer" }) : ok(state))) as unknown as Ask;
  const deps = { ask, onBroadcast: () => () => undefined, wearLook: () => undefined } as unknown as Parameters<
    typeof useOptions
  >[0];
  const { current, settle } = runHook(() => useOptions(deps));
  await expect.poll(() => current().failure).toEqual({ kind: "no-answer" });
  fails = false;
  await current().reload();
  await settle();
  expect(current()).toMatchObject({ failure: null, options: { state } });
});

it("a change is told as saved for four seconds after the last one", async () => {
  const { options, change } = await optionsOver();
  vi.useFakeTimers();
  const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  change("AI");
  await passes(500);
  expect(options().outcome).toEqual({ saved: true });
  await passes(3_000);
  change("AI", "IT");
  await passes(3_500);
  expect(options().outcome).toEqual({ saved: true });
  await passes(1_000);
  expect(options().outcome).toBeNull();
});
