import {
  type Delays,
  type Hover,
  type HoverEvent,
  isResting,
  type Leaving,
  type Phase,
  type Shown,
  type Stay,
  visibleCard,
} from "./hover-state";

/** The state after an event, the very same where nothing changed; tokens only grow, so that an answer never reaches a later stay. */
export function afterEvent<M, R>(state: Hover<M, R>, event: HoverEvent<M, R>, delays: Delays): Hover<M, R> {
  const phase: Phase<M, R> = phaseAfter(state, event, delays);
  if (phase === state) return state;
  return { ...phase, lastToken: Math.max(state.lastToken, phase.at === "away" ? 0 : phase.on.token) };
}

function phaseAfter<M, R>(state: Hover<M, R>, event: HoverEvent<M, R>, delays: Delays): Phase<M, R> {
  switch (event.is) {
    case "over":
      return isPinned(state) ? state : over(state, event.mention, event.armed, event.now);
    case "off":
      return isPinned(state) ? state : off(state, event.now);
    case "enter-card":
      return enterCard(state);
    case "leave-card":
      if (state.at !== "shown" || !state.inCard) return state;
      return state.on.pinned ? { ...state, inCard: false } : leaving(state, event.now);
    case "tick":
      return tick(state, event.now, delays);
    case "answer":
      return answered(state, event.token, event.answer);
    case "walk":
      return dwelling(stay(state, event.mention, true), event.now, null);
    case "open":
      return open(state, event.mention);
    case "retry":
      return state.at === "shown" ? { ...state, on: { ...state.on, token: state.lastToken + 1 }, answer: null } : state;
    case "disturb":
      if (state.at === "away" || isPinned(state) || (state.at === "shown" && state.inCard)) return state;
      return away(null);
    case "lost":
      return lost(state, event.mention);
    case "replaced":
      return replaced(state, event.mention, event.by);
    case "hold":
      return state.at === "shown" && !state.on.pinned ? { ...state, on: { ...state.on, pinned: true } } : state;
    case "dismiss":
      return away(state.at === "away" ? state.dismissed : state.on.mention);
  }
}

function lost<M, R>(state: Hover<M, R>, mention: M): Phase<M, R> {
  if (state.at === "away") return state;
  const previousCard = isResting(state) && state.previousCard?.on.mention !== mention ? state.previousCard : null;
  if (state.on.mention === mention) return previousCard ? leaving(previousCard, previousCard.since) : away(null);
  return isResting(state) ? { ...state, previousCard } : state;
}

function replaced<M, R>(state: Hover<M, R>, mention: M, by: M): Phase<M, R> {
  if (state.at === "away") return state.dismissed === mention ? away(by) : state;
  const renewed = <C extends { readonly on: Stay<M> } | null>(card: C): C =>
    card?.on.mention === mention ? { ...card, on: { ...card.on, mention: by } } : card;
  const next: Phase<M, R> = renewed(state);
  return isResting(next) ? { ...next, previousCard: renewed(next.previousCard) } : next;
}

function over<M, R>(state: Hover<M, R>, mention: M, armed: boolean, now: number): Phase<M, R> {
  if (state.at === "shown" && state.inCard) return state;
  if (state.at !== "away" && state.on.mention === mention) {
    return state.at === "leaving" ? shown(state) : state;
  }
  const previousCard = previousCardOf(state, now);
  if (previousCard?.on.mention === mention) return shown(previousCard);
  if (!armed) return off(state, now);
  if (state.at === "away" && state.dismissed === mention) return state;
  return dwelling(stay(state, mention, false), now, previousCard);
}

function off<M, R>(state: Hover<M, R>, now: number): Phase<M, R> {
  if (state.at === "leaving") return state;
  if (state.at === "shown") return state.inCard ? state : leaving(state, now);
  const previousCard = previousCardOf(state, now);
  return previousCard ? leaving(previousCard, previousCard.since) : away(null);
}

function enterCard<M, R>(state: Hover<M, R>): Phase<M, R> {
  const card = visibleCard(state);
  return card ? { ...shown(card), inCard: true } : state;
}

function tick<M, R>(state: Hover<M, R>, now: number, { fetchMs, dwellMs, graceMs }: Delays): Phase<M, R> {
  if (state.at === "away" || state.at === "shown") return state;
  const rested = now - state.since;
  if (state.at === "leaving") return rested >= graceMs ? away(null) : state;
  if (rested >= dwellMs) return shown(state);
  const previousCard = state.previousCard && now < state.previousCard.since + graceMs ? state.previousCard : null;
  return { ...state, at: rested >= fetchMs ? "loading" : state.at, previousCard };
}

function answered<M, R>(state: Hover<M, R>, token: number, answer: R): Phase<M, R> {
  if (state.at === "away") return state;
  if (state.on.token === token) return { ...state, answer };
  return isResting(state) && state.previousCard?.on.token === token
    ? { ...state, previousCard: { ...state.previousCard, answer } }
    : state;
}

function open<M, R>(state: Hover<M, R>, mention: M): Phase<M, R> {
  if (state.at !== "away" && state.at !== "dwelling" && state.on.mention === mention) {
    return shown({ on: { ...state.on, pinned: true }, answer: state.answer });
  }
  return shown({ on: stay(state, mention, true), answer: null });
}

function previousCardOf<M, R>(state: Hover<M, R>, now: number): Leaving<M, R> | null {
  if (state.at === "shown") return leaving(state, now);
  return state.at === "leaving" ? state : isResting(state) ? state.previousCard : null;
}

function stay<M, R>(state: Hover<M, R>, mention: M, pinned: boolean): Stay<M> {
  return { token: state.lastToken + 1, mention, pinned };
}

function away<M>(dismissed: M | null): { readonly at: "away"; readonly dismissed: M | null } {
  return { at: "away", dismissed };
}

function dwelling<M, R>(on: Stay<M>, since: number, previousCard: Leaving<M, R> | null): Phase<M, R> {
  return { at: "dwelling", on, since, answer: null, previousCard };
}

function shown<M, R>({ on, answer }: Shown<M, R>) {
  return { at: "shown", on, answer, inCard: false } as const;
}

function leaving<M, R>({ on, answer }: Shown<M, R>, since: number) {
  return { at: "leaving", on, answer, since } as const;
}

function isPinned<M, R>(state: Hover<M, R>): boolean {
  return state.at !== "away" && state.on.pinned;
}
