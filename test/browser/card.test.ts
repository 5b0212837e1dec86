import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { COMPARISONS } from "../fakes/card-cases";
import { failed, newCard, paragraphMention, type ShownCard, settled, showCard } from "./shown-card";

let card: ShownCard;

afterEach(() => {
  card?.api.destroy();
  document.body.replaceChildren();
  document.documentElement.removeAttribute("style");
  for (const sheet of document.querySelectorAll("style[data-test]")) sheet.remove();
});

const value = (name: keyof typeof COMPARISONS) => ({ ok: true, value: COMPARISONS[name] }) as const;

describe("the card of a listing", () => {
  it("says close, change, benchmark, difference, verdict, day and source", async () => {
    card = await showCard();
    for (const figure of [
      "$160.80",
      "−3.07%",
      "−5.09",
      "S&P 500 +0.21%",
      "−3.28 pp vs S&P 500",
      "Trailed",
      "At close: Tue, Nov 11, 2025, 4:00 PM EST",
      "Source: Yahoo Finance",
      "Alibaba Group Holding Limited",
      "BABA · NYSE · ADR",
      "Also listed as 9988.HK (Hong Kong)",
    ]) {
      expect(card.seen()).toContain(figure);
    }
  });

  it("introduces the listing from the first moment where it was prepared, and asks once", async () => {
    card = await showCard();
    const described = () => card.asked.filter(({ request }) => request === "describe").length;
    const saysExchange = () => card.root.textContent?.includes("NYSE");
    card.api.hide();
    const unprepared = card.show({});
    expect([saysExchange(), described()]).toEqual([false, 2]);
    await unprepared;
    card.api.hide();
    card.api.prepare("BABA");
    await settled();
    const prepared = card.show({});
    expect([saysExchange(), described()]).toEqual([true, 3]);
    await prepared;
  });

  it("is introduced anew each time, as it may have been starred elsewhere", async () => {
    card = await showCard();
    const described = () => card.asked.filter(({ request }) => request === "describe").length;
    card.api.hide();
    for (const asked of [2, 3]) {
      card.api.prepare("BABA");
      expect(described()).toBe(asked);
    }
  });

  it("is introduced anew where it was prepared some time ago and did not show", async () => {
    card = await showCard();
    card.api.hide();
    card.api.prepare("BABA");
    await settled();
    card.clock.advance(3_000);
    const shown = card.show({});
    expect(card.asked.filter(({ request }) => request === "describe")).toHaveLength(3);
    await shown;
  });

  it("keeps what introduces it while the next one is prepared", async () => {
    card = await showCard();
    card.api.prepare("MSFT");
    await card.show({ attention: "announce" });
    expect(card.seen()).toContain("NYSE");
  });

  it("begins with the answer", async () => {
    card = await showCard();
    expect(card.seen()).toMatch(/^\$160\.80−3\.07%/);
  });

  it("is a labelled dialog that says its figures in words", async () => {
    card = await showCard();
    expect(card.note.getAttribute("role")).toBe("dialog");
    expect(card.note.getAttribute("aria-label")).toBe("Alibaba Group Holding Limited (BABA): latest close");
    const words = [...card.note.querySelectorAll(".sq-words")].map(({ textContent }) => textContent);
    expect(words).toContain("down 3.07 percent");
    expect(words).toContain("up 0.21 percent");
    expect(words).toContain("3.28 percentage points below S&P 500");
  });

  it.each([
    ["beat", "Beat"],
    ["matched", "Matched"],
    ["trailed", "Trailed"],
  ] as const)("that %s the benchmark says %s", async (name, word) => {
    card = await showCard({ answer: value(name) });
    expect(card.note.querySelector(".verdict")?.textContent).toBe(word);
  });

  it.each([
    ["the benchmark", "This is the benchmark itself"],
    ["no benchmark session", "the S&P 500 had no trading day on Nov 11, 2025"],
    ["benchmark not yet", "the S&P 500 of Nov 11, 2025 has not closed"],
    ["benchmark unavailable", "the S&P 500 of Nov 11, 2025 could not be had"],
    ["first day", "First trading day: no change yet"],
    ["first day", "At close: Nov 11, 2025"],
    ["stale", "Stale: the close of Nov 12, 2025 was due"],
    ["SPY and another source", "−3.29 pp vs SPY"],
    ["SPY and another source", "The fund SPY stands in for the S&P 500"],
    ["SPY and another source", "Source: Tiingo; SPY: Yahoo Finance"],
    ["pence", "87.42p"],
  ] as const)("with %s says: %s", async (name, sentence) => {
    card = await showCard({ answer: value(name) });
    expect(card.seen()).toContain(sentence);
  });

  it.each(["the benchmark", "no benchmark session", "benchmark not yet", "benchmark unavailable"] as const)(
    "with %s shows no difference and no verdict",
    async (name) => {
      card = await showCard({ answer: value(name) });
      expect(card.note.querySelector(".verdict, .verdict-line .difference")).toBeNull();
    },
  );

  it("counts an index in points, without a currency", async () => {
    card = await showCard({ answer: value("the benchmark") });
    expect(card.seen()).toMatch(/^6,846\.61/);
    expect(card.seen()).not.toContain("$");
  });

  it("shows only the rows the reader chose, and none without data", async () => {
    card = await showCard({ settings: { card: { rows: ["year-range"] } } });
    expect(card.note.querySelectorAll(".chart, .horizons, .since, .other")).toHaveLength(0);
    expect(card.seen()).toContain("52-week range");
    await card.show({ answer: value("first day") });
    expect(card.note.querySelectorAll(".details > *")).toHaveLength(0);
  });

  it("says in compact form close, change and difference in its first line, and nothing below but whose and when", async () => {
    card = await showCard({ settings: { card: { form: "compact" } } });
    expect(card.seen()).toMatch(/^\$160\.80−3\.07%−3\.28 pp vs S&P 500/);
    expect(card.note.querySelector(".details")).toBeNull();
    expect(card.seen()).toContain("At close: Tue, Nov 11, 2025, 4:00 PM EST");
  });
});

