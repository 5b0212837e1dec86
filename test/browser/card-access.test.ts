import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import type { Failure, Result } from "../../src/domain/failure";
import type { Comparison } from "../../src/domain/market/comparison";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { CardRequest } from "../../src/protocol/card-api";
import { COMPARISONS, publicSettings } from "../fakes/card-cases";
import { LANGUAGES } from "../fakes/catalogues";
import { faintTexts } from "./contrast";
import { failed, type ShownCard, showCard } from "./shown-card";

/** The most that the answer covers of the page that is being read: requirement A7. */
const MOST_HEIGHT_PX = 200;

let card: ShownCard;

afterEach(clear);

function clear(): void {
  card.api.destroy();
  document.body.replaceChildren();
}

const FAILURES: readonly Failure[] = [
  { kind: "no-consent" },
  { kind: "offline" },
  { kind: "unknown-ticker", ticker: "BABA" },
  { kind: "delisted", ticker: "BABA", lastDate: "2025-11-11" },
  { kind: "halted", ticker: "BABA", lastDate: "2025-11-11" },
  { kind: "no-data-yet", ticker: "BABA" },
  { kind: "rate-limited", provider: "yahoo", until: Date.parse("2025-11-11T22:30:20Z") },
  { kind: "source-broken", provider: "yahoo", reason: "html" },
  { kind: "source-down", provider: "yahoo", status: 503 },
  { kind: "key-refused", provider: "tiingo" },
  { kind: "not-entitled", provider: "massive", ticker: "BABA" },
  { kind: "no-permission", provider: "yahoo" },
  { kind: "extension-updated" },
];

const TRAILED: Result<Comparison> = { ok: true, value: COMPARISONS.trailed };

/** With all details shown. */
const OPEN = { more: true };

const STATES: readonly (readonly [string, Result<Comparison> | null])[] = [
  ["loading", null],
  ...Object.entries(COMPARISONS).map(([name, value]) => [name, { ok: true, value }] as const),
  ...FAILURES.map((failure) => [failure.kind, failed(failure)] as const),
];

const STATED: CardRequest["stated"] = {
  ticker: "BABA",
  place: { block: 0, start: 0, end: 40 },
  verdict: "agrees",
  figures: "$160.80, −3.07%",
  benchmark: "S&P 500 +0.21%",
  sign: "✓",
  sentence: "As the market closed on Tue, Nov 11, 2025",
};

const LOOKS = (["light", "dark"] as const).flatMap((theme) =>
  (["green-up", "red-up", "colour-blind", "mono"] as const).map((palette) => ({ theme, palette })),
);

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(card.host, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // The card is no landmark of the page it stands in; and axe cannot see colours inside the top layer's empty host.
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe("the contrast check", () => {
  it("finds faint text", async () => {
    card = await showCard();
    const name = card.note.querySelector<HTMLElement>(".name");
    name?.style.setProperty("color", "#999");
    expect(faintTexts(card.note)).toEqual(["2.85 in Alibaba Group"]);
  });
});

describe("the card in every theme and palette", () => {
  it.each(STATES)("has no faint text: %s", async (_, answer) => {
    card = await showCard({ answer, starred: true, settings: { card: OPEN }, undrawn: true });
    for (const look of LOOKS) {
      await card.show({ settings: publicSettings({ card: OPEN, look }) });
      expect(faintTexts(card.note), `${look.theme}, ${look.palette}`).toEqual([]);
    }
  });
});

// A structure is the same in every language, so axe, which takes longest, sees all states in one.
describe("the card's structure", () => {
  it.each(STATES)("passes axe: %s", async (_, answer) => {
    card = await showCard({ answer, starred: true, settings: { card: OPEN } });
    expect(await findings()).toEqual([]);
  });
});

describe.each(LANGUAGES)("the card in %s", (language) => {
  it("passes axe, with figures and with a failure", async () => {
    for (const answer of [TRAILED, failed({ kind: "no-consent" })]) {
      card = await showCard({ answer, language, starred: true, settings: { card: OPEN } });
      expect(await findings()).toEqual([]);
      clear();
    }
  });
  it("says its answer within 200 pixels, fits its width and leaves no text untranslated in any state", async () => {
    for (const [state, answer] of STATES) {
      card = await showCard({ answer, language, starred: true, undrawn: true });
      expect(card.note.offsetHeight, state).toBeLessThanOrEqual(MOST_HEIGHT_PX);
      await card.show({ settings: publicSettings({ card: OPEN }) });
      expectAllWritten(state);
      await card.show({ settings: publicSettings({ card: { ...OPEN, form: "compact" } }) });
      expectAllWritten(`${state}, compact`);
      clear();
    }
  });
  it("says within 200 pixels what was paid after hours", async () => {
    const afterHours = { price: 148.2, change: 148.2 / 160.8 - 1, at: Date.parse("2025-11-11T23:31:00Z") };
    const rows = [...DEFAULT_SETTINGS.card.rows, "after-hours"] as const;
    card = await showCard({ language, afterHours, settings: { card: { rows } } });
    expect(card.note.querySelector("[data-row=after-hours]:not([data-dropped])")).not.toBeNull();
    expect(card.note.offsetHeight).toBeLessThanOrEqual(MOST_HEIGHT_PX);
    expect(card.note.scrollWidth).toBeLessThanOrEqual(card.note.clientWidth);
  });
  it("says within 200 pixels what has happened since the article", async () => {
    card = await showCard({ language });
    expect(card.note.querySelector("[data-row=article]:not([data-dropped])")).not.toBeNull();
    expect(card.note.offsetHeight).toBeLessThanOrEqual(MOST_HEIGHT_PX);
  });
  it("says within 200 pixels what the article states, also where a button leads to its sentence", async () => {
    card = await showCard({ language });
    await card.show({ stated: STATED, isStatedElsewhere: true });
    const row = card.note.querySelector("[data-row=stated]:not([data-dropped])");
    expect(row?.querySelector("button")).toBeTruthy();
    expect(card.note.offsetHeight).toBeLessThanOrEqual(MOST_HEIGHT_PX);
  });

  function expectAllWritten(state: string): void {
    expect(card.note.scrollWidth, state).toBeLessThanOrEqual(card.note.clientWidth);
    expect(card.seen(), state).not.toMatch(/(card|figure|failure)_|[{}]|undefined|NaN/);
  }
});
