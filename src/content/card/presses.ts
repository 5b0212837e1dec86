import type { PublicSettings } from "../../domain/settings";
import type { Marks } from "../marks/marks";
import { createTrustedListener } from "../trusted-events";
import type { CardControl } from "./card-control";
import { innermostTarget, isInClickable } from "./event-targets";
import { watchLongPress } from "./long-press";

/** What presses act on. */
export interface PressesDeps {
  readonly marks: Pick<Marks, "restoreUnderlines" | "mayBeAt" | "hitTest">;
  readonly card: Pick<CardControl, "open" | "dismiss" | "owns">;
  readonly settings: () => PublicSettings;
  readonly signal: AbortSignal;
}

/** Opens cards by click, tap and long press, and closes the card when the reader presses elsewhere. */
export function watchPresses({ marks, card, settings, signal }: PressesDeps): {
  /** Whether the reader has pressed in the card and not let go before this move, which then selects its text. */
  readonly isPressedInCard: (move: PointerEvent) => boolean;
} {
  let isPressedInCard = false;

  function onDown(event: PointerEvent): void {
    marks.restoreUnderlines();
    isPressedInCard = card.owns(event);
    if (!isPressedInCard) card.dismiss();
  }

  function onClick(event: MouseEvent): void {
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (!isTouch && settings().trigger.kind !== "click") return;
    if (event.button !== 0 || card.owns(event) || !(getSelection()?.isCollapsed ?? true)) return;
    if (isInClickable(event)) return;
    const hit = marks.hitTest(event);
    if (hit) card.open(hit.mention, { lineIndex: hit.lineIndex });
  }

  const listen = createTrustedListener(signal);
  listen("pointerdown", onDown);
  listen("pointerup", () => {
    isPressedInCard = false;
  });
  listen("click", onClick);
  watchLongPress({
    hitFor: (event) => (isInClickable(event) && marks.mayBeAt(innermostTarget(event)) ? marks.hitTest(event) : null),
    open: ({ mention, lineIndex }) => card.open(mention, { lineIndex }),
    signal,
  });
  // After the drag of a link, and after a menu that a press opens, no `pointerup` tells that the reader has let go.
  return { isPressedInCard: ({ buttons }) => isPressedInCard && buttons !== 0 };
}
