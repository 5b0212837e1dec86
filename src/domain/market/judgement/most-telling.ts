import type { Failure } from "../../failure";

/**
 * The failure to show if no source had closes: that there is no close yet, if a source said so; then one that may pass;
 * then one that lasts. Undefined without any.
 */
export function mostTelling(all: readonly Failure[]): Failure | undefined {
  // If one source has answered, the reader is not offline, and its answer says more than that another could not be
  // reached.
  const failures = all.some(isAnswer) ? all.filter(({ kind }) => !OUT_OF_REACH.includes(kind)) : all;
  return (
    failures.find(({ kind }) => kind === "no-data-yet") ??
    failures.find(({ kind }) => !LASTING.includes(kind)) ??
    failures.find(({ kind }) => kind === "unknown-ticker") ??
    failures[0]
  );
}

/** Failures that will still be there if the source is asked again soon. */
const LASTING: readonly Failure["kind"][] = [
  "unknown-ticker",
  "no-data-yet",
  "not-served",
  "not-entitled",
  "key-refused",
];

/** Failures for which no source gave an answer. */
const UNHEARD: readonly Failure["kind"][] = [
  "offline",
  "unreachable",
  "no-permission",
  "not-served",
  "no-consent",
  "aborted",
];

/** Failures in which nothing came back. */
const OUT_OF_REACH: readonly Failure["kind"][] = ["offline", "unreachable"];

function isAnswer({ kind }: Failure): boolean {
  return !UNHEARD.includes(kind);
}
