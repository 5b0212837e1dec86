import type { PageHandlers } from "../platform/ask-page";
import type { CardControl } from "./card/card-control";
import type { KeyboardWalk } from "./card/keyboard";
import type { OtherFrames } from "./card/other-frames";
import type { PageStatements } from "./card/page-statements";
import type { Scanner } from "./page/scanner";
import type { selectedMention } from "./page/selected-mention";
import type { Report } from "./report";

interface PageAnswersDeps {
  readonly walk: KeyboardWalk;
  readonly card: Pick<CardControl, "open">;
  readonly otherFrames: OtherFrames;
  readonly report: Report;
  /** Null where the site is switched off. */
  readonly scanner: Pick<Scanner, "settled" | "publication"> | null;
  readonly statements: Pick<PageStatements, "article">;
  readonly selectedMention: typeof selectedMention;
  /** Starts to listen to pointer and keys, if that has not happened yet. */
  readonly startPointer: () => void;
}

/** Answers what the background and the popup ask of this frame. */
export function createPageAnswers(deps: PageAnswersDeps): PageHandlers {
  const { walk, card, otherFrames, report, scanner, statements, startPointer } = deps;
  return {
    "next-mention": walk.next,
    "previous-mention": walk.previous,
    "open-card": walk.open,
    "close-card": walk.close,
    "card-elsewhere": otherFrames.cardChanged,
    "dismiss-card": walk.close,
    "list-mentions": async () => {
      // Null has the popup say that Sidequote is off here.
      if (!scanner) return null;
      await scanner.settled;
      return report.frameMentions();
    },
    article: async () => {
      const day = scanner?.publication()?.day;
      return day ? statements.article(day) : null;
    },
    "show-mention": ({ ticker }) => walk.show(ticker),
    "show-card-for-selection": async ({ ticker, name }) => {
      const mention = deps.selectedMention(ticker, name);
      if (!mention) return true;
      // On a page without mentions nothing listens yet for Esc and presses, which close the card.
      startPointer();
      card.open(mention, { focus: true });
      return true;
    },
  };
}