describe("the chart", () => {
  it("is rebased to the chosen horizon's first day", async () => {
    card = await showCard();
    const plot = card.note.querySelector<HTMLElement>(".plot");
    plot?.focus();
    await userEvent.keyboard("{Home}");
    expect(plot?.getAttribute("aria-valuetext")).toBe("Aug 11, 2025: BABA 100.0, S&P 500 100.0");
    await userEvent.keyboard("{ArrowRight}");
    expect(plot?.getAttribute("aria-valuetext")).toContain("Aug 12, 2025");
  });
  it("reads the point under the pointer", async () => {
    card = await showCard();
    const plot = card.note.querySelector(".plot");
    if (!plot) throw new Error("no chart");
    await userEvent.hover(plot, { position: { x: 1, y: 10 } });
    await settled();
    expect(card.note.querySelector(".reading")?.textContent).toBe("Aug 11, 2025: BABA 100.0, S&P 500 100.0");
  });
  it("changes with the horizon and says so in words", async () => {
    card = await showCard();
    const year = [...card.note.querySelectorAll<HTMLElement>(".horizon")].find(
      ({ textContent }) => textContent === "1Y",
    );
    if (!year) throw new Error("no 1Y");
    await userEvent.click(year);
    await settled();
    expect(year.getAttribute("aria-pressed")).toBe("true");
    expect(card.note.querySelector(".plot")?.getAttribute("aria-label")).toBe(
      "Chart of 1 year: BABA and S&P 500, first day = 100. BABA: up 70.04 percent, S&P 500: up 14.09 percent",
    );
  });
});

describe("while the answer is awaited", () => {
  it("keeps its size when everything comes", async () => {
    card = await showCard({ answer: null });
    await card.show({ answer: null, published: "2025-10-27" });
    const before = card.note.scrollHeight;
    await card.show({ answer: { ok: true, value: COMPARISONS.trailed } });
    expect(Math.abs(card.note.scrollHeight - before)).toBeLessThanOrEqual(12);
  });
  it("keeps the place of the answer and says that it is coming", async () => {
    card = await showCard({ answer: null });
    const before = card.note.getBoundingClientRect();
    expect(card.note.getAttribute("aria-busy")).toBe("true");
    expect(card.seen()).toContain("Fetching the latest close…");
    await card.show({ answer: value("trailed") });
    const after = card.note.getBoundingClientRect();
    expect([after.left, after.top, after.width]).toEqual([before.left, before.top, before.width]);
    expect(card.note.getAttribute("aria-busy")).toBe("false");
  });
});

describe("a failure", () => {
  it("is a sentence in the place of the answer, with whose it is", async () => {
    card = await showCard({ answer: failed({ kind: "unknown-ticker", ticker: "BABA" }) });
    expect(card.seen()).toMatch(/^No source knows BABA\./);
    expect(card.note.querySelector(".remedy")).toBeNull();
  });
  it("that may pass offers to try again", async () => {
    card = await showCard({ answer: failed({ kind: "offline" }) });
    const retry = card.note.querySelector(".remedy");
    if (!retry) throw new Error("nothing to try again with");
    await userEvent.click(retry);
    expect(card.reported).toContain("retry");
  });
  it("of consent leads to the welcome page", async () => {
    card = await showCard({ answer: failed({ kind: "no-consent" }) });
    const agree = card.note.querySelector(".remedy");
    if (!agree) throw new Error("no way to agree");
    await userEvent.click(agree);
    expect(card.asked).toContainEqual({ request: "open-page", payload: { page: "welcome" } });
  });
});

