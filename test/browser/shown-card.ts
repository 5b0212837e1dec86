import { createCard } from "../../src/card/card";
import type { CoverRisk } from "../../src/card/click-guard";
import type { Failure, Result } from "../../src/domain/failure";
import type { AfterHours } from "../../src/domain/market/after-hours";
import type { Comparison } from "../../src/domain/market/comparison";
import type { Ask } from "../../src/platform/ask";
import type { CardApi, CardRequest } from "../../src/protocol/card-api";
import { createTextOf } from "../../src/ui/text";
import { ALIBABA_DESCRIBED, COMPARISONS, publicSettings } from "../fakes/card-cases";
import { catalogueOf } from "../fakes/catalogues";

/** Evening in New York of the day that the comparisons are of. */
const NOW = Date.parse("2025-11-11T22:30:00Z");

/** A card on the test's page, beside a mention in a paragraph of its own, with everything it asked and reported. */
export interface ShownCard {
  readonly api: CardApi;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly note: HTMLElement;
  readonly mention: HTMLElement;
  readonly asked: { request: string; payload: unknown }[];
  readonly reported: string[];
  readonly show: (changes: Partial<CardRequest>) => Promise<void>;
  /** The card's own clock, which stands still until it is advanced. */
  readonly clock: { readonly advance: (ms: number) => void };
  /** The browser sees something drawn over the card from now on, or no longer. */
  readonly see: (isCovered: boolean) => void;
  /** What a reader sees: the text without what only screen readers get. */
  readonly seen: () => string;
}

export interface CardCase {
  readonly answer?: Result<Comparison> | null;
  readonly language?: string;
  readonly settings?: Parameters<typeof publicSettings>[0];
  readonly attention?: CardRequest["attention"];
  readonly starred?: boolean;
  /** What the background answers when the reader changes something. */
  readonly refusal?: Failure;
  readonly afterHours?: AfterHours | null;
  /** Where the mention stands; a paragraph at the page's top unless given. */
  readonly mention?: HTMLElement;
  /** The mention's rectangle; where the mention is unless given. */
  readonly line?: DOMRect;
  /** As in a page that is not ours. */
  readonly leaves?: boolean;
  readonly touch?: boolean;
  /** Whether the browser sees something drawn over the card. */
  readonly covered?: boolean;
  /** Unless given: a page that is no frame, in a browser that reports what is drawn over the card. */
  readonly coverRisk?: CoverRisk;
  /** Not to wait for the browser to draw each card: for many cards of which only layout and styles are read. */
  readonly undrawn?: boolean;
}

/** A card that nobody has used yet, with everything it asked and reported. */
export function newCard(card: CardCase = {}) {
  const { language = "en", starred = false, leaves = false, touch = false } = card;
  const catalogue = catalogueOf(language);
  const asked: ShownCard["asked"] = [];
  const reported: string[] = [];
  const ask = (async (request: string, payload: unknown) => {
    asked.push({ request, payload });
    if (request === "describe") return { ok: true, value: { ...ALIBABA_DESCRIBED, starred } };
    if (request === "after-hours") return { ok: true, value: card.afterHours ?? null };
    if (card.refusal && (request === "star" || request === "card-choice")) return failed(card.refusal);
    if (request !== "compare") return { ok: true, value: null };
    return { ok: true, value: { ...COMPARISONS.trailed, ...(payload as { ticker: string }) } };
  }) as Ask;
  let uptime = 0;
  let seeCovered: (isCovered: boolean) => void = () => undefined;
  const api = createCard({
    ask,
    text: createTextOf((key) => catalogue[key] ?? ""),
    language: language === "en" ? "en-US" : language.replace("_", "-"),
    rootMode: "open",
    uptime: () => uptime,
    now: () => NOW,
    // The test runner's frame is scaled, which the browser takes for covered; e2e tests prove the real one.
    watchCover: (_, tell) => {
      seeCovered = tell;
      tell(card.covered ?? false);
    },
    coverRisk: card.coverRisk ?? { isFramed: false, reportsCover: true },
    withdraw: () => reported.push("withdrawn"),
    isOwnPage: !leaves,
    site: leaves ? "example.com" : null,
    isTouch: () => touch,
  });
  const clock = {
    advance(ms: number) {
      uptime += ms;
    },
  };
  return { api, asked, reported, clock, see: (isCovered: boolean) => seeCovered(isCovered) };
}

/** Shows a card as the content script would, and waits until it stands in its place. */
export async function showCard(shown: CardCase = {}): Promise<ShownCard> {
  const { answer = { ok: true, value: COMPARISONS.trailed }, settings = {}, attention = "none" } = shown;
  const { mention = paragraphMention(), line, undrawn = false } = shown;
  const { api, asked, reported, clock, see } = newCard(shown);
  const base: CardRequest = {
    ticker: answer?.ok ? answer.value.ticker : "BABA",
    name: "Alibaba Group",
    surface: "Alibaba",
    answer,
    settings: publicSettings(settings),
    anchor: { line: () => line ?? mention.getClientRects()[0] ?? null, element: mention },
    attention,
  };
  const events = {
    entered: () => reported.push("entered"),
    left: () => reported.push("left"),
    closed: () => {
      reported.push("closed");
      api.hide();
    },
    retry: () => reported.push("retry"),
    showStated: () => reported.push("show-stated"),
  };
  const show = async (changes: Partial<CardRequest>) => {
    api.show({ ...base, ...changes }, events);
    await (undrawn ? answered() : settled());
  };
  await show({});
  const host = document.querySelector<HTMLElement>("div[popover=manual]");
  const root = host?.shadowRoot;
  if (!host || !root) throw new Error("no card was shown");
  let last: HTMLElement | null = null;
  /** The card's content as it is now, as it last was while the card is hidden. */
  const noteNow = () => {
    last = root.querySelector<HTMLElement>(".note") ?? last;
    if (!last) throw new Error("the card is empty");
    return last;
  };
  return {
    api,
    host,
    root,
    get note() {
      return noteNow();
    },
    mention,
    asked,
    reported,
    show,
    clock,
    see,
    seen: () => seenIn(noteNow()),
  };
}

/** A failed answer. */
export function failed(failure: Failure): Result<Comparison> {
  return { ok: false, failure };
}

/** A paragraph with a mention in it, at the page's top. */
export function paragraphMention(): HTMLElement {
  const paragraph = document.createElement("p");
  const mention = document.createElement("span");
  mention.textContent = "Alibaba";
  paragraph.append("Shares of ", mention, " fell on Tuesday.");
  document.body.append(paragraph);
  return mention;
}

/** Resolves when what the card asked has been answered, and is in its document. */
function answered(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Resolves when what the card asked has been answered, drawn, animated and placed. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise(requestAnimationFrame);
  for (const animation of document.querySelector("div[popover=manual]")?.shadowRoot?.getAnimations() ?? [])
    animation.finish();
}

function seenIn(note: HTMLElement): string {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const words of copy.querySelectorAll(".sq-words")) words.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ");
}
