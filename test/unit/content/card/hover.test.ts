import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterEvent } from "../../../../src/content/card/hover";
import {
  type HoverEvent,
  type HoverState,
  INITIAL_STATE,
  nextTickAt,
  stayToAskFor,
  visibleCard,
} from "../../../../src/content/card/hover-state";

/*
              over a mention                130 ms                 the reader's dwell
      ┌──────┐ ─────────────▶ ┌──────────┐ ─────▶ ┌─────────┐ ───────────────────▶ ┌───────┐
      │ away │                │ dwelling │  ask   │ loading │         show         │ shown │ ◀─ open, retry
      └──────┘ ◀───────────── └──────────┘        └─────────┘                      └───────┘
        ▲  ▲        off                                │                            │     ▲
        │  └──────────────────── off ──────────────────┘                   off,     │     │ over it again,
        │                                                            leave the card ▼     │ enter the card
        │                           300 ms, hide                               ┌─────────┐
        └───────────────────────────────────────────────────────────────────── │ leaving │
                                                                               └─────────┘
   dismiss (Esc, a press elsewhere, the end of the page): from every phase to away.
      The mention stays dismissed until the pointer has been off it.
   interrupt (scrolling, selecting, dragging): the same, but the mention may open again at once.
      It does nothing while the pointer is in the card, or if the card is pinned.
   over another mention while a card shows: dwelling or loading on that one;
      the previous card stays for its grace period.
*/

type State = HoverState<string, string>;
type Event = HoverEvent<string, string>;

const DELAYS = { fetchMs: 130, dwellMs: 200, graceMs: 300 };

function stateAfter(...events: Event[]): State {
  return events.reduce((state, event) => afterEvent(state, event, DELAYS), INITIAL_STATE as State);
}

const over = (mention: string, now: number, canOpen = true): Event => ({ type: "over-mention", mention, canOpen, now });
const off = (now: number): Event => ({ type: "off-mention", now });
const tick = (now: number): Event => ({ type: "tick", now });
const answer = (token: number, text: string): Event => ({ type: "answer", token, answer: text });
const leaveCard = (now: number): Event => ({ type: "leave-card", now });
const ENTER: Event = { type: "enter-card" };
const INTERRUPT: Event = { type: "interrupt" };
const DISMISS: Event = { type: "dismiss" };
const RETRY: Event = { type: "retry" };

const SHOWN = [over("BABA", 0), tick(130), tick(200)];

describe("resting on a mention", () => {
  it("asks for nothing before 130 ms", () => {
    expect(stayToAskFor(stateAfter(over("BABA", 0), tick(129)))).toBeNull();
  });
  it("asks at 130 ms and shows nothing yet", () => {
    const state = stateAfter(over("BABA", 0), tick(130));
    expect(stayToAskFor(state)).toEqual({ token: 1, mention: "BABA", isPinned: false });
    expect(visibleCard(state)).toBeNull();
  });
  it("shows at the dwell the reader chose, with or without an answer", () => {
    expect(visibleCard(stateAfter(...SHOWN))).toMatchObject({ stay: { mention: "BABA" }, answer: null });
    expect(visibleCard(stateAfter(over("BABA", 0), tick(130), answer(1, "+1 %"), tick(200)))?.answer).toBe("+1 %");
  });
  it("goes on resting while the pointer moves within the mention", () => {
    expect(stateAfter(over("BABA", 0), over("BABA", 100), tick(200)).phase).toBe("shown");
  });
  it("is the very same state with each move within the mention, so that nothing is done", () => {
    const state = stateAfter(over("BABA", 0));
    expect(afterEvent(state, over("BABA", 100), DELAYS)).toBe(state);
  });
  it("ends without a request when the pointer moves on", () => {
    const state = stateAfter(over("BABA", 0), off(100), tick(200));
    expect(state.phase).toBe("away");
    expect(stayToAskFor(state)).toBeNull();
  });
  it("starts over on another mention", () => {
    const state = stateAfter(over("BABA", 0), over("MSFT", 120), tick(200));
    expect(state).toMatchObject({ phase: "dwelling", stay: { mention: "MSFT" } });
  });
  it("does nothing where the reader's way of opening forbids it", () => {
    expect(stateAfter(over("BABA", 0, false), tick(500)).phase).toBe("away");
  });
  it("is undone where the reader lets go of the key that opens cards", () => {
    expect(stateAfter(over("BABA", 0), over("BABA", 60, false), tick(500)).phase).toBe("away");
    expect(visibleCard(stateAfter(...SHOWN, over("MSFT", 300), over("MSFT", 360, false), tick(500)))).toMatchObject({
      stay: { mention: "BABA" },
    });
  });
  it("is undone by scrolling, selecting or dragging", () => {
    expect(stateAfter(over("BABA", 0), INTERRUPT, tick(500)).phase).toBe("away");
  });
});

