import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { PageHandlers } from "../platform/ask-page";
import type { CardApi } from "../protocol/card-api";
import { createMarks } from "./marks/marks";
import { createMentionCardsLoader } from "./mention-cards-loader";
import { createOtherFrames } from "./other-frames";
import type { PageMention } from "./page/page-mention";
import { createScanner } from "./page/scanner";
import { createPageAnswers } from "./page-answers";
import { createReport } from "./report";
import { createWakeBackground } from "./wake-background";

/** The frame as it is read under one set of settings: its mentions, marks and card. */
export interface Reading {
  readonly answers: PageHandlers;
  /** Call this when the reader has given consent: an open card that was refused its figures asks again. */
  readonly consentGiven: () => void;
  /** Call this when the settings of the card's content or look have changed: an open card is made anew. */
  readonly cardSettingsChanged: () => void;
  /** Call this when the reader has switched the number on the toolbar button on or off. */
  readonly badgeChanged: () => void;
  /** Ends the reading and removes all that it has added to the page. */
  readonly end: () => void;
}

interface ReadingDeps {
  readonly ask: Ask;
  /** Called whenever a setting is needed, because some may change while the reading goes on. */
  readonly settings: () => PublicSettings;
  /** The card of this frame; null while its script is not there. */
  readonly findCard: () => CardApi | null;
}

/** Starts to read the frame. On a site that is switched off nothing is read, but a selection can still be looked up. */
export function startReading({ ask, settings, findCard }: ReadingDeps): Reading {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const { look, siteOn } = settings();
  const mentions = (): readonly PageMention[] => scanner?.mentions() ?? [];
  const wakeBackground = createWakeBackground(ask);
  // The parts call each other, so some callbacks name constants declared further down; they run only after all are
  // declared.
  const marks = createMarks({
    whichToUnderline: look.marks ? look.repeats : null,
    mentions,
    signal,
    recheck: (blocks) => scanner?.recheck(blocks),
    onUpdate: () => cardsLoader.current()?.mentionsChanged(),
  });
  const cardsLoader = createMentionCardsLoader({
    ask,
    wakeBackground,
    findCard,
    marks,
    mentions,
    settings,
    publication: () => scanner?.publication() ?? null,
    onOpenChange: (isOpen) => otherFrames.ownCardChanged(isOpen),
    signal,
  });
  const otherFrames = createOtherFrames({ ask, dismissOwn: () => cardsLoader.current()?.dismiss(), signal });
  const report = createReport({ ask, mentions, signal });
  const scanner = siteOn
    ? createScanner({
        ask,
        wakeBackground,
        signal,
        // Loads what listens to the pointer before marks appear; else a pointer that came to one would be missed.
        beforeMentions: cardsLoader.load,
        onChange(change) {
          marks.applyChange(change);
          report.sendSoon();
        },
      })
    : null;

  return {
    answers: createPageAnswers({ cards: cardsLoader, otherFrames, report, scanner }),
    consentGiven: () => cardsLoader.current()?.retryAfterConsent(),
    // A card that asks for its figures again is also drawn again, with the new settings.
    cardSettingsChanged: () => cardsLoader.current()?.askAgain(),
    badgeChanged: report.sendAgain,
    end: () => lifetime.abort(),
  };
}
