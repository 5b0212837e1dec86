import { render } from "preact";
import { createCard } from "../../src/card/card";
import curatedSites from "../../src/domain/curated-sites.json";
import { fail, ok } from "../../src/domain/failure";
import type { Description } from "../../src/domain/listing";
import offeredSites from "../../src/domain/offered-sites.json";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import { OptionsView } from "../../src/options/options-view";
import type { Ask } from "../../src/platform/ask";
import { PopupView } from "../../src/popup/popup-view";
import { wearLook } from "../../src/ui/page-look";
import { createTextOf, type MessageKey, type TextOf } from "../../src/ui/text";
import { WelcomeView } from "../../src/welcome/welcome-view";
import { ALIBABA_DESCRIBED } from "../../test/fakes/card-cases";
import { catalogueOf } from "../../test/fakes/catalogues";
import { benchmarkRow, createPopupWorld, rowOf } from "../../test/fakes/popup-deps";
import { SHEETS, type State } from "./states";

/** Evening in New York of the day that the made-up comparisons are of. */
const NOW = Date.parse("2025-11-11T22:30:00Z");

const THE_INDEX: Description = {
  listing: { ticker: "^GSPC", name: "S&P 500", exchange: "INDEX", exchangeName: "Index", kind: "index" },
  other: null,
  starred: false,
};

const [sheet = "card", place = "0"] = location.hash.slice(1).split("/");
const state = SHEETS[sheet]?.[Number(place)];
if (state) draw(state);

function draw(shown: State): void {
  const language = shown.language ?? "en";
  const catalogue: Readonly<Record<string, string>> = catalogueOf(language);
  const text = createTextOf((key: MessageKey) => catalogue[key] ?? "");
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    card: { ...DEFAULT_SETTINGS.card, ...shown.card },
    look: { ...DEFAULT_SETTINGS.look, theme: shown.theme ?? "page", palette: shown.palette ?? "auto" },
  };
  const bcp47 = language === "en" ? "en-US" : language.replace("_", "-");
  document.documentElement.lang = bcp47;
  document.documentElement.style.fontSize = `${shown.text ?? 100}%`;
  const root = document.getElementById("root");
  if (!root) return;
  const draws = { card: drawCard, popup: drawPopup, welcome: drawWelcome, options: drawOptions };
  draws[shown.surface]({ shown, settings, text, language: bcp47, root });
}

interface Drawing {
  readonly shown: State;
  readonly settings: Settings;
  readonly text: TextOf;
  readonly language: string;
  readonly root: HTMLElement;
}

function drawWelcome({ settings, text, language, root }: Drawing): void {
  wearLook(document.body, settings.look, language);
  render(
    <WelcomeView
      text={text}
      agreed={false}
      everywhere={false}
      withheld={{ sources: false, sites: false }}
      curatedCount={curatedSites.length}
      offered={{ count: offeredSites.length, isOn: false }}
      askForOffered={async () => false}
      agree={() => undefined}
      askForAllSites={async () => false}
      allowWithheld={async () => false}
      openOptions={() => undefined}
    />,
    root,
  );
}

function drawCard({ shown, settings, text, language }: Drawing): void {
  document.body.style.cssText = `margin:0;background:${shown.ground ?? "#fff"};color:${shown.ground ? "#ddd" : "#222"};font:16px/1.5 Georgia,serif`;
  const paragraph = document.createElement("p");
  paragraph.style.cssText = `margin:${shown.lineTop ?? 12}px 8px`;
  const mention = document.createElement("span");
  mention.textContent = "Alibaba";
  paragraph.append(mention, " fell on Tuesday, while others in the market rose.");
  document.body.append(paragraph);
  const described = shown.answer?.ok && shown.answer.value.ticker === "^GSPC" ? THE_INDEX : ALIBABA_DESCRIBED;
  const card = createCard({
    ask: (async (request: string) => ok(request === "describe" ? described : null)) as Ask,
    text,
    language,
    rootMode: "open",
    uptime: () => performance.now(),
    now: () => NOW,
    watchCover: (_, covered) => covered(false),
    withdraw: () => undefined,
    isOwnPage: false,
    site: "reuters.com",
    coverRisk: { isFramed: false, reportsCover: true },
    isTouch: () => shown.touch ?? false,
  });
  const answer = shown.answer ?? null;
  const ticker = answer?.ok ? answer.value.ticker : "BABA";
  const nothing = () => undefined;
  const events = { entered: nothing, left: nothing, closed: nothing, retry: nothing, showStated: nothing };
  card.show(
    {
      ticker,
      name: ticker === "^GSPC" ? "S&P 500" : "Alibaba Group Holding Limited",
      surface: "Alibaba",
      answer,
      published: shown.published,
      settings: { ...settings, consented: true, siteOn: true },
      anchor: { line: () => mention.getClientRects()[0] ?? null, element: mention },
      attention: "none",
    },
    events,
  );
  if (!shown.menu) return;
  const host = document.querySelector("div[popover]");
  host?.shadowRoot?.querySelector<HTMLElement>(".menu-place .action")?.click();
}

