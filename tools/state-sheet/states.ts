import type { CardContent } from "../../src/domain/card-content";
import { fail, ok } from "../../src/domain/failure";
import type { Settings } from "../../src/domain/settings";
import { COMPARISONS } from "../../test/fakes/card-cases";

/** One state of one surface, as the sheet draws it. */
export interface State {
  readonly surface: "card" | "popup" | "options" | "welcome";
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly language?: string;
  readonly theme?: Settings["look"]["theme"];
  readonly palette?: Settings["look"]["palette"];
  readonly answer?: CardContent["answer"];
  readonly card?: Partial<Settings["card"]>;
  readonly published?: string;
  readonly ground?: string;
  readonly menu?: boolean;
  readonly touch?: boolean;
  /** Of the whole page's text, in percent. */
  readonly text?: number;
  readonly lineTop?: number;
  readonly popup?:
    | "page"
    | "watchlist"
    | "unfolded"
    | "search"
    | "consent"
    | "not-allowed"
    | "once"
    | "off"
    | "empty"
    | "failure";
}

const LANGUAGES = ["de", "fr", "es", "pt_BR", "zh_CN", "ja", "ko"];
const value = (name: keyof typeof COMPARISONS) => ok(COMPARISONS[name]);
const { sinceArticle: _, ...today } = COMPARISONS.trailed;
const card = (name: string, more: Partial<State> = {}): State => ({
  surface: "card",
  name,
  width: 400,
  height: 270,
  answer: ok(today),
  ...more,
});
const popup = (name: string, more: Partial<State> = {}): State => ({
  surface: "popup",
  name,
  width: 402,
  height: 604,
  popup: "page",
  ...more,
});

/** The sheets by name, each a list of states that are drawn side by side. */
export const SHEETS: Readonly<Record<string, readonly State[]>> = {
  card: [
    card("figures"),
    card("loading", { answer: null }),
    card("loading, old article", { answer: null, published: "2025-10-27" }),
    card("article", { answer: value("trailed") }),
    card("beat", { answer: value("beat") }),
    card("matched", { answer: value("matched") }),
    card("the benchmark itself", { answer: value("the benchmark") }),
    card("SPY stands in", { answer: value("SPY and another source") }),
    card("stale", { answer: value("stale") }),
    card("holiday", { answer: value("no benchmark session") }),
    card("not yet", { answer: value("benchmark not yet") }),
    card("unavailable", { answer: value("benchmark unavailable") }),
    card("awaited", { answer: value("comparison awaited") }),
    card("a close missing", { answer: value("a close missing") }),
    card("contradiction", { answer: value("contradiction") }),
    card("since an earlier day", { answer: value("since an earlier day") }),
    card("first day", { answer: value("first day") }),
    card("pence", { answer: value("pence") }),
    card("no consent", { answer: fail({ kind: "no-consent" }) }),
    card("offline", { answer: fail({ kind: "offline" }) }),
    card("unknown", { answer: fail({ kind: "unknown-ticker", ticker: "BABA" }) }),
    card("rate limited", {
      answer: fail({ kind: "rate-limited", provider: "yahoo", until: Date.parse("2025-11-11T22:30:20Z") }),
    }),
    card("window 320 wide", { width: 320 }),
    card("window 320 wide, article", { width: 320, answer: value("trailed") }),
    card("compact", { card: { form: "compact" } }),
    card("menu", { menu: true }),
    card("dark page", { ground: "#101214" }),
    card("red up", { palette: "red-up", answer: value("beat") }),
    card("colour-blind, dark", { palette: "colour-blind", theme: "dark" }),
    card("200 % text", { text: 200, width: 720, height: 420 }),
  ],
  more: [
    card("more", { card: { more: true }, height: 560, answer: value("trailed") }),
    card("more, dark", { card: { more: true }, height: 560, ground: "#101214" }),
    card("more, loading", { card: { more: true }, height: 560, answer: null }),
    card("more, window 400 high", { card: { more: true }, height: 400 }),
    card("more, window 320 high", { card: { more: true }, height: 320 }),
    card("window 200 high", { height: 200, answer: value("trailed") }),
    card("the index, more", { card: { more: true }, height: 560, answer: value("the benchmark") }),
    card("touch sheet", { touch: true, width: 390, height: 700 }),
    card("touch, more", { touch: true, width: 390, height: 700, card: { more: true } }),
    card("touch, menu", { touch: true, width: 390, height: 700, menu: true }),
  ],
  languages: LANGUAGES.flatMap((language) => [
    card(`${language}, article`, { language, answer: value("trailed") }),
    card(`${language}, more`, { language, card: { more: true }, height: 540 }),
    card(`${language}, menu`, { language, menu: true }),
  ]),
  popup: [
    popup("this page"),
    popup("dark", { theme: "dark" }),
    popup("watchlist", { popup: "watchlist" }),
    popup("a row unfolded", { popup: "unfolded" }),
    popup("a row unfolded, ja", { popup: "unfolded", language: "ja" }),
    popup("search", { popup: "search" }),
    popup("once", { popup: "once" }),
    popup("consent", { popup: "consent" }),
    popup("not allowed", { popup: "not-allowed", height: 330 }),
    popup("off", { popup: "off", height: 330 }),
    popup("empty", { popup: "empty", height: 330 }),
    popup("offline", { popup: "failure", height: 400 }),
    popup("200 % text", { text: 200, width: 802, height: 640 }),
    ...LANGUAGES.map((language) => popup(language, { language })),
  ],
  welcome: [
    { surface: "welcome", name: "welcome", width: 900, height: 1150 },
    { surface: "welcome", name: "400 wide", width: 400, height: 1150 },
    { surface: "welcome", name: "dark", width: 400, height: 1150, theme: "dark" },
    { surface: "welcome", name: "de", width: 400, height: 1150, language: "de" },
    { surface: "welcome", name: "ja", width: 400, height: 1150, language: "ja" },
  ],
  options: [
    { surface: "options", name: "options", width: 1340, height: 1500 },
    { surface: "options", name: "dark", width: 1100, height: 1500, theme: "dark" },
    { surface: "options", name: "400 wide", width: 400, height: 1500 },
    { surface: "options", name: "ja", width: 1100, height: 1500, language: "ja" },
  ],
};
