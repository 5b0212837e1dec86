import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { COMPARISONS, publicSettings } from "../fakes/card-cases";
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
      "Trailed the S&P 500 (+0.21%) by 3.28 points",
      "Yahoo Finance · without dividends",
      "Alibaba Group BABA · NYSE · ADR",
      "Since this article, Oct 27, 2025 · then $174.82",
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

  it("begins with the name, which leads to the reader's quote page, and names the index once", async () => {
    card = await showCard({ settings: { card: { quotePage: "google" } } });
    expect(card.seen()).toMatch(/^Alibaba Group BABA · NYSE · ADR ?\$160\.80−3\.07%/);
    expect(card.note.querySelector<HTMLAnchorElement>("a.name")?.href).toBe(
      "https://www.google.com/finance/quote/BABA:NYSE",
    );
    expect(
      card.note.querySelector(".answer [aria-hidden]")?.closest(".answer")?.textContent?.split("the S&P 500"),
    ).toHaveLength(2);
  });

  it("dates the close with its time in the exchange's zone", async () => {
    card = await showCard();
    expect(card.note.querySelector(".close-of")?.textContent).toMatch(/^Close of .*Nov 11, 2025.*4:00 PM/);
  });

  it("is a labelled dialog that says its figures in words", async () => {
    card = await showCard();
    expect(card.note.getAttribute("role")).toBe("dialog");
    expect(card.note.getAttribute("aria-label")).toBe("Alibaba Group Holding Limited (BABA): latest close");
    const words = [...card.note.querySelectorAll(".sq-words")].map(({ textContent }) => textContent);
    expect(words).toContain("down 3.07 percent");
    expect(words).toContain("3.28 percentage points below S&P 500; S&P 500: up 0.21 percent");
  });

  it.each([
    ["beat", "Beat the S&P 500 (+0.21%) by 2.99 points"],
    ["matched", "Matched the S&P 500 (+0.20%)"],
    ["trailed", "Trailed the S&P 500 (+0.21%) by 3.28 points"],
  ] as const)("that %s the benchmark says: %s", async (name, sentence) => {
    card = await showCard({ answer: value(name) });
    expect(card.note.querySelector(".verdict [aria-hidden]")?.textContent).toBe(sentence);
  });

  it.each([
    ["the benchmark", "No comparison: this is the benchmark itself"],
    ["no benchmark session", "No comparison: the S&P 500 was closed on "],
    ["benchmark not yet", "is still to come"],
    ["benchmark unavailable", "No comparison: the S&P 500’s close of "],
    ["first day", "First trading day: no change yet"],
    ["first day", "Close of Tue, Nov 11, 2025"],
    ["stale", "· stale"],
    ["SPY and another source", "Trailed SPY (+0.22%) by 3.29 points"],
    ["SPY and another source", "Tiingo; SPY: Yahoo Finance"],
    ["pence", "87.42p"],
    ["an ex-dividend day", "Ex-dividend $0.26: −0.16 points of the move"],
    ["its home index", "Beat the Nikkei 225 (+0.50%) by 0.50 points"],
    ["its home index", "Close of Tue, Nov 11, 2025, 3:30 PM Japan Standard Time"],
  ] as const)("with %s says: %s", async (name, sentence) => {
    card = await showCard({ answer: value(name) });
    expect(card.seen()).toContain(sentence);
  });

  it("says under the close what was paid after it, asked for once the card shows a close", async () => {
    const afterHours = { price: 148.2, change: 148.2 / 160.8 - 1, at: Date.parse("2025-11-11T23:31:00Z") };
    const settings = { card: { rows: ["after-hours"] } } as const;
    card = await showCard({ answer: null, afterHours, settings });
    const asked = () => card.asked.filter(({ request }) => request === "after-hours");
    expect(asked()).toEqual([]);
    await card.show({ answer: value("trailed") });
    expect(card.seen()).toContain("After hours $148.20, −7.84% from the close, 6:31 PM");
    expect(card.seen()).toContain("$160.80");
    await card.show({ answer: value("trailed") });
    expect(asked()).toEqual([{ request: "after-hours", payload: { ticker: "BABA" } }]);
    card.api.hide();
    await card.show({ answer: value("trailed") });
    expect(asked()).toHaveLength(2);
  });

  it.each([
    ["where the reader does not want the row", {}],
    ["in the compact card", { rows: ["after-hours"], form: "compact" }],
  ] as const)("asks for nothing after hours %s", async (_, settings) => {
    card = await showCard({ settings: { card: settings } });
    expect(card.asked.map(({ request }) => request)).not.toContain("after-hours");
  });

  it("the compact card leaves the home index out", async () => {
    card = await showCard({ answer: value("its home index"), settings: { card: { form: "compact" } } });
    expect(card.seen()).not.toContain("Nikkei");
  });

  it.each(["the benchmark", "no benchmark session", "benchmark not yet", "benchmark unavailable"] as const)(
    "with %s shows no difference and no verdict",
    async (name) => {
      card = await showCard({ answer: value(name) });
      expect(card.note.querySelector(".verdict, .answer .difference")).toBeNull();
    },
  );

  it("counts an index in points, without a currency", async () => {
    card = await showCard({ answer: value("the benchmark") });
    expect(card.note.querySelector(".close")?.textContent).toBe("6,846.61");
    expect(card.seen()).not.toContain("$");
  });

  it("shows only the rows the reader chose, and none without data", async () => {
    card = await showCard({ settings: { card: { rows: ["year-range"], more: true } } });
    expect(card.note.querySelectorAll(".chart, .horizons, .article, .other")).toHaveLength(0);
    expect(card.seen()).toContain("52-week range");
    await card.show({ answer: value("first day") });
    expect(card.note.querySelectorAll(".details > *")).toHaveLength(0);
  });

  it("says in compact form whose, the answer and the day, and nothing else", async () => {
    card = await showCard({ settings: { card: { form: "compact", more: true } } });
    expect(card.note.querySelectorAll(".details, .foot, .article")).toHaveLength(0);
    for (const part of ["Alibaba Group", "$160.80", "−3.07%", "3.28 points", "Close of "]) {
      expect(card.seen()).toContain(part);
    }
    expect(card.note.offsetHeight).toBeLessThanOrEqual(104);
  });
});

