import type { MentionCards, MentionCardsDeps } from "./card/mention-cards";
import { offeredMentionCards } from "./card/mention-cards-slot";

/** What opens the cards of this frame, a script of its own that runs once it is needed. */
export interface MentionCardsLoader {
  /** Null until it has been loaded. */
  readonly current: () => MentionCards | null;
  /** Loads it if it is not there. Null if the background could not run it; the next call tries again. */
  readonly load: () => Promise<MentionCards | null>;
}

/** Nothing is loaded after the `signal` of `deps` has aborted. */
export function createMentionCardsLoader(deps: MentionCardsDeps): MentionCardsLoader {
  const { ask, signal } = deps;
  let made: MentionCards | null = null;
  let isNeeded = false;
  let injection: Promise<unknown> | null = null;
  let endWaiting: () => void = () => undefined;
  const whenMade = new Promise<void>((resolve) => {
    endWaiting = resolve;
  });

  function find(): MentionCards | null {
    if (!signal.aborted) made ??= offeredMentionCards()?.(deps) ?? null;
    if (made) endWaiting();
    return made;
  }

  async function load(): Promise<MentionCards | null> {
    if (find()) return made;
    isNeeded = true;
    injection ??= ask("inject-mention-cards", {});
    await Promise.race([injection, whenMade]);
    injection = null;
    return find();
  }

  // The browser runs no script in a page that it has loaded in advance, and a page that goes into its cache while the
  // script is injected gets no answer. Both are shown later.
  function onShown({ isTrusted }: Event): void {
    if (!isTrusted || !isNeeded || made || document.hidden) return;
    injection = null;
    void load();
  }
  for (const event of ["visibilitychange", "prerenderingchange"]) {
    document.addEventListener(event, onShown, { signal });
  }

  return { current: () => made, load };
}
