import { useMemo, useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import { BENCHMARK } from "../domain/ticker";
import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import { LINES, LineIcon } from "../ui/icons";
import { WithheldNotice } from "../ui/withheld-notice";
import { CompanyTable } from "./company-table";
import { ConsentPanel } from "./consent-panel";
import { Headline } from "./headline";
import { Notice } from "./page-panel";
import type { PopupDeps } from "./popup-deps";
import { SearchField } from "./search-field";
import { SiteFoot } from "./site-foot";
import type { Row } from "./sort-rows";
import { type Tab, Tabs } from "./tabs";
import { ThisPage } from "./this-page";
import { usePopupState } from "./use-popup-state";
import { sharedFailure, useRows } from "./use-rows";
import { useSearch } from "./use-search";
import { RowControls, useUndo, watchedRows } from "./watchlist-panel";

/** The toolbar popup. */
export function PopupView(deps: PopupDeps) {
  const { ask, text } = deps;
  const { state, page, isPrivate, sourcesWithheld, watchlist, setPage, reload, changeWatchlist } = usePopupState(deps);
  const [tab, setTab] = useState<Tab>("page");
  const [query, setQuery] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState(false);
  const found = useSearch(ask, query.trim(), isPrivate);
  const format = useMemo(() => {
    const look = state?.settings.look;
    return createFormat(look?.numbers || deps.language, look?.subunits);
  }, [state, deps.language]);
  const wording: Wording = { text, format };

  const consented = state !== null && state.agreedAt !== null;
  const mentioned = page?.kind === "read" ? page.listings : [];
  const listings = query.trim() ? (found?.listings ?? []) : tab === "page" ? mentioned : watchlist;
  const tickers = listings.map(({ ticker }) => ticker);
  const chosen = state?.settings.card.benchmark ?? BENCHMARK;
  const figures = useRows(ask, tickers, {
    benchmark: chosen,
    allowed: consented && page !== null,
    isPrivate,
    attempt: `${attempt} ${sourcesWithheld}`,
  });
  const benchmark = figures[chosen];
  const shared = consented ? sharedFailure([chosen, ...tickers], figures) : null;
  const rowsOf = (of: readonly Omit<Row, "outcome">[]): Row[] =>
    of.map((listing) => ({ ...listing, outcome: figures[listing.ticker] }));
  const watched = new Set(watchlist.map(({ ticker }) => ticker));
  const undo = useUndo(changeWatchlist);
  const table = {
    wording,
    against: chosen,
    watched,
    now: deps.now,
    headlineDate: benchmark?.ok ? benchmark.value.date : null,
    quiet: shared !== null || !consented,
    toggleStar: ({ ticker, name }: Row) => {
      if (isPrivate) return setRefused(true);
      undo.change(watched.has(ticker) ? { change: "remove", ticker } : { change: "add", listing: { ticker, name } });
    },
  };

  return (
    <div class="pp">
      <header>
        <h1 class="sq-words">Sidequote</h1>
        <div class="pp-head">
          <SearchField text={text} query={query} search={setQuery} />
          <button
            type="button"
            class="pp-icon"
            aria-label={text("popup_options")}
            title={text("popup_options")}
            onClick={() => deps.openPage("options")}
          >
            <LineIcon lines={LINES.sliders} />
          </button>
        </div>
        {consented && <Headline figures={benchmark?.ok ? benchmark.value : null} wording={wording} />}
      </header>
      {state && !consented && (
        <ConsentPanel
          text={text}
          agree={() => void ask("give-consent", {}).then(reload)}
          learn={() => deps.openPage("welcome")}
        />
      )}
      {consented && (
        <WithheldNotice text={text} withheld={{ sources: sourcesWithheld, sites: false }} allow={deps.askForSources} />
      )}
      {shared && !sourcesWithheld && (
        <div class="pp-shared" role="status">
          <p>{failureText(shared, wording, deps.now())}</p>
          <button type="button" class="pg-button" onClick={() => setAttempt(attempt + 1)}>
            {text("popup_retry")}
          </button>
        </div>
      )}
      {query.trim() ? (
        <main class="pp-body" aria-label={text("popup_results")}>
          <p class="sq-words" role="status">
            {found ? text("popup_found", { count: found.listings.length }) : text("popup_loading")}
          </p>
          {found?.failure && <Notice title={failureText(found.failure, wording, deps.now())} />}
          {found && found.listings.length === 0 && !found.failure && (
            <Notice title={text("popup_nothingFound", { query: query.trim() })} />
          )}
          {found && found.listings.length > 0 && (
            <CompanyTable {...table} rows={rowsOf(found.listings)} caption={text("popup_results")} />
          )}
        </main>
      ) : (
        <main class="pp-body">
          <Tabs
            tab={tab}
            choose={setTab}
            text={text}
            counts={{ page: mentioned.length, watchlist: watchlist.length }}
          />
          <section id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class="pp-panel">
            {tab === "page" ? (
              <ThisPage
                {...{ page, deps, setPage, reload }}
                table={(openable) => (
                  <CompanyTable
                    {...table}
                    rows={rowsOf(mentioned)}
                    caption={text("popup_thisPage")}
                    open={({ ticker }) => void deps.showMention(openable.tabId, ticker)}
                  />
                )}
              />
            ) : watchlist.length === 0 && undo.removed === null ? (
              <Notice title={text("popup_watchlistEmpty")} />
            ) : (
              <CompanyTable
                {...table}
                rows={watchedRows(watchlist, figures)}
                caption={text("popup_watchlist")}
                control={(row, place) => (
                  <RowControls {...{ row, place, text }} count={watchlist.length} change={undo.change} />
                )}
              />
            )}
          </section>
        </main>
      )}
      <div class="pp-undo" role="status">
        {refused && <span class="pp-refused">{failureText({ kind: "private-window" }, wording, deps.now())}</span>}
        {undo.removed !== null && (
          <>
            <span>{text("popup_removed", { ticker: undo.removed })}</span>
            <button type="button" class="pg-button" data-kind="plain" onClick={undo.undo}>
              {text("popup_undo")}
            </button>
          </>
        )}
      </div>
      <SiteFoot page={page} text={text} keep={deps.askForSite} reload={reload} switchSite={switchSite} />
    </div>
  );

  async function switchSite(site: string, on: boolean): Promise<void> {
    await ask("switch-site", { site, on });
    await reload();
  }
}
