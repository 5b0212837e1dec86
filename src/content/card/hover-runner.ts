import { afterEvent } from "./hover";
import { type Delays, type HoverEvent, type HoverState, INITIAL_STATE, nextTickAt } from "./hover-state";

/** Runs the hover state machine: keeps its state, and sends it a tick whenever one is due. */
export interface HoverRunner<M, A> {
  readonly state: () => HoverState<M, A>;
  readonly send: (event: HoverEvent<M, A>) => void;
}

interface HoverRunnerDeps<M, A> {
  readonly delays: () => Delays;
  /** Called with each new state, and after each tick. */
  readonly onState: (state: HoverState<M, A>) => void;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Events after `signal` has aborted are ignored. */
export function createHoverRunner<M, A>({ delays, onState, signal, now }: HoverRunnerDeps<M, A>): HoverRunner<M, A> {
  let state: HoverState<M, A> = INITIAL_STATE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  function send(event: HoverEvent<M, A>): void {
    if (signal.aborted) return;
    const before = state;
    state = afterEvent(state, event, delays());
    // Most moves of the pointer change nothing. After a tick that came too early, another one has to be set.
    if (state === before && event.type !== "tick") return;
    onState(state);
    const due = nextTickAt(state, delays());
    clearTimeout(timer);
    // Browsers cut off fractions of a millisecond, and the tick would come too early a dozen times.
    if (due !== null) timer = setTimeout(() => send({ type: "tick", now: now() }), Math.ceil(due - now()));
  }

  return { state: () => state, send };
}
