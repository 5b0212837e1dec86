import type { Failure } from "../domain/failure";
import { failureText, remedyFor } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import type { CardActions } from "./view";

/** A failure's sentence in the place of the answer, with what the reader can do about it. */
export function FailureNote({
  failure,
  now,
  wording,
  actions,
}: {
  failure: Failure;
  /** Epoch milliseconds. */
  now: number;
  wording: Wording;
  actions: CardActions;
}) {
  const { text } = wording;
  const remedy = remedyFor(failure);
  return (
    <div class="answer failure">
      <p class="sentence" role="alert">
        {failureText(failure, wording, now)}
      </p>
      {remedy === "retry" && (
        <button type="button" class="remedy" onClick={actions.retry}>
          {text("card_retry")}
        </button>
      )}
      {remedy === "consent" && (
        <button type="button" class="remedy" onClick={(event) => actions.openPage("welcome", event)}>
          {text("card_consent")}
        </button>
      )}
      {remedy === "settings" && (
        <button type="button" class="remedy" onClick={(event) => actions.openPage("options", event)}>
          {text("card_settings")}
        </button>
      )}
    </div>
  );
}
