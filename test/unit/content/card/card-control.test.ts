import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCardControl } from "../../../../src/content/card/card-control";
import type { PlacedStatement } from "../../../../src/content/card/page-statements";
import type { PageMention } from "../../../../src/content/page/page-mention";
import { fail, ok, type Result } from "../../../../src/domain/failure";
import type { Comparison } from "../../../../src/domain/market/comparison";
import type { Ask } from "../../../../src/platform/ask";
import type { CardApi, CardEvents, CardRequest } from "../../../../src/protocol/card-api";
import { ALIBABA, publicSettings } from "../../../fakes/card-cases";

const BABA = mention("BABA");
const MSFT = mention("MSFT");
const ANSWER: Result<Comparison> = { ok: true, value: ALIBABA };

function mention(ticker: string): PageMention {
  const block = { element: {} as Element, text: ticker, links: [], parts: [] };
  return {
    ticker,
    name: `${ticker} Inc.`,
    surface: ticker,
    evidence: "bare",
    start: 0,
    end: ticker.length,
    block,
  };
}

/** A frame whose background answers when told to, and whose card records what it is shown. */
function frame({
  published,
  publishedAt = null,
  lines = [],
  closesAtOnce = false,
  isRefused = false,
  now = () => Date.now(),
  stated = null,
}: {
  published?: string;
  publishedAt?: number | null;
  lines?: DOMRect[];
  /** The mention is outside the viewport, so the card closes as soon as it is shown. */
  closesAtOnce?: boolean;
  /** The card's script cannot be had. */
  isRefused?: boolean;
  now?: () => number;
  stated?: PlacedStatement | null;
} = {}) {
  const lifetime = new AbortController();
  const asked: string[] = [];
  let woken = 0;
  const waiting: ((reply: Result<Comparison>) => void)[] = [];
  const shown: CardRequest[] = [];
  let events: CardEvents | null = null;
  let hidden = 0;
  let destroyed = 0;
  let followed = 0;
  let arrivals = 0;
  const openings: boolean[] = [];
  const known = new Set([BABA, MSFT]);
  const prepared: string[] = [];
  const card: CardApi = {
    prepare: (ticker) => prepared.push(ticker),
    show(request, reporting) {
      shown.push(request);
      events = reporting;
      if (closesAtOnce) reporting.closed();
    },
    hide: () => {
      hidden += 1;
    },
    refresh: () => undefined,
    follow: () => {
      followed += 1;
    },
    owns: () => false,
    destroy: () => {
      destroyed += 1;
    },
  };
  let present: CardApi | null = null;
  const ask = (async (request: string, payload: { ticker?: string; published?: string; publishedAt?: number }) => {
    asked.push([request, payload.ticker, payload.published, payload.publishedAt].filter(Boolean).join(" "));
    if (request === "inject-card") {
      if (!isRefused) present = card;
      return { ok: true, value: null };
    }
    return new Promise<Result<Comparison>>((resolve) => waiting.push(resolve));
  }) as Ask;
  const control = createCardControl({
    ask,
    wakeBackground: () => {
      woken += 1;
    },
    findCard: () => present,
    marks: { linesOf: () => lines, elementOf: ({ block }) => block.element, isCurrent: (one) => known.has(one) },
    settings: () => publicSettings({ trigger: { dwellMs: 200 } }),
    publication: () => (published === undefined ? null : { day: published, at: publishedAt }),
    onOpenChange: (isOpen) => openings.push(isOpen),
    onMentionInUse: () => {
      arrivals += 1;
    },
    statements: {
      of: async ({ ticker }) => {
        asked.push(`statements ${ticker}`);
        return stated;
      },
    },
    signal: lifetime.signal,
    now,
  });
  const over = (what: PageMention) => control.point({ mention: what, lineIndex: 0 }, true);
  return {
    control,
    over,
    asked,
    prepared,
    shown,
    reply: async (index: number, answer: Result<Comparison> = ANSWER) => {
      waiting[index]?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
    report: () => events ?? expect.unreachable("nothing was shown"),
    end: () => lifetime.abort(),
    counts: () => ({ hidden, destroyed, followed, arrivals }),
    openings,
    /** The page is read anew: of the mentions only these are left. */
    nowMentions: (...mentions: PageMention[]) => {
      known.clear();
      for (const one of mentions) known.add(one);
    },
    woken: () => woken,
    /** The card, unused for a while, goes. */
    cardLeaves: () => {
      present = null;
    },
    /** The card's script has run once more. */
    cardComesAgain: () => {
      present = { ...card };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what the article states", () => {
  const statement = {
    ticker: "BABA",
    verdict: "agrees",
    figures: "$160.80",
    benchmark: "",
    sign: "✓",
    sentence: "As the market closed on Tue, Nov 11, 2025",
    place: { block: 0, start: 0, end: 4 },
  } as const;

  it("is asked once the figures are there, shown, and scrolled to from the card", async () => {
    let scrolled = 0;
    const stated = {
      statement,
      contains: () => false,
      show: () => {
        scrolled += 1;
      },
    };
    const { over, asked, shown, reply, report } = frame({ published: "2025-11-14", stated });
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).not.toContain("statements BABA");
    await reply(0);
    expect(asked).toContain("statements BABA");
    expect(shown.at(-1)).toMatchObject({ stated: statement, isStatedElsewhere: true });
    report().showStated();
    expect(scrolled).toBe(1);
  });

  it("is not asked of a page without a date, nor where the figures failed", async () => {
    for (const [published, answer] of [
      [undefined, ANSWER],
      ["2025-11-14", fail({ kind: "offline" })],
    ] as const) {
      const { over, asked, reply } = frame(published === undefined ? {} : { published });
      over(BABA);
      await vi.advanceTimersByTimeAsync(200);
      await reply(0, answer);
      expect(asked).not.toContain("statements BABA");
    }
  });
});

describe("hovering", () => {
  it("asks for figures and card code together, once, and shows both waiting and answer", async () => {
    const { over, asked, prepared, shown, reply } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(129);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["compare BABA", "inject-card"]);
    expect([prepared, shown]).toEqual([["BABA"], []]);
    await vi.advanceTimersByTimeAsync(70);
    expect(shown).toMatchObject([{ ticker: "BABA", name: "BABA Inc.", answer: null, attention: "none" }]);
    await reply(0);
    expect(shown.at(-1)).toMatchObject({ ticker: "BABA", answer: ANSWER });
    expect(asked).toHaveLength(2);
  });

  it("leaves the card of a selection where it is while the pointer crosses the same company", async () => {
    const { control, over, shown, counts } = frame();
    const selected: PageMention = { ...BABA, isSelection: true };
    control.open(selected);
    await vi.advanceTimersByTimeAsync(200);
    over(BABA);
    expect(control.mentionsInUse()).toEqual([{ mention: selected, lineIndex: 0 }]);
    expect([shown.at(-1)?.ticker, counts().hidden]).toEqual(["BABA", 0]);
  });

  it("opens the card of a company whose looked-up card was just dismissed", async () => {
    const { control, over } = frame();
    control.open({ ...BABA, block: { ...BABA.block }, isSelection: true });
    control.dismiss();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    expect([control.isOpen(), control.mentionsInUse()]).toEqual([true, [{ mention: BABA, lineIndex: 0 }]]);
  });

  it("wakes the background as soon as a mention is pointed at or walked to", () => {
    const { control, over, woken } = frame();
    control.point({ mention: BABA, lineIndex: 0 }, false);
    expect(woken()).toBe(0);
    over(BABA);
    over(BABA);
    expect(woken()).toBe(1);
    over(MSFT);
    control.stepTo(BABA);
    expect(woken()).toBe(3);
  });

  it("shows an answer that came early at the end of the dwell, in one go", async () => {
    const { over, shown, reply } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(130);
    await reply(0);
    expect(shown).toEqual([]);
    await vi.advanceTimersByTimeAsync(70);
    expect(shown).toMatchObject([{ answer: ANSWER }]);
  });

  it("asks since the article's day when the page states it", async () => {
    const { over, asked } = frame({ published: "2025-11-14" });
    over(BABA);
    await vi.advanceTimersByTimeAsync(130);
    expect(asked[0]).toBe("compare BABA 2025-11-14");
  });

  it("asks since the article's instant when the page states that, and tells the card", async () => {
    const { over, asked, shown } = frame({ published: "2025-11-14", publishedAt: 1_763_112_600_000 });
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked[0]).toBe("compare BABA 2025-11-14 1763112600000");
    expect(shown[0]).toMatchObject({ published: "2025-11-14", publishedAt: 1_763_112_600_000 });
  });

  it("shows the listing's own figures first, and the comparison when it is there", async () => {
    const { over, asked, shown, reply } = frame();
    if (!ANSWER.ok) throw new Error("the answer is one");
    const early = ok({ ...ANSWER.value, benchmark: { ok: false, absence: "awaited" } } as const);
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    await reply(0, early);
    expect(shown.at(-1)).toMatchObject({ answer: early });
    expect(asked.filter((request) => request === "compare BABA")).toHaveLength(2);
    await reply(1);
    expect(shown.at(-1)).toMatchObject({ answer: ANSWER });
  });

  it("keeps the listing's own figures when the comparison never comes", async () => {
    const { over, shown, reply } = frame();
    if (!ANSWER.ok) throw new Error("the answer is one");
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    await reply(0, ok({ ...ANSWER.value, benchmark: { ok: false, absence: "awaited" } }));
    await reply(1, fail({ kind: "no-answer" }));
    expect(shown.at(-1)?.answer).toMatchObject({
      ok: true,
      value: { benchmark: { ok: false, absence: "unavailable" } },
    });
  });

  it("drops the answer of a mention that was left", async () => {
    const { over, shown, reply } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    over(MSFT);
    await vi.advanceTimersByTimeAsync(200);
    await reply(0);
    expect(shown.at(-1)).toMatchObject({ ticker: "MSFT", answer: null });
  });

  it("hides the card 300 ms after the pointer has left", async () => {
    const { control, over, counts } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    control.point(null, true);
    await vi.advanceTimersByTimeAsync(299);
    expect(counts().hidden).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(counts().hidden).toBe(1);
  });

  it("brings another card where the one before has left", async () => {
    const { control, over, asked, prepared, shown, cardLeaves } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    control.point(null, true);
    await vi.advanceTimersByTimeAsync(300);
    cardLeaves();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.filter((request) => request === "inject-card")).toHaveLength(2);
    expect([prepared, shown.length]).toEqual([["BABA", "BABA"], 2]);
  });

  it("shows what it shows in a second card, too, that has taken the first one's place", async () => {
    const { over, shown, reply, report, cardComesAgain } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    await reply(0);
    report().entered();
    expect(shown).toHaveLength(2);
    cardComesAgain();
    report().left();
    expect(shown).toHaveLength(3);
    expect(shown.at(-1)).toMatchObject({ ticker: "BABA", answer: ANSWER });
  });

  it("asks for whole milliseconds: of fractions, which browsers cut off, a dozen ticks would be made", async () => {
    const delays: unknown[] = [];
    const { setTimeout: wait } = globalThis;
    // A spy would be restored once more after the file, and leave its fake timers to the next one.
    vi.stubGlobal("setTimeout", (act: () => void, delay: number) => {
      delays.push(delay);
      return wait(act, delay);
    });
    let behindMs = 0;
    const { over } = frame({ now: () => Date.now() - behindMs });
    over(BABA);
    behindMs = 0.4;
    await vi.advanceTimersByTimeAsync(130);
    vi.unstubAllGlobals();
    expect(delays).toEqual([130, 1]);
  });

  it("leaves no timer behind", async () => {
    const { control, over } = frame();
    over(BABA);
    control.point(null, true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("leaving", () => {
  it("ends although the timer of the grace came too early, as browsers round", async () => {
    let behindMs = 0;
    const { control, over, counts } = frame({ now: () => Date.now() - behindMs });
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    control.point(null, false);
    behindMs = 1;
    await vi.advanceTimersByTimeAsync(300);
    expect(counts().hidden).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(counts().hidden).toBe(1);
  });
});

describe("a mention that breaks over two lines", () => {
  it("has its card beside the line under the pointer", async () => {
    const lines = [{ top: 10 }, { top: 30 }] as unknown as DOMRect[];
    const { control, shown } = frame({ lines });
    control.point({ mention: BABA, lineIndex: 1 }, true);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown[0]?.anchor.line()).toBe(lines[1]);
    control.point(null, true);
    await vi.advanceTimersByTimeAsync(300);
    control.point({ mention: BABA, lineIndex: 0 }, true);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown.at(-1)?.anchor.line()).toBe(lines[0]);
  });
});

describe("the card's reports", () => {
  it("keep it while the pointer is inside", async () => {
    const { control, over, report, counts } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    control.point(null, true);
    report().entered();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(counts().hidden).toBe(0);
    report().left();
    await vi.advanceTimersByTimeAsync(300);
    expect(counts().hidden).toBe(1);
  });
  it("ask again", async () => {
    const { over, report, asked, reply, shown } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    await reply(0, { ok: false, failure: { kind: "offline" } });
    report().retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.filter((request) => request === "compare BABA")).toHaveLength(2);
    await reply(1);
    expect(shown.at(-1)?.answer).toBe(ANSWER);
  });
  it("close it, until the pointer has been elsewhere", async () => {
    const { control, over, report, counts, shown } = frame();
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    report().closed();
    expect(counts().hidden).toBe(1);
    over(BABA);
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toHaveLength(1);
    control.point(null, true);
    over(BABA);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown).toHaveLength(2);
  });
});

