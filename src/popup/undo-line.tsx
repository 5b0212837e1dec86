import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import type { Stars } from "./use-stars";

/** Says what the last click on a star or a cross did, with a button to undo it, or why it did nothing. */
export function UndoLine({ stars, wording, now }: { stars: Stars; wording: Wording; now: number }) {
  const { refused, removed, undo } = stars;
  return (
    <div class="pp-undo" role="status">
      {refused && <span class="pp-refused">{failureText({ kind: "private-window" }, wording, now)}</span>}
      {removed !== null && (
        <>
          <span>{wording.text("popup_removed", { ticker: removed })}</span>
          <button type="button" class="pg-button" data-kind="plain" onClick={undo}>
            {wording.text("popup_undo")}
          </button>
        </>
      )}
    </div>
  );
}
