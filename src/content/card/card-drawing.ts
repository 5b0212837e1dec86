import type { Result } from "../../domain/failure";
import type { LocalDate } from "../../domain/market/closes";
import type { Comparison } from "../../domain/market/comparison";
import type { PublicSettings } from "../../domain/settings";
import type { CardApi, CardEvents, CardRequest } from "../../protocol/card-api";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import type { Shown } from "./hover-state";
import type { PlacedStatement } from "./page-statements";

/** What the card of this frame shows now. */
export interface CardDrawing {
  /** Shows this card, or none; does nothing where that is so already. */
  readonly draw: (visible: Shown<PageMention, Result<Comparison>> | null) => void;
  /** The pointer, or a key, has come to a mention: which of its lines its card stands at, and how it asks for attention. */
  readonly begin: (mention: PageMention, line: number, attention: CardRequest["attention"]) => void;
  /** The mention has taken another's place, its line with it. */
  readonly replace: (mention: PageMention, by: PageMention) => void;
  readonly lineOf: (mention: PageMention) => number;
  /** Whether a card is drawn. */
  readonly isOpen: () => boolean;
}

export interface CardDrawingDeps {
  /** The card of this frame once its script has run; see `platform/card-slot.ts`. */
  readonly findCard: () => CardApi | null;
  readonly marks: Pick<Marks, "linesOf" | "elementOf">;
  readonly settings: () => PublicSettings;
  /** The article's publication day, when the page states it. */
  readonly published: () => LocalDate | undefined;
  /** What the article states of the listing of this stay; null while that is not known. */
  readonly stated: (token: number) => PlacedStatement | null;
  readonly events: CardEvents;
  /** Told when a card has come, and when it has gone. */
  readonly opened: (isOpen: boolean) => void;
}

interface Drawn extends Shown<PageMention, Result<Comparison>> {
  readonly by: CardApi;
  readonly stated: PlacedStatement | null;
}

/** Hands the hover machine's card to the card's script, each change once. */
export function createCardDrawing({
  findCard,
  marks,
  settings,
  published,
  stated,
  events,
  opened,
}: CardDrawingDeps): CardDrawing {
  let drawn: Drawn | null = null;
  let attention: CardRequest["attention"] = "none";
  const lines = new WeakMap<PageMention, number>();
  const lineOf = (mention: PageMention) => lines.get(mention) ?? 0;

  function anchorOf(mention: PageMention): CardRequest["anchor"] {
    const line = () => {
      // A selection over several text nodes.
      if (mention.start === mention.end) return mention.block.element.getBoundingClientRect();
      const all = marks.linesOf(mention);
      return all[lineOf(mention)] ?? all[0] ?? null;
    };
    return { line, element: marks.elementOf(mention) };
  }

  function show(by: CardApi, { on, answer }: Shown<PageMention, Result<Comparison>>): void {
    const wasOpen = drawn !== null;
    const said = stated(on.token);
    drawn = { by, on, answer, stated: said };
    const { ticker, name, surface } = on.mention;
    by.show(
      {
        ticker,
        name,
        surface: on.mention.isSelection ? "" : surface,
        answer,
        stated: said?.statement ?? null,
        isStatedElsewhere: said !== null && !said.holds(on.mention),
        published: published(),
        settings: settings(),
        anchor: anchorOf(on.mention),
        attention,
      },
      events,
    );
    // The focus moves once; what comes later is spoken.
    if (attention === "focus") attention = "announce";
    if (!wasOpen) opened(true);
  }

  return {
    draw(visible) {
      if (!visible && !drawn) return;
      const by = findCard();
      if (!by) return;
      if (!visible) {
        by.hide();
        drawn = null;
        opened(false);
        return;
      }
      // An injection that was asked for twice brings a second card, before which the first one goes.
      const isSame =
        drawn?.by === by &&
        drawn.on === visible.on &&
        drawn.answer === visible.answer &&
        drawn.stated === stated(visible.on.token);
      if (!isSame || attention === "focus") show(by, visible);
    },
    begin(mention, line, wanted) {
      lines.set(mention, line);
      attention = wanted;
    },
    replace(mention, by) {
      lines.set(by, lineOf(mention));
    },
    lineOf,
    isOpen: () => drawn !== null,
  };
}
