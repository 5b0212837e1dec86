import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { PageHandlers } from "../platform/ask-page";
import type { CardApi } from "../protocol/card-api";
import { createCardControl } from "./card/card-control";
import { createKeyboardWalk } from "./card/keyboard";
import { createMentionWatch } from "./card/mention-watch";
import { createOtherFrames } from "./card/other-frames";
import { createPageStatements } from "./card/page-statements";
import { type Pointer, watchPointer } from "./card/pointer";
import { createMarks } from "./marks/marks";
import type { PageMention } from "./page/page-mention";
import { createScanner } from "./page/scanner";
import { selectedMention } from "./page/selected-mention";
import { createPageAnswers } from "./page-answers";
import { createReport } from "./report";
import { createWakeBackground } from "./wake-background";

/** The frame as it is read under one set of settings: its mentions, marks and card. */
export interface Reading {
  readonly answers: PageHandlers;
  /** Call this when the reader has given consent: an open card that was refused its figures asks again. */
  readonly consentGiven: () => void;
  /** Call this when the reader has chosen otherwise what a card shows or how: an open card is made anew. */
  readonly cardChanged: () => void;
  /** Call this when the reader has switched the number on the button on or off. */
  readonly badgeChanged: () => void;
  /** Ends the reading and removes all that it has added to the page. */
  readonly end: () => void;
}

interface ReadingDeps {
  readonly ask: Ask;
  /** Called whenever a setting is needed, because some may change while the reading goes on. */
  readonly settings: () => PublicSettings;
  /** The card of this frame; null before its script has run. */
  readonly findCard: () => CardApi | null;
}

const uptimeMs = () => performance.now();

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
    underlined: look.marks ? look.repeats : null,
    mentions,
    signal,
    recheck: (blocks) => scanner?.recheck(blocks),
    onUpdate: () => pointer?.marksChanged(),
  });
  const statements = createPageStatements({ ask, mentions, marks, signal });
  const card = createCardControl({
    ask,
    wakeBackground,
    findCard,
    marks,
    settings,
    publication: () => scanner?.publication() ?? null,
    onOpenChange: (isOpen) => otherFrames.ownCardChanged(isOpen),
    onMentionInUse: () => mentionWatch.start(),
    statements,
    signal,
    now: uptimeMs,
  });
  const otherFrames = createOtherFrames({ ask, card: () => card, signal });
  let pointer: Pointer | null = null;
  const startPointer = () => {
    pointer ??= watchPointer({ marks, card, settings, signal });
  };
  const pointAgain = () => pointer?.pointAgain();
  const mentionWatch = createMentionWatch({ marks, card, pointAgain, signal, now: uptimeMs });
  const report = createReport({ ask, mentions, signal });
  const scanner = siteOn
    ? createScanner({
        ask,
        wakeBackground,
        signal,
        onChange(change) {
          marks.applyChange(change);
          report.sendSoon();
          if (change.added.length > 0) startPointer();
        },
      })
    : null;
  const walk = createKeyboardWalk({ mentions, marks, card, signal });

  return {
    answers: createPageAnswers({ walk, card, otherFrames, report, scanner, statements, startPointer, selectedMention }),
    consentGiven: card.retryAfterConsent,
    cardChanged: card.askAgain,
    badgeChanged: report.sendAgain,
    end: () => lifetime.abort(),
  };
}
