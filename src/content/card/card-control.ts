import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { type CardMachineDeps, type CardState, createCardMachine } from "./card-machine";
import { mentionsInUse, visibleCard } from "./hover-state";

/** Opens, moves and closes this frame's card; used by the pointer and keyboard code. */
export interface CardControl {
  /**
   * The pointer is on a mention, or on none. `canOpen`: the settings let hovering open a card, and a modifier key that
   * they ask for is held. `since`: when the pointer came there, in milliseconds of the monotonic clock; left out if it
   * was just now.
   */
  readonly point: (hit: Hit | null, canOpen: boolean, since?: number) => void;
  /** Opens a mention's card at once. `focus` moves the keyboard focus into it. */
  readonly open: (mention: PageMention, how?: { lineIndex?: number; focus?: boolean }) => void;
  /**
   * The reader has stepped to a mention with a keyboard shortcut: its card opens after the dwell and is announced to
   * screen readers.
   */
  readonly stepTo: (mention: PageMention) => void;
  /** The reader scrolls, selects or drags: what hovering has opened closes, unless the pointer is in the card. */
  readonly interrupt: () => void;
  /** The reader selects text in the card, so that it has to stay open. */
  readonly pin: () => void;
  /** The mention that the reader is on, and that of the visible card; each with the line that was pointed at. */
  readonly mentionsInUse: () => readonly Hit[];
  /** The mention's text has changed or is no longer visible. */
  readonly mentionGone: (mention: PageMention) => void;
  /** The page has the same words in new nodes. */
  readonly replaceMention: (mention: PageMention, by: PageMention) => void;
  /** A mention in use has moved in the viewport, so the card has to move with it. */
  readonly mentionMoved: () => void;
  /** Closes the card; true if one was visible. */
  readonly dismiss: () => boolean;
  /** The reader has given consent: the current card, if it lacked it, asks for its figures again. */
  readonly retryAfterConsent: () => void;
  /** The card of the mention that the reader is on, if it is shown, asks for its figures again. */
  readonly askAgain: () => void;
  readonly isOpen: () => boolean;
  /** Whether the card stays open wherever the pointer goes. */
  readonly isPinned: () => boolean;
  /** Whether no card is open or about to open, and no dismissed mention is remembered. */
  readonly isIdle: () => boolean;
  /** Whether an event happened to the card. */
  readonly owns: (event: Event) => boolean;
}

interface CardControlDeps extends CardMachineDeps {
  /** Wakes the background now, so that it is ready when the figures are asked for. */
  readonly wakeBackground: () => void;
  readonly marks: CardMachineDeps["marks"] & Pick<Marks, "isCurrent">;
}

/** Creates the control of this frame's card; other code never sees the state machine. */
export function createCardControl(deps: CardControlDeps): CardControl {
  const { wakeBackground, findCard, marks, now } = deps;
  const { send, state, drawing } = createCardMachine(deps);

  function replaceMention(mention: PageMention, by: PageMention): void {
    drawing.copyLineIndex(mention, by);
    send({ type: "mention-replaced", mention, by });
  }

  // After the page is read again, the mention that the reader is on, or has just dismissed, may no longer exist.
  // A mention of the same listing takes its place.
  function replaceOutdatedBy(mention: PageMention): void {
    const outdated = inUseOrDismissed(state()).find((one) => one.ticker === mention.ticker && !marks.isCurrent(one));
    if (outdated) replaceMention(outdated, mention);
  }

  return {
    point(hit, canOpen, since = now()) {
      if (!hit) {
        if (!isIdle(state())) send({ type: "off-mention", now: since });
        return;
      }
      if (currentStay(state())?.mention !== hit.mention) replaceOutdatedBy(hit.mention);
      const token = currentStay(state())?.token;
      send({ type: "over-mention", mention: hit.mention, canOpen, now: since });
      // Continue only if this event began a new stay.
      if (state().phase !== "dwelling" || currentStay(state())?.token === token) return;
      drawing.planCard(hit.mention, hit.lineIndex, "none");
      wakeBackground();
    },
    open(mention, { lineIndex = 0, focus = false } = {}) {
      drawing.planCard(mention, lineIndex, focus ? "focus" : "none");
      send({ type: "open", mention });
    },
    stepTo(mention) {
      drawing.planCard(mention, 0, "announce");
      wakeBackground();
      send({ type: "step", mention, now: now() });
    },
    interrupt: () => send({ type: "interrupt" }),
    pin: () => send({ type: "pin" }),
    mentionsInUse: () =>
      mentionsInUse(state()).map((mention) => ({ mention, lineIndex: drawing.lineIndexOf(mention) })),
    mentionGone: (mention) => send({ type: "mention-gone", mention }),
    replaceMention,
    mentionMoved: () => drawing.isOpen() && findCard()?.follow(),
    dismiss() {
      const wasVisible = drawing.isOpen();
      send({ type: "dismiss" });
      return wasVisible;
    },
    retryAfterConsent: () => lacksConsent(state()) && send({ type: "retry" }),
    askAgain: () => send({ type: "retry" }),
    isOpen: drawing.isOpen,
    isPinned: () => currentStay(state())?.isPinned ?? false,
    isIdle: () => isIdle(state()),
    // Called on every pointer move, so the cheap `isOpen` check comes before `findCard`.
    owns: (event) => drawing.isOpen() && (findCard()?.owns(event) ?? false),
  };
}

function lacksConsent(state: CardState): boolean {
  const answer = visibleCard(state)?.answer;
  return answer?.ok === false && answer.failure.kind === "no-consent";
}

function currentStay(state: CardState) {
  return state.phase === "away" ? null : state.stay;
}

function isIdle(state: CardState): boolean {
  return state.phase === "away" && state.dismissed === null;
}

/** The mentions in use, or the one just dismissed. Selections are left out: they are no mentions of the page. */
function inUseOrDismissed(state: CardState): readonly PageMention[] {
  const dismissed = state.phase === "away" && state.dismissed ? [state.dismissed] : [];
  return [...mentionsInUse(state), ...dismissed].filter(({ isSelection }) => !isSelection);
}
