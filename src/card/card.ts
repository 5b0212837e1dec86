import type { CardApi } from "../protocol/card-api";
import { createShowing, type ShowingDeps } from "./showing";

interface CardDeps extends ShowingDeps {
  /** Called once the card is destroyed, or leaves. */
  readonly withdraw: () => void;
}

/**
 * A card that nobody used for so long leaves the page. With it goes its compiled script: up to half a megabyte a tab.
 */
const UNUSED_MS = 30_000;

/** The card of one frame. It leaves a page of somebody else's where it is not used. */
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
    // A page of ours loads the card once: the page is read anew when a setting changes, and no other card would come.
    destroy: deps.isOwnPage ? hide : destroy,
  };
}
