import { useEffect, useState } from "preact/hooks";
import type { Ask } from "../platform/ask";
import type { SearchReply } from "../protocol/figure-requests";

/** Rest after the last key before a search is asked: one search a word, not one a letter. */
const TYPING_REST_MS = 220;

/** The answer to what was typed; null while none is there or nothing was typed. */
export function useSearch(ask: Ask, query: string, isPrivate: boolean): SearchReply | null {
  const [reply, setReply] = useState<{ query: string; found: SearchReply } | null>(null);
  useEffect(() => {
    if (query === "") return;
    const timer = setTimeout(async () => {
      const answer = await ask("search", { query, isPrivate });
      const found = answer.ok ? answer.value : { listings: [], failure: answer.failure };
      setReply({ query, found });
    }, TYPING_REST_MS);
    return () => clearTimeout(timer);
  }, [ask, query, isPrivate]);
  return reply?.query === query ? reply.found : null;
}
