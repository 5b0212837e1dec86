import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import { applyPatch, type Settings, type SettingsPatch, type SettingsState } from "../domain/settings";
import { createTurns } from "../domain/turns";
import type { OptionsDeps } from "./options-deps";

/** How long the page says that a change was saved; longer, and the words would be in the way of what they cover. */
const SAVED_MS = 4_000;

/** The result of the last change: saved, refused because of these fields, or failed. Null after a while if saved. */
export type Outcome =
  | { readonly saved: true }
  | { readonly refused: readonly string[] }
  | { readonly failure: Failure }
  | null;

/** The settings as the options page shows them: changed at once here, then saved by the background. */
export interface Options {
  readonly state: SettingsState;
  readonly outcome: Outcome;
  readonly change: (patch: SettingsPatch) => void;
  readonly reload: () => Promise<void>;
}

/** The options, null until the settings are read; `failure` says why they could not be read. */
export function useOptions(deps: OptionsDeps): {
  readonly options: Options | null;
  readonly failure: Failure | null;
  readonly reload: () => Promise<void>;
} {
  const { ask, onBroadcast, wearLook } = deps;
  const [state, setState] = useState<SettingsState | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const changes = useRef(0);
  const beginTurn = useMemo(createTurns, []);
  const show = useCallback(
    (next: SettingsState) => {
      wearLook(next.settings);
      setState(next);
    },
    [wearLook],
  );
  const reload = useCallback(async () => {
    const before = changes.current;
    const isTurn = beginTurn();
    const reply = await ask("settings-state", {});
    if (!isTurn()) return;
    // A change that the reader made in the meantime is not in it; that change is followed by a reload of its own.
    if (reply.ok && changes.current === before) show(reply.value);
    setFailure(reply.ok ? null : reply.failure);
  }, [ask, show, beginTurn]);
  useEffect(() => {
    if (outcome === null || !("saved" in outcome)) return;
    const timer = setTimeout(() => setOutcome(null), SAVED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  useEffect(() => {
    void reload();
    return onBroadcast(() => void reload());
  }, [reload, onBroadcast]);

  if (!state) return { options: null, failure, reload };
  const change = (patch: SettingsPatch) => {
    changes.current += 1;
    show({ ...state, settings: applyPatch(state.settings, patch) });
    void ask("change-settings", { patch: { ...patch } }).then((reply) => {
      if (!reply.ok) setOutcome({ failure: reply.failure });
      else setOutcome(reply.value.refused.length > 0 ? { refused: reply.value.refused } : { saved: true });
      return reload();
    });
  };
  return { options: { state, outcome, change, reload }, failure, reload };
}

/** What each section of the page gets. */
export interface SectionProps {
  readonly deps: OptionsDeps;
  readonly options: Options;
  readonly settings: Settings;
}
