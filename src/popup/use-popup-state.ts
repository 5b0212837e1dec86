import { useCallback, useEffect, useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import type { SettingsState } from "../domain/settings";
import { hasChanged, type WatchedListing, type WatchlistChange } from "../domain/watchlist";
import { type PageState, readPage } from "./page-state";
import type { PopupDeps } from "./popup-deps";

/** Gets settings, page and watchlist, again whenever something has changed. */
export function usePopupState(deps: PopupDeps) {
  const { ask } = deps;
  const [state, setState] = useState<SettingsState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [page, setPage] = useState<PageState | null>(null);
  const [watchlist, setWatchlist] = useState<readonly WatchedListing[]>([]);
  const [isPrivate, setPrivate] = useState(false);
  const [sourcesWithheld, setSourcesWithheld] = useState(false);
  const reload = useCallback(async () => {
    const [settings, list] = await Promise.all([ask("settings-state", {}), ask("watchlist", {})]);
    if (settings.ok) {
      deps.wearLook(settings.value);
      setState(settings.value);
    }
    setFailure(settings.ok ? null : settings.failure);
    if (list.ok) setWatchlist(list.value);
    setSourcesWithheld(await deps.sourcesWithheld());
    setPrivate((await deps.activeTab())?.isPrivate ?? false);
    setPage(await readPage(settings.ok ? settings.value.settings.sites.off : [], deps));
  }, [ask, deps]);
  useEffect(() => {
    void reload();
    return deps.onBroadcast(() => void reload());
  }, [reload, deps]);
  const changeWatchlist = async (change: WatchlistChange): Promise<Failure | null> => {
    const reply = await ask("change-watchlist", { changes: [change] });
    if (!reply.ok) return reply.failure;
    setWatchlist(reply.value);
    return hasChanged(reply.value, change) ? null : { kind: "list-full" };
  };
  return {
    state,
    /** Why the settings could not be read; null if they were. */
    failure,
    consented: state !== null && state.agreedAt !== null,
    page,
    /** The companies of the page; none if it is not read. */
    mentioned: page?.kind === "read" ? page.listings : [],
    isPrivate,
    sourcesWithheld,
    watchlist,
    setPage,
    reload,
    /** Resolves with why the watchlist is not as the change wants it, or null. */
    changeWatchlist,
  };
}

/** See `usePopupState`. */
export type PopupState = ReturnType<typeof usePopupState>;