describe("what stands behind the answer", () => {
  const more = () => card.note.querySelector<HTMLElement>(".more");
  it("shows the periods with dividends reinvested where the reader wants it and the source tells them", async () => {
    const table = () => card.note.querySelector<HTMLElement>(".horizons")?.innerText;
    card = await showCard({ answer: value("dividends told"), settings: { card: { more: true } } });
    expect(table()).toContain("+70.04%");
    card.api.destroy();
    card = await showCard({ answer: value("dividends told"), settings: { card: { more: true, reinvested: true } } });
    expect(table()).toContain("+71.52%");
    expect(table()).not.toContain("S&P 500");
    expect(card.seen()).toContain("With dividends reinvested");
    await card.show({ answer: value("trailed") });
    expect(table()).toContain("+70.04%");
    expect(card.seen()).not.toContain("With dividends reinvested");
  });
  it("is hidden until the reader asks for it, and then remembered", async () => {
    card = await showCard();
    expect(card.note.querySelector(".details")).toBeNull();
    card.clock.advance(1_000);
    await userEvent.click(more() as HTMLElement);
    await settled();
    expect(card.note.querySelectorAll(".chart, .horizons, .range")).toHaveLength(3);
    expect(more()?.getAttribute("aria-expanded")).toBe("true");
    expect(card.asked).toContainEqual({ request: "card-choice", payload: { choice: "more", open: true } });
    card.api.hide();
    await card.show({});
    expect(card.note.querySelector(".details")).not.toBeNull();
  });
  it("is open from the start where it was left open", async () => {
    card = await showCard({ settings: { card: { more: true } } });
    expect(card.note.querySelector(".details")).not.toBeNull();
  });
  it("opens after a hasty click, too, and is then not remembered", async () => {
    card = await showCard();
    await userEvent.click(more() as HTMLElement);
    await settled();
    expect(card.note.querySelector(".details")).not.toBeNull();
    expect(card.asked.map(({ request }) => request)).not.toContain("card-choice");
  });
  it("tells which close is missing and that a fund stands in", async () => {
    card = await showCard({ answer: value("stale"), settings: { card: { more: true } } });
    expect(card.note.querySelector("p.stale")?.textContent).toMatch(/^Stale: the close of .*Nov 12, 2025 is missing/);
    await card.show({ answer: value("SPY and another source") });
    expect(card.note.querySelector(".fund")?.textContent).toBe("The fund SPY stands in for the S&P 500");
  });
  it("names the fund where it was the measure of the periods, though the day's change is not known", async () => {
    card = await showCard({ answer: value("SPY and a missing close"), settings: { card: { more: true } } });
    const heads = [...card.note.querySelectorAll(".horizons th[scope=col]")].map((head) => head.textContent);
    expect(heads).toContain("SPY");
    expect(card.note.querySelector(".article")?.textContent).toContain("SPY");
    expect(card.note.textContent).not.toContain("S&P 500 ");
    expect(card.note.querySelector(".fund")).not.toBeNull();
  });
  it("turns the card to the other listing and back", async () => {
    card = await showCard({ settings: { card: { more: true } } });
    const other = card.note.querySelector<HTMLElement>(".turn");
    expect(other?.textContent).toBe("Also listed as 9988.HK (Hong Kong)");
    await userEvent.click(other as HTMLElement);
    await settled();
    expect(card.asked).toContainEqual({ request: "compare", payload: { ticker: "9988.HK", published: undefined } });
    expect(card.note.querySelector(".ticker")?.textContent).toBe("9988.HK");
    expect(card.seen()).toContain("Trailed");
    card.api.hide();
    await card.show({});
    expect(card.note.querySelector(".ticker")?.textContent).toBe("BABA");
  });
});

