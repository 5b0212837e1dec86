import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterEvent } from "../../../../src/content/card/hover";
import {
  askedStay,
  type Hover,
  type HoverEvent,
  START,
  visibleCard,
  wakeAt,
} from "../../../../src/content/card/hover-state";

/*
                 over (armed)             130 ms                 the reader's dwell
      ┌──────┐ ─────────────▶ ┌──────────┐ ─────▶ ┌─────────┐ ───────────────────▶ ┌───────┐
      │ away │                │ dwelling │  ask   │ loading │         show         │ shown │ ◀─ open, retry
      └──────┘ ◀───────────── └──────────┘        └─────────┘                      └───────┘
        ▲  ▲        off                                │                            │     ▲
        │  └──────────────────── off ──────────────────┘                   off,     │     │ over it again,
        │                                                            leave the card ▼     │ enter the card
        │                           300 ms, hide                               ┌─────────┐
        └───────────────────────────────────────────────────────────────────── │ leaving │
                                                                               └─────────┘
   dismiss (Esc, a press elsewhere, the page going): from everywhere to away;
     the mention stays dismissed until the pointer was off it.
   disturb (scrolling, selecting, dragging): the same, and the mention may open again at once,
     unless the pointer is in the card or a key opened it.
   over another mention while a card shows: dwelling or loading on it, the previous card stays in its grace.
*/

type State = Hover<string, string>;
type Event = HoverEvent<string, string>;

const DELAYS = { fetchMs: 130, dwellMs: 200, graceMs: 300 };

function stateAfter(...events: Event[]): State {
  return events.reduce((state, event) => afterEvent(state, event, DELAYS), START as State);
}

const over = (mention: string, now: number, armed = true): Event => ({ is: "over", mention, armed, now });
const off = (now: number): Event => ({ is: "off", now });
const tick = (now: number): Event => ({ is: "tick", now });
const answer = (token: number, text: string): Event => ({ is: "answer", token, answer: text });
const leaveCard = (now: number): Event => ({ is: "leave-card", now });
const ENTER: Event = { is: "enter-card" };
const DISTURB: Event = { is: "disturb" };
const DISMISS: Event = { is: "dismiss" };
const RETRY: Event = { is: "retry" };

const SHOWN = [over("BABA", 0), tick(130), tick(200)];

describe("resting on a mention", () => {
  it("asks for nothing before 130 ms", () => {
    expect(askedStay(stateAfter(over("BABA", 0), tick(129)))).toBeNull();
  });
  it("asks at 130 ms and shows nothing yet", () => {
    const state = stateAfter(over("BABA", 0), tick(130));
    expect(askedStay(state)).toEqual({ token: 1, mention: "BABA", pinned: false });
    expect(visibleCard(state)).toBeNull();
  });
  it("shows at the dwell the reader chose, with or without an answer", () => {
    expect(visibleCard(stateAfter(...SHOWN))).toMatchObject({ on: { mention: "BABA" }, answer: null });
    expect(visibleCard(stateAfter(over("BABA", 0), tick(130), answer(1, "+1 %"), tick(200)))?.answer).toBe("+1 %");
  });
  it("goes on resting while the pointer moves within the mention", () => {
    expect(stateAfter(over("BABA", 0), over("BABA", 100), tick(200)).at).toBe("shown");
  });
  it("is the very same state with each move within the mention, so that nothing is done", () => {
    const state = stateAfter(over("BABA", 0));
    expect(afterEvent(state, over("BABA", 100), DELAYS)).toBe(state);
  });
  it("ends without a request when the pointer moves on", () => {
    const state = stateAfter(over("BABA", 0), off(100), tick(200));
    expect(state.at).toBe("away");
    expect(askedStay(state)).toBeNull();
  });
  it("starts over on another mention", () => {
    const state = stateAfter(over("BABA", 0), over("MSFT", 120), tick(200));
    expect(state).toMatchObject({ at: "dwelling", on: { mention: "MSFT" } });
  });
  it("does nothing where the reader's way of opening forbids it", () => {
    expect(stateAfter(over("BABA", 0, false), tick(500)).at).toBe("away");
  });
  it("is undone by scrolling, selecting or dragging", () => {
    expect(stateAfter(over("BABA", 0), DISTURB, tick(500)).at).toBe("away");
  });
});