describe("the shown card", () => {
  it("stays for ten seconds of rest", () => {
    expect(stateAfter(...SHOWN, tick(10_000)).phase).toBe("shown");
    expect(nextTickAt(stateAfter(...SHOWN), DELAYS)).toBeNull();
  });
  it("leaves 300 ms after the pointer", () => {
    expect(visibleCard(stateAfter(...SHOWN, off(1000), tick(1299)))).not.toBeNull();
    expect(visibleCard(stateAfter(...SHOWN, off(1000), tick(1300)))).toBeNull();
  });
  it("stays when the pointer comes back, or reaches it, within the grace", () => {
    expect(stateAfter(...SHOWN, off(1000), over("BABA", 1200)).phase).toBe("shown");
    expect(stateAfter(...SHOWN, off(1000), ENTER, tick(5000)).phase).toBe("shown");
  });
  it("stays where the reader lets go of the key that opened it", () => {
    expect(stateAfter(...SHOWN, over("BABA", 300, false), tick(5000)).phase).toBe("shown");
  });
  it("ignores what lies under it while the pointer is inside", () => {
    expect(stateAfter(...SHOWN, ENTER, over("MSFT", 1000), off(1100), tick(5000))).toMatchObject({
      phase: "shown",
      stay: { mention: "BABA" },
    });
  });
  it("leaves 300 ms after the pointer has left it", () => {
    expect(stateAfter(...SHOWN, ENTER, leaveCard(1000), tick(1299)).phase).toBe("leaving");
    expect(stateAfter(...SHOWN, ENTER, leaveCard(1000), tick(1300)).phase).toBe("away");
  });
  it("goes when the page scrolls under a pointer outside it, and stays with one inside", () => {
    expect(stateAfter(...SHOWN, INTERRUPT).phase).toBe("away");
    expect(stateAfter(...SHOWN, ENTER, INTERRUPT).phase).toBe("shown");
  });
  it("asks again under a new token", () => {
    const state = stateAfter(...SHOWN, answer(1, "offline"), RETRY);
    expect(stayToAskFor(state)?.token).toBe(2);
    expect(visibleCard(state)?.answer).toBeNull();
    expect(visibleCard(afterEvent(state, answer(1, "late"), DELAYS))?.answer).toBeNull();
  });
});

describe("dismissing", () => {
  it("closes at once and keeps closed while the pointer stays on the mention", () => {
    expect(stateAfter(...SHOWN, DISMISS, over("BABA", 1000), tick(2000)).phase).toBe("away");
  });
  it("opens again after the pointer has been elsewhere", () => {
    expect(stateAfter(...SHOWN, DISMISS, off(900), over("BABA", 1000), tick(1200)).phase).toBe("shown");
    expect(stateAfter(...SHOWN, DISMISS, over("MSFT", 1000), tick(1200)).phase).toBe("shown");
  });
});