function drawPopup({ shown, settings, text, language, root }: Drawing): void {
  const listings = [
    { ticker: "BABA", name: "Alibaba Group Holding Limited", count: 9 },
    { ticker: "GOOGL", name: "Alphabet Inc.", count: 5 },
    { ticker: "005930.KS", name: "Samsung Electronics Co., Ltd.", count: 3 },
    { ticker: "009150.KS", name: "Samsung Electro-Mechanics Co., Ltd.", count: 2 },
    { ticker: "BRK.A", name: "Berkshire Hathaway Inc.", count: 1 },
    { ticker: "FB2A.DE", name: "Meta Platforms, Inc.", count: 1 },
  ];
  const offline = fail({ kind: "offline" });
  const rows = {
    "^GSPC": ok(benchmarkRow),
    BABA: ok(rowOf("BABA", 160.8, -0.0307)),
    GOOGL: ok(rowOf("GOOGL", 291.31, 0.0036)),
    "005930.KS": ok(rowOf("005930.KS", 103500, 0.0288, { currency: "KRW", decimals: 0, date: "2025-11-11" })),
    "009150.KS": ok(
      rowOf("009150.KS", 240500, -0.0104, {
        currency: "KRW",
        decimals: 0,
        staleSince: "2025-11-11",
        date: "2025-11-10",
      }),
    ),
    "BRK.A": ok(rowOf("BRK.A", 748320, 0.0113)),
    "FB2A.DE": fail({ kind: "unknown-ticker", ticker: "FB2A.DE" }),
  };
  const failing = Object.fromEntries(Object.keys(rows).map((ticker) => [ticker, offline]));
  const found = [
    { ticker: "005930.KS", name: "Samsung Electronics Co., Ltd.", exchange: "Korea Exchange" },
    { ticker: "SMSN.IL", name: "Samsung Electronics Co., Ltd.", exchange: "London" },
    { ticker: "009150.KS", name: "Samsung Electro-Mechanics Co., Ltd.", exchange: "Korea Exchange" },
  ];
  const { deps } = createPopupWorld({
    rows: shown.popup === "failure" ? failing : rows,
    mentions: shown.popup === "empty" ? [] : shown.popup === "not-allowed" ? null : listings,
    watchlist: listings.slice(0, 4),
    found,
    settings: shown.popup === "off" ? { ...settings, sites: { off: ["reuters.com"], never: [] } } : settings,
    agreedAt: shown.popup === "consent" ? null : 1,
    allowed: shown.popup !== "not-allowed" && shown.popup !== "once",
  });
  render(
    <PopupView
      {...deps}
      text={text}
      language={language}
      wearLook={({ settings: { look } }) => wearLook(document.body, look, language)}
    />,
    root,
  );
  // What the reader does to come there, once the popup has read its page.
  setTimeout(() => {
    if (shown.popup === "watchlist" || shown.popup === "unfolded") document.getElementById("tab-watchlist")?.click();
    if (shown.popup === "unfolded")
      setTimeout(() => document.querySelector<HTMLElement>("button.pp-name")?.click(), 60);
    const field = document.querySelector("input");
    if (shown.popup !== "search" || !field) return;
    field.value = "samsung";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, 60);
}

function drawOptions({ settings, text, language, root }: Drawing): void {
  const replies: Readonly<Record<string, unknown>> = {
    "settings-state": { settings, agreedAt: NOW, putAside: null, synced: true },
    "cache-size": { tickers: 42, bytes: 712_000 },
    "change-settings": { settings, refused: [] },
    watchlist: [],
  };
  render(
    <OptionsView
      ask={(async (request: string) => ok(replies[request] ?? null)) as Ask}
      text={text}
      language={language}
      version="0.1.0"
      curatedSites={curatedSites}
      keys={{ get: async () => null, set: async () => undefined } as never}
      onBroadcast={() => () => undefined}
      wearLook={({ look }) => wearLook(document.body, look, language)}
      currentAccess={async () => ({ granted: ["example.com"], withheld: { sources: false, sites: false } })}
      askForSite={async () => true}
      askForAllSites={async () => true}
      askForWithheld={async () => true}
      giveBack={async () => undefined}
      shortcuts={async () => [
        { title: text("command_nextMention"), shortcut: "Alt+Shift+J" },
        { title: text("command_closeCard"), shortcut: "" },
      ]}
      openShortcuts={async () => undefined}
      download={() => undefined}
      now={() => NOW}
    />,
    root,
  );
}
