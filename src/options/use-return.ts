import { useEffect } from "preact/hooks";

/** Calls `look` now, and again whenever the reader comes back to the page from another tab. */
export function useReturn(look: () => void): void {
  useEffect(() => {
    look();
    const lookIfSeen = () => document.hidden || look();
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => document.removeEventListener("visibilitychange", lookIfSeen);
  }, [look]);
}
