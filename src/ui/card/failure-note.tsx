import { useState } from "preact/hooks";
import type { Failure } from "../../domain/failure";
import { failureText, remedyFor } from "../failure-text";
import { useSeconds } from "../use-seconds";
import type { CardProps } from "./card-props";

/** The sentence about a failure, instead of the answer, with a button for what the reader can do about it. */
export function FailureNote(props: CardProps & { failure: Failure }) {
  const { failure, now, wording } = props;
  const [since] = useState(now);
  const at = useSeconds(failure, now);
  return (
    <div class="answer failure">
      <p class="sentence">
        {/* Said once: a screen reader does not count the seconds along. */}
        <span class="sq-words" role="alert">
          {failureText(failure, wording, since)}
        </span>
        <span aria-hidden="true">{failureText(failure, wording, at)}</span>
      </p>
      <Remedy {...props} />
    </div>
  );
}

function Remedy({ failure, wording: { text }, agreesHere, actions }: CardProps & { failure: Failure }) {
  switch (remedyFor(failure)) {
    case "retry":
      return <Button label={text("card_retry")} press={actions.retry} />;
    case "consent":
      return <Button label={text(agreesHere ? "welcome_agree" : "card_consent")} press={actions.agree} />;
    case "settings":
      return <Button label={text("card_settings")} press={actions.openOptions} />;
    case null:
      return null;
  }
}

function Button({ label, press }: { label: string; press: (event: MouseEvent) => void }) {
  return (
    <button type="button" class="remedy" onClick={press}>
      {label}
    </button>
  );
}
