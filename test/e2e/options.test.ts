import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import type { OwnPage } from "./harness/own-page";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { agree, closeWelcome } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const BLOG = "https://blog.example.org/post";
const CANARY = "canary-key-7c1f";

describe.each(BROWSERS)("the options page in $name", ({ start }) => {
  let run: ExtensionRun;
  let options: OwnPage;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    run.network.servePage(BLOG, newsPage("<p>Shares of Microsoft (NASDAQ: MSFT) rose.</p>"));
    await agree(run);
    await closeWelcome(run);
    options = await run.openOwnPage("options");
    await options.reads(texts.options_about);
  });
  afterAll(() => run?.close());

  const stored = (area: "local" | "sync") => options.evaluate(storedText, area);
  const keep = (values: object) => options.evaluate(store, values);

  it("applies a change in an open tab without reload", async () => {
    const article = await run.open(ARTICLE);
    await article.marked("BABA");
    await options.toFront();
    await options.tick(texts.options_marks, false);
    await options.reads(texts.options_saved);
    await article.toFront();
    await unmarked(article);
    await options.toFront();
    await options.tick(texts.options_marks, true);
    await article.toFront();
    await article.marked("BABA");
    await article.close();
    await options.toFront();
  });

  it("writes the figures of an open card anew as the reader chooses how", async () => {
    const article = await run.open(ARTICLE);
    await article.marked("BABA");
    await run.command(article, "open-card");
    await article.card("$160.80");
    for (const [numbers, close] of [
      ["de-DE", "160,80"],
      ["", "$160.80"],
    ] as const) {
      await options.toFront();
      await options.evaluate(chooseNumbers, numbers);
      await article.toFront();
      await article.card(close);
    }
    await article.close();
    await options.toFront();
  });

  it("keeps what is typed into a list, and refuses what is no ticker", async () => {
    const always = texts.options_always;
    await options.fill(texts.options_word, "Ali", always);
    await options.fill(texts.options_ticker, "not a ticker", always);
    await options.pressButton(texts.options_add, always);
    await options.reads("“not a ticker” is not a ticker.");
    await options.fill(texts.options_ticker, "baba", always);
    await options.pressButton(texts.options_add, always);
    await options.reads("Ali → BABA");
    await options.reload();
    await options.reads("Ali → BABA");
  });

  it("adds a site the reader grants, marks its open tab, and stops there when it is taken back", async () => {
    const blog = await run.open(BLOG);
    await options.toFront();
    await options.fill(texts.options_site, "https://blog.example.org/post", texts.options_sitesOwn);
    await run.allow(["https://*.blog.example.org/*", "http://*.blog.example.org/*"], async () => {
      await options.toFront();
      await options.pressButton(texts.options_add, texts.options_sitesOwn);
    });
    await options.waitFor(hasButton, "Remove blog.example.org");
    await blog.toFront();
    await blog.marked("MSFT");
    await blog.reload();
    await blog.marked("MSFT");
    await options.toFront();
    await options.pressButton("Remove blog.example.org");
    await blog.toFront();
    await unmarked(blog);
    const popup = await run.openPopup(blog);
    await popup.reads("Sidequote does not read blog.example.org yet.");
    await popup.close();
    await blog.close();
    await options.toFront();
  });

  it("keeps a key where only background and options read it, and tells what the provider said", async () => {
    run.network.answerWith(({ url }) =>
      url.includes("tiingo")
        ? { status: 403, contentType: "application/json", body: '{"detail":"Invalid token."}' }
        : "unreachable",
    );
    await options.evaluate(openSourcesWithKeys, null);
    await options.fill("Your Tiingo key", CANARY);
    await options.waitFor(pressTestOf, "Your Tiingo key");
    const text = await options.reads("Invalid token.");
    expect(text).toContain("Tiingo refused your key. (HTTP 403)");
    // In Firefox content scripts read this storage, so keys lie elsewhere there.
    expect((await stored("local")).includes(CANARY)).toBe(run.browser === "chromium");
    expect(await stored("sync")).not.toContain(CANARY);
    run.network.answerWith(yahooWith(DEMO_MARKET));
  });

  it("exports without the keys unless they are ticked", async () => {
    const exported = () => options.saved(() => options.pressButton(texts.options_export));
    const plain = await exported();
    expect(plain).toContain('"surface": "Ali"');
    expect(plain).not.toContain(CANARY);
    await options.tick(texts.options_exportKeys, true);
    expect(await exported()).toContain(CANARY);
  });

  it.each<[string, string, string]>([
    ["no JSON", "<script>alert(1)</script>", texts.options_refusedJson],
    ["another program's", '{"format":"other"}', texts.options_refusedForeign],
    [
      "a newer version's",
      '{"format":"sidequote-backup","version":2,"settings":{},"watchlist":[]}',
      texts.options_refusedNewer,
    ],
    ["too large", `"${"x".repeat(5_000_000)}"`, texts.options_refusedSize],
    [
      "one with a prototype in it",
      '{"format":"sidequote-backup","version":1,"settings":{"__proto__":{"badge":false}},"watchlist":[]}',
      "“__proto__”",
    ],
    [
      "one with markup for a ticker",
      '{"format":"sidequote-backup","version":1,"settings":{},"watchlist":[{"ticker":"<img src=x>","name":""}]}',
      "“watchlist.0.ticker”",
    ],
    [
      "one with a setting nobody knows",
      '{"format":"sidequote-backup","version":1,"settings":{"look":{"theme":"neon"}},"watchlist":[]}',
      "“settings.look.theme”",
    ],
  ])("refuses a file that is %s, with the reason, and changes nothing", async (_, file, reason) => {
    const before = await stored("local");
    await options.chooseFile("backup.json", file);
    await options.reads(reason);
    expect(await stored("local")).toBe(before);
  });

  it("shows what a backup would change before it does, and takes it back", async () => {
    await options.chooseFile(
      "backup.json",
      JSON.stringify({
        format: "sidequote-backup",
        version: 1,
        settings: { look: { theme: "dark" } },
        watchlist: [{ ticker: "BABA", name: "Alibaba" }],
      }),
    );
    await options.reads("Settings this file changes: 1. Companies it adds to the watchlist: 1. Keys in it: 0.");
    expect(await stored("local")).not.toContain('"theme":"dark"');
    await options.pressButton(texts.options_importApply);
    await options.reads(texts.options_imported);
    expect(await stored("local")).toContain('"theme":"dark"');
    expect(await options.evaluate(() => document.body.dataset.scheme, null)).toBe("dark");
    await options.pressButton(texts.popup_undo);
    await options.waitFor(() => document.body.dataset.scheme === undefined, null);
    // The look is back before the watchlist is.
    await expect.poll(() => stored("local")).toContain('"removed":true');
  });

  it("keeps all of 25 stars set at once", async () => {
    const listed = await options.evaluate(starMany, 25);
    expect(listed).toBe(25);
  });

  it("says so when stored settings cannot be read, goes on with the defaults, and keeps the old value", async () => {
    await keep({ settings: "\u0000 garbage" });
    await options.reload();
    await options.reads(texts.options_putAsideAll);
    expect(await stored("local")).toContain("garbage");
    await keep({ watchlist: ["garbage"] });
    await options.reload();
    await options.reads("back to their defaults: Sidequote options, Watchlist.");
    await options.pressButton(texts.options_forget);
    await options.waitFor((gone) => !document.body.innerText.includes(gone), "back to their defaults:");
    expect(await stored("local")).not.toContain("garbage");
  });

  it("turns figures off, after which nothing leaves, and on again", async () => {
    await options.pressButton(texts.options_withdraw);
    await options.reads(texts.options_consentOff);
    const before = run.network.outgoing().length;
    const article = await run.open(ARTICLE);
    const popup = await run.openPopup(article);
    await popup.reads(texts.popup_consent);
    expect(run.network.outgoing()).toHaveLength(before);
    await popup.close();
    await article.close();
    await options.toFront();
    await options.pressButton(texts.welcome_agree);
    await options.reads("Figures have been on since");
  });
});

