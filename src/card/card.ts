import type { CardApi } from "../protocol/card-api";
import { createShowing, type ShowingDeps } from "./showing";

interface CardDeps extends ShowingDeps {
  /** Called when the card has been destroyed or has left the page. */
  readonly withdraw: () => void;
}

/**
 * A card that was not used for this long leaves the page, and its compiled script with it: up to half a megabyte a tab.
 */
const UNUSED_MS = 30_000;

/** The card of one frame. In pages that are not ours it leaves when it is not used. */
export function createCard(deps: CardDeps): CardApi {
  const showing = createShowing(deps);
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function leaveUnlessUsed(): void {
    clearTimeout(leaving);
    if (!deps.isOwnPage && !showing.isOn()) leaving = setTimeout(destroy, UNUSED_MS);
  }

  function destroy(): void {
    clearTimeout(leaving);
    showing.destroy();
    deps.withdraw();
  }

  function hide(): void {
    showing.hide();
    leaveUnlessUsed();
  }

  leaveUnlessUsed();
  return {
    ...showing,
    prepare(ticker) {
      showing.prepare(ticker);
      leaveUnlessUsed();
    },
    show(request, events) {
      showing.show(request, events);
      leaveUnlessUsed();
    },
    hide,
    // Our own pages load the card's script only once. Their text is read again when a setting changes, so the card has
    // to stay.
    destroy: deps.isOwnPage ? hide : destroy,
  };
}