describe("another mention while a card shows", () => {
  const TOWARDS = [...SHOWN, answer(1, "BABA's"), over("MSFT", 1000)];
  it("keeps the card until the other one has its dwell", () => {
    expect(visibleCard(stateAfter(...TOWARDS, tick(1130)))?.stay.mention).toBe("BABA");
    expect(visibleCard(stateAfter(...TOWARDS, tick(1130), tick(1200)))?.stay.mention).toBe("MSFT");
  });
  it("never shows the first one's answer on the second", () => {
    expect(visibleCard(stateAfter(...TOWARDS, tick(1200), answer(1, "late")))).toMatchObject({
      stay: { mention: "MSFT" },
      answer: null,
    });
  });
  it("lets the pointer cross it on the way into the card", () => {
    expect(stateAfter(...TOWARDS, ENTER, tick(5000))).toMatchObject({
      phase: "shown",
      stay: { mention: "BABA" },
      isPointerInCard: true,
    });
  });
  it("lets the pointer return to the first", () => {
    expect(stateAfter(...TOWARDS, over("BABA", 1100))).toMatchObject({ phase: "shown", answer: "BABA's" });
  });
  it("gives a later stay a token of its own after such a return", () => {
    const state = stateAfter(...TOWARDS, tick(1130), over("BABA", 1150), over("TSLA", 1160), tick(1360));
    expect(visibleCard(state)?.stay).toMatchObject({ mention: "TSLA", token: 3 });
    expect(visibleCard(afterEvent(state, answer(2, "MSFT's"), DELAYS))?.answer).toBeNull();
  });
});

describe("a card opened by key, tap or click", () => {
  const OPENED: Event[] = [{ type: "open", mention: "BABA" }];
  it("shows at once", () => {
    expect(stateAfter(...OPENED)).toMatchObject({ phase: "shown", stay: { isPinned: true } });
  });
  it("is left alone by the pointer's wandering and by scrolling", () => {
    expect(stateAfter(...OPENED, over("MSFT", 10), off(20), INTERRUPT, ENTER, leaveCard(30), tick(5000))).toMatchObject(
      {
        phase: "shown",
        stay: { mention: "BABA" },
      },
    );
  });
  it("closes on dismissal", () => {
    expect(stateAfter(...OPENED, DISMISS).phase).toBe("away");
  });
  it("takes over what hovering has already fetched", () => {
    expect(stateAfter(...SHOWN, answer(1, "+1 %"), ...OPENED)).toMatchObject({
      answer: "+1 %",
      stay: { token: 1, isPinned: true },
    });
  });
  it("after a walk by key waits for the dwell, so that a quick walk asks for nothing", () => {
    const walked: Event[] = [
      { type: "step", mention: "BABA", now: 0 },
      { type: "step", mention: "MSFT", now: 100 },
    ];
    expect(stayToAskFor(stateAfter(...walked, tick(150)))).toBeNull();
    expect(stateAfter(...walked, off(200), tick(300))).toMatchObject({ phase: "shown", stay: { mention: "MSFT" } });
  });
});

describe("a mention whose words have changed, gone or been hidden", () => {
  const GONE: Event = { type: "mention-gone", mention: "BABA" };
  it.each([
    ["ends its dwell before anything is asked", [over("BABA", 0), GONE, tick(130), tick(200)]],
    ["ends its dwell before anything shows", [over("BABA", 0), tick(130), GONE, tick(200)]],
    ["takes its card along", [...SHOWN, GONE]],
    ["takes its card along with the pointer in it", [...SHOWN, ENTER, GONE]],
    ["takes its pinned card along", [{ type: "open", mention: "BABA" } as Event, GONE]],
  ])("%s", (_, events) => {
    const state = stateAfter(...events);
    expect([visibleCard(state), stayToAskFor(state)]).toEqual([null, null]);
  });
  it("may open again at once, where it comes back under the pointer", () => {
    expect(stateAfter(...SHOWN, GONE, over("BABA", 300), tick(430), tick(500)).phase).toBe("shown");
  });
  it("takes along its card in the grace, while the next mention's dwell goes on", () => {
    const state = stateAfter(...SHOWN, over("MSFT", 300), GONE);
    expect(visibleCard(state)).toBeNull();
    expect(visibleCard(afterEvent(state, tick(500), DELAYS))).toMatchObject({ stay: { mention: "MSFT" } });
  });
  it("leaves the card before it in its grace", () => {
    const state = stateAfter(...SHOWN, over("MSFT", 300), { type: "mention-gone", mention: "MSFT" });
    expect(visibleCard(state)).toMatchObject({ stay: { mention: "BABA" } });
    expect(afterEvent(state, tick(600), DELAYS).phase).toBe("away");
  });
  it("changes nothing where another one is rested on", () => {
    const state = stateAfter(...SHOWN);
    expect(afterEvent(state, { type: "mention-gone", mention: "MSFT" }, DELAYS)).toBe(state);
  });
});

