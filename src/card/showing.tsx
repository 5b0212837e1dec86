import { render } from "preact";
import type { Format } from "../domain/format";
import type { CardAccess } from "../platform/card-slot";
import type { CardApi, CardEvents } from "../protocol/card-api";
import type { CardProps } from "../ui/card/card-props";
import { CardView } from "../ui/card/card-view";
import { paletteFor, schemeFor } from "../ui/palettes";
import { createCardActions } from "./card-actions";
import { type CoverRisk, createClickGuard } from "./click-guard";
import { createFormats } from "./formats";
import { pageIsDark } from "./page-scheme";
import { placeCard } from "./place-card";
import { createShell, type Shell } from "./shell";
import { createSubject } from "./subject";
import type { WatchCover } from "./watch-cover";

/** What the card needs of its page, the browser and the background. */
export interface ShowingDeps extends CardAccess {
  readonly rootMode: ShadowRootMode;
  /** Milliseconds of a monotonic clock. */
  readonly uptime: () => number;
  /** The time, epoch milliseconds. */
  readonly now: () => number;
  readonly watchCover: WatchCover;
  /** The page's site; null if there is none that could be switched off. */
  readonly site: string | null;
  /** Whether the reader points with a finger. */
  readonly isTouch: () => boolean;
  readonly coverRisk: CoverRisk;
}

/** Decides what is shown and whom to tell. Subject, shell, actions and view do the rest. */
export interface Showing extends Omit<CardApi, "destroy"> {
  readonly isOn: () => boolean;
  readonly destroy: () => void;
}

/**
 * When the reader switches the site off in the card, the card stays this long: enough to read how to switch it on
 * again.
 */
const LAST_SENTENCE_MS = 10_000;

/** Nothing enters the page before the first `show`. */
export function createShowing(deps: ShowingDeps): Showing {
  const { ask, text, language, uptime, isOwnPage } = deps;
  let events: CardEvents | null = null;
  const subject = createSubject({ ask, uptime, changed: draw });
  const shell = shellFor(deps, () => events, place);
  const guard = createClickGuard(shell, uptime, deps.coverRisk);
  const actions = createCardActions({ ask, text, isOwnPage, site: deps.site, subject, guard, draw });
  const formatFor = createFormats();

  function draw(): void {
    const content = subject.content();
    const element = subject.request()?.anchor.element;
    if (!events || !content || !element) return;
    const { numbers, subunits } = content.settings.look;
    const known = { description: subject.descriptions.of(content.ticker), afterHours: subject.afterHours.of(content) };
    const shown = { content, ...known, notice: actions.notice(), actions: actions.on(content, events) };
    drawIn(shell, element, deps, formatFor(numbers || language, subunits), shown);
    place();
  }

  function place(): void {
    const request = subject.request();
    if (!request || "dragged" in shell.box.dataset) return;
    if (!placeCard(shell, request.anchor, deps.isTouch())) events?.closed();
  }

  function end(): void {
    events = null;
    shell.destroy();
  }

  return {
    isOn: () => events !== null,
    prepare(ticker) {
      subject.prepare(ticker);
      // Made now, while the pointer still rests, because it takes long.
      formatFor(language, "quoted");
    },
    show(request, reportTo) {
      if (subject.set(request)) actions.forgetNotice();
      events = reportTo;
      shell.show(request.anchor.element);
      draw();
      if (events && request.attention === "focus") shell.focus();
    },
    hide() {
      subject.clear();
      events = null;
      shell.hide();
      render(null, shell.box);
    },
    follow: place,
    refresh: subject.descriptions.refresh,
    owns: shell.owns,
    destroy() {
      if (!actions.switchedOff()) return end();
      events = eventsOfLastSentence(end);
    },
  };
}

/** Keeps the card, with the sentence it shows now, until the pointer leaves it or the sentence can have been read. */
function eventsOfLastSentence(end: () => void): CardEvents {
  setTimeout(end, LAST_SENTENCE_MS);
  const nothing = () => undefined;
  return { entered: nothing, left: end, closed: end, retry: nothing, showStated: nothing };
}

/** A shell that reports to the receiver of the card's events at that moment. */
function shellFor(deps: ShowingDeps, reportTo: () => CardEvents | null, moved: () => void): Shell {
  return createShell({
    rootMode: deps.rootMode,
    now: deps.uptime,
    watchCover: deps.watchCover,
    entered: () => reportTo()?.entered(),
    left: () => reportTo()?.left(),
    closed: () => reportTo()?.closed(),
    moved,
  });
}

/** Gives the box the look that reader and page call for, and draws the card in it. */
function drawIn(
  shell: Shell,
  mention: Element,
  { text, language, site, isOwnPage, isTouch, now }: ShowingDeps,
  format: Format,
  shown: Pick<CardProps, "content" | "afterHours" | "description" | "notice" | "actions">,
): void {
  const { look, card } = shown.content.settings;
  shell.dress({
    scheme: schemeFor(look.theme, () => pageIsDark(mention)),
    palette: paletteFor(look.palette, language),
    isSheet: isTouch(),
  });
  const wording = { text, format };
  render(
    <CardView {...shown} open={card.more} site={site} agreesHere={isOwnPage} now={now} wording={wording} />,
    shell.box,
  );
}
