import type { PublicSettings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { PageHandlers } from "../platform/ask-page";
import { findCard } from "../platform/card-slot";
import { now } from "../platform/clock";
import { createCardHost } from "./card-host";
import { createKeyboardWalk } from "./keyboard";
import { createMarks } from "./marks";
import type { PageMention } from "./page-mention";
import { watchPointer } from "./pointer";
import { createReport } from "./report";
import { createScanner } from "./scanner";
import { createStandBy } from "./stand-by";

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

/** Starts to read the frame. On a site that is switched off nothing is scanned, yet a selection can still be looked up. */
export function startReading({ ask, settings }: ReadingDeps): Reading {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const { look, siteOn } = settings();
  const marks = createMarks({ drawn: look.marks, signal, suspect: (blocks) => scanner?.suspect(blocks) });
  const standBy = createStandBy(ask);
  const host = createCardHost({
    ask,
    standBy,
    findCard,
    marks,
    settings,
    published: () => scanner?.published(),
    signal,
    now: () => performance.now(),
  });
  let watching = false;
  const watch = () => {
    if (!watching) watchPointer({ marks, host, settings, signal });
    watching = true;
  };
  const mentions = (): readonly PageMention[] => scanner?.mentions() ?? [];
  const report = createReport({ ask, mentions, signal });
  const scanner = siteOn
    ? createScanner({
        ask,
        standBy,
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

/** What the reader has selected, as a mention to stand a card beside; null when nothing is selected here. */
function mentionOfSelection(ticker: Ticker, name: string): PageMention | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = selection.getRangeAt(0);
  const element =
    commonAncestorContainer instanceof Element ? commonAncestorContainer : commonAncestorContainer.parentElement;
  if (!element) return null;
  const first = startContainer instanceof Text ? startContainer : null;
  const end = first === endContainer ? endOffset : (first?.length ?? 0);
  const block = {
    element,
    first,
    offset: 0,
    imprint: 0,
    nodes: first && startOffset < end ? { nodes: [first], offsets: [0] } : null,
  };
  return {
    ticker,
    name,
    surface: selection.toString().trim(),
    evidence: "bare",
    start: first ? startOffset : end,
    end,
    block,
    next: null,
  };
}
