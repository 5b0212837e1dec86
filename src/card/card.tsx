import { render } from "preact";
import { createFormat, type Format } from "../domain/format";
import type { PublicSettings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardApi, CardEvents, CardRequest } from "../protocol/card-api";
import type { CardActions, CardContent } from "../ui/card/card-content";
import { CardView } from "../ui/card/card-view";
import { paletteFor, schemeFor } from "../ui/palettes";
import type { TextOf } from "../ui/text";
import { createChoices } from "./choices";
import { type ClickRefusal, createClickGuard, type Outlook } from "./click-guard";
import { createIntroductions } from "./introductions";
import { pageIsDark } from "./page-scheme";
import { placeSheet, placeWhole } from "./place";
import { createShell } from "./shell";
import type { WatchSight } from "./sight";
import { createTurn } from "./turn";

interface CardDeps {
  readonly ask: Ask;
  readonly text: TextOf;
  /** The browser's language, BCP 47. */
  readonly language: string;
  readonly rootMode: ShadowRootMode;
  /** Milliseconds of a monotonic clock. */
  readonly uptime: () => number;
  /** The time, epoch milliseconds. */
  readonly now: () => number;
  readonly watchSight: WatchSight;
  /** Called once the card is destroyed, or leaves. */
  readonly withdraw: () => void;
  /** Whether the page is one of ours: consent can be given there, and the card stays in it. */
  readonly isOwnPage: boolean;
  /** The page's site; null where there is none to be switched off. */
  readonly site: string | null;
  /** Whether the reader points with a finger. */
  readonly isTouch: () => boolean;
  readonly outlook: Outlook;
}

/** What the card says of a click that changed nothing. */
const REFUSED = {
  forged: "card_refused",
  altered: "card_refused",
  early: "card_refusedEarly",
  framed: "card_refusedFrame",
} as const satisfies Record<ClickRefusal, string>;

/** So long nobody used a card that leaves. With it goes what the engine made of its script: up to half a megabyte a tab. */
const UNUSED_MS = 30_000;

/** A listing may be starred elsewhere between the time that its card was prepared, and did not show, and another. */
const FRESH_MS = 2_000;

