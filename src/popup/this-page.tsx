import type { ComponentChildren } from "preact";
import { createFormat } from "../domain/format";
import { failureText } from "../ui/failure-text";
import { Notice, PagePanel } from "./page-panel";
import { lookOnce, type PageState } from "./page-state";
import type { PopupDeps } from "./popup-deps";

/** The companies of the page the reader looks at, or why there are none. */
export function ThisPage({
  page,
  deps,
  setPage,
  reload,
  table,
}: {
  page: PageState | null;
  deps: PopupDeps;
  setPage: (page: PageState) => void;
  reload: () => Promise<void>;
  table: (page: Extract<PageState, { kind: "read" }>) => ComponentChildren;
}) {
  const { ask, text, language, now } = deps;
  if (!page) return null;
  if (page.kind === "read") {
    return page.listings.length === 0 ? <Notice title={text("popup_none")} /> : table(page);
  }
  if (page.kind === "unanswered") {
    return (
      <Notice title={failureText(page.failure, { text, format: createFormat(language) }, now())}>
        <button type="button" class="pg-button" onClick={() => void reload()}>
          {text("popup_retry")}
        </button>
      </Notice>
    );
  }
  return (
    <PagePanel
      state={page}
      text={text}
      once={async (tabId, site) => {
        const looked = await lookOnce(tabId, site, ask);
        setPage(looked);
        return looked.kind === "read";
      }}
      onSite={(site) => deps.askForSite(site).then(thenReload)}
      onAllSites={() => deps.askForAllSites().then(thenReload)}
      switchOn={(site) => void ask("switch-site", { site, on: true }).then(reload)}
    />
  );

  async function thenReload(granted: boolean): Promise<boolean> {
    if (granted) await reload();
    return granted;
  }
}
