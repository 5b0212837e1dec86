import type { Failure } from "../domain/failure";
import type { Wording } from "../ui/figures";
import { useFocusHeir } from "../ui/focus-heir";
import { WithheldNotice } from "../ui/withheld-notice";
import { ConsentPanel } from "./consent-panel";
import { FailureSentence } from "./failure-sentence";
import { focusHome } from "./focus-home";
import type { PopupDeps } from "./popup-deps";
import type { PopupState } from "./use-popup-state";

/**
 * Says above the list why there are no figures: settings or a watchlist that could not be read, no consent, no access
 * to the sources, or a failure of all rows.
 */
export function PopupNotices({
  deps,
  popup: { state, failure: unread, consented, sourcesWithheld, reload },
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
  if (unread) return <SharedFailure {...{ failure: unread, retry: () => void reload(), wording, deps }} />;
  if (!state) return null;
  if (!consented) {
    return (
      <ConsentPanel
        text={text}
        agree={() => void deps.ask("give-consent", {}).then(reload)}
        learn={() => deps.openPage("welcome")}
      />
    );
  }
  return (
    <>
      <WithheldNotice
        text={text}
        withheld={{ sources: sourcesWithheld, sites: false }}
        allow={deps.askForSources}
        heirOf={focusHome}
      />
      {failure && !sourcesWithheld && <SharedFailure {...{ failure, retry, wording, deps }} />}
    </>
  );
}

/** A failure that concerns the whole list, with a button to try again. */
function SharedFailure({
  failure,
  retry,
  wording,
  deps,
}: {
  failure: Failure;
  retry: () => void;
  wording: Wording;
  deps: PopupDeps;
}) {
  const ref = useFocusHeir(focusHome);
  return (
    <div ref={ref} class="pp-shared" role="status">
      <p>
        <FailureSentence failure={failure} wording={wording} now={deps.now} />
      </p>
      <button type="button" class="pg-button" onClick={retry}>
        {wording.text("popup_retry")}
      </button>
    </div>
  );
}
