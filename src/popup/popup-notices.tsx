import type { Failure } from "../domain/failure";
import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import { WithheldNotice } from "../ui/withheld-notice";
import { ConsentPanel } from "./consent-panel";
import type { PopupDeps } from "./popup-deps";
import type { PopupState } from "./use-popup-state";

/** Says above the list why there are no figures: no consent, no access to the sources, or a failure of all rows. */
export function PopupNotices({
  deps,
  popup: { state, consented, sourcesWithheld, reload },
  failure,
  retry,
  wording,
}: {
  deps: PopupDeps;
  popup: PopupState;
  failure: Failure | null;
  retry: () => void;
  wording: Wording;
}) {
  const { text } = wording;
  if (!consented) {
    return (
      state && (
        <ConsentPanel
          text={text}
          agree={() => void deps.ask("give-consent", {}).then(reload)}
          learn={() => deps.openPage("welcome")}
        />
      )
    );
  }
  return (
    <>
      <WithheldNotice text={text} withheld={{ sources: sourcesWithheld, sites: false }} allow={deps.askForSources} />
      {failure && !sourcesWithheld && (
        <div class="pp-shared" role="status">
          <p>{failureText(failure, wording, deps.now())}</p>
          <button type="button" class="pg-button" onClick={retry}>
            {text("popup_retry")}
          </button>
        </div>
      )}
    </>
  );
}
