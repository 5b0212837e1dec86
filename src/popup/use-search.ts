import { useEffect, useState } from "preact/hooks";
import type { Ask } from "../platform/ask";
import type { SearchReply } from "../protocol/figure-requests";

/** A search starts this long after the last key, so that there is one for a word and not one for each letter. */
const TYPING_REST_MS = 220;

/** Gets the answer to what was typed; null if there is none yet or nothing was typed. */
export function useSearch(ask: Ask, query: string, isPrivate: boolean): SearchReply | null {
  const [reply, setReply] = useState<{ query: string; found: SearchReply } | null>(null);
  useEffect(() => {
    if (query === "") return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await ask("search", { query, isPrivate });
      // The answer to an earlier query may come after that to a later one.
      if (!current) return;
      const found = answer.ok ? answer.value : { listings: [], failure: answer.failure };
      setReply({ query, found });
    }, TYPING_REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ask, query, isPrivate]);
  return reply?.query === query ? reply.found : null;
}