describe("a mention whose words the page has in new nodes", () => {
  const REPLACED: Event = { type: "mention-replaced", mention: "BABA", by: "BABA again" };
  it("keeps its dwell", () => {
    expect(visibleCard(stateAfter(over("BABA", 0), tick(130), REPLACED, tick(200)))?.stay.mention).toBe("BABA again");
  });
  it("keeps its card and its answer, for which nothing is asked again", () => {
    const state = stateAfter(...SHOWN, answer(1, "+1 %"), REPLACED);
    expect(state).toMatchObject({ phase: "shown", answer: "+1 %", stay: { token: 1, mention: "BABA again" } });
  });
  it("keeps its card in the grace", () => {
    expect(visibleCard(stateAfter(...SHOWN, over("MSFT", 300), REPLACED))?.stay.mention).toBe("BABA again");
  });
  it("stays dismissed", () => {
    expect(stateAfter(...SHOWN, DISMISS, REPLACED, over("BABA again", 300)).phase).toBe("away");
  });
});

describe("a card in which the reader selects text", () => {
  const PINNED: Event[] = [...SHOWN, ENTER, { type: "pin" }, leaveCard(300)];
  it("stays when the pointer leaves it", () => {
    expect(visibleCard(stateAfter(...PINNED, off(310), INTERRUPT, tick(5_000)))?.stay.mention).toBe("BABA");
  });
  it("goes with a press elsewhere", () => {
    expect(stateAfter(...PINNED, DISMISS).phase).toBe("away");
  });
});

describe("whatever happens", () => {
  const mention = fc.constantFrom("BABA", "MSFT", "TSLA");
  const step = fc.oneof(
    fc.record({ type: fc.constant("over-mention" as const), mention, canOpen: fc.boolean() }),
    fc.record({ type: fc.constant("step" as const), mention }),
    fc.record({ type: fc.constant("mention-gone" as const), mention }),
    fc.record({ type: fc.constant("open" as const), mention }),
    fc.record({ type: fc.constant("answer" as const), token: fc.integer({ min: 1, max: 12 }) }),
    fc.constantFrom(
      ...(["off-mention", "enter-card", "leave-card", "tick", "retry", "interrupt", "pin", "dismiss"] as const).map(
        (type) => ({ type }),
      ),
    ),
  );

  it("tokens name one mention each, grow, and a visible answer is that of its token", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 400 })), { maxLength: 40 }), (steps) => {
        const mentionOf = new Map<number, string>();
        let state: State = INITIAL_STATE;
        let now = 0;
        for (const [wanted, pause] of steps) {
          now += pause;
          const event = (
            wanted.type === "answer" ? { ...wanted, answer: `of ${wanted.token}` } : { ...wanted, now }
          ) as Event;
          const before = state.lastToken;
          state = afterEvent(state, event, DELAYS);
          expect(state.lastToken).toBeGreaterThanOrEqual(before);
          if (state.phase !== "away") {
            const known = mentionOf.get(state.stay.token) ?? state.stay.mention;
            expect(state.stay.mention).toBe(known);
            mentionOf.set(state.stay.token, known);
          }
          const card = visibleCard(state);
          if (card?.answer) expect(card.answer).toBe(`of ${card.stay.token}`);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
