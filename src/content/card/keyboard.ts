import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { boxOf } from "../page/page-nodes";
import { createTrustedListener } from "../trusted-events";
import type { CardControl } from "./card-control";

/** Moves through the mentions. The first four functions answer the browser's commands, `show` answers the popup. */
export interface KeyboardWalk {
  readonly next: () => void;
  readonly previous: () => void;
  /**
   * Opens the card of the current mention, or of the first from the top of the viewport on, and moves the focus into
   * it.
   */
  readonly open: () => void;
  readonly close: () => void;
  /** Moves to the next mention of a ticker and opens its card. */
  readonly show: (ticker: string) => void;
}

interface KeyboardDeps {
  /** In document order. */
  readonly mentions: () => readonly PageMention[];
  readonly marks: Pick<Marks, "emphasise" | "linesOf" | "show">;
  readonly card: Pick<CardControl, "stepTo" | "open" | "dismiss">;
  readonly signal: AbortSignal;
}

type Direction = "forward" | "backward";

/** Scrolls to mentions and emphasises them. Only `open` moves the focus. */
export function createKeyboardWalk({ mentions, marks, card, signal }: KeyboardDeps): KeyboardWalk {
  /** Where the reader has come to; it may be outdated since. */
  let lastVisited: PageMention | null = null;
  const endEmphasis = () => marks.emphasise(null);
  createTrustedListener(signal)("pointerdown", endEmphasis);

  const isRendered = (mention: PageMention) => marks.linesOf(mention).length > 0;

  /**
   * The next rendered mention after the current one, from the end on to the beginning; without a current one, the first
   * from the top of the viewport on, or backward the last above its bottom.
   */
  function nextOf(all: readonly PageMention[], direction: Direction): PageMention | undefined {
    const ordered = direction === "forward" ? all : all.toReversed();
    const current = lastVisited && currentIn(all, lastVisited);
    const index = current ? ordered.indexOf(current) : -1;
    const ahead = index < 0 ? ordered.find((mention) => isAhead(mention, direction, marks)) : null;
    return ahead ?? [...ordered.slice(index + 1), ...ordered.slice(0, index + 1)].find(isRendered);
  }

  function step(direction: Direction): void {
    const next = nextOf(mentions(), direction);
    if (next) goTo(next);
  }

  function goTo(mention: PageMention): void {
    lastVisited = mention;
    marks.show(mention);
    card.stepTo(mention);
  }

  return {
    next: () => step("forward"),
    previous: () => step("backward"),
    open() {
      const all = mentions();
      const current = lastVisited && currentIn(all, lastVisited);
      const mention = current && isRendered(current) ? current : nextOf(all, "forward");
      if (!mention) return;
      if (mention !== current) goTo(mention);
      lastVisited = mention;
      card.open(mention, { focus: true });
    },
    close() {
      card.dismiss();
      endEmphasis();
    },
    show(ticker) {
      const ofTicker = mentions().filter((mention) => mention.ticker === ticker);
      const mention = nextOf(ofTicker, "forward");
      if (!mention) return;
      goTo(mention);
      card.open(mention);
    },
  };
}

/**
 * The mention itself or, if the page has been read again since, the one that stands for it now: at the same place in
 * the same element, or in a block with the same text.
 */
function currentIn(all: readonly PageMention[], mention: PageMention): PageMention | undefined {
  if (all.includes(mention)) return mention;
  const { ticker, start, block } = mention;
  return all.find(
    (one) =>
      one.ticker === ticker &&
      one.start === start &&
      (one.block.element === block.element || one.block.text === block.text),
  );
}

/** Whether a mention is below the top of the viewport or, going backward, above its bottom. */
function isAhead(mention: PageMention, direction: Direction, marks: KeyboardDeps["marks"]): boolean {
  const { bottom, height } = boxOf(mention.block.element);
  // The block's box is known faster than the mention's lines.
  if (direction === "forward" && height > 0 && bottom < 0) return false;
  const [line] = marks.linesOf(mention);
  return line !== undefined && (direction === "forward" ? line.top >= 0 : line.top < innerHeight);
}
