import { render } from "preact";
import type { Format } from "../domain/format";
import type { Ask } from "../platform/ask";
import type { CardApi, CardEvents } from "../protocol/card-api";
import type { CardProps } from "../ui/card/card-props";
import { CardView } from "../ui/card/card-view";
import { paletteFor, schemeFor } from "../ui/palettes";
import type { TextOf } from "../ui/text";
import { createCardActions } from "./card-actions";
import { createClickGuard, type Outlook } from "./click-guard";
import { createFormats } from "./formats";
import { pageIsDark } from "./page-scheme";
import { placeCard } from "./place";
import { createShell, type Shell } from "./shell";
import type { WatchSight } from "./sight";
import { createSubject } from "./subject";

/** What the card needs of its page, the browser and the background. */
export interface ShowingDeps {
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
  /** Whether the page is one of ours: consent can be given there, and the card is not removed. */
  readonly isOwnPage: boolean;
  /** The page's site; null if there is none that could be switched off. */
  readonly site: string | null;
  /** Whether the reader points with a finger. */
  readonly isTouch: () => boolean;
  readonly outlook: Outlook;
}

/** Decides what is shown and whom to tell. Subject, shell, actions and view do the rest. */
export interface Showing extends Omit<CardApi, "destroy"> {
  readonly isOn: () => boolean;
  readonly destroy: () => void;
}

/** How long a card stays whose site has just been switched off in it: enough to read how to come back. */
const LAST_WORD_MS = 10_000;

/** Nothing enters the page before the first `show`. */
export function createShowing(deps: ShowingDeps): Showing {
  const { ask, text, language, uptime, isOwnPage } = deps;
  let events: CardEvents | null = null;
  const subject = createSubject({ ask, uptime, changed: draw });
  const shell = shellFor(deps, () => events, place);
  const guard = createClickGuard(shell, uptime, deps.outlook);
  const actions = createCardActions({ ask, text, isOwnPage, site: deps.site, subject, guard, draw });
  const formatFor = createFormats();

  function draw(): void {
    const content = subject.content();
    const element = subject.request()?.anchor.element;
    if (!events || !content || !element) return;
    const { numbers, subunits } = content.settings.look;
    const known = { description: subject.introductions.of(content.ticker), afterHours: subject.afterHours.of(content) };
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
      void subject.introductions.ask(request.ticker);
    },
    hide() {
      subject.clear();
      events = null;
      shell.hide();
      render(null, shell.box);
    },
    follow: place,
    owns: shell.owns,
    destroy() {
      if (!actions.switchedOff()) return end();
      events = lastWord(end);
    },
  };
}

/** Has the card stay with its last sentence until the pointer leaves it, or until it can have been read. */
function lastWord(end: () => void): CardEvents {
  setTimeout(end, LAST_WORD_MS);
  const nothing = () => undefined;
  return { entered: nothing, left: end, closed: end, retry: nothing, showStated: nothing };
}

/** A shell that reports to the receiver of the card's events at that moment. */
function shellFor(deps: ShowingDeps, reportTo: () => CardEvents | null, moved: () => void): Shell {
  return createShell({
    rootMode: deps.rootMode,
    now: deps.uptime,
    watchSight: deps.watchSight,
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
