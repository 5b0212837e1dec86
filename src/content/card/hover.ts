import {
  type Delays,
  type HoverEvent,
  type HoverState,
  isPending,
  type LeavingCard,
  type Phase,
  type Stay,
  type VisibleCard,
  visibleCard,
} from "./hover-state";

/**
 * The state after an event; usually the same object if nothing changed. Every new stay gets a higher token than all
 * before it, so a late answer is never taken for a later stay's. `M` and `A` are explained in `hover-state.ts`.
 */
export function afterEvent<M, A>(state: HoverState<M, A>, event: HoverEvent<M, A>, delays: Delays): HoverState<M, A> {
  const next: Phase<M, A> = phaseAfter(state, event, delays);
  if (next === state) return state;
  return { ...next, lastToken: Math.max(state.lastToken, next.phase === "away" ? 0 : next.stay.token) };
}

function phaseAfter<M, A>(state: HoverState<M, A>, event: HoverEvent<M, A>, delays: Delays): Phase<M, A> {
  switch (event.type) {
    case "over-mention":
      return isPinned(state) ? state : afterOverMention(state, event.mention, event.canOpen, event.now);
    case "off-mention":
      return isPinned(state) ? state : afterOffMention(state, event.now);
    case "enter-card":
      return afterEnterCard(state);
    case "leave-card":
      return afterLeaveCard(state, event.now);
    case "tick":
      return afterTick(state, event.now, delays);
    case "answer":
      return afterAnswer(state, event.token, event.answer);
    case "step":
      // Unlike the pointer, a step closes the visible card at once.
      return dwelling(newStay(state, event.mention, { isPinned: true }), event.now, null);
    case "open":
      return afterOpen(state, event.mention);
    case "retry":
      if (state.phase !== "shown") return state;
      return { ...state, stay: { ...state.stay, token: state.lastToken + 1 }, answer: null };
    case "interrupt":
      return state.phase === "away" || isPinned(state) || isPointerInCard(state) ? state : away(null);
    case "mention-gone":
      return afterMentionGone(state, event.mention);
    case "mention-replaced":
      return afterMentionReplaced(state, event.mention, event.by);
    case "pin":
      if (state.phase !== "shown" || state.stay.isPinned) return state;
      return { ...state, stay: { ...state.stay, isPinned: true } };
    case "dismiss":
      return away(state.phase === "away" ? state.dismissed : state.stay.mention);
  }
}

function afterOverMention<M, A>(state: HoverState<M, A>, mention: M, canOpen: boolean, now: number): Phase<M, A> {
  // While the pointer is in the card, its last place on the page is still looked at; that says nothing.
  if (isPointerInCard(state)) return state;
  if (state.phase !== "away" && state.stay.mention === mention) {
    if (state.phase === "leaving") return shown(state);
    // The modifier key has been released before the card was shown.
    return canOpen || !isPending(state) ? state : afterOffMention(state, now);
  }
  const previousCard = previousCardOf(state, now);
  // The pointer is back on the mention whose card is still visible.
  if (previousCard?.stay.mention === mention) return shown(previousCard);
  // A mention that may not open a card counts as none.
  if (!canOpen) return afterOffMention(state, now);
  if (state.phase === "away" && state.dismissed === mention) return state;
  return dwelling(newStay(state, mention, { isPinned: false }), now, previousCard);
}

function afterOffMention<M, A>(state: HoverState<M, A>, now: number): Phase<M, A> {
  if (state.phase === "leaving") return state;
  if (state.phase === "shown") return state.isPointerInCard ? state : leaving(state, now);
  const previousCard = previousCardOf(state, now);
  return previousCard ? leaving(previousCard, previousCard.since) : away(null);
}

function afterEnterCard<M, A>(state: HoverState<M, A>): Phase<M, A> {
  const card = visibleCard(state);
  return card ? { ...shown(card), isPointerInCard: true } : state;
}

