import type { Ask } from "../../platform/ask";
import type { CardApi } from "../../protocol/card-api";

interface CardLoaderDeps {
  readonly ask: Ask;
  readonly findCard: () => CardApi | null;
  /** Called once the card's script has run. */
  readonly onLoaded: () => void;
}

/**
 * Makes a function that returns this frame's card, and has its script injected if it is not there. It returns null if
 * the background refuses; the next call tries again.
 */
export function createCardLoader({ ask, findCard, onLoaded }: CardLoaderDeps): () => Promise<CardApi | null> {
  let injection: Promise<CardApi | null> | null = null;
  return async () => {
    const present = findCard();
    if (present) return present;
    injection ??= ask("inject-card", {}).then(() => {
      injection = null;
      onLoaded();
      return findCard();
    });
    return injection;
  };
}
