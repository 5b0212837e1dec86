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

/** Where the reader is, and the last token given; the diagram stands above test/unit/content/card/hover.test.ts. */
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
  /** The mention's text has changed, gone or been hidden: its dwell and its card go, a pinned one too. */
  | { readonly is: "lost"; readonly mention: M }
  /** The same words of the mention stand in other nodes: its dwell and its card stay, with the mention that the page has now. */
  | { readonly is: "replaced"; readonly mention: M; readonly by: M }
  /** The reader selects text in the card: it stays until a press elsewhere or a key. */
  | { readonly is: "hold" }
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

/** The mentions that the reader's stay and the card to be seen belong to, each once. */
export function mentionsOf<M, R>(state: Hover<M, R>): readonly M[] {
  if (state.at === "away") return [];
  const card = visibleCard(state);
  return card && card.on.mention !== state.on.mention ? [state.on.mention, card.on.mention] : [state.on.mention];
}

/** Whether the pointer rests on a mention whose card does not show yet. */
export function isResting<M, R>(
  state: Phase<M, R>,
): state is Extract<Phase<M, R>, { readonly at: "dwelling" | "loading" }> {
  return state.at === "dwelling" || state.at === "loading";
}