describe("the shown card", () => {
  it("stays for ten seconds of rest", () => {
    expect(stateAfter(...SHOWN, tick(10_000)).at).toBe("shown");
    expect(wakeAt(stateAfter(...SHOWN), DELAYS)).toBeNull();
  });
  it("leaves 300 ms after the pointer", () => {
    expect(visibleCard(stateAfter(...SHOWN, off(1000), tick(1299)))).not.toBeNull();
    expect(visibleCard(stateAfter(...SHOWN, off(1000), tick(1300)))).toBeNull();
  });
  it("stays when the pointer comes back, or reaches it, within the grace", () => {
    expect(stateAfter(...SHOWN, off(1000), over("BABA", 1200)).at).toBe("shown");
    expect(stateAfter(...SHOWN, off(1000), ENTER, tick(5000)).at).toBe("shown");
  });
  it("ignores what lies under it while the pointer is inside", () => {
    expect(stateAfter(...SHOWN, ENTER, over("MSFT", 1000), off(1100), tick(5000))).toMatchObject({
      at: "shown",
      on: { mention: "BABA" },
    });
  });
  it("leaves 300 ms after the pointer has left it", () => {
    expect(stateAfter(...SHOWN, ENTER, leaveCard(1000), tick(1299)).at).toBe("leaving");
    expect(stateAfter(...SHOWN, ENTER, leaveCard(1000), tick(1300)).at).toBe("away");
  });
  it("goes when the page scrolls under a pointer outside it, and stays with one inside", () => {
    expect(stateAfter(...SHOWN, DISTURB).at).toBe("away");
    expect(stateAfter(...SHOWN, ENTER, DISTURB).at).toBe("shown");
  });
  it("asks again under a new token", () => {
    const state = stateAfter(...SHOWN, answer(1, "offline"), RETRY);
    expect(askedStay(state)?.token).toBe(2);
    expect(visibleCard(state)?.answer).toBeNull();
    expect(visibleCard(afterEvent(state, answer(1, "late"), DELAYS))?.answer).toBeNull();
  });
});

describe("dismissing", () => {
  it("closes at once and keeps closed while the pointer stays on the mention", () => {
    expect(stateAfter(...SHOWN, DISMISS, over("BABA", 1000), tick(2000)).at).toBe("away");
  });
  it("opens again after the pointer has been elsewhere", () => {
    expect(stateAfter(...SHOWN, DISMISS, off(900), over("BABA", 1000), tick(1200)).at).toBe("shown");
    expect(stateAfter(...SHOWN, DISMISS, over("MSFT", 1000), tick(1200)).at).toBe("shown");
  });
});

describe("another mention while a card shows", () => {
  const TOWARDS = [...SHOWN, answer(1, "BABA's"), over("MSFT", 1000)];
  it("keeps the card until the other one has its dwell", () => {
    expect(visibleCard(stateAfter(...TOWARDS, tick(1130)))?.on.mention).toBe("BABA");
    expect(visibleCard(stateAfter(...TOWARDS, tick(1130), tick(1200)))?.on.mention).toBe("MSFT");
  });
  it("never shows the first one's answer on the second", () => {
    expect(visibleCard(stateAfter(...TOWARDS, tick(1200), answer(1, "late")))).toMatchObject({
      on: { mention: "MSFT" },
      answer: null,
    });
  });
  it("lets the pointer cross it on the way into the card", () => {
    expect(stateAfter(...TOWARDS, ENTER, tick(5000))).toMatchObject({
      at: "shown",
      on: { mention: "BABA" },
      inCard: true,
    });
  });
  it("lets the pointer return to the first", () => {
    expect(stateAfter(...TOWARDS, over("BABA", 1100))).toMatchObject({ at: "shown", answer: "BABA's" });
  });
  it("gives a later stay a token of its own after such a return", () => {
    const state = stateAfter(...TOWARDS, tick(1130), over("BABA", 1150), over("TSLA", 1160), tick(1360));
    expect(visibleCard(state)?.on).toMatchObject({ mention: "TSLA", token: 3 });
    expect(visibleCard(afterEvent(state, answer(2, "MSFT's"), DELAYS))?.answer).toBeNull();
  });
});

describe("a card opened by key, tap or click", () => {
  const OPENED: Event[] = [{ is: "open", mention: "BABA" }];
  it("shows at once", () => {
    expect(stateAfter(...OPENED)).toMatchObject({ at: "shown", on: { pinned: true } });
  });
  it("is left alone by the pointer's wandering and by scrolling", () => {
    expect(stateAfter(...OPENED, over("MSFT", 10), off(20), DISTURB, ENTER, leaveCard(30), tick(5000))).toMatchObject({
      at: "shown",
      on: { mention: "BABA" },
    });
  });
  it("closes on dismissal", () => {
    expect(stateAfter(...OPENED, DISMISS).at).toBe("away");
  });
  it("takes over what hovering has already fetched", () => {
    expect(stateAfter(...SHOWN, answer(1, "+1 %"), ...OPENED)).toMatchObject({
      answer: "+1 %",
      on: { token: 1, pinned: true },
    });
  });
  it("after a walk by key waits for the dwell, so that a quick walk asks for nothing", () => {
    const walked: Event[] = [
      { is: "walk", mention: "BABA", now: 0 },
      { is: "walk", mention: "MSFT", now: 100 },
    ];
    expect(askedStay(stateAfter(...walked, tick(150)))).toBeNull();
    expect(stateAfter(...walked, off(200), tick(300))).toMatchObject({ at: "shown", on: { mention: "MSFT" } });
  });
});