async function unmarked(tab: Tab): Promise<void> {
  await tab.waitFor(() => (CSS.highlights.get("sq-m")?.size ?? 0) === 0, null);
}

// The functions below run inside the page: each stands alone.

/** What these tests use of the browser's API inside one of our own pages. */
declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: object) => Promise<{ readonly value: readonly unknown[] }> };
  readonly storage: Record<
    "local" | "sync",
    { readonly get: (keys: null) => Promise<object>; readonly set: (values: object) => Promise<void> }
  >;
};

async function storedText(area: "local" | "sync"): Promise<string> {
  return JSON.stringify(await chrome.storage[area].get(null));
}

function store(values: object): Promise<void> {
  return chrome.storage.local.set(values);
}

/** Chooses how numbers are written, in the one list that offers it. */
function chooseNumbers(locale: string): void {
  const list = [...document.querySelectorAll("select")].find(({ options }) =>
    [...options].some(({ value }) => value === "de-DE"),
  );
  if (!list) throw new Error("no list of ways to write numbers");
  list.value = locale;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function hasButton(label: string): boolean {
  return [...document.querySelectorAll("button")].some((button) => button.ariaLabel === label);
}

/** Presses the button beside a key's field once it can be pressed. */
function pressTestOf(label: string): boolean {
  const field = [...document.querySelectorAll("input")].find((input) => input.ariaLabel === label);
  const button = field?.parentElement?.querySelector("button");
  if (!button || button.ariaDisabled === "true") return false;
  button.click();
  return true;
}

/** How many listings are on the watchlist after so many stars were set at once. */
async function starMany(count: number): Promise<number> {
  const ask = (request: string, payload: object) => chrome.runtime.sendMessage({ request, payload });
  await Promise.all(Array.from({ length: count }, (_, n) => ask("star", { ticker: `T${n}`, starred: true })));
  return (await ask("watchlist", {})).value.length;
}

function openSourcesWithKeys(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>("#source details")) folded.open = true;
}
