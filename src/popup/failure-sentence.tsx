import { useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import { useSeconds } from "../ui/use-seconds";

interface Props {
  readonly failure: Failure;
  readonly wording: Wording;
  readonly now: () => number;
}

/** The sentence for a failure; if that is a wait, it counts down the seconds. */
export function FailureSentence(props: Props) {
  const { failure, wording, now } = props;
  if (failure.kind === "rate-limited") return <Countdown key={failure.until} {...props} />;
  return <>{failureText(failure, wording, now())}</>;
}

function Countdown({ failure, wording, now }: Props) {
  const [since] = useState(now);
  const at = useSeconds(failure, now);
  return (
    <>
      {/* Said once: a screen reader does not count the seconds along. */}
      <span class="sq-words">{failureText(failure, wording, since)}</span>
      <span aria-hidden="true">{failureText(failure, wording, at)}</span>
    </>
  );
}