describe("the card's menu", () => {
  async function menuItem(label: RegExp): Promise<HTMLElement> {
    await userEvent.click(card.note.querySelector(".menu-place .action") as HTMLElement);
    await settled();
    const item = [...card.note.querySelectorAll<HTMLElement>(".menu-item")].find(({ textContent }) =>
      label.test(textContent ?? ""),
    );
    if (!item) throw new Error(`no ${label} in the menu`);
    return item;
  }
  it.each([
    [/Never mark “Alibaba” on example\.com/, { choice: "never", word: "Alibaba", everywhere: false }],
    [/Never mark “Alibaba” anywhere/, { choice: "never", word: "Alibaba", everywhere: true }],
    [/Turn off at example\.com/, { choice: "site-off" }],
    [/Compact card/, { choice: "form", form: "compact" }],
  ])("offers %s", async (label, payload) => {
    card = await showCard({ leaves: true });
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(label));
    await settled();
    expect(card.asked).toContainEqual({ request: "card-choice", payload });
  });
  it("says how to come back once the site is off, until the pointer leaves it", async () => {
    card = await showCard({ leaves: true });
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(/Turn off/));
    // As the content script does when the settings have changed.
    card.api.destroy();
    await settled();
    expect(card.seen()).toContain("Off at example.com. Sidequote’s button beside the address bar turns it on again.");
    expect(card.reported).toContain("withdrawn");
    await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
    await vi.waitFor(() => expect(card.host.isConnected).toBe(false));
  });
  it("refuses a click that came too soon, and says so", async () => {
    card = await showCard({ leaves: true });
    await userEvent.click(await menuItem(/Turn off/));
    await settled();
    expect(card.asked.map(({ request }) => request)).not.toContain("card-choice");
    expect(card.seen()).toContain("Not changed");
  });
  it.each([
    [{ kind: "private-window" }, "Nothing is kept from private windows, so nothing was changed."],
    [{ kind: "no-answer" }, "This could not be changed"],
  ] as const)("says why a choice was refused: %j", async (refusal, sentence) => {
    card = await showCard({ leaves: true, refusal });
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(/Never mark “Alibaba” anywhere/));
    await settled();
    expect(card.seen()).toContain(sentence);
  });
  it("makes the card compact at once, and whole again", async () => {
    card = await showCard({ leaves: true });
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(/Compact card/));
    await settled();
    expect(card.note.dataset.form).toBe("compact");
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(/Full card/));
    await settled();
    expect(card.note.dataset.form).toBe("full");
  });
  it("gives way to what the options say later", async () => {
    card = await showCard({ leaves: true });
    card.clock.advance(1_000);
    await userEvent.click(await menuItem(/Compact card/));
    await settled();
    card.api.hide();
    await card.show({ settings: publicSettings({ card: { form: "full" } }) });
    expect(card.note.dataset.form).toBe("full");
  });
  it("closes when the card is another company's", async () => {
    card = await showCard();
    await menuItem(/Options/);
    await card.show({ ticker: "MSFT", name: "Microsoft", surface: "Microsoft", answer: null });
    expect(card.note.querySelector(".menu")).toBeNull();
  });
  it("has no site to switch off on a page of ours", async () => {
    card = await showCard();
    await menuItem(/Options/);
    expect(card.note.querySelector(".menu")?.textContent).not.toMatch(/Turn off|on null/);
  });
});

