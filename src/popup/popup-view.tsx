import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fail } from "../domain/failure";
import { failureText } from "../ui/failure-text";
import { CompanyTable } from "./company-table";
import type { PopupDeps } from "./popup-deps";
import { PopupHead } from "./popup-head";
import { PopupNotices } from "./popup-notices";
import { SearchResults } from "./search-results";
import { SiteFoot } from "./site-foot";
import { StatedLine } from "./stated-line";
import { type Tab, Tabs } from "./tabs";
import { ThisPage } from "./this-page";
import { UndoLine } from "./undo-line";
import { type Figures, useFigures } from "./use-figures";
import { type PopupState, usePopupState } from "./use-popup-state";
import { useSearch } from "./use-search";
import { type Stars, useStars } from "./use-stars";
import { useStatements } from "./use-statements";
import { WatchlistPanel } from "./watchlist-panel";

/** The toolbar popup. */
export function PopupView(deps: PopupDeps) {
  const { ask, text } = deps;
  const popup = usePopupState(deps);
  const { page, mentioned, isPrivate, reload } = popup;
  const watchlist = popup.watchlist ?? [];
  const [tab, setTab] = useState<Tab>("page");
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const found = useSearch(ask, query, isPrivate);
  const stars = useStars(watchlist, isPrivate, popup.changeWatchlist);
  const listed = query ? (found?.listings ?? []) : tab === "page" ? mentioned : watchlist;
  const figures = useFigures(deps, popup, listed, stars);
  const { wording } = figures.table;

  return (
    <div class="pp">
      <PopupHead
        wording={wording}
        query={typed}
        search={setTyped}
        openOptions={() => deps.openPage("options")}
        consented={popup.consented}
        benchmark={figures.benchmark}
        now={deps.now}
      />
      <PopupNotices deps={deps} popup={popup} failure={figures.failure} retry={figures.retry} wording={wording} />
      {query ? (
        <SearchResults query={query} found={found} figures={figures} />
      ) : (
        <Lists {...{ tab, setTab, deps, popup, figures, stars }} />
      )}
      <UndoLine stars={stars} wording={wording} now={deps.now()} />
      <SiteFoot page={page} text={text} keep={deps.askForSite} reload={reload} switchSite={switchSite} />
    </div>
  );

  async function switchSite(site: string, on: boolean): Promise<string | null> {
    // The site's name would be kept. To switch it on again takes it from what is kept.
    const refused = isPrivate && !on;
    const reply = refused ? fail({ kind: "private-window" }) : await ask("switch-site", { site, on });
    await reload();
    return reply.ok ? null : failureText(reply.failure, wording, deps.now());
  }
}

/** The companies of the page and the watchlist, behind two tabs. */
function Lists({
  tab,
  setTab,
  deps,
  popup,
  figures: { table, rows, rowsOf, detailsOf },
  stars,
}: {
  tab: Tab;
  setTab: (tab: Tab) => void;
  deps: PopupDeps;
  popup: PopupState;
  figures: Figures;
  stars: Stars;
}) {
  const { text } = deps;
  const { page, mentioned, unlisted, watchlist, setPage, reload } = popup;
  const counts = { page: mentioned.length + unlisted, watchlist: watchlist?.length ?? 0 };
  const stated = useStatements(deps, popup, rows);
  const body = useRef<HTMLElement>(null);
  // The reader has scrolled the other list, not this one.
  useLayoutEffect(() => body.current?.scrollTo(0, 0), [tab]);
  return (
    <main ref={body} class="pp-body">
      <Tabs {...{ tab, text, counts }} choose={setTab} />
      <section id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class="pp-panel">
        {tab === "page" ? (
          <ThisPage
            {...{ page, deps, setPage, reload }}
            table={({ tabId }) => (
              <>
                <StatedLine stated={stated} text={text} />
                <CompanyTable
                  {...table}
                  rows={rowsOf(mentioned).map((row) => ({ ...row, stated: stated[row.ticker] }))}
                  caption={text("popup_thisPage")}
                  open={({ ticker }) => void deps.showMention(tabId, ticker)}
                />
                {unlisted > 0 && <p class="pp-unlisted">{text("popup_unlisted", { count: unlisted })}</p>}
              </>
            )}
          />
        ) : (
          watchlist && (
            <WatchlistPanel
              rows={rowsOf(watchlist)}
              stars={stars}
              table={table}
              details={detailsOf}
              saveCsv={deps.saveCsv}
            />
          )
        )}
      </section>
    </main>
  );
}
