import { useCallback, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { PublicSettings } from "../domain/settings";
import { createTurns } from "../domain/turns";
import type { Ask } from "../platform/ask";
import type { Access } from "../platform/permissions";

/** What the welcome page needs to know of reader and browser. */
export interface WelcomeStateDeps {
  readonly ask: Ask;
  readonly currentAccess: () => Promise<Access>;
  readonly wearLook: (look: PublicSettings["look"]) => void;
  readonly onBroadcast: (listener: () => void) => () => void;
}

/** Whether the reader has agreed, and what the browser allows; null until it is known. */
export function useWelcomeState({ ask, currentAccess, wearLook, onBroadcast }: WelcomeStateDeps) {
  const [state, setState] = useState<(Access & { readonly agreed: boolean }) | null>(null);
  const beginTurn = useMemo(createTurns, []);
  const reload = useCallback(async () => {
    const isTurn = beginTurn();
    const [settings, access] = await Promise.all([ask("public-settings", {}), currentAccess()]);
    if (!isTurn()) return;
    if (settings.ok) wearLook(settings.value.look);
    // A background that does not answer has not taken back what the reader agreed to.
    setState((before) => ({ ...access, agreed: settings.ok ? settings.value.consented : (before?.agreed ?? false) }));
  }, [ask, currentAccess, wearLook, beginTurn]);
  // Not after the first paint: the content script, which comes next, is to find the page's sentence already there.
  useLayoutEffect(() => {
    void reload();
    return onBroadcast(() => void reload());
  }, [reload, onBroadcast]);
  return { state, reload };
}
