import { useState } from "preact/hooks";
import { useFocusHeir } from "../ui/focus-heir";
import type { TextOf } from "../ui/text";
import { focusHome } from "./focus-home";
import type { PageState } from "./page-state";

type Unread = Exclude<PageState, { kind: "read" | "unanswered" }>;

interface Props {
  readonly state: Unread;
  readonly text: TextOf;
  /** Each resolves with whether the page can be read now. Called within the click. */
  readonly once: (tabId: number, site: string) => Promise<boolean>;
  readonly onSite: (site: string) => Promise<boolean>;
  readonly onAllSites: () => Promise<boolean>;
  readonly switchOn: (site: string) => void;
}

/** Why there is no list for this page, and what the reader can do about it. */
export function PagePanel({ state, text, once, onSite, onAllSites, switchOn }: Props) {
  switch (state.kind) {
    case "unreadable":
      return <Notice title={text("popup_unreadable")} />;
    case "sensitive":
      return <Notice title={text("popup_sensitive")} />;
    case "off":
      return (
        <Notice title={text("popup_off", { site: state.site })}>
          <button type="button" class="pg-button" data-kind="main" onClick={() => switchOn(state.site)}>
            {text("popup_switchOn")}
          </button>
        </Notice>
      );
    case "not-allowed":
      return <NotAllowed state={state} text={text} once={once} onSite={onSite} onAllSites={onAllSites} />;
  }
}

function NotAllowed({
  state: { tabId, site },
  text,
  once,
  onSite,
  onAllSites,
}: Pick<Props, "text" | "once" | "onSite" | "onAllSites"> & { state: Extract<Unread, { kind: "not-allowed" }> }) {
  const [denied, setDenied] = useState(false);
  const answer = (asked: Promise<boolean>) => void asked.then((granted) => setDenied(!granted));
  return (
    <Notice title={text("popup_notAllowed", { site })}>
      <div class="pp-choices">
        <button type="button" class="pg-button" data-kind="main" onClick={() => answer(once(tabId, site))}>
          {text("popup_once")}
        </button>
        <button type="button" class="pg-button" onClick={() => answer(onSite(site))}>
          {text("popup_onSite")}
        </button>
        <button type="button" class="pg-button" onClick={() => answer(onAllSites())}>
          {text("popup_onAllSites")}
        </button>
      </div>
      <p class="pp-note" role="status">
        {denied ? text("popup_denied") : text("popup_onceNote")}
      </p>
    </Notice>
  );
}

/** A sentence in the middle of the popup, with buttons below it. */
export function Notice({ title, children }: { title: string; children?: preact.ComponentChildren }) {
  const ref = useFocusHeir(focusHome);
  return (
    <div ref={ref} class="pp-notice">
      <p class="pp-notice-title">{title}</p>
      {children}
    </div>
  );
}