function afterLeaveCard<M, A>(state: HoverState<M, A>, now: number): Phase<M, A> {
  if (state.phase !== "shown" || !state.isPointerInCard) return state;
  return state.stay.isPinned ? { ...state, isPointerInCard: false } : leaving(state, now);
}

function afterTick<M, A>(state: HoverState<M, A>, now: number, { fetchMs, dwellMs, graceMs }: Delays): Phase<M, A> {
  if (state.phase === "away" || state.phase === "shown") return state;
  const elapsed = now - state.since;
  if (state.phase === "leaving") return elapsed >= graceMs ? away(null) : state;
  if (elapsed >= dwellMs) return shown(state);
  const previousCard = state.previousCard && now < state.previousCard.since + graceMs ? state.previousCard : null;
  return { ...state, phase: elapsed >= fetchMs ? "loading" : state.phase, previousCard };
}

function afterAnswer<M, A>(state: HoverState<M, A>, token: number, answer: A): Phase<M, A> {
  if (state.phase === "away") return state;
  if (state.stay.token === token) return { ...state, answer };
  return isPending(state) && state.previousCard?.stay.token === token
    ? { ...state, previousCard: { ...state.previousCard, answer } }
    : state;
}

function afterOpen<M, A>(state: HoverState<M, A>, mention: M): Phase<M, A> {
  if (state.phase !== "away" && state.stay.mention === mention) {
    return shown({ stay: { ...state.stay, isPinned: true }, answer: state.answer });
  }
  return shown({ stay: newStay(state, mention, { isPinned: true }), answer: null });
}

function afterMentionGone<M, A>(state: HoverState<M, A>, mention: M): Phase<M, A> {
  if (state.phase === "away") return state;
  const remainingCard = isPending(state) && state.previousCard?.stay.mention !== mention ? state.previousCard : null;
  if (state.stay.mention === mention) return remainingCard ? leaving(remainingCard, remainingCard.since) : away(null);
  return isPending(state) ? { ...state, previousCard: remainingCard } : state;
}

function afterMentionReplaced<M, A>(state: HoverState<M, A>, mention: M, by: M): Phase<M, A> {
  if (state.phase === "away") return state.dismissed === mention ? away(by) : state;
  const withNewMention = <C extends { readonly stay: Stay<M> } | null>(holder: C): C =>
    holder?.stay.mention === mention ? { ...holder, stay: { ...holder.stay, mention: by } } : holder;
  const next: Phase<M, A> = withNewMention(state);
  return isPending(next) ? { ...next, previousCard: withNewMention(next.previousCard) } : next;
}

/** The card that stays visible during its grace period when the reader comes to another mention. */
function previousCardOf<M, A>(state: HoverState<M, A>, now: number): LeavingCard<M, A> | null {
  if (state.phase === "shown") return leaving(state, now);
  if (state.phase === "leaving") return state;
  return isPending(state) ? state.previousCard : null;
}

function newStay<M, A>(state: HoverState<M, A>, mention: M, { isPinned }: Pick<Stay<M>, "isPinned">): Stay<M> {
  return { token: state.lastToken + 1, mention, isPinned };
}

function away<M>(dismissed: M | null): { readonly phase: "away"; readonly dismissed: M | null } {
  return { phase: "away", dismissed };
}

function dwelling<M, A>(stay: Stay<M>, since: number, previousCard: LeavingCard<M, A> | null): Phase<M, A> {
  return { phase: "dwelling", stay, since, answer: null, previousCard };
}

function shown<M, A>({ stay, answer }: VisibleCard<M, A>) {
  return { phase: "shown", stay, answer, isPointerInCard: false } as const;
}

function leaving<M, A>({ stay, answer }: VisibleCard<M, A>, since: number) {
  return { phase: "leaving", stay, answer, since } as const;
}

function isPinned<M, A>(state: HoverState<M, A>): boolean {
  return state.phase !== "away" && state.stay.isPinned;
}

function isPointerInCard<M, A>(state: HoverState<M, A>): boolean {
  return state.phase === "shown" && state.isPointerInCard;
}
