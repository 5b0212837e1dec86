import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../domain/failure";

/** The time (epoch milliseconds), updated every second while the sentence of this failure counts down a wait. */
export function useSeconds(failure: Failure, now: () => number): number {
  const until = failure.kind === "rate-limited" ? failure.until : null;
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      setAt(now());
      if (now() >= until) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until, now]);
  return at;
}
