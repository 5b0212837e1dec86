import type { Publication } from "../../domain/article";
import type { Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { PublicSettings } from "../../domain/settings";
import type { CardApi, CardEvents, CardRequest } from "../../protocol/card-api";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import type { VisibleCard } from "./hover-state";
import type { PlacedStatement } from "./page-statements";

/** Draws this frame's card, and knows what it shows. */
export interface CardDrawing {
  /** Shows this card, or none. Does nothing if the card shows that already. */
  readonly draw: (visible: VisibleCard<PageMention, Result<Comparison>> | null) => void;
  /** Sets beside which line of the mention its card will be, and whether the card takes the focus or is announced. */
  readonly planCard: (mention: PageMention, lineIndex: number, attention: CardRequest["attention"]) => void;
  /** Puts the card of a mention that replaces another one beside the same line. */
  readonly copyLineIndex: (from: PageMention, to: PageMention) => void;
  readonly lineIndexOf: (mention: PageMention) => number;
  readonly isOpen: () => boolean;
}

/** Where the card's content comes from, and whom to tell when it opens or closes. */
export interface CardDrawingDeps {
  /** This frame's card once its script has run; see `platform/card-slot.ts`. */
  readonly findCard: () => CardApi | null;
  readonly marks: Pick<Marks, "linesOf" | "elementOf">;
  readonly settings: () => PublicSettings;
  /** When the article was published, if the page states it. */
  readonly publication: () => Publication | null;
  /** What the article states of the listing, by the token of the stay; null until it is known. */
  readonly statementFor: (token: number) => PlacedStatement | null;
  readonly events: CardEvents;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What the card was last told to show. */
interface Drawn extends VisibleCard<PageMention, Result<Comparison>> {
  readonly card: CardApi;
  readonly statement: PlacedStatement | null;
}

/** Tells the card's script what to show, once for each change. */
export function createCardDrawing(deps: CardDrawingDeps): CardDrawing {
  const { findCard, marks, statementFor, onOpenChange } = deps;
  let drawn: Drawn | null = null;
  let attention: CardRequest["attention"] = "none";
  const lineIndexes = new WeakMap<PageMention, number>();
  const lineIndexOf = (mention: PageMention) => lineIndexes.get(mention) ?? 0;

  function show(next: Drawn): void {
    const wasOpen = drawn !== null;
    drawn = next;
    // Before the card is shown: one whose mention is outside the viewport closes at once, and tells so.
    if (!wasOpen) onOpenChange(true);
    const anchor = anchorOf(next.stay.mention, marks, lineIndexOf);
    next.card.show(requestFor(next, anchor, attention, deps), deps.events);
    // The focus moves once; later changes of the card are only announced.
    if (attention === "focus") attention = "announce";
  }

  return {
    draw(visible) {
      if (!visible && !drawn) return;
      const card = findCard();
      // Once the card's script is loaded, `card-machine.ts` draws again.
      if (!card) return;
      if (!visible) {
        card.hide();
        drawn = null;
        onOpenChange(false);
        return;
      }
      const { stay, answer } = visible;
      const statement = statementFor(stay.token);
      const isDrawn =
        drawn?.stay === stay &&
        drawn.answer === answer &&
        drawn.statement === statement &&
        // If the script was injected twice, a second card has replaced the first.
        drawn.card === card;
      if (!isDrawn) show({ card, stay, answer, statement });
    },
    planCard(mention, lineIndex, wanted) {
      lineIndexes.set(mention, lineIndex);
      attention = wanted;
    },
    copyLineIndex(from, to) {
      lineIndexes.set(to, lineIndexOf(from));
    },
    lineIndexOf,
    isOpen: () => drawn !== null,
  };
}

function requestFor(
  { stay: { mention }, answer, statement }: Drawn,
  anchor: CardRequest["anchor"],
  attention: CardRequest["attention"],
  { settings, publication }: CardDrawingDeps,
): CardRequest {
  return {
    ticker: mention.ticker,
    name: mention.name,
    // The card's menu offers never to mark this word again. A selection was never marked.
    surface: mention.isSelection ? "" : mention.surface,
    answer,
    stated: statement?.statement ?? null,
    isStatedElsewhere: statement !== null && !statement.contains(mention),
    published: publication()?.day,
    publishedAt: publication()?.at ?? undefined,
    settings: settings(),
    anchor,
    attention,
  };
}

function anchorOf(
  mention: PageMention,
  marks: Pick<Marks, "linesOf" | "elementOf">,
  lineIndexOf: (mention: PageMention) => number,
): CardRequest["anchor"] {
  const line = () => {
    // A selection that does not begin in a text node has no range of its own.
    if (mention.start === mention.end)
      return edgeIfTall(Element.prototype.getBoundingClientRect.call(mention.block.element));
    const all = marks.linesOf(mention);
    // With null the card stays where it is, and the mention watch closes it if its mention is gone. That does not watch
    // selections, so a selection without lines is given a place that closes the card.
    return all[lineIndexOf(mention)] ?? all[0] ?? (mention.isSelection ? outsideViewport() : null);
  };
  return { line, element: marks.elementOf(mention) };
}

/**
 * An element at least half as high as the window leaves little room above and below it, so the card is put below the
 * upper edge of the part that is in the window.
 */
function edgeIfTall(box: DOMRect): DOMRect {
  if (box.height < innerHeight / 2) return box;
  return new DOMRect(box.left, Math.min(box.bottom, Math.max(0, box.top)), box.width, 0);
}

function outsideViewport(): DOMRect {
  return new DOMRect(0, -1, 0, 0);
}
