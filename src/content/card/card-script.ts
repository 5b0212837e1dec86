import type { Ask } from "../../platform/ask";
import type { CardApi } from "../../protocol/card-api";

interface CardScriptDeps {
  readonly ask: Ask;
  readonly findCard: () => CardApi | null;
  /** Called once the script has run. */
  readonly ran: () => void;
}

/**
 * The card of this frame, injected when it is not there; null
 * where that is refused, which is tried again when asked again.
 */
export function createCardScript({ ask, findCard, ran }: CardScriptDeps): () => Promise<CardApi | null> {
  let injection: Promise<CardApi | null> | null = null;
  return async () => {
    const present = findCard();
    if (present) return present;
    injection ??= ask("inject-card", {}).then(() => {
      injection = null;
      ran();
      return findCard();
    });
    return injection;
  };
}
