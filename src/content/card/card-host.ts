import type { Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { Ask } from "../../platform/ask";
import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { type CardDrawingDeps, createCardDrawing } from "./card-drawing";
import { createCardScript } from "./card-script";
import { afterEvent } from "./hover";
import {
  askedStay,
  type Delays,
  type Hover,
  type HoverEvent,
  mentionsOf,
  START,
  visibleCard,
  wakeAt,
} from "./hover-state";
import { createStayAnswers, type StayAnswersDeps } from "./stay-answers";

/** What pointer and keyboard can do with the card of this frame. */
export interface CardHost {
  /** The pointer is on a mention, or on none; `armed` as in the hover machine. */
  readonly point: (hit: Hit | null, armed: boolean) => void;
  /** Opens a mention's card at once; `focus` moves the keyboard into it. */
  readonly open: (mention: PageMention, how?: { line?: number; focus?: boolean }) => void;
  /** A key has walked to a mention: its card opens after the dwell and is announced. */
  readonly walk: (mention: PageMention) => void;
  /** Scrolling, selecting, dragging. */
  readonly disturb: () => void;
  /** The reader selects text in the card. */
  readonly hold: () => void;
  /** The mentions of the reader's stay, and of the card still seen, that must go on standing in the page; `line` as in `Hit`. */
  readonly standing: () => readonly Hit[];
  /** A mention's text has changed, gone or been hidden. */
  readonly lose: (mention: PageMention) => void;
  /** The page says the same words anew. */
  readonly replace: (mention: PageMention, by: PageMention) => void;
  /** The mention stands elsewhere in the viewport. */
  readonly follow: () => void;
  /** Closes the card; true when one was visible. */
  readonly dismiss: () => boolean;
  /** Figures have been turned on: a card that was refused them asks again. */
  readonly retryRefused: () => void;
  /** Whether the card is one that the pointer's wandering leaves alone. */
  readonly isPinned: () => boolean;
  /** Whether nothing is open or about to be: leaving mentions, and dragging, then changes nothing. */
  readonly isIdle: () => boolean;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
}

interface CardHostDeps
  extends Omit<CardDrawingDeps, "marks" | "events" | "stated">,
    Pick<StayAnswersDeps, "statements"> {
  readonly ask: Ask;
  /** Wakes the background early: that takes as long as the rest of the dwell. */
  readonly wakeBackground: () => void;
  readonly marks: Pick<Marks, "linesOf" | "elementOf" | "knows">;
  /** Called whenever the reader has come to a mention. */
  readonly arrived: () => void;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Within 120–150 ms the pointer has come to rest more often than not, and an answer asked for here is there when the dwell ends. */
const FETCH_AFTER_MS = 130;

/** Enough to cross from the mention to the card, or to come back. */
const GRACE_MS = 300;

/** Runs the hover machine: asks for answers, injects the card's script where there is none, shows and hides the card. Ends with `signal`. */
export function createCardHost(deps: CardHostDeps): CardHost {
  const { ask, wakeBackground, findCard, marks, settings, signal, now } = deps;
  let state: Hover<PageMention, Result<Comparison>> = START;
  let askedToken = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drawing = createCardDrawing({
    ...deps,
    stated: (token) => answers.stated(token),
    events: {
      entered: () => send({ is: "enter-card" }),
      left: () => send({ is: "leave-card", now: now() }),
      closed: () => send({ is: "dismiss" }),
      retry: () => send({ is: "retry" }),
      showStated: () => {
        send({ is: "dismiss" });
        answers.showStated();
      },
    },
  });

  const redraw = () => signal.aborted || drawing.draw(visibleCard(state));
  const answers = createStayAnswers({
    ...deps,
    requests: ask,
    card: createCardScript({ ask, findCard, ran: redraw }),
    answered: (token, answer) => send({ is: "answer", token, answer }),
    found: redraw,
  });

  const tick = () => send({ is: "tick", now: now() });

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    findCard()?.destroy();
  });

  function send(event: HoverEvent<PageMention, Result<Comparison>>): void {
    if (signal.aborted) return;
    const before = state;
    state = afterEvent(state, event, delays());
    // As with each move over the mention that the pointer rests on; but a timer that came too early is set again.
    if (state === before && event.is !== "tick") return;
    const stay = askedStay(state);
    if (stay && stay.token > askedToken) {
      askedToken = stay.token;
      answers.ask(stay);
    }
    drawing.draw(visibleCard(state));
    if (state.at !== "away") deps.arrived();
    const due = wakeAt(state, delays());
    clearTimeout(timer);
    // Browsers cut fractions off: without them the last millisecond would pass in a dozen ticks.
    if (due !== null) timer = setTimeout(tick, Math.ceil(due - now()));
  }

  const delays = (): Delays => ({ fetchMs: FETCH_AFTER_MS, dwellMs: settings().trigger.dwellMs, graceMs: GRACE_MS });

  const isOn = (mention: PageMention) => state.at !== "away" && state.on.mention === mention;

  const standing = () => mentionsOf(state).map((mention) => ({ mention, line: drawing.lineOf(mention) }));

  function replace(mention: PageMention, by: PageMention): void {
    drawing.replace(mention, by);
    send({ is: "replaced", mention, by });
  }

  /** The page was read anew: what says the same of the same company is the mention that the reader is on already. */
  function adopt(mention: PageMention): void {
    const stays = state.at === "away" ? [state.dismissed] : mentionsOf(state);
    const before = stays.find((one) => one?.ticker === mention.ticker && !marks.knows(one));
    if (before) replace(before, mention);
  }

  return {
    point(hit, armed) {
      if (hit && !isOn(hit.mention)) adopt(hit.mention);
      const before = state.at === "away" ? null : state.on.token;
      if (hit) send({ is: "over", mention: hit.mention, armed, now: now() });
      else if (state.at !== "away" || state.dismissed) send({ is: "off", now: now() });
      if (hit && state.at === "dwelling" && state.on.token !== before) {
        drawing.begin(hit.mention, hit.line, "none");
        wakeBackground();
      }
    },
    open(mention, { line = 0, focus = false } = {}) {
      drawing.begin(mention, line, focus ? "focus" : "none");
      send({ is: "open", mention });
    },
    walk(mention) {
      drawing.begin(mention, 0, "announce");
      wakeBackground();
      send({ is: "walk", mention, now: now() });
    },
    disturb: () => send({ is: "disturb" }),
    hold: () => send({ is: "hold" }),
    standing,
    lose: (mention) => send({ is: "lost", mention }),
    replace,
    follow: () => drawing.isOpen() && findCard()?.follow(),
    dismiss() {
      const wasVisible = visibleCard(state) !== null;
      send({ is: "dismiss" });
      return wasVisible;
    },
    retryRefused() {
      const answer = visibleCard(state)?.answer;
      if (answer && !answer.ok && answer.failure.kind === "no-consent") send({ is: "retry" });
    },
    isPinned: () => state.at !== "away" && state.on.pinned,
    isIdle: () => state.at === "away" && state.dismissed === null,
    // Asked at every move of the pointer; to find the card takes longer than to answer.
    owns: (target) => drawing.isOpen() && (findCard()?.owns(target) ?? false),
  };
}
