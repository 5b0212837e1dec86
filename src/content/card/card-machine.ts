import type { Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { PageMention } from "../page/page-mention";
import { type CardDrawing, type CardDrawingDeps, createCardDrawing } from "./card-drawing";
import { createCardLoader } from "./card-loader";
import { createHoverRunner, type HoverRunner } from "./hover-runner";
import { type HoverState, stayToAskFor, visibleCard } from "./hover-state";
import { createStayAnswers, type StayAnswersDeps } from "./stay-answers";

/** The hover state with this frame's mentions and the answers of the background. */
export type CardState = HoverState<PageMention, Result<Comparison>>;

/**
 * The hover state machine of this frame's card: for each new state it asks for answers, and shows or hides the card.
 * `hover.ts` computes states, `hover-runner.ts` keeps the current state and sends the timed events, this file connects
 * them to the card, and `card-control.ts` is what others call.
 */
export interface CardMachine extends HoverRunner<PageMention, Result<Comparison>> {
  readonly drawing: CardDrawing;
}

/** What the machine needs from its surroundings. */
export interface CardMachineDeps
  extends Omit<CardDrawingDeps, "events" | "statementFor">,
    Pick<StayAnswersDeps, "ask" | "statements"> {
  /** Called after each state change while the reader is on a mention or a card is visible. */
  readonly onMentionInUse: () => void;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/**
 * A pointer that has rested this long usually stays, so the answer is requested at this time and is there when the
 * dwell ends.
 */
const FETCH_AFTER_MS = 130;

/** Long enough to move from the mention to the card, or to come back. */
const GRACE_MS = 300;

/** Creates the machine of this frame's card. It removes the card when `signal` aborts. */
export function createCardMachine(deps: CardMachineDeps): CardMachine {
  const { findCard, settings, signal, now } = deps;

  const hover = createHoverRunner<PageMention, Result<Comparison>>({
    delays: () => ({ fetchMs: FETCH_AFTER_MS, dwellMs: settings().trigger.dwellMs, graceMs: GRACE_MS }),
    onState(state) {
      const stay = stayToAskFor(state);
      if (stay) answers.request(stay);
      drawing.draw(visibleCard(state));
      if (state.phase !== "away") deps.onMentionInUse();
    },
    signal,
    now,
  });
  const { send, state } = hover;

  const drawing = createCardDrawing({
    ...deps,
    statementFor: (token) => answers.statementFor(token),
    events: {
      entered: () => send({ type: "enter-card" }),
      left: () => send({ type: "leave-card", now: now() }),
      closed: () => send({ type: "dismiss" }),
      retry: () => send({ type: "retry" }),
      showStated: () => {
        // The card would cover the sentence, or stay behind when the page scrolls to it.
        send({ type: "dismiss" });
        answers.showStatement();
      },
    },
  });

  const redraw = () => {
    if (!signal.aborted) drawing.draw(visibleCard(state()));
  };
  const answers = createStayAnswers({
    ...deps,
    loadCard: createCardLoader({ ...deps, onLoaded: redraw }),
    onAnswer: (token, answer) => send({ type: "answer", token, answer }),
    onStatement: redraw,
  });

  signal.addEventListener("abort", () => findCard()?.destroy());

  return { send, state, drawing };
}