describe("hostile texts", () => {
  it.each([
    '<img src=x onerror="globalThis.hurt=1">',
    "<script>globalThis.hurt=1</script>",
    "javascript:globalThis.hurt=1",
  ])("stay text: %s", async (payload) => {
    card = await showCard({
      answer: { ok: true, value: { ...COMPARISONS.trailed, ticker: payload, currency: payload } },
    });
    await card.show({ name: payload, ticker: payload });
    expect(card.note.querySelector("img, script")).toBeNull();
    expect(card.note.querySelector("a")?.href).toMatch(/^https:\/\/finance\.yahoo\.com\/quote\//);
    expect(Reflect.get(globalThis, "hurt")).toBeUndefined();
  });
});

describe("focus", () => {
  it("goes into the card when asked, and back to where it was on closing", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    card = await showCard({ attention: "focus" });
    expect(card.root.activeElement).toBe(card.note);
    card.api.hide();
    expect(document.activeElement).toBe(button);
  });
  it("stays in the page when the card only shows", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    card = await showCard();
    expect(document.activeElement).toBe(button);
  });
  it("speaks the answer of a mention walked to", async () => {
    card = await showCard({ attention: "announce" });
    expect(card.note.querySelector("[role=status]")?.textContent).toBe(
      "Alibaba Group Holding Limited (BABA): $160.80, down 3.07 percent, 3.28 percentage points below S&P 500. At close: Tue, Nov 11, 2025, 4:00 PM EST",
    );
  });
  it("speaks of the fund where the fund was the measure", async () => {
    const { trailed } = COMPARISONS;
    const benchmark = {
      ...(trailed.benchmark.ok ? trailed.benchmark : null),
      ticker: "SPY",
    } as typeof trailed.benchmark;
    card = await showCard({ attention: "announce", answer: { ok: true, value: { ...trailed, benchmark } } });
    expect(card.note.querySelector("[role=status]")?.textContent).toContain("below SPY");
    expect(card.note.querySelector(".horizons")?.textContent).not.toContain("S&P 500");
  });
  it("says how long a source rests, by the extension's clock", async () => {
    const until = Date.parse("2025-11-11T22:30:20Z");
    card = await showCard({ answer: { ok: false, failure: { kind: "rate-limited", provider: "yahoo", until } } });
    expect(card.seen()).toContain("20 s");
  });
});

describe("going", () => {
  it("leaves nothing in the page", async () => {
    const before = document.documentElement.cloneNode(true);
    const mention = paragraphMention();
    card = await showCard({ mention });
    card.api.hide();
    mention.parentElement?.remove();
    expect(document.documentElement.isEqualNode(before)).toBe(true);
  });
});

describe("a card that another one can replace", () => {
  const UNUSED_MS = 30_000;
  const isWithdrawn = () => card.reported.includes("withdrawn");

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("leaves once it has not been used for half a minute", async () => {
    card = await showCard({ leaves: true });
    card.api.hide();
    vi.advanceTimersByTime(UNUSED_MS - 1);
    expect(isWithdrawn()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(isWithdrawn()).toBe(true);
  });

  it("leaves although nobody ever used it, as when its script came too late", () => {
    const { reported } = newCard({ leaves: true });
    vi.advanceTimersByTime(UNUSED_MS - 1);
    expect(reported).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(reported).toEqual(["withdrawn"]);
  });

  it("leaves nothing with a page that keeps its host", async () => {
    card = await showCard({ leaves: true });
    card.api.hide();
    vi.advanceTimersByTime(UNUSED_MS);
    expect(card.root.childElementCount).toBe(0);
  });

  it("leaves although it was only prepared and never shown again", async () => {
    card = await showCard({ leaves: true });
    card.api.hide();
    vi.advanceTimersByTime(UNUSED_MS - 1);
    card.api.prepare("BABA");
    vi.advanceTimersByTime(UNUSED_MS - 1);
    expect(isWithdrawn()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(isWithdrawn()).toBe(true);
  });

  it("stays while it is shown, however long, and whatever is prepared meanwhile", async () => {
    card = await showCard({ leaves: true });
    card.api.hide();
    await card.show({});
    vi.advanceTimersByTime(10 * UNUSED_MS);
    expect(isWithdrawn()).toBe(false);
    card.api.prepare("MSFT");
    vi.advanceTimersByTime(10 * UNUSED_MS);
    expect(isWithdrawn()).toBe(false);
  });

  it("stays for good where none comes in its place, as on our own pages", async () => {
    card = await showCard({ leaves: false });
    card.api.hide();
    vi.advanceTimersByTime(10 * UNUSED_MS);
    expect(isWithdrawn()).toBe(false);
  });
});
