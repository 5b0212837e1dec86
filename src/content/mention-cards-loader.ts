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
  const { ask, mentions, signal } = deps;
  let made: MentionCards | null = null;
  let injection: Promise<unknown> | null = null;
  const find = () => {
    if (!signal.aborted) made ??= offeredMentionCards()?.(deps) ?? null;
    return made;
  };

  async function load(): Promise<MentionCards | null> {
    if (find()) return made;
    injection ??= ask("inject-mention-cards", {});
    await injection;
    injection = null;
    return find();
  }

  // The browser may refuse to run a script in a page that it has loaded in advance.
  const onShown = () => mentions().length > 0 && void load();
  document.addEventListener("prerenderingchange", onShown, { signal });

  return { current: () => made, load };
}
