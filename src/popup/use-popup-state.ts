import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import type { SettingsState } from "../domain/settings";
import { createTurns } from "../domain/turns";
import { hasChanged, type WatchedListing, type WatchlistChange } from "../domain/watchlist";
import { type PageState, readPage } from "./page-state";
import type { PopupDeps } from "./popup-deps";

/**
 * Most companies of a page that are listed, those that it is about first. The figures of all of them are asked for, and
 * without a limit a page could name as many as it likes. The richest pages seen name some forty.
 */
const MOST_COMPANIES = 60;

/** Gets settings, page and watchlist, again whenever something has changed. */
export function usePopupState(deps: PopupDeps) {
  const { ask } = deps;
  const [state, setState] = useState<SettingsState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [page, setPage] = useState<PageState | null>(null);
  const [watchlist, setWatchlist] = useState<readonly WatchedListing[] | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  const [sourcesWithheld, setSourcesWithheld] = useState(false);
  const [forSettings, forList, forPage] = useMemo(() => [createTurns(), createTurns(), createTurns()], []);
  const reload = useCallback(async () => {
    const [isSettingsTurn, isListTurn, isPageTurn] = [forSettings(), forList(), forPage()];
    const [settings, list] = await Promise.all([ask("settings-state", {}), ask("watchlist", {})]);
    if (list.ok && isListTurn()) setWatchlist(list.value);
    if (!isSettingsTurn()) return;
    setFailure(settings.ok ? (list.ok ? null : list.failure) : settings.failure);
    // Without them it is not known where the reader has switched us off.
    if (!settings.ok) return;
    deps.wearLook(settings.value);
    setState(settings.value);
    setSourcesWithheld(await deps.sourcesWithheld());
    setPrivate((await deps.activeTab())?.isPrivate ?? false);
    const found = await readPage(settings.value.settings.sites.off, deps);
    if (isPageTurn()) setPage(found);
  }, [ask, deps, forSettings, forList, forPage]);
  useEffect(() => {
    void reload();
    return deps.onBroadcast(() => void reload());
  }, [reload, deps]);
  const changeWatchlist = async (change: WatchlistChange): Promise<Failure | null> => {
    const isListTurn = forList();
    const reply = await ask("change-watchlist", { changes: [change] });
    if (!reply.ok) return reply.failure;
    if (isListTurn()) setWatchlist(reply.value);
    return hasChanged(reply.value, change) ? null : { kind: "list-full" };
  };
  const named = page?.kind === "read" ? page.listings : [];
  const mentioned = named.slice(0, MOST_COMPANIES);
  return {
    state,
    /** Why settings or watchlist could not be read the last time; null if they were. */
    failure,
    consented: state !== null && state.agreedAt !== null,
    page,
    /** The companies of the page that are listed; none if it is not read. */
    mentioned,
    /** How many more the page names. */
    unlisted: named.length - mentioned.length,
    isPrivate,
    sourcesWithheld,
    /** Null while it is not known. */
    watchlist,
    setPage,
    reload,
    /** Resolves with why the watchlist is not as the change wants it, or null. */
    changeWatchlist,
  };
}

/** See `usePopupState`. */
export type PopupState = ReturnType<typeof usePopupState>;
