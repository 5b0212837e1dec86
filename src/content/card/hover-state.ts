/*
 * The states and events of the hover state machine, which decides when a card opens and closes. `M` is the type of a
 * mention, `A` that of an answer. All times are milliseconds of one monotonic clock. A diagram of the machine is in
 * test/unit/content/card/hover.test.ts.
 */

/** One rest of the pointer or key on a mention, until it leaves. */
export interface Stay<M> {
  /**
   * Identifies the stay's request for an answer, and comes back with the answer. A retry gets a new token, so that a
   * late answer to the old request is ignored.
   */
  readonly token: number;
  readonly mention: M;
  /**
   * Whether the card stays open wherever the pointer goes: because the reader opened it otherwise than by hovering, or
   * selected text in it.
   */
  readonly isPinned: boolean;
}

/** A card that the reader sees; `answer` is null until it has come. */
export interface VisibleCard<M, A> {
  readonly stay: Stay<M>;
  readonly answer: A | null;
}

/** A visible card that the pointer has left at `since`. It closes when the grace period is over. */
export interface LeavingCard<M, A> extends VisibleCard<M, A> {
  readonly since: number;
}

/** Where the reader is, and the last token that was given. */
export type HoverState<M, A> = Phase<M, A> & { readonly lastToken: number };

/** One of the five phases that a reader goes through, with what belongs to it. */
export type Phase<M, A> =
  /**
   * `dismissed` is the mention that the reader was on at a dismissal. Hovering opens no card for it before the pointer
   * has left it.
   */
  | { readonly phase: "away"; readonly dismissed: M | null }
  /**
   * The pointer rests on a mention, and its card is not shown yet. In `dwelling` the answer has not been
   * requested yet; in `loading` it has. `previousCard` is the card of the mention before, still visible during its
   * grace period.
   */
  | {
      readonly phase: "dwelling" | "loading";
      readonly stay: Stay<M>;
      readonly since: number;
      readonly answer: A | null;
      readonly previousCard: LeavingCard<M, A> | null;
    }
  | ({ readonly phase: "shown"; readonly isPointerInCard: boolean } & VisibleCard<M, A>)
  | ({ readonly phase: "leaving" } & LeavingCard<M, A>);

/** What can happen to the state: by the pointer, a key, the page, time or an answer. */
export type HoverEvent<M, A> =
  /** The pointer moves over a mention. `canOpen`: hovering opens cards, and a modifier key that it needs is held. */
  | { readonly type: "over-mention"; readonly mention: M; readonly canOpen: boolean; readonly now: number }
  /** The pointer moves where no mention is. */
  | { readonly type: "off-mention"; readonly now: number }
  | { readonly type: "enter-card" }
  | { readonly type: "leave-card"; readonly now: number }
  /** The time of `nextTickAt` has come. */
  | { readonly type: "tick"; readonly now: number }
  | { readonly type: "answer"; readonly token: number; readonly answer: A }
  /** The reader has stepped to the mention with a key. Its card opens after the dwell, pinned. */
  | { readonly type: "step"; readonly mention: M; readonly now: number }
  /** A key, tap, click or menu opens the mention's card at once, pinned. */
  | { readonly type: "open"; readonly mention: M }
  /** The shown card is to ask for its answer again: the reader wants that, or has given consent or changed settings. */
  | { readonly type: "retry" }
  /**
   * The reader scrolls, selects or drags. This ends what hovering has begun, unless the pointer is in the card or the
   * card is pinned.
   */
  | { readonly type: "interrupt" }
  /** The mention's text has changed or is no longer visible. Its card closes, even a pinned one. */
  | { readonly type: "mention-gone"; readonly mention: M }
  /** The page has the same words in new nodes. The card stays, and now belongs to the new mention. */
  | { readonly type: "mention-replaced"; readonly mention: M; readonly by: M }
  /** The reader selects text in the card, which stays open from now on. */
  | { readonly type: "pin" }
  /** The reader closes the card: by Esc, a press outside it, or leaving the page. Even a pinned card closes. */
  | { readonly type: "dismiss" };

/** The machine's delays, in milliseconds. */
export interface Delays {
  /** From resting on a mention until the answer is asked for. */
  readonly fetchMs: number;
  /** From resting on a mention until its card is shown; the reader's setting. */
  readonly dwellMs: number;
  /** Grace period: from leaving mention and card until the card closes. */
  readonly graceMs: number;
}

/** The pointer is on no mention, and no card is open. */
export const INITIAL_STATE = { phase: "away", lastToken: 0, dismissed: null } as const;

/** When the next "tick" event is due; null if none is. */
export function nextTickAt<M, A>(state: HoverState<M, A>, { fetchMs, dwellMs, graceMs }: Delays): number | null {
  if (state.phase === "away" || state.phase === "shown") return null;
  if (state.phase === "leaving") return state.since + graceMs;
  const due = state.since + (state.phase === "loading" ? dwellMs : Math.min(fetchMs, dwellMs));
  return state.previousCard ? Math.min(due, state.previousCard.since + graceMs) : due;
}

/** The card that the reader sees in this state, or null. */
export function visibleCard<M, A>(state: HoverState<M, A>): VisibleCard<M, A> | null {
  if (isPending(state)) return state.previousCard;
  return state.phase === "away" ? null : state;
}

/** The stay for which an answer is needed, or null. Request each token only once; later states return the same stay. */
export function stayToAskFor<M, A>(state: HoverState<M, A>): Stay<M> | null {
  return state.phase === "away" || state.phase === "dwelling" ? null : state.stay;
}

/** The mention that the reader is on, and that of the visible card if it is another one. */
export function mentionsInUse<M, A>(state: HoverState<M, A>): readonly M[] {
  if (state.phase === "away") return [];
  const { mention } = state.stay;
  const card = visibleCard(state);
  return card && card.stay.mention !== mention ? [mention, card.stay.mention] : [mention];
}

/** Whether the reader rests on a mention whose card is not shown yet. */
export function isPending<M, A>(
  state: Phase<M, A>,
): state is Extract<Phase<M, A>, { readonly phase: "dwelling" | "loading" }> {
  return state.phase === "dwelling" || state.phase === "loading";
}