describe("a mention whose words have changed, gone or been hidden", () => {
  const LOST: Event = { is: "lost", mention: "BABA" };
  it.each([
    ["ends its dwell before anything is asked", [over("BABA", 0), LOST, tick(130), tick(200)]],
    ["ends its dwell before anything shows", [over("BABA", 0), tick(130), LOST, tick(200)]],
    ["takes its card along", [...SHOWN, LOST]],
    ["takes its card along with the pointer in it", [...SHOWN, ENTER, LOST]],
    ["takes its pinned card along", [{ is: "open", mention: "BABA" } as Event, LOST]],
  ])("%s", (_, events) => {
    const state = stateAfter(...events);
    expect([visibleCard(state), askedStay(state)]).toEqual([null, null]);
  });
  it("may open again at once, where it comes back under the pointer", () => {
    expect(stateAfter(...SHOWN, LOST, over("BABA", 300), tick(430), tick(500)).at).toBe("shown");
  });
  it("takes along its card in the grace, while the next mention's dwell goes on", () => {
    const state = stateAfter(...SHOWN, over("MSFT", 300), LOST);
    expect(visibleCard(state)).toBeNull();
    expect(visibleCard(afterEvent(state, tick(500), DELAYS))).toMatchObject({ on: { mention: "MSFT" } });
  });
  it("leaves the card before it in its grace", () => {
    const state = stateAfter(...SHOWN, over("MSFT", 300), { is: "lost", mention: "MSFT" });
    expect(visibleCard(state)).toMatchObject({ on: { mention: "BABA" } });
    expect(afterEvent(state, tick(600), DELAYS).at).toBe("away");
  });
  it("changes nothing where another one is rested on", () => {
    const state = stateAfter(...SHOWN);
    expect(afterEvent(state, { is: "lost", mention: "MSFT" }, DELAYS)).toBe(state);
  });
});

describe("a mention whose words the page says anew", () => {
  const RENEWED: Event = { is: "replaced", mention: "BABA", by: "BABA anew" };
  it("keeps its dwell", () => {
    expect(visibleCard(stateAfter(over("BABA", 0), tick(130), RENEWED, tick(200)))?.on.mention).toBe("BABA anew");
  });
  it("keeps its card and its answer, for which nothing is asked again", () => {
    const state = stateAfter(...SHOWN, answer(1, "+1 %"), RENEWED);
    expect(state).toMatchObject({ at: "shown", answer: "+1 %", on: { token: 1, mention: "BABA anew" } });
  });
  it("keeps its card in the grace", () => {
    expect(visibleCard(stateAfter(...SHOWN, over("MSFT", 300), RENEWED))?.on.mention).toBe("BABA anew");
  });
  it("stays dismissed", () => {
    expect(stateAfter(...SHOWN, DISMISS, RENEWED, over("BABA anew", 300)).at).toBe("away");
  });
});

describe("a card in which the reader selects text", () => {
  const HELD: Event[] = [...SHOWN, ENTER, { is: "hold" }, leaveCard(300)];
  it("stays when the pointer leaves it", () => {
    expect(visibleCard(stateAfter(...HELD, off(310), DISTURB, tick(5_000)))?.on.mention).toBe("BABA");
  });
  it("goes with a press elsewhere", () => {
    expect(stateAfter(...HELD, DISMISS).at).toBe("away");
  });
});

describe("whatever happens", () => {
  const mention = fc.constantFrom("BABA", "MSFT", "TSLA");
  const step = fc.oneof(
    fc.record({ is: fc.constant("over" as const), mention, armed: fc.boolean() }),
    fc.record({ is: fc.constant("walk" as const), mention }),
    fc.record({ is: fc.constant("lost" as const), mention }),
    fc.record({ is: fc.constant("open" as const), mention }),
    fc.record({ is: fc.constant("answer" as const), token: fc.integer({ min: 1, max: 12 }) }),
    fc.constantFrom(
      ...(["off", "enter-card", "leave-card", "tick", "retry", "disturb", "hold", "dismiss"] as const).map((is) => ({
        is,
      })),
    ),
  );

  it("tokens name one mention each, grow, and a visible answer is that of its token", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 400 })), { maxLength: 40 }), (steps) => {
        const mentionOf = new Map<number, string>();
        let state: State = START;
        let now = 0;
        for (const [wanted, pause] of steps) {
          now += pause;
          const event = (
            wanted.is === "answer" ? { ...wanted, answer: `of ${wanted.token}` } : { ...wanted, now }
          ) as Event;
          const before = state.lastToken;
          state = afterEvent(state, event, DELAYS);
          expect(state.lastToken).toBeGreaterThanOrEqual(before);
          if (state.at !== "away") {
            const known = mentionOf.get(state.on.token) ?? state.on.mention;
            expect(state.on.mention).toBe(known);
            mentionOf.set(state.on.token, known);
          }
          const card = visibleCard(state);
          if (card?.answer) expect(card.answer).toBe(`of ${card.on.token}`);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
