import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import { useFocusHeir } from "../ui/focus-heir";
import { focusHome } from "./focus-home";
import type { Stars } from "./use-stars";

/** Says what the last click on a star or a cross did, with a button to undo it, or why it did nothing. */
export function UndoLine({ stars, wording, now }: { stars: Stars; wording: Wording; now: number }) {
  const { refusal, removed, undo } = stars;
  const { text } = wording;
  const ref = useFocusHeir(focusHome);
  return (
    <div class="pp-undo" role="status">
      {refusal && <span class="pp-refused">{failureText(refusal, wording, now)}</span>}
      {removed !== null && (
        <>
          <span>{text("popup_removed", { ticker: removed })}</span>
          <button ref={ref} type="button" class="pg-button" data-kind="plain" onClick={undo}>
            {text("popup_undo")}
          </button>
        </>
      )}
    </div>
  );
}
