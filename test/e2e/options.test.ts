import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS, newsPage } from "./harness/pages";
import { closeWelcome, openPopupOver, type Popup, popupOf } from "./harness/popup";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const BLOG = "https://blog.example.org/post";
const CANARY = "canary-key-7c1f";

// Chromium only: Firefox's driver cannot choose files or watch downloads; what is common to both is in loading.test.ts.
describe("the options page", () => {
  let run: ChromiumRun;
  let options: Popup;

  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    run.network.servePage(BLOG, newsPage("<p>Shares of Microsoft (NASDAQ: MSFT) rose.</p>"));
    await closeWelcome(run);
    await agree(run);
    options = popupOf(await open(`chrome-extension://${run.extensionId}/options.html`));
    await options.reads(texts.options_about);
  });
  afterAll(() => run?.close());

  const open = async (url: string): Promise<Page> => {
    const page = await run.context.newPage();
    await page.goto(url);
    return page;
  };
  const stored = async (area: "local" | "sync") =>
    JSON.stringify(await (await run.worker()).evaluate(`chrome.storage.${area}.get(null)`));
  const marks = (page: Page, work: string) =>
    page.waitForFunction(`[...(CSS.highlights.get("sq-m") ?? [])].map(String)${work}`);
  const importFile = (text: string) =>
    options.page.setInputFiles("input[type=file]", {
      name: "backup.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });

  it("applies a change in an open tab without reload", async () => {
    const article = await open(ARTICLE);
    await marks(article, `.includes("BABA")`);
    await options.page.bringToFront();
    await options.page.getByLabel(texts.options_marks).uncheck();
    await options.reads(texts.options_saved);
    await article.bringToFront();
    await marks(article, `.length === 0`);
    await options.page.bringToFront();
    await options.page.getByLabel(texts.options_marks).check();
    await article.bringToFront();
    await marks(article, `.includes("BABA")`);
    await article.close();
  });

  it("keeps what is typed into a list, and refuses what is no ticker", async () => {
    const always = options.page.getByRole("group", { name: texts.options_always });
    await always.getByLabel(texts.options_word).fill("Ali");
    await always.getByLabel(texts.options_ticker).fill("not a ticker");
    await always.getByRole("button", { name: texts.options_add }).click();
    await options.reads("“not a ticker” is not a ticker.");
    await always.getByLabel(texts.options_ticker).fill("baba");
    await always.getByRole("button", { name: texts.options_add }).click();
    await options.reads("Ali → BABA");
    await options.reload();
    await options.reads("Ali → BABA");
  });

  it("adds a site the reader grants, marks its open tab, and stops there when it is taken back", async () => {
    const blog = await open(BLOG);
    const extensions = await open("chrome://extensions/");
    // The browser's own prompt cannot be pressed; a grant made here lets the product's request resolve.
    for (const scheme of ["https", "http"]) {
      await extensions.evaluate(
        `chrome.developerPrivate.addHostPermission("${run.extensionId}", "${scheme}://*.blog.example.org/*")`,
      );
    }
    await extensions.close();
    await options.page.bringToFront();
    const own = options.page.getByRole("group", { name: texts.options_sitesOwn });
    await own.getByLabel(texts.options_site).fill("https://blog.example.org/post");
    await own.getByRole("button", { name: texts.options_add }).click();
    await own.getByText("blog.example.org").waitFor();
    await blog.bringToFront();
    await marks(blog, `.includes("MSFT")`);
    await blog.reload();
    await marks(blog, `.includes("MSFT")`);
    await options.page.bringToFront();
    await options.press("Remove blog.example.org");
    await blog.bringToFront();
    await marks(blog, `.length === 0`);
    const popup = await openPopupOver(run, blog);
    await popup.reads("Sidequote does not read blog.example.org yet.");
    await popup.page.close();
    await blog.close();
    await options.page.bringToFront();
  });

  it("keeps a key where only background and options read it, and tells what the provider said", async () => {
    run.network.answerWith(({ url }) =>
      url.includes("tiingo")
        ? { status: 403, contentType: "application/json", body: '{"detail":"Invalid token."}' }
        : "unreachable",
    );
    const field = options.page.getByLabel("Your Tiingo key");
    await field.fill(CANARY);
    const source = options.page.getByRole("listitem").filter({ has: field });
    await source.getByRole("button", { name: texts.options_test }).click();
    const text = await options.reads("Invalid token.");
    expect(text).toContain("Tiingo refused your key. (HTTP 403)");
    expect(await stored("local")).toContain(CANARY);
    expect(await stored("sync")).not.toContain(CANARY);
    run.network.answerWith(yahooWith(DEMO_MARKET));
  });

  it("exports without the keys unless they are ticked", async () => {
    const exported = async () => {
      const [download] = await Promise.all([
        options.page.waitForEvent("download"),
        options.page.getByRole("button", { name: texts.options_export }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString("utf8");
    };
    const plain = await exported();
    expect(plain).toContain('"surface": "Ali"');
    expect(plain).not.toContain(CANARY);
    await options.page.getByLabel(texts.options_exportKeys).check();
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
    await importFile(file);
    await options.reads(reason);
    expect(await stored("local")).toBe(before);
  });

  it("shows what a backup would change before it does, and takes it back", async () => {
    await importFile(
      JSON.stringify({
        format: "sidequote-backup",
        version: 1,
        settings: { look: { theme: "dark" } },
        watchlist: [{ ticker: "BABA", name: "Alibaba" }],
      }),
    );
    await options.reads("This file changes 1 settings, adds 1 companies to the watchlist and holds 0 keys.");
    expect(await stored("local")).not.toContain('"theme":"dark"');
    await options.press(texts.options_importApply);
    await options.reads(texts.options_imported);
    expect(await stored("local")).toContain('"theme":"dark"');
    expect(await options.page.evaluate(() => document.body.dataset.scheme)).toBe("dark");
    await options.press(texts.popup_undo);
    await options.page.waitForFunction(() => document.body.dataset.scheme === undefined);
    expect(await stored("local")).toContain('"removed":true');
  });

  it("keeps all of 100 stars set at once", async () => {
    const listed = await options.page.evaluate(`(async () => {
      const ask = (request, payload) => chrome.runtime.sendMessage({ request, payload });
      await Promise.all(
        Array.from({ length: 100 }, (_, n) => ask("star", { ticker: "T" + n, starred: true })),
      );
      return (await ask("watchlist", {})).value.length;
    })()`);
    expect(listed).toBe(100);
  });

  it("says so when stored settings cannot be read, goes on with the defaults, and keeps the old value", async () => {
    await (await run.worker()).evaluate(`chrome.storage.local.set({ settings: "\\u0000 garbage" })`);
    await options.reload();
    await options.reads(texts.options_putAsideAll);
    expect(await stored("local")).toContain("garbage");
    await (await run.worker()).evaluate(`chrome.storage.local.set({ watchlist: ["garbage"] })`);
    await options.reload();
    await options.reads("back to their defaults: settings, watchlist.");
    await options.press(texts.options_forget);
    await options.page.waitForFunction((gone) => !document.body.innerText.includes(gone), "back to their defaults:");
    expect(await stored("local")).not.toContain("garbage");
  });

  it("turns figures off, after which nothing leaves, and on again", async () => {
    await options.press(texts.options_withdraw);
    await options.reads(texts.options_consentOff);
    const before = run.network.outgoing().length;
    const article = await open(ARTICLE);
    const popup = await openPopupOver(run, article);
    await popup.reads(texts.popup_consent);
    expect(run.network.outgoing()).toHaveLength(before);
    await popup.page.close();
    await article.close();
    await options.page.bringToFront();
    await options.press(texts.welcome_agree);
    await options.reads("Figures are on since");
  });
});
