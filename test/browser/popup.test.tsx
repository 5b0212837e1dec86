import { render } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { fail, ok } from "../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { WordedStatement } from "../../src/domain/statements/article-statement";
import { WATCHLIST_LIMIT } from "../../src/domain/watchlist";
import type { Ask } from "../../src/platform/ask";
import { PopupView } from "../../src/popup/popup-view";
import "../../src/popup/popup.css";
import { createTextOf } from "../../src/ui/text";
import { catalogueOf, LANGUAGES } from "../fakes/catalogues";
import { benchmarkRow, createPopupWorld, rowOf } from "../fakes/popup-deps";

const mention = (ticker: string, name: string) => ({ ticker, name, count: 1 });
const MENTIONS = [mention("BABA", "Alibaba"), mention("MSFT", "Microsoft"), mention("AAPL", "Apple")];
const ROWS = {
  "^GSPC": ok(benchmarkRow),
  BABA: ok(rowOf("BABA", 160.8, -0.0307)),
  MSFT: ok(rowOf("MSFT", 508.68, 0.0053)),
  AAPL: ok(rowOf("AAPL", 275.25, 0.0216)),
};

let root: HTMLElement | null = null;

function show(world: Parameters<typeof createPopupWorld>[0]) {
  root = document.createElement("div");
  root.className = "sq";
  document.body.append(root);
  const popup = createPopupWorld(world);
  render(<PopupView {...popup.deps} />, root);
  return popup;
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

const names = () => [...document.querySelectorAll(".pp-name")].map((name) => name.textContent);
const reads = (text: string | RegExp) => expect.poll(() => document.body.innerText).toMatch(text);

describe("the list of a page", () => {
  it("stands in the page's order, and by each column when its head is pressed", async () => {
    show({ mentions: MENTIONS, rows: ROWS });
    await reads("$160.80");
    expect(names()).toEqual(["Alibaba", "Microsoft", "Apple"]);
    const press = (head: string) => page.getByRole("button", { name: head, exact: true }).click();
    await press("Company");
    expect(names()).toEqual(["Alibaba", "Apple", "Microsoft"]);
    await press("Close");
    expect(names()).toEqual(["Microsoft", "Apple", "Alibaba"]);
    await press("Change");
    expect(names()).toEqual(["Apple", "Microsoft", "Alibaba"]);
    const difference = "vs\u00a0S&P, points";
    await press(difference);
    await press(difference);
    expect(names()).toEqual(["Alibaba", "Microsoft", "Apple"]);
    await press(difference);
    expect(document.querySelector("[aria-sort=ascending], [aria-sort=descending]")).toBeNull();
  });

  it("has newer closes when the reader comes back to it, as phones show it as a page", async () => {
    const popup = show({ mentions: MENTIONS, rows: ROWS });
    await reads("$160.80");
    popup.change({ rows: { ...ROWS, BABA: ok(rowOf("BABA", 162.5, 0.0106, { date: "2025-11-12" })) } });
    document.dispatchEvent(new Event("visibilitychange"));
    await reads(/\$162\.50\s+Nov 12, 2025/);
  });

  it("counts an index in points, and names the fund where it is the measure", async () => {
    const spy = {
      ok: true,
      ticker: "SPY",
      change: 0.002,
      difference: -0.0327,
      provider: "tiingo",
      from: null,
    } as const;
    show({
      mentions: [mention("^N225", "Nikkei 225"), mention("BABA", "Alibaba")],
      rows: {
        "^GSPC": ok(benchmarkRow),
        "^N225": ok(
          rowOf("^N225", 50842.93, -0.0014, { currency: null, benchmark: { ok: false, absence: "is-index" } }),
        ),
        BABA: ok(rowOf("BABA", 160.8, -0.0307, { benchmark: spy })),
      },
    });
    await reads("50,842.93");
    await reads("below SPY\nSPY");
    expect(document.body.innerText).not.toContain("¥");
  });

  it("asks once for what is kept and once for all figures", async () => {
    const { asked } = show({ mentions: MENTIONS, rows: ROWS });
    await reads("$160.80");
    await expect.poll(() => asked.filter(({ request }) => request === "compare-rows").length).toBe(2);
    const payloads = asked.filter(({ request }) => request === "compare-rows").map(({ payload }) => payload);
    const tickers = ["^GSPC", "BABA", "MSFT", "AAPL"];
    expect(payloads).toEqual([
      { tickers, cachedOnly: true, isPrivate: false },
      { tickers, cachedOnly: false, isPrivate: false },
    ]);
  });

  it("has the sixty that the page is about first, says how many there are besides, and asks for no figures of those", async () => {
    const many = Array.from({ length: 75 }, (_, at) => mention(`T${at}`, `Company ${at}`));
    const { asked, change } = show({ mentions: many, rows: ROWS });
    await reads("Also named on this page, but not listed: 15");
    expect(names()).toEqual(many.slice(0, 60).map(({ name }) => name));
    expect(page.getByRole("tab", { name: "This page" }).element().textContent).toContain("75");
    await expect.poll(() => JSON.stringify(asked)).toContain('"T59"');
    expect(JSON.stringify(asked)).not.toContain('"T60"');
    change({ mentions: many.slice(0, 60) });
    await expect.poll(() => document.body.innerText).not.toContain("not listed");
  });

  it("walks its companies by arrow keys and shows one by Enter", async () => {
    const { shown } = show({ mentions: MENTIONS, rows: ROWS });
    await reads("$160.80");
    document.querySelector<HTMLElement>(".pp-name")?.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
    expect(shown).toEqual(["MSFT"]);
  });

  it("prints a row's own day where it differs, the word stale where a close was due, and a failure in its place", async () => {
    show({
      mentions: MENTIONS,
      rows: {
        ...ROWS,
        MSFT: ok(rowOf("MSFT", 505, 0.01, { date: "2025-11-10", staleSince: "2025-11-11" })),
        AAPL: fail({ kind: "unknown-ticker", ticker: "AAPL" }),
      },
    });
    await reads(/\$505\.00\s+Nov 10, 2025\s*stale/);
    await reads("No source that answered knows AAPL.");
  });

  it("explains its lines only where there are some", async () => {
    const lines = "The lines are the closes of one month.";
    const { change } = show({ mentions: MENTIONS.slice(0, 2), rows: ROWS });
    await reads("$160.80");
    expect(document.body.innerText).toContain(lines);
    const gone = (ticker: string) => fail({ kind: "unknown-ticker", ticker });
    change({
      mentions: [mention("GONE", "Gone"), mention("ONE", "One")],
      rows: { ...ROWS, GONE: gone("GONE"), ONE: ok(rowOf("ONE", 1, 0, { recent: [1] })) },
    });
    await reads("No source that answered knows GONE.");
    expect(document.body.innerText).not.toContain(lines);
  });

  it("says why there is no benchmark, where only that failed", async () => {
    const settings = { ...DEFAULT_SETTINGS, card: { ...DEFAULT_SETTINGS.card, benchmark: "ZZZZ" } };
    const none = { against: "ZZZZ", benchmark: { ok: false, absence: "unavailable" } } as const;
    const rows = {
      ZZZZ: fail({ kind: "unknown-ticker", ticker: "ZZZZ" }),
      BABA: ok(rowOf("BABA", 160.8, -0.0307, none)),
    } as const;
    show({ mentions: MENTIONS.slice(0, 1), rows, settings });
    await reads(/ZZZZ\s*No source that answered knows ZZZZ\.[\s\S]*\$160\.80/);
  });

  it("tells a failure that all rows share once, and asks again on request", async () => {
    const offline = fail({ kind: "offline" });
    const { asked } = show({
      mentions: MENTIONS,
      rows: { "^GSPC": offline, BABA: offline, MSFT: offline, AAPL: offline },
    });
    await reads("You are offline");
    expect(document.body.innerText.match(/offline/g)).toHaveLength(1);
    const before = asked.length;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(before);
  });

  it("shows names as text, whatever they contain", async () => {
    const markup = `<img src=x onerror="document.title='owned'">`;
    show({ mentions: [mention("BABA", markup)], rows: ROWS });
    await reads("<img src=x");
    expect(document.querySelector(".pp img")).toBeNull();
    expect(document.title).not.toBe("owned");
  });
});

describe("what the page's article states", () => {
  const article = { published: "2025-11-14", lang: "en", blocks: [] };
  const statedOf = (ticker: string, verdict: WordedStatement["verdict"], sign: string): WordedStatement => ({
    ticker,
    verdict,
    sign,
    figures: "$160.80, −3.07%",
    benchmark: "",
    sentence: "As the market closed on Tue, Nov 11, 2025",
    place: { block: 0, start: 0, end: 1 },
  });
  const stated = [
    statedOf("BABA", "agrees", "✓"),
    statedOf("MSFT", "differs", "≠"),
    statedOf("AAPL", "not-a-close", "◷"),
  ];

  it("is counted above the list and told in the rows that were judged, in a sign and words", async () => {
    show({ mentions: MENTIONS, rows: ROWS, article, stated });
    await reads("In this article: ✓ agree with the market: 1 · ≠ differ from the market: 1");
    const badges = [...document.querySelectorAll<HTMLElement>(".pp-stated")];
    expect(badges.map((badge) => [badge.closest("tr")?.querySelector(".pp-name")?.textContent, badge.title])).toEqual([
      ["Alibaba", "In this article: $160.80, −3.07%. As the market closed on Tue, Nov 11, 2025"],
      ["Microsoft", "In this article: $160.80, −3.07%. As the market closed on Tue, Nov 11, 2025"],
    ]);
    expect(badges.map((badge) => badge.innerText.split("\n")[0])).toEqual(["✓ article agrees", "≠ article differs"]);
  });

  it("is not asked about where the reader does not want it, or the page is undated", async () => {
    const rows = DEFAULT_SETTINGS.card.rows.filter((row) => row !== "in-article");
    const settings = { ...DEFAULT_SETTINGS, card: { ...DEFAULT_SETTINGS.card, rows } };
    for (const world of [{ settings, article }, { article: null }]) {
      const { asked } = show({ mentions: MENTIONS, rows: ROWS, stated, ...world });
      await reads("$160.80");
      expect(asked.map(({ request }) => request)).not.toContain("article-statements");
      expect(document.querySelector(".pp-stated, .pp-stated-line")).toBeNull();
      if (root) render(null, root);
      root?.remove();
    }
  });

  it("keeps nothing of a private window", async () => {
    const { asked } = show({ mentions: MENTIONS, rows: ROWS, article, stated, isPrivate: true });
    await reads("agree with the market: 1");
    const questions = asked.filter(({ request }) => request === "article-statements");
    expect(questions.map(({ payload }) => Object(payload).isPrivate)).toEqual(questions.map(() => true));
  });
});

describe("the search", () => {
  it("has the focus from the start", async () => {
    show({ mentions: MENTIONS, rows: ROWS });
    await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  });
  it("says that it is loading where the answer takes long, and no longer once it is there", async () => {
    let answer: (found: unknown) => void = () => undefined;
    const { deps } = createPopupWorld({ rows: ROWS });
    const searching = new Promise((resolve) => {
      answer = resolve;
    });
    const ask = (request: string, payload: never) =>
      request === "search" ? searching : deps.ask(request as never, payload);
    root = document.createElement("div");
    document.body.append(root);
    render(<PopupView {...deps} ask={ask as unknown as Ask} />, root);
    await page.getByRole("searchbox").fill("apple");
    const waiting = () => document.querySelector<HTMLElement>(".pp-searching");
    await expect.poll(waiting).not.toBeNull();
    for (const delay of waiting()?.getAnimations() ?? []) delay.finish();
    await expect.poll(() => waiting()?.checkVisibility({ visibilityProperty: true })).toBe(true);
    expect(waiting()?.innerText).toBe("Loading");
    answer(ok({ listings: [], failure: null }));
    await reads("Nothing found for “apple”.");
    expect(waiting()).toBeNull();
  });

  it("does not say of a broken answer to it that it is no close", async () => {
    show({ rows: ROWS, searchFailure: { kind: "source-broken", provider: "yahoo", reason: "" } });
    await page.getByRole("searchbox").fill("qqxxzz");
    await reads("Yahoo Finance’s search answered with something that cannot be read.");
  });

  it("tells listings of one company apart by their exchange, without legal forms", async () => {
    show({
      rows: ROWS,
      found: [
        { ticker: "005930.KS", name: "Samsung Electronics Co., Ltd.", exchange: "Korea Exchange" },
        { ticker: "SMSN.IL", name: "Samsung Electronics Co., Ltd.", exchange: "London" },
      ],
    });
    await page.getByRole("searchbox").fill("samsung");
    await reads("005930.KS · Korea Exchange");
    await reads("SMSN.IL · London");
    expect(names()).toEqual(["Samsung Electronics", "Samsung Electronics"]);
  });
});

describe("a page that was read once", () => {
  const BLOG = { address: "https://blog.example.org/x", allowed: false };
  it("is said to be read once, and offers to keep its site", async () => {
    show({ ...BLOG, mentions: MENTIONS, rows: ROWS, grants: true });
    await reads("On this page only");
    expect(document.querySelector(".pg-switch")).toBeNull();
    await page.getByRole("button", { name: "Keep on blog.example.org" }).click();
    await expect.poll(() => document.querySelector(".pg-switch")).not.toBeNull();
    expect(document.body.innerText).not.toContain("On this page only");
  });
  it("keeps within the popup however long its site's name is", async () => {
    await page.viewport(400, 600);
    const address =
      "https://a-very-long-subdomain.anotherverylonglabelwithoutanyhyphen.blogging-platform.example.co.uk/";
    show({ address, allowed: false, mentions: MENTIONS, rows: ROWS });
    await reads("On this page only");
    const parts = [...document.querySelectorAll(".pp-site > *")].map((part) => part.getBoundingClientRect());
    expect(Math.max(...parts.map(({ right }) => right))).toBeLessThanOrEqual(400);
    expect(Math.min(...parts.map(({ width }) => width))).toBeGreaterThan(60);
  });
  it("stays so when the reader denies the browser's prompt", async () => {
    show({ ...BLOG, mentions: MENTIONS, rows: ROWS, grants: false });
    await page.getByRole("button", { name: "Keep on blog.example.org" }).click();
    await reads("On this page only");
  });
});

describe.each(LANGUAGES)("the popup's columns in %s", (language) => {
  /** Figures and names of listings that stand in each other's way. */
  function collisions(): string[] {
    const cells = [...document.querySelectorAll(".pp-table tr")].map((row) =>
      [
        ...row.querySelectorAll<HTMLElement>(
          ".pp-name, .pp-under, .sq-figure, .sq-price, .pp-sort, .pp-icon, .pp-failure",
        ),
      ]
        .filter((cell) => cell.getBoundingClientRect().width > 0)
        .map((cell) => ({ cell, box: cell.getBoundingClientRect() })),
    );
    const found: string[] = [];
    for (const row of cells) {
      for (const [place, { cell, box }] of row.entries()) {
        if (box.right > document.body.getBoundingClientRect().right + 0.5) found.push(`cut: ${cell.textContent}`);
        for (const other of row.slice(place + 1)) {
          const apart =
            other.box.left >= box.right - 0.5 ||
            box.left >= other.box.right - 0.5 ||
            other.box.top >= box.bottom - 0.5 ||
            box.top >= other.box.bottom - 0.5;
          if (!apart) found.push(`${cell.textContent} / ${other.cell.textContent}`);
        }
      }
    }
    return found;
  }
  it.each([
    [360, 100],
    [400, 100],
    [420, 100],
    [600, 150],
    [800, 200],
  ])("stand apart at %i pixels and %i percent text", async (width, percent) => {
    await page.viewport(width, 600);
    document.documentElement.style.fontSize = `${percent}%`;
    const catalogue = catalogueOf(language);
    const { deps } = createPopupWorld({
      article: { published: "2025-11-14", lang: "en", blocks: [] },
      stated: ["BABA", "009150.KS"].map((ticker) => ({
        ticker,
        verdict: "differs",
        sign: "≠",
        figures: "",
        benchmark: "",
        sentence: "",
        place: { block: 0, start: 0, end: 1 },
      })),
      mentions: [
        ...MENTIONS,
        mention("009150.KS", "Samsung Electro-Mechanics Co., Ltd."),
        mention("BRK.A", "Berkshire Hathaway Inc."),
      ],
      rows: {
        ...ROWS,
        "009150.KS": ok(
          rowOf("009150.KS", 240500, -0.1104, {
            currency: "KRW",
            decimals: 0,
            date: "2025-11-10",
            staleSince: "2025-11-11",
          }),
        ),
        "BRK.A": ok(rowOf("BRK.A", 748320, 0.1113)),
        AAPL: fail({ kind: "unknown-ticker", ticker: "AAPL" }),
      },
    });
    root = document.createElement("div");
    root.className = "sq";
    document.body.append(root);
    render(
      <PopupView {...deps} text={createTextOf((key) => catalogue[key] ?? "")} language={language.replace("_", "-")} />,
      root,
    );
    await expect.poll(() => document.querySelectorAll(".sq-price").length).toBeGreaterThan(4);
    expect(collisions()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    document.documentElement.style.fontSize = "";
  });
});

describe("access", () => {
  it("stays as it was when the reader denies the browser's prompt", async () => {
    show({ mentions: null, allowed: false, address: "https://blog.example.org/x", grants: false });
    await reads("Sidequote does not read blog.example.org yet.");
    await page.getByRole("button", { name: "On this site" }).click();
    await reads("Not granted. Nothing has changed.");
  });

  it("says that the browser keeps it from the sources, and has figures once the reader allows it", async () => {
    show({ mentions: MENTIONS, rows: ROWS, sourcesWithheld: true, grants: true });
    await reads("The browser does not let Sidequote ask every source of closes");
    expect(document.body.innerText).not.toMatch(/\$\d/);
    await page.getByRole("button", { name: "Allow it" }).click();
    await reads("$160.80");
    expect(document.body.innerText).not.toContain("does not let");
  });

  it("never offers to read a site where readers log in", async () => {
    show({ sensitive: true, mentions: null, allowed: false, address: "https://mail.example.org/" });
    await reads("mail, banking and health sites are never read");
    expect(document.querySelector(".pp-choices")).toBeNull();
  });

  it("keeps nothing of a private window", async () => {
    const { asked } = show({ mentions: MENTIONS, rows: ROWS, isPrivate: true });
    await reads("$160.80");
    await page.getByRole("button", { name: "Add BABA to the watchlist" }).click();
    await reads("Nothing is kept from private windows");
    expect(asked.map(({ request }) => request)).not.toContain("change-watchlist");
    expect(
      asked
        .filter(({ request }) => request === "compare-rows")
        .every(({ payload }) => JSON.stringify(payload).includes('"isPrivate":true')),
    ).toBe(true);
  });
});

it("a site is not switched off over a private window, as its name would be kept, but on again", async () => {
  const off = { ...DEFAULT_SETTINGS, sites: { off: ["reuters.com"], never: [] } };
  const { asked, change } = show({ mentions: MENTIONS, rows: ROWS, isPrivate: true });
  await reads("$160.80");
  const toggle = page.getByRole("checkbox", { name: "On at reuters.com" });
  for (const _ of [1, 2]) {
    await toggle.click();
    await reads("Nothing is kept from private windows");
    await expect.element(toggle).toBeChecked();
  }
  const switched = () => asked.filter(({ request }) => request === "switch-site");
  expect(switched()).toEqual([]);
  change({ settings: off });
  await reads("Turned off at reuters.com.");
  await toggle.click();
  await reads("$160.80");
  expect(switched()).toHaveLength(1);
});

describe("a company found by name", () => {
  const found = [{ ticker: "BABA", name: "Alibaba Group", exchange: "NYSE" }];
  const searchFor = async (text: string) => {
    await page.getByRole("searchbox").fill(text);
    await reads("NYSE");
  };

  it("says how it did this month when it is pressed, and folds again", async () => {
    const { asked } = show({ rows: ROWS, found });
    await searchFor("alibaba");
    await reads("$160.80");
    const name = page.getByRole("button", { name: "Alibaba Group", exact: true });
    expect(asked.map(({ request }) => request)).not.toContain("compare");
    await name.click();
    await reads(/1M\s+\+1\.12%[\s\S]*\+4\.48%[\s\S]*−3\.36/);
    expect(name.element().getAttribute("aria-expanded")).toBe("true");
    await name.click();
    await expect.poll(() => document.querySelector(".pp-details")).toBeNull();
  });

  it("says how it did with dividends reinvested where the reader wants that, and that the index is without", async () => {
    const period = { from: "2025-10-10", change: 0.0112, benchmarkChange: 0.0448, difference: -0.0336 };
    const unfolded = { horizons: { "1M": { ...period, withDividends: 0.0173 } } };
    const settings = { ...DEFAULT_SETTINGS, card: { ...DEFAULT_SETTINGS.card, reinvested: true } };
    const { change } = show({ rows: ROWS, found, unfolded, settings });
    await searchFor("alibaba");
    await reads("$160.80");
    await page.getByRole("button", { name: "Alibaba Group", exact: true }).click();
    const text = await reads(/1M\s+\+1\.73%[\s\S]*With dividends reinvested/);
    expect(text).not.toContain("+4.48%");
    change({ settings: DEFAULT_SETTINGS });
    await reads(/1M\s+\+1\.12%[\s\S]*\+4\.48%/);
    expect(document.body.innerText).not.toContain("With dividends reinvested");
  });

  it("is compared anew when the reader chooses another benchmark", async () => {
    const { asked, change } = show({ rows: ROWS, found });
    await searchFor("alibaba");
    await reads("$160.80");
    await page.getByRole("button", { name: "Alibaba Group", exact: true }).click();
    await reads(/1M\s+\+1\.12%/);
    const settings = { ...DEFAULT_SETTINGS, card: { ...DEFAULT_SETTINGS.card, benchmark: "^GDAXI" } };
    change({ settings, unfolded: { against: "^GDAXI", periodsAgainst: "^GDAXI" } });
    await reads(/Period[\s\S]*DAX[\s\S]*1M/);
    expect(asked.filter(({ request }) => request === "compare")).toHaveLength(2);
  });

  it("says below the periods which source said what, on demand, where something was doubted", async () => {
    const told = [
      { provider: "yahoo", ticker: "BABA", doubts: [{ kind: "missing-close", date: "2025-11-10", sure: true }] },
      { provider: "cboe", ticker: "BABA", doubts: [] },
    ] as const;
    show({ rows: ROWS, found, unfolded: { told } });
    await searchFor("alibaba");
    await reads("$160.80");
    await page.getByRole("button", { name: "Alibaba Group", exact: true }).click();
    await reads("Which source said what");
    expect(document.querySelector(".pp-details :has(> table) ~ details.pp-why")).not.toBeNull();
    const lines = () => document.querySelector<HTMLElement>(".pp-why ul")?.checkVisibility();
    expect(lines()).toBe(false);
    await page.getByText("Which source said what").click();
    expect(lines()).toBe(true);
    await reads("Yahoo Finance · BABA: has no close of Nov 10, 2025");
    await reads("Cboe · BABA: gave these closes");
  });

  it("says nothing of sources where one answered and nothing was doubted", async () => {
    show({ rows: ROWS, found });
    await searchFor("alibaba");
    await page.getByRole("button", { name: "Alibaba Group", exact: true }).click();
    await reads("1M");
    expect(document.querySelector(".pp-why")).toBeNull();
  });

  it("says no more than its row over a private window", async () => {
    show({ rows: ROWS, found, isPrivate: true });
    await searchFor("alibaba");
    await reads("$160.80");
    expect(document.querySelector("button.pp-name")).toBeNull();
  });
});

describe("a background that does not answer", () => {
  /** The popup over a background that answers none of these requests, until the list is emptied. */
  function showSilent(silent: string[], world: Parameters<typeof show>[0]) {
    const answerAll = () => void silent.splice(0);
    return { answerAll, ...show({ mentions: MENTIONS, rows: ROWS, silent: (one) => silent.includes(one), ...world }) };
  }
  const tryAgain = () => page.getByRole("button", { name: "Try again" }).click();
  const claims = /no extension|No listed company found|Nothing here yet/;

  it("is told of, with no word about page and watchlist, and asked again when something changes", async () => {
    const { answerAll, change } = showSilent(["settings-state", "watchlist", "page-mentions", "look-once"], {});
    await reads("Sidequote did not answer in time.");
    expect(document.body.innerText).not.toMatch(claims);
    answerAll();
    change({});
    await reads("$160.80");
    expect(document.body.innerText).not.toContain("did not answer");
  });

  it.each(["page-mentions", "look-once"])("leaves open what the page mentions: %s", async (request) => {
    const { answerAll } = showSilent([request], { mentions: null });
    await reads("Sidequote did not answer in time.");
    expect(document.body.innerText).not.toMatch(claims);
    answerAll();
    await tryAgain();
    await reads("Alibaba");
  });

  it("leaves open what is on the watchlist", async () => {
    const { answerAll } = showSilent(["watchlist"], { watchlist: MENTIONS });
    await page.getByRole("tab", { name: "Watchlist" }).click();
    await reads("Sidequote did not answer in time.");
    expect(document.body.innerText).not.toMatch(claims);
    answerAll();
    await tryAgain();
    await reads("Microsoft");
    expect(document.body.innerText).not.toContain("did not answer");
  });
});

it("counts down the seconds of a wait that all rows share, and says it to a screen reader once", async () => {
  const limited = fail({ kind: "rate-limited", provider: "yahoo", until: 90_000 });
  const rows = { "^GSPC": limited, BABA: limited, MSFT: limited, AAPL: limited };
  let now = 30_000;
  show({ mentions: MENTIONS, rows, now: () => now });
  await reads("asks us to wait 60 s");
  now = 50_000;
  await reads("asks us to wait 40 s");
  expect(document.querySelector(".pp-shared .sq-words")?.textContent).toContain("60 s");
});

describe("a full list", () => {
  it("says that a star was not set, and that an undone removal has no room", async () => {
    const full = Array.from({ length: WATCHLIST_LIMIT }, (_, index) => ({ ticker: `T${index}`, name: `T${index}` }));
    const { change } = show({ mentions: MENTIONS, rows: ROWS, watchlist: full });
    await reads("$160.80");
    await page.getByRole("button", { name: "Add BABA to the watchlist" }).click();
    await reads("The list is full, so nothing was changed.");
    await page.getByRole("tab", { name: /Watchlist/ }).click();
    await page.getByRole("button", { name: "Remove T7", exact: true }).click();
    await reads("T7 removed");
    expect(document.body.innerText).not.toContain("The list is full");
    change({ watchlist: [...full.filter(({ ticker }) => ticker !== "T7"), { ticker: "MSFT", name: "Microsoft" }] });
    await reads("Microsoft");
    await page.getByRole("button", { name: "Undo" }).click();
    await reads("The list is full, so nothing was changed.");
  });

  it("of sites leaves the switch on, and says why", async () => {
    show({ mentions: MENTIONS, rows: ROWS, sitesFull: true });
    await reads("$160.80");
    const toggle = page.getByRole("checkbox", { name: "On at reuters.com" });
    await toggle.click();
    await reads("The list is full, so nothing was changed.");
    await expect.element(toggle).toBeChecked();
  });
});

describe("the watchlist", () => {
  it("is said to be empty once its last company is removed, which can be undone", async () => {
    show({ watchlist: MENTIONS.slice(0, 1), rows: ROWS });
    await page.getByRole("tab", { name: /Watchlist/ }).click();
    await page.getByRole("button", { name: "Remove BABA" }).click();
    await reads("Nothing here yet.");
    expect(document.querySelector("table")).toBeNull();
    await page.getByRole("button", { name: "Undo" }).click();
    await reads("$160.80");
  });

  it("is saved as a file with close, change, difference and date", async () => {
    const { saved } = show({ watchlist: [{ ticker: "BABA", name: "Alibaba" }], rows: ROWS });
    await page.getByRole("tab", { name: /Watchlist/ }).click();
    await reads("$160.80");
    await page.getByRole("button", { name: "Export as CSV" }).click();
    expect(saved).toEqual([
      {
        name: "sidequote-watchlist.csv",
        text: [
          '\ufeffTicker,Company,Date,Close,Currency,Change (%),Benchmark,"vs S&P 500, points"',
          "BABA,Alibaba,2025-11-11,160.80,USD,-3.07,^GSPC,-3.2775",
          "",
        ].join("\r\n"),
      },
    ]);
  });

  it("is named to screen readers apart from its number of companies", async () => {
    show({ mentions: [], watchlist: MENTIONS });
    await expect.element(page.getByRole("tab", { name: "Watchlist 3", exact: true })).toBeVisible();
  });

  it("alone has the line below its tab, also in the reader's forced colours, and takes no other room for it", async () => {
    show({ mentions: MENTIONS, rows: ROWS, watchlist: MENTIONS });
    await page.getByRole("tab", { name: "Watchlist" }).click();
    const tabs = () => [...document.querySelectorAll<HTMLElement>("[role=tab]")];
    const heights = tabs().map(({ offsetHeight }) => offsetHeight);
    await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    const lines = tabs().map((tab) => Number.parseFloat(getComputedStyle(tab).borderBlockEndWidth));
    const forced = tabs().map(({ offsetHeight }) => offsetHeight);
    await cdp().send("Emulation.setEmulatedMedia", { features: [] });
    expect(lines).toEqual([0, 2]);
    expect(forced).toEqual(heights);
  });

  it("begins at its first row, however far the list of the page was scrolled", async () => {
    const many = Array.from({ length: 40 }, (_, index) => mention(`T${index}`, `Company ${index}`));
    show({ mentions: many, watchlist: many });
    const body = () => document.querySelector(".pp-body");
    await expect.poll(() => names().length).toBe(40);
    body()?.scrollTo(0, 500);
    expect(body()?.scrollTop).toBe(500);
    await page.getByRole("tab", { name: "Watchlist" }).click();
    await expect.element(page.getByRole("button", { name: "Export as CSV" })).toBeInTheDocument();
    expect(body()?.scrollTop).toBe(0);
  });

  it("moves a row by arrow keys on its handle, and keeps the focus there", async () => {
    const { asked } = show({ mentions: [], rows: ROWS, watchlist: MENTIONS });
    await page.getByRole("tab", { name: "Watchlist" }).click();
    await reads("$160.80");
    const handle = page.getByRole("button", { name: "Move MSFT with the arrow keys, or drag" });
    (handle.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowUp}");
    await expect
      .poll(() => asked.at(-1))
      .toEqual({
        request: "change-watchlist",
        payload: { changes: [{ change: "move", ticker: "MSFT", index: 0 }] },
      });
    await expect.poll(() => document.activeElement?.ariaLabel).toContain("Move MSFT");
  });
});

describe("the focus, when what has it goes,", () => {
  const focused = () => expect.poll(() => document.activeElement?.textContent);
  async function press(name: string): Promise<void> {
    (page.getByRole("button", { name }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
  }

  it("passes to the next row of the watchlist, then to the one before, and last to the tab", async () => {
    show({ mentions: [], rows: ROWS, watchlist: MENTIONS });
    await page.getByRole("tab", { name: "Watchlist" }).click();
    await reads("$160.80");
    await press("Remove MSFT");
    await focused().toBe("Apple");
    await press("Remove AAPL");
    await focused().toBe("Alibaba");
    await press("Remove BABA");
    await expect.element(page.getByRole("tab", { name: "Watchlist" })).toHaveFocus();
    await press("Undo");
    await expect.element(page.getByRole("tab", { name: "Watchlist" })).toHaveFocus();
  });

  it("passes to the tab once the reader has agreed", async () => {
    show({ mentions: MENTIONS, rows: ROWS, agreedAt: null });
    await reads("Figures are off.");
    await press("Agree and turn figures on");
    await expect.element(page.getByRole("tab", { name: "This page" })).toHaveFocus();
  });

  it("passes to the tab once the browser lets us ask the sources", async () => {
    show({ mentions: MENTIONS, rows: ROWS, sourcesWithheld: true, grants: true });
    await reads("The browser does not let Sidequote ask every source of closes");
    await press("Allow it");
    await expect.element(page.getByRole("tab", { name: "This page" })).toHaveFocus();
  });

  it("passes to the tab once a failure of all rows is over", async () => {
    const offline = fail({ kind: "offline" });
    const failing = { "^GSPC": offline, BABA: offline, MSFT: offline, AAPL: offline };
    const { change } = show({ mentions: MENTIONS, rows: failing });
    await reads("You are offline");
    change({ rows: ROWS });
    await press("Try again");
    await expect.element(page.getByRole("tab", { name: "This page" })).toHaveFocus();
  });
});