/** The card of one frame: owns what is shown and to whom it reports; the shell owns the element, the view its looks. */
export function createCard(deps: CardDeps): CardApi {
  const { ask, text, language, uptime, now, isOwnPage } = deps;
  let current: { request: CardRequest; events: CardEvents } | null = null;
  let preparedAt = Number.NEGATIVE_INFINITY;
  const formats = new Map<string, Format>();
  let notice: string | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const shell = createShell({
    rootMode: deps.rootMode,
    now: uptime,
    watchSight: deps.watchSight,
    entered: () => current?.events.entered(),
    left: () => current?.events.left(),
    closed: () => current?.events.closed(),
    moved: reposition,
  });
  const guard = createClickGuard(shell, uptime, deps.outlook);
  const introductions = createIntroductions(ask, (ticker) => ticker === content()?.ticker && draw());
  const turn = createTurn(ask, draw);
  const choices = createChoices(ask);

  /** What the card shows: the mention's listing, or the other one that the reader turned it to. */
  function content(): CardContent | null {
    if (!current) return null;
    const { request } = current;
    const settings = { ...request.settings, card: choices.applied(request.settings.card) };
    const turned = turn.to();
    return turned ? { ...request, ...turned, surface: "", settings } : { ...request, settings };
  }

  function draw(): void {
    const shown = content();
    if (!current || !shown) return;
    const { look, card } = shown.settings;
    shell.dress({
      scheme: schemeFor(look.theme, () => current !== null && pageIsDark(current.request.anchor.element)),
      palette: paletteFor(look.palette, language),
      isSheet: deps.isTouch(),
    });
    render(
      <CardView
        content={shown}
        description={introductions.of(shown.ticker)}
        open={card.more}
        site={deps.site}
        agreesHere={isOwnPage}
        notice={notice}
        now={now}
        wording={{ text, format: formatFor(look.numbers || language, look.subunits) }}
        actions={actionsOn(shown, current.events)}
      />,
      shell.box,
    );
    reposition();
  }

  function actionsOn(shown: CardContent, events: CardEvents): CardActions {
    const trusted = (act: () => void) => (event: MouseEvent) => event.isTrusted && act();
    return {
      star: (event) => void star(event, shown.ticker),
      choose: (choice, event) =>
        void guarded(event, async () => {
          const reply = await choices.make(choice, shown.surface, shown.settings.card);
          return reply.ok ? null : text("card_notChanged");
        }),
      more: (open, event) => {
        if (!event.isTrusted) return;
        void choices.more(open, guard.refusal(event) === null);
        draw();
      },
      turnTo: (ticker, event) => event.isTrusted && turnTo(ticker),
      showStated: trusted(events.showStated),
      agree: trusted(() =>
        isOwnPage ? void ask("give-consent", {}).then(events.retry) : void ask("open-page", { page: "welcome" }),
      ),
      openOptions: trusted(() => void ask("open-page", { page: "options" })),
      retry: trusted(() => (turn.to() ? turnTo(shown.ticker) : events.retry())),
      close: trusted(events.closed),
    };
  }

  function turnTo(ticker: Ticker): void {
    if (!current) return;
    const { request } = current;
    if (ticker === request.ticker) turn.back();
    else void turn.turn(ticker, request.published);
    void introductions.ask(ticker);
    draw();
  }

  const star = (event: MouseEvent, ticker: Ticker) =>
    guarded(event, async () => {
      const starred = !(introductions.of(ticker)?.starred ?? false);
      const reply = await ask("star", { ticker, starred });
      if (!reply.ok) return text("card_notStarred");
      introductions.star(ticker, starred);
      return null;
    });

  /** Does what changes something the reader keeps, if the click is beyond doubt; `act` resolves with what went wrong. */
  async function guarded(event: MouseEvent, act: () => Promise<string | null>): Promise<void> {
    const refusal = guard.refusal(event);
    notice = refusal ? text(REFUSED[refusal]) : await act();
    draw();
  }

  /** The first of a process takes as long as the rest of a drawing: the browser looks through all locales that it has. */
  function formatFor(locale: string, subunits: PublicSettings["look"]["subunits"]): Format {
    const key = `${locale} ${subunits}`;
    const format = formats.get(key) ?? createFormat(locale, subunits);
    formats.set(key, format);
    return format;
  }

  function leaveUnlessUsed(): void {
    clearTimeout(leaving);
    if (!isOwnPage && !current) leaving = setTimeout(destroy, UNUSED_MS);
  }

  function destroy(): void {
    clearTimeout(leaving);
    current = null;
    shell.destroy();
    deps.withdraw();
  }

  function reposition(): void {
    if (!current || "dragged" in shell.box.dataset) return;
    const { line, element } = current.request.anchor;
    const rect = line();
    const inSight = rect && rect.bottom >= 0 && rect.top <= innerHeight && rect.right >= 0 && rect.left <= innerWidth;
    if (!inSight) {
      current.events.closed();
      return;
    }
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    if (deps.isTouch()) placeSheet(shell, viewport);
    else placeWhole(shell, rect, viewport, getComputedStyle(element).direction === "rtl");
  }

  leaveUnlessUsed();
  return {
    prepare(ticker) {
      introductions.forgetAllBut([content()?.ticker]);
      preparedAt = uptime();
      void introductions.ask(ticker);
      // While the pointer rests.
      formatFor(language, "quoted");
      leaveUnlessUsed();
    },
    show(request, events) {
      const same = current?.request.ticker === request.ticker;
      if (!same) {
        introductions.forgetAllBut(uptime() - preparedAt < FRESH_MS ? [request.ticker] : []);
        turn.back();
        notice = null;
      }
      current = { request, events };
      leaveUnlessUsed();
      shell.show(request.anchor.element);
      draw();
      if (current && request.attention === "focus") shell.focus();
      void introductions.ask(request.ticker);
    },
    hide() {
      // The one that may be next is asked for while this one still shows.
      if (current) introductions.forget(current.request.ticker);
      current = null;
      turn.back();
      shell.hide();
      render(null, shell.box);
      leaveUnlessUsed();
    },
    follow: reposition,
    owns: shell.owns,
    destroy,
  };
}
