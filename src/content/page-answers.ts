import type { PageHandlers } from "../platform/ask-page";
import type { MentionCards } from "./card/mention-cards";
import type { MentionCardsLoader } from "./mention-cards-loader";
import type { OtherFrames } from "./other-frames";
import type { Scanner } from "./page/scanner";
import type { Report } from "./report";

interface PageAnswersDeps {
  readonly cards: MentionCardsLoader;
  readonly otherFrames: OtherFrames;
  readonly report: Report;
  /** Null where the site is switched off. */
  readonly scanner: Pick<Scanner, "settled" | "publication"> | null;
}

/** Answers what the background and the popup ask of this frame. */
export function createPageAnswers({ cards, otherFrames, report, scanner }: PageAnswersDeps): PageHandlers {
  const withCards = async (act: (cards: MentionCards) => void) => {
    const loaded = await cards.load();
    if (loaded) act(loaded);
    return loaded !== null;
  };
  const close = () => cards.current()?.walk.close();
  return {
    "next-mention": () => withCards(({ walk }) => walk.next()),
    "previous-mention": () => withCards(({ walk }) => walk.previous()),
    "open-card": () => withCards(({ walk }) => walk.open()),
    "close-card": close,
    "card-elsewhere": otherFrames.cardChanged,
    "dismiss-card": close,
    "list-mentions": async () => {
      // Null has the popup say that Sidequote is off here.
      if (!scanner) return null;
      await scanner.settled;
      return report.frameMentions();
    },
    article: async () => {
      const day = scanner?.publication()?.day;
      return day ? (cards.current()?.article(day) ?? null) : null;
    },
    "show-mention": ({ ticker }) => withCards(({ walk }) => walk.show(ticker)),
    "show-card-for-selection": async ({ ticker, name }) =>
      (await withCards(({ openForSelection }) => openForSelection(ticker, name))) || null,
  };
}