describe("beside an article", () => {
  it("leaves out the change since an article of the latest day, which the answer tells", async () => {
    const period = { from: "2025-11-10", change: -0.0307, benchmarkChange: 0.0021, difference: -0.0328 };
    const sinceArticle = { ...period, published: "2025-11-11", printedClose: 165.89 };
    card = await showCard({ answer: { ok: true, value: { ...COMPARISONS.trailed, sinceArticle } } });
    expect(card.seen()).not.toContain("Since this article");
  });
});

describe("the chart", () => {
  const open = { settings: { card: { more: true } } } as const;
  it("is rebased to the chosen horizon's first day", async () => {
    card = await showCard(open);
    const plot = card.note.querySelector<HTMLElement>(".plot");
    plot?.focus();
    await userEvent.keyboard("{Home}");
    expect(plot?.getAttribute("aria-valuetext")).toMatch(/Aug 11, 2025: BABA 0.00%, S&P 500 0.00%$/);
    await userEvent.keyboard("{ArrowRight}");
    expect(plot?.getAttribute("aria-valuetext")).toContain("Aug 12, 2025");
  });
  it("names both lines at their ends, and both days", async () => {
    card = await showCard(open);
    expect(card.note.querySelector(".labels")?.textContent).toBe("BABAS&P 500");
    expect(card.note.querySelector(".reading")?.textContent).toMatch(/Aug 11, 2025.*Nov 11, 2025$/);
  });
  it("reads the point under the pointer", async () => {
    card = await showCard(open);
    const plot = card.note.querySelector(".plot");
    if (!plot) throw new Error("no chart");
    await userEvent.hover(plot, { position: { x: 1, y: 10 } });
    await settled();
    expect(card.note.querySelector(".reading")?.textContent).toMatch(/Aug 11, 2025: BABA 0.00%, S&P 500 0.00%$/);
  });
  it("changes with the horizon and says so in words", async () => {
    card = await showCard(open);
    const year = [...card.note.querySelectorAll<HTMLElement>(".horizon")].find(
      ({ textContent }) => textContent === "1Y",
    );
    if (!year) throw new Error("no 1Y");
    await userEvent.click(year);
    await settled();
    expect(year.getAttribute("aria-pressed")).toBe("true");
    expect(card.note.querySelector(".plot")?.getAttribute("aria-label")).toBe(
      "Chart of 1 year: BABA up 70.04 percent, S&P 500 up 14.09 percent",
    );
  });
});

