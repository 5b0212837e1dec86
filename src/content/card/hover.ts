/** One stay of the reader on one mention; an answer names the token of the stay that asked for it. */
export interface Stay<M> {
  readonly token: number;
  readonly mention: M;
  /** Opened by key, tap or click: it ends by key, tap or click, and the pointer's wandering leaves it alone. */
  readonly pinned: boolean;
}

/** A card to be seen, with its answer once that is there. */
export interface Shown<M, R> {
  readonly on: Stay<M>;
  readonly answer: R | null;
}

/** A visible card that its pointer has left; gone at `since` + grace. Times are milliseconds of one monotonic clock. */
export interface Leaving<M, R> extends Shown<M, R> {
  readonly since: number;
}

/** Where the reader is, and the last token given; the diagram stands above test/unit/content/hover.test.ts. */
export type Hover<M, R> = Phase<M, R> & { readonly lastToken: number };

export type Phase<M, R> =
  /** `dismissed`: the mention whose card was just dismissed; it opens again only after the pointer has been elsewhere. */
  | { readonly at: "away"; readonly dismissed: M | null }
  /**
   * Resting on a mention: `dwelling` with nothing asked yet, `loading` with the answer asked for and the card not shown before the
   * reader's dwell has passed. `previousCard` is the card of the mention before, still in its grace.
   */
  | {
      readonly at: "dwelling" | "loading";
      readonly on: Stay<M>;
      readonly since: number;
      readonly answer: R | null;
      readonly previousCard: Leaving<M, R> | null;
    }
  /** `inCard`: the pointer is inside the card. */
  | { readonly at: "shown"; readonly on: Stay<M>; readonly answer: R | null; readonly inCard: boolean }
  | ({ readonly at: "leaving" } & Leaving<M, R>);

/** What can happen. `armed`: the reader's way of opening allows this hover to open a card (modifier held, not click-only). */
export type HoverEvent<M, R> =
  | { readonly is: "over"; readonly mention: M; readonly armed: boolean; readonly now: number }
  | { readonly is: "off"; readonly now: number }
  | { readonly is: "enter-card" }
  | { readonly is: "leave-card"; readonly now: number }
  /** Time has passed; see `wakeAt`. */
  | { readonly is: "tick"; readonly now: number }
  | { readonly is: "answer"; readonly token: number; readonly answer: R }
  /** A key walked to the mention: its card opens after the dwell, pinned. */
  | { readonly is: "walk"; readonly mention: M; readonly now: number }
  /** A key, tap or click opens the mention's card at once, pinned. */
  | { readonly is: "open"; readonly mention: M }
  /** The reader wants the shown card's answer asked again. */
  | { readonly is: "retry" }
  /** Scrolling, selecting or dragging: nothing opens, and a card that only hovering holds goes. */
  | { readonly is: "disturb" }
  /** Esc, a press outside, the page going: every card goes. */
  | { readonly is: "dismiss" };

export interface Delays {
  /** Rest before the answer is asked for. */
  readonly fetchMs: number;
  /** Rest before the card shows; the reader's setting. */
  readonly dwellMs: number;
  /** Time to reach the card, or come back, after leaving. */
  readonly graceMs: number;
}

/** Away, nothing ever opened. */
export const START = { at: "away", lastToken: 0, dismissed: null } as const;

/** The state after an event, the very same where nothing changed; tokens only grow, so that an answer never reaches a later stay. */
export function afterEvent<M, R>(state: Hover<M, R>, event: HoverEvent<M, R>, delays: Delays): Hover<M, R> {
  const phase: Phase<M, R> = phaseAfter(state, event, delays);
  if (phase === state) return state;
  return { ...phase, lastToken: Math.max(state.lastToken, phase.at === "away" ? 0 : phase.on.token) };
}

/** When the next "tick" is due, or null. */
export function wakeAt<M, R>(state: Hover<M, R>, { fetchMs, dwellMs, graceMs }: Delays): number | null {
  if (state.at === "away" || state.at === "shown") return null;
  if (state.at === "leaving") return state.since + graceMs;
  const due = state.since + (state.at === "loading" ? dwellMs : Math.min(fetchMs, dwellMs));
  return state.previousCard ? Math.min(due, state.previousCard.since + graceMs) : due;
}

/** The card to be seen in a state, or null. */
export function visibleCard<M, R>(state: Hover<M, R>): Shown<M, R> | null {
  if (isResting(state)) return state.previousCard;
  return state.at === "away" ? null : state;
}

/** The stay whose answer is asked for in a state, or null; each token is asked once. */
export function askedStay<M, R>(state: Hover<M, R>): Stay<M> | null {
  return state.at === "away" || state.at === "dwelling" ? null : state.on;
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
    case "dismiss":
      return away(state.at === "away" ? state.dismissed : state.on.mention);
  }
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

/** Whether the pointer rests on a mention whose card does not show yet. */
function isResting<M, R>(state: Phase<M, R>): state is Extract<Phase<M, R>, { readonly at: "dwelling" | "loading" }> {
  return state.at === "dwelling" || state.at === "loading";
}

function isPinned<M, R>(state: Hover<M, R>): boolean {
  return state.at !== "away" && state.on.pinned;
}
