import { fail } from "../domain/failure";
import type { PublicSettings } from "../domain/settings";
import { type Ask, ask, isConnected } from "../platform/ask";
import { answerPage } from "../platform/ask-page";
import { textOf, uiLanguage } from "../platform/browser-text";
import { findCard } from "../platform/card-slot";
import { ORPHAN_CHECK_EVENT } from "../platform/orphan-check";
import { isOwnPage } from "../platform/own-page";
import { withdrawMentionCards } from "./card/mention-cards-slot";
import { followSettings } from "./follow-settings";
import { type Reading, startReading } from "./reading";
import { whenRootIsReplaced } from "./replaced-root";

/** The content script that runs in this frame. */
interface RunningScript {
  /** Whether it still works: it has not ended, and its extension is still there. */
  readonly isAlive: () => boolean;
  readonly end: () => void;
}

/** The global property under which the running script is stored, so that a script injected twice runs once. */
const RUNNING_SCRIPT_KEY = Symbol.for("sidequote.content");

const earlier = Reflect.get(globalThis, RUNNING_SCRIPT_KEY) as RunningScript | undefined;
if (!earlier?.isAlive()) {
  earlier?.end();
  Reflect.set(globalThis, RUNNING_SCRIPT_KEY, startScript());
}

/**
 * Reads the frame under the reader's settings, until the extension is updated or removed. If the page replaces its root
 * element, another script is started in its place.
 */
function startScript(): RunningScript {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let settings: PublicSettings | null = null;
  let reading: Reading | null = null;
  // In a frame, only this script calls the browser, so the card is given what it needs of the extension; the plain
  // `ask`, because on our own pages the card outlives this script.
  const cardAccess = { ask, text: textOf, language: uiLanguage(), isOwnPage: isOwnPage() };
  const end = () => {
    withdrawMentionCards();
    lifetime.abort();
    reading?.end();
    reading = null;
  };

  const askWhileAlive: Ask = async (request, payload) => {
    if (signal.aborted) return fail({ kind: "extension-updated" });
    const reply = await ask(request, payload);
    if (!reply.ok && reply.failure.kind === "extension-updated") end();
    return reply;
  };

  function applySettings(next: PublicSettings): void {
    const before = settings;
    settings = next;
    if (before && reading && isReadingUnaffected(before, next)) {
      if (next.consented && !before.consented) reading.consentGiven();
      if (isCardChanged(before, next)) reading.cardSettingsChanged();
      if (next.badge !== before.badge) reading.badgeChanged();
      findCard(cardAccess)?.refresh();
      return;
    }
    reading?.end();
    reading = startReading({
      ask: askWhileAlive,
      settings: () => settings ?? next,
      findCard: () => findCard(cardAccess),
    });
  }

  const beginAnew = () => {
    // First, because `end` cuts the way by which the reading reports that nothing is mentioned any more.
    reading?.end();
    end();
    Reflect.set(globalThis, RUNNING_SCRIPT_KEY, startScript());
  };

  whenRootIsReplaced(beginAnew, signal);
  // After an update or removal of the extension, this script can no longer reach it (it is orphaned), so it ends.
  const endIfOrphaned = () => {
    if (!isConnected()) end();
  };
  for (const event of [ORPHAN_CHECK_EVENT, "visibilitychange"]) addEventListener(event, endIfOrphaned, { signal });
  const whenSettingsKnown = followSettings({ ask: askWhileAlive, apply: applySettings, signal });
  answerPage(async () => {
    await whenSettingsKnown();
    return reading?.answers ?? null;
  }, signal);
  return { isAlive: () => !signal.aborted && isConnected(), end };
}

/** Whether both sets of settings lead to the same mentions and marks, so that the page need not be read again. */
function isReadingUnaffected(before: PublicSettings, after: PublicSettings): boolean {
  const settingsOfReading = ({ detection, look, siteOn }: PublicSettings) =>
    JSON.stringify([detection, look.marks, look.repeats, siteOn]);
  return settingsOfReading(before) === settingsOfReading(after);
}

/**
 * Whether settings have changed that an open card shows only when it is made anew. What its own buttons choose (its
 * form, and what is unfolded) it shows already.
 */
function isCardChanged(before: PublicSettings, after: PublicSettings): boolean {
  const settingsOfCard = ({ card: { form, more, ...card }, look }: PublicSettings) => JSON.stringify([card, look]);
  return settingsOfCard(before) !== settingsOfCard(after);
}