it("a card that closes as soon as it is shown is told to other frames as open first, then as closed", async () => {
  const { control, openings } = frame({ closesAtOnce: true });
  control.open(BABA);
  await vi.advanceTimersByTimeAsync(0);
  expect(openings).toEqual([true, false]);
});

describe("keys", () => {
  it("open the card at once, move the focus into it, and have the answer spoken", async () => {
    const { control, shown, reply } = frame();
    control.open(BABA, { focus: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toMatchObject([{ ticker: "BABA", attention: "focus" }]);
    await reply(0);
    expect(shown.at(-1)).toMatchObject({ answer: ANSWER, attention: "announce" });
  });
  it("walk without asking anything of mentions passed by", async () => {
    const { control, asked, shown } = frame();
    control.stepTo(BABA);
    await vi.advanceTimersByTimeAsync(100);
    control.stepTo(MSFT);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(["compare MSFT", "inject-card"]);
    expect(shown).toMatchObject([{ ticker: "MSFT", attention: "announce" }]);
  });
  it("say whether a card was there to dismiss", async () => {
    const { control } = frame();
    expect(control.dismiss()).toBe(false);
    control.open(BABA);
    expect(control.dismiss()).toBe(true);
    const without = frame({ isRefused: true });
    without.control.open(BABA);
    expect(without.control.dismiss()).toBe(false);
  });
});

it("an ended frame destroys the card and does nothing more", async () => {
  const { over, end, counts, asked } = frame();
  over(BABA);
  await vi.advanceTimersByTimeAsync(200);
  end();
  expect(counts().destroyed).toBe(1);
  const before = asked.length;
  over(MSFT);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(before);
  expect(vi.getTimerCount()).toBe(0);
});
