import { ok, type Result } from "../../domain/failure";
import type { LocalDate } from "../../domain/market/closes";
import type { Comparison } from "../../domain/market/comparison";
import type { PublicSettings } from "../../domain/settings";
import type { Ask } from "../../platform/ask";
import type { CardApi, CardEvents, CardRequest } from "../../protocol";
import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { afterEvent, askedStay, type Delays, type Hover, type HoverEvent, START, visibleCard, wakeAt } from "./hover";

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
  /** Closes the card; true when one was visible. */
  readonly dismiss: () => boolean;
  /** Figures have been turned on: a card that was refused them asks again. */
  readonly retryRefused: () => void;
  /** Whether nothing is open or about to be: leaving mentions, and dragging, then changes nothing. */
  readonly isIdle: () => boolean;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
}

interface CardHostDeps {
  readonly ask: Ask;
  /** Wakes the background early: that takes as long as the rest of the dwell. */
  readonly wakeBackground: () => void;
  /** The card of this frame once its script has run; see `platform/card-slot.ts`. */
  readonly findCard: () => CardApi | null;
  readonly marks: Pick<Marks, "linesOf" | "elementOf">;
  readonly settings: () => PublicSettings;
  /** The article's publication day, when the page states it. */
  readonly published: () => LocalDate | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Within 120–150 ms the pointer has come to rest more often than not, and an answer asked for here is there when the dwell ends. */
const FETCH_AFTER_MS = 130;

/** Enough to cross from the mention to the card, or to come back. */
const GRACE_MS = 300;

/** Runs the hover machine: asks for answers, injects the card's script where there is none, shows and hides the card. Ends with `signal`. */
export function createCardHost({
  ask,
  wakeBackground,
  findCard,
  marks,
  settings,
  published,
  signal,
  now,
}: CardHostDeps): CardHost {
  let state: Hover<PageMention, Result<Comparison>> = START;
  let askedToken = 0;
  let lineIndex = 0;
  let attention: CardRequest["attention"] = "none";
  let injection: Promise<CardApi | null> | null = null;
  let drawn: { by: CardApi; token: number; answer: Result<Comparison> | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
      void fetchAnswer(stay.token, stay.mention);
    }
    draw();
    const due = wakeAt(state, delays());
    clearTimeout(timer);
    // Browsers cut fractions off: without them the last millisecond would pass in a dozen ticks.
    if (due !== null) timer = setTimeout(tick, Math.ceil(due - now()));
  }

  function delays(): Delays {
    return { fetchMs: FETCH_AFTER_MS, dwellMs: settings().trigger.dwellMs, graceMs: GRACE_MS };
  }

  async function fetchAnswer(token: number, { ticker }: PageMention): Promise<void> {
    const question = { ticker, published: published() };
    const asking = ask("compare", { ...question, early: true });
    (await card())?.prepare(ticker);
    const early = await asking;
    send({ is: "answer", token, answer: early });
    // The listing's own figures came first; the same question once more brings the comparison, without another request.
    if (!isAwaitingBenchmark(early)) return;
    const whole = await ask("compare", question);
    send({ is: "answer", token, answer: whole.ok ? whole : withoutBenchmark(early) });
  }

  /** The card, injected when it is not there; a refused injection is tried again with the next stay. */
  function card(): Promise<CardApi | null> {
    const present = findCard();
    if (present) return Promise.resolve(present);
    injection ??= ask("inject-card", {}).then(() => {
      injection = null;
      if (!signal.aborted) draw();
      return findCard();
    });
    return injection;
  }

  function draw(): void {
    const visible = visibleCard(state);
    if (!visible && !drawn) return;
    const api = findCard();
    if (!api) return;
    if (!visible) {
      api.hide();
      drawn = null;
      return;
    }
    const { on, answer } = visible;
    // An injection that was asked for twice brings a second card, before which the first one goes.
    if (drawn?.by === api && drawn.token === on.token && drawn.answer === answer && attention !== "focus") return;
    drawn = { by: api, token: on.token, answer };
    const { ticker, name, surface, start, end } = on.mention;
    api.show(
      {
        ticker,
        name,
        // A selection that was looked up is no mark.
        surface: start === end ? "" : surface,
        answer,
        published: published(),
        settings: settings(),
        anchor: anchorOf(on.mention, lineIndex),
        attention,
      },
      eventsOf(),
    );
    // The focus moves once; what comes later is spoken.
    if (attention === "focus") attention = "announce";
  }

  function anchorOf(mention: PageMention, index: number): CardRequest["anchor"] {
    const line = () => {
      if (mention.start === mention.end) return mention.block.element.getBoundingClientRect();
      const lines = marks.linesOf(mention);
      return lines[index] ?? lines[0] ?? null;
    };
    return { line, element: marks.elementOf(mention) };
  }

  function eventsOf(): CardEvents {
    return {
      entered: () => send({ is: "enter-card" }),
      left: () => send({ is: "leave-card", now: now() }),
      closed: () => send({ is: "dismiss" }),
      retry: () => send({ is: "retry" }),
    };
  }

  return {
    point(hit, armed) {
      const before = state.at === "away" ? null : state.on.token;
      if (hit) send({ is: "over", mention: hit.mention, armed, now: now() });
      else if (state.at !== "away" || state.dismissed) send({ is: "off", now: now() });
      if (hit && state.at === "dwelling" && state.on.token !== before) {
        lineIndex = hit.line;
        attention = "none";
        wakeBackground();
      }
    },
    open(mention, { line = 0, focus = false } = {}) {
      lineIndex = line;
      attention = focus ? "focus" : "none";
      send({ is: "open", mention });
    },
    walk(mention) {
      lineIndex = 0;
      attention = "announce";
      wakeBackground();
      send({ is: "walk", mention, now: now() });
    },
    disturb: () => send({ is: "disturb" }),
    dismiss() {
      const wasVisible = visibleCard(state) !== null;
      send({ is: "dismiss" });
      return wasVisible;
    },
    retryRefused() {
      const answer = visibleCard(state)?.answer;
      if (answer && !answer.ok && answer.failure.kind === "no-consent") send({ is: "retry" });
    },
    isIdle: () => state.at === "away" && state.dismissed === null,
    // Asked at every move of the pointer; to find the card takes longer than to answer.
    owns: (target) => drawn !== null && (findCard()?.owns(target) ?? false),
  };
}

function isAwaitingBenchmark(answer: Result<Comparison>): answer is Extract<typeof answer, { ok: true }> {
  return answer.ok && !answer.value.benchmark.ok && answer.value.benchmark.absence === "awaited";
}

function withoutBenchmark({ value }: Extract<Result<Comparison>, { ok: true }>): Result<Comparison> {
  return ok({ ...value, benchmark: { ok: false, absence: "unavailable" } });
}