describe("while the answer is awaited", () => {
  it.each([false, true])("keeps its size when everything comes, more open: %s", async (more) => {
    card = await showCard({ answer: null, settings: { card: { more } } });
    await card.show({ answer: null, published: "2025-10-27" });
    const before = card.note.offsetHeight;
    await card.show({ answer: value("trailed") });
    expect(Math.abs(card.note.offsetHeight - before)).toBeLessThanOrEqual(6);
  });
  it("names the company", async () => {
    card = await showCard({ answer: null });
    expect(card.seen()).toMatch(/^Alibaba Group BABA/);
  });
  it("keeps the place of the answer and says that it is coming", async () => {
    card = await showCard({ answer: null });
    const before = card.note.getBoundingClientRect();
    expect(card.note.getAttribute("aria-busy")).toBe("true");
    expect(card.note.textContent).toContain("Fetching the latest close…");
    await card.show({ answer: value("trailed") });
    const after = card.note.getBoundingClientRect();
    expect([after.left, after.top, after.width]).toEqual([before.left, before.top, before.width]);
    expect(card.note.getAttribute("aria-busy")).toBe("false");
  });
});

describe("a failure", () => {
  it("is a sentence in the place of the answer, with whose it is", async () => {
    card = await showCard({ answer: failed({ kind: "unknown-ticker", ticker: "BABA" }) });
    expect(card.seen()).toMatch(/^Alibaba Group BABA.*No source that answered knows BABA\./);
    expect(card.note.querySelector(".remedy")).toBeNull();
  });
  it("that may pass offers to try again", async () => {
    card = await showCard({ answer: failed({ kind: "offline" }) });
    const retry = card.note.querySelector(".remedy");
    if (!retry) throw new Error("nothing to try again with");
    await userEvent.click(retry);
    expect(card.reported).toContain("retry");
  });
  it("of consent is mended in the card itself on a page of ours, which asks again at once", async () => {
    card = await showCard({ answer: failed({ kind: "no-consent" }) });
    const agree = card.note.querySelector(".remedy");
    expect(agree?.textContent).toBe("Agree and turn figures on");
    await userEvent.click(agree as HTMLElement);
    await settled();
    expect(card.asked).toContainEqual({ request: "give-consent", payload: {} });
    expect(card.reported).toContain("retry");
  });
  it("of consent leads to the welcome page from any other page", async () => {
    card = await showCard({ answer: failed({ kind: "no-consent" }), leaves: true });
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
  it("goes back to where it was although the button that had it is gone", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    const answer = failed({ kind: "offline" });
    card = await showCard({ answer, attention: "focus" });
    card.note.querySelector<HTMLElement>(".remedy")?.focus();
    await userEvent.keyboard("{Enter}");
    expect(card.reported).toContain("retry");
    await card.show({ answer: null, attention: "announce" });
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
    expect(card.note.querySelector("[role=status]")?.textContent).toEqual(
      expect.stringMatching(
        /^Alibaba Group Holding Limited \(BABA\): \$160\.80, down 3\.07 percent, 3\.28 percentage points below S&P 500\. Close of .*Nov 11, 2025.*4:00 PM/,
      ),
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
    expect(card.note.querySelector(".answer")?.textContent).not.toContain("S&P 500");
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

  it("is there again where a page of ours is read anew, as no other would come", async () => {
    card = await showCard({ leaves: false });
    card.api.destroy();
    expect(isWithdrawn()).toBe(false);
    await card.show({});
    expect(card.seen()).toContain("$160.80");
  });

  it("stays for good where none comes in its place, as on our own pages", async () => {
    card = await showCard({ leaves: false });
    card.api.hide();
    vi.advanceTimersByTime(10 * UNUSED_MS);
    expect(isWithdrawn()).toBe(false);
  });
});
