import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { type CardMachineDeps, type CardState, createCardMachine } from "./card-machine";
import { mentionsInUse, visibleCard } from "./hover-state";

/** The card of this frame, as pointer and keyboard use it. */
export interface CardHost {
  /** The pointer is on a mention, or on none. `canOpen`: the reader's settings let this open a card. */
  readonly point: (hit: Hit | null, canOpen: boolean) => void;
  /** Opens a mention's card at once. `focus` moves the keyboard focus into it. */
  readonly open: (mention: PageMention, how?: { line?: number; focus?: boolean }) => void;
  /** A key has moved to a mention: its card opens after the dwell, and is announced. */
  readonly walk: (mention: PageMention) => void;
  /** The reader scrolls, selects or drags. */
  readonly interrupt: () => void;
  /** The reader selects text in the card, so that it has to stay open. */
  readonly pin: () => void;
  /** The mention that the reader is on, and that of the visible card; each with the line it was pointed at. */
  readonly mentionsInUse: () => readonly Hit[];
  /** The mention's text has changed or is no longer visible. */
  readonly mentionGone: (mention: PageMention) => void;
  /** The page has the same words in new nodes. */
  readonly replaceMention: (mention: PageMention, by: PageMention) => void;
  /** A mention in use has moved in the viewport, so the card has to move with it. */
  readonly mentionMoved: () => void;
  /** Closes the card; true if one was visible. */
  readonly dismiss: () => boolean;
  /** The reader has allowed requests: a card that could not make one tries again. */
  readonly retryRefused: () => void;
  /** Whether the card stays open wherever the pointer goes. */
  readonly isPinned: () => boolean;
  /** Whether no card is open or about to open. */
  readonly isIdle: () => boolean;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
}

interface CardHostDeps extends CardMachineDeps {
  /** Wakes the background early, which takes about as long as the rest of the dwell. */
  readonly wakeBackground: () => void;
  readonly marks: CardMachineDeps["marks"] & Pick<Marks, "isCurrent">;
}

export function createCardHost(deps: CardHostDeps): CardHost {
  const { wakeBackground, findCard, marks, now } = deps;
  const { send, state, drawing } = createCardMachine(deps);

  function replaceMention(mention: PageMention, by: PageMention): void {
    drawing.copyLine(mention, by);
    send({ type: "mention-replaced", mention, by });
  }

  /** After the page was read again, the mention that the reader is on may have become a new one with the same words. */
  function carryOverTo(mention: PageMention): void {
    const outdated = mentionsOrDismissed(state()).find((one) => one.ticker === mention.ticker && !marks.isCurrent(one));
    if (outdated) replaceMention(outdated, mention);
  }

  return {
    point(hit, canOpen) {
      if (!hit) {
        if (!isIdle(state())) send({ type: "off-mention", now: now() });
        return;
      }
      if (currentStay(state())?.mention !== hit.mention) carryOverTo(hit.mention);
      const token = currentStay(state())?.token;
      send({ type: "over-mention", mention: hit.mention, canOpen, now: now() });
      if (state().phase !== "dwelling" || currentStay(state())?.token === token) return;
      drawing.setPlace(hit.mention, hit.line, "none");
      wakeBackground();
    },
    open(mention, { line = 0, focus = false } = {}) {
      drawing.setPlace(mention, line, focus ? "focus" : "none");
      send({ type: "open", mention });
    },
    walk(mention) {
      drawing.setPlace(mention, 0, "announce");
      wakeBackground();
      send({ type: "walk", mention, now: now() });
    },
    interrupt: () => send({ type: "interrupt" }),
    pin: () => send({ type: "pin" }),
    mentionsInUse: () => mentionsInUse(state()).map((mention) => ({ mention, line: drawing.lineOf(mention) })),
    mentionGone: (mention) => send({ type: "mention-gone", mention }),
    replaceMention,
    mentionMoved: () => drawing.isOpen() && findCard()?.follow(),
    dismiss() {
      const wasVisible = visibleCard(state()) !== null;
      send({ type: "dismiss" });
      return wasVisible;
    },
    retryRefused() {
      const answer = visibleCard(state())?.answer;
      if (answer && !answer.ok && answer.failure.kind === "no-consent") send({ type: "retry" });
    },
    isPinned: () => currentStay(state())?.isPinned ?? false,
    isIdle: () => isIdle(state()),
    // Asked for each move of the pointer, and finding the card takes longer than the rest.
    owns: (target) => drawing.isOpen() && (findCard()?.owns(target) ?? false),
  };
}

function currentStay(state: CardState) {
  return state.phase === "away" ? null : state.stay;
}

function isIdle(state: CardState): boolean {
  return state.phase === "away" && state.dismissed === null;
}

function mentionsOrDismissed(state: CardState): readonly PageMention[] {
  if (state.phase !== "away") return mentionsInUse(state);
  return state.dismissed ? [state.dismissed] : [];
}
