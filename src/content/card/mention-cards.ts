import type { Publication } from "../../domain/article";
import type { PublicSettings } from "../../domain/settings";
import type { Ticker } from "../../domain/ticker";
import type { Ask } from "../../platform/ask";
import type { CardApi } from "../../protocol/card-api";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { createCardControl } from "./card-control";
import { createKeyboardWalk, type KeyboardWalk } from "./keyboard";
import { createMentionWatch } from "./mention-watch";
import { createPageStatements, type PageStatements } from "./page-statements";
import { type Pointer, watchPointer } from "./pointer";
import { selectedMention } from "./selected-mention";

/** Opens the cards of this frame's mentions, by pointer, presses, keys and commands. */
export interface MentionCards extends Pick<Pointer, "mentionsChanged">, Pick<PageStatements, "article"> {
  /** Answers the browser's commands. */
  readonly walk: KeyboardWalk;
  /** Opens the card of a listing beside the text that the reader has selected. */
  readonly openForSelection: (ticker: Ticker, name: string) => void;
  /** Closes the card, if one is open. */
  readonly dismiss: () => void;
  /** The reader has given consent: an open card that lacked it asks for its figures again. */
  readonly retryAfterConsent: () => void;
  /** A visible card asks for its figures again. */
  readonly askAgain: () => void;
}

/** What opening cards needs of the rest of the content script. */
export interface MentionCardsDeps {
  readonly ask: Ask;
  /** Wakes the background, because a question will follow in a moment. */
  readonly wakeBackground: () => void;
  /** The card of this frame; null before its script has run. */
  readonly findCard: () => CardApi | null;
  readonly marks: Marks;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** Called whenever a setting is needed, because some may change meanwhile. */
  readonly settings: () => PublicSettings;
  /** When the article was published, if the page states it. */
  readonly publication: () => Publication | null;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly signal: AbortSignal;
}

const uptimeMs = () => performance.now();

/** Listens to pointer and keys from now on, until `signal` aborts. */
export function createMentionCards(deps: MentionCardsDeps): MentionCards {
  const { marks, signal } = deps;
  const statements = createPageStatements(deps);
  const card = createCardControl({
    ...deps,
    // The parts call each other; these are called only after all are there.
    onMentionInUse: () => mentionWatch.start(),
    statements,
    now: uptimeMs,
  });
  const pointer = watchPointer({ ...deps, card });
  const mentionWatch = createMentionWatch({ marks, card, lookAgain: pointer.lookAgain, signal, now: uptimeMs });
  return {
    mentionsChanged: pointer.mentionsChanged,
    walk: createKeyboardWalk({ ...deps, card: { ...card, dismiss: pointer.dismiss } }),
    openForSelection(ticker, name) {
      const mention = selectedMention(ticker, name);
      if (mention) card.open(mention, { focus: true });
    },
    article: statements.article,
    dismiss: pointer.dismiss,
    retryAfterConsent: card.retryAfterConsent,
    askAgain: card.askAgain,
  };
}
