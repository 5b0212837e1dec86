import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { PageHandlers } from "../platform/ask-page";
import { findCard } from "../platform/card-slot";
import { now } from "../platform/clock";
import { createCardHost } from "./card/card-host";
import { createKeyboardWalk } from "./card/keyboard";
import { createMentionWatch } from "./card/mention-watch";
import { createOtherFrames } from "./card/other-frames";
import { createPageStatements } from "./card/page-statements";
import { type Pointer, watchPointer } from "./card/pointer";
import { createMarks } from "./marks/marks";
import type { PageMention } from "./page/page-mention";
import { createScanner } from "./page/scanner";
import { mentionOfSelection } from "./page/selected-mention";
import { createReport } from "./report";
import { createWakeBackground } from "./wake-background";

/** One stretch of reading a frame under unchanged detection settings: scan, marks, pointer, card. */
export interface Reading {
  readonly answers: PageHandlers;
  /** Figures have been turned on while a card may be open. */
  readonly consentGiven: () => void;
  /** Ends it; nothing that it made is left. */
  readonly end: () => void;
}

interface ReadingDeps {
  readonly ask: Ask;
  /** Called anew whenever it matters, so that what needs no new scan applies at once. */
  readonly settings: () => PublicSettings;
}

const uptime = () => performance.now();

/** Starts to read the frame. On a site that is switched off nothing is scanned, yet a selection can still be looked up. */
export function startReading({ ask, settings }: ReadingDeps): Reading {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const { look, siteOn } = settings();
  const marks = createMarks({
    drawn: look.marks ? look.repeats : null,
    mentions: () => mentions(),
    signal,
    recheck: (blocks) => scanner?.recheck(blocks),
    changed: () => pointer?.marksChanged(),
  });
  const wakeBackground = createWakeBackground(ask);
  const host = createCardHost({
    ask,
    wakeBackground,
    findCard,
    marks,
    settings,
    published: () => scanner?.published(),
    opened: (isOpen) => otherFrames.opened(isOpen),
    arrived: () => mentionWatch.begin(),
    statements: createPageStatements({ ask, mentions: () => mentions(), marks, signal }),
    signal,
    now: uptime,
  });
  const otherFrames = createOtherFrames({ ask, host: () => host, signal });
  let pointer: Pointer | null = null;
  const watch = () => {
    pointer ??= watchPointer({ marks, host, settings, signal });
  };
  const mentionWatch = createMentionWatch({
    marks,
    host,
    pointAgain: () => pointer?.pointAgain(),
    signal,
    now: uptime,
  });
  const mentions = (): readonly PageMention[] => scanner?.mentions() ?? [];
  const report = createReport({ ask, mentions, signal });
  const scanner = siteOn
    ? createScanner({
        ask,
        wakeBackground,
        signal,
        now,
        onChange(change) {
          marks.change(change);
          report.soon();
          if (change.added.length > 0) watch();
        },
      })
    : null;
  const walk = createKeyboardWalk({ mentions, marks, host, signal });

  return {
    answers: {
      "next-mention": walk.next,
      "previous-mention": walk.previous,
      "open-card": walk.open,
      "close-card": walk.close,
      "card-elsewhere": otherFrames.heard,
      "dismiss-card": walk.close,
      "list-mentions": async () => {
        // Where it is switched off or no longer allowed, the popup is to say so.
        if (!scanner) return null;
        await scanner.settled;
        return report.frameMentions();
      },
      "show-mention": ({ ticker }) => walk.show(ticker),
      "show-card-for-selection": ({ ticker, name }) => {
        const mention = mentionOfSelection(ticker, name);
        if (!mention) return;
        // Esc and a press elsewhere must close it on a page without mentions, too.
        watch();
        host.open(mention, { focus: true });
      },
    },
    consentGiven: host.retryRefused,
    end: () => lifetime.abort(),
  };
}
