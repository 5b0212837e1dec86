import { render } from "preact";
import { createFormat, type Format } from "../domain/format";
import type { PublicSettings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardApi, CardEvents, CardRequest, Description } from "../protocol";
import { paletteFor, schemeFor } from "../ui/palettes";
import type { TextOf } from "../ui/text";
import { createClickGuard } from "./click-guard";
import { pageIsDark } from "./page-scheme";
import { placeBeside } from "./placement";
import { createShell } from "./shell";
import type { WatchSight } from "./sight";
import { CardView } from "./view";

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
  /** Whether it leaves once it has not been used for a while, since another one comes when it is wanted. */
  readonly leaves: boolean;
}

/** So long nobody used a card that leaves. With it goes what the engine made of its script: up to half a megabyte a tab. */
const UNUSED_MS = 30_000;

/** A listing may be starred elsewhere between the time that its card was prepared, and did not show, and another. */
const FRESH_MS = 2_000;

/** The card of one frame: owns what is shown and to whom it reports; the shell owns the element, the view its looks. */
export function createCard({
  ask,
  text,
  language,
  rootMode,
  uptime,
  now,
  watchSight,
  withdraw,
  leaves,
}: CardDeps): CardApi {
  let current: { request: CardRequest; events: CardEvents } | null = null;
  /** Of the listing shown, and of the one that may be next; null while it is asked for. */
  const about = new Map<Ticker, Description | null>();
  let preparedAt = Number.NEGATIVE_INFINITY;
  const formats = new Map<string, Format>();
  let notice: string | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const shell = createShell({
    rootMode,
    now: uptime,
    watchSight,
    entered: () => current?.events.entered(),
    left: () => current?.events.left(),
    closed: () => current?.events.closed(),
    moved: reposition,
  });
  const guard = createClickGuard(shell, uptime);

  function draw(): void {
    if (!current) return;
    const { request, events } = current;
    const { look } = request.settings;
    const description = about.get(request.ticker) ?? null;
    shell.dress(
      schemeFor(look.theme, () => pageIsDark(request.anchor.element)),
      paletteFor(look.palette, language),
    );
    render(
      <CardView
        request={request}
        description={description}
        notice={notice}
        now={now()}
        wording={{ text, format: formatFor(look.numbers || language, look.subunits) }}
        actions={{
          star: (event) => void star(event, request.ticker, !(description?.starred ?? false)),
          openPage: (page, event) => event.isTrusted && void ask("open-page", { page }),
          retry: (event) => event.isTrusted && events.retry(),
          close: (event) => event.isTrusted && events.closed(),
        }}
      />,
      shell.box,
    );
    reposition();
  }

  /** The first of a process takes as long as the rest of a drawing: the browser looks through all locales that it has. */
  function formatFor(locale: string, subunits: PublicSettings["look"]["subunits"]): Format {
    const key = `${locale} ${subunits}`;
    const format = formats.get(key) ?? createFormat(locale, subunits);
    formats.set(key, format);
    return format;
  }

  async function describe(ticker: Ticker): Promise<void> {
    if (about.has(ticker)) return;
    about.set(ticker, null);
    const reply = await ask("describe", { ticker });
    if (!about.has(ticker)) return;
    if (reply.ok) about.set(ticker, reply.value);
    else about.delete(ticker);
    if (current?.request.ticker === ticker) draw();
  }

  function forgetAllBut(ticker: Ticker | undefined): void {
    for (const known of about.keys()) if (known !== ticker) about.delete(known);
  }

  async function star(event: MouseEvent, ticker: Ticker, starred: boolean): Promise<void> {
    notice = null;
    if (guard.refuses(event)) {
      notice = text("card_refused");
      draw();
      return;
    }
    const reply = await ask("star", { ticker, starred });
    if (!reply.ok) notice = text("card_notStarred");
    else {
      const description = about.get(ticker);
      if (description) about.set(ticker, { ...description, starred });
    }
    draw();
  }

  function leaveUnlessUsed(): void {
    clearTimeout(leaving);
    if (leaves && !current) leaving = setTimeout(destroy, UNUSED_MS);
  }

  function destroy(): void {
    clearTimeout(leaving);
    current = null;
    shell.destroy();
    withdraw();
  }

  function reposition(): void {
    if (!current) return;
    const { line, element } = current.request.anchor;
    const rect = line();
    const inSight = rect && rect.bottom >= 0 && rect.top <= innerHeight && rect.right >= 0 && rect.left <= innerWidth;
    if (!inSight) {
      current.events.closed();
      return;
    }
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    shell.moveTo(placeBeside(rect, shell.naturalSize(), viewport, getComputedStyle(element).direction === "rtl"));
  }

  leaveUnlessUsed();
  return {
    prepare(ticker) {
      forgetAllBut(current?.request.ticker);
      preparedAt = uptime();
      void describe(ticker);
      // While the pointer rests.
      formatFor(language, "quoted");
      leaveUnlessUsed();
    },
    show(request, events) {
      const same = current?.request.ticker === request.ticker;
      if (!same) forgetAllBut(uptime() - preparedAt < FRESH_MS ? request.ticker : undefined);
      current = { request, events };
      leaveUnlessUsed();
      if (!same) notice = null;
      shell.show(request.anchor.element);
      draw();
      if (current && request.attention === "focus") shell.focus();
      void describe(request.ticker);
    },
    hide() {
      // The one that may be next is asked for while this one still shows.
      if (current) about.delete(current.request.ticker);
      current = null;
      shell.hide();
      render(null, shell.box);
      leaveUnlessUsed();
    },
    owns: shell.owns,
    destroy,
  };
}
