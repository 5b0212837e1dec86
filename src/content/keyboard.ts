import type { CardHost } from "./card-host";
import type { Marks } from "./marks";
import { boxOf } from "./own-dom";
import type { PageMention } from "./page-mention";

/** The reader's way through the mentions by key: each verb answers one browser command. */
export interface KeyboardWalk {
  readonly next: () => void;
  readonly previous: () => void;
  /** Opens the card of the mention walked to, or of the first one in view, and moves the focus into it. */
  readonly open: () => void;
  readonly close: () => void;
  /** Walks to the next mention of a ticker and opens its card. */
  readonly show: (ticker: string) => void;
}

interface KeyboardDeps {
  /** In document order. */
  readonly mentions: () => readonly PageMention[];
  readonly marks: Pick<Marks, "emphasise" | "linesOf" | "elementOf">;
  readonly host: Pick<CardHost, "walk" | "open" | "dismiss">;
  readonly signal: AbortSignal;
}

/** Walks over mentions by scrolling and ringing them; the page's DOM and focus stay as they are. */
export function createKeyboardWalk({ mentions, marks, host, signal }: KeyboardDeps): KeyboardWalk {
  let current: PageMention | null = null;
  const forget = () => marks.emphasise(null);
  addEventListener("pointerdown", (event) => event.isTrusted && forget(), { capture: true, passive: true, signal });

  function isRendered(mention: PageMention): boolean {
    return marks.linesOf(mention).length > 0;
  }

  /** The next that is rendered on the way round, the current one at last; without a current one, from the reader's place. */
  function following(all: readonly PageMention[], by: 1 | -1): PageMention | undefined {
    const at = placeIn(all);
    if (at < 0) return nearest(all, by);
    return by === 1
      ? [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isRendered)
      : [...all.slice(at), ...all.slice(0, at)].findLast(isRendered);
  }

  /** Of the current mention; −1 when there is none, or none any more. */
  function placeIn(all: readonly unknown[]): number {
    return all.indexOf(current);
  }

  function step(by: 1 | -1): void {
    const target = following(mentions(), by);
    if (target) goTo(target);
  }

  /** From where the reader looks: the first mention at or below the viewport's top, or the last one above its bottom. */
  function nearest(all: readonly PageMention[], by: 1 | -1): PageMention | undefined {
    const isAhead = (mention: PageMention) => {
      const { bottom, height } = boxOf(mention.block.element);
      if (by === 1 && height > 0 && bottom < 0) return false;
      const [line] = marks.linesOf(mention);
      return line !== undefined && (by === 1 ? line.top >= 0 : line.top < innerHeight);
    };
    return by === 1 ? (all.find(isAhead) ?? all.find(isRendered)) : (all.findLast(isAhead) ?? all.findLast(isRendered));
  }

  function goTo(mention: PageMention): void {
    current = mention;
    const line = marks.linesOf(mention)[0];
    if (!line || line.top < 0 || line.bottom > innerHeight) {
      marks.elementOf(mention).scrollIntoView({ block: "center", behavior: "instant" });
    }
    marks.emphasise(mention);
    host.walk(mention);
  }

  return {
    next: () => step(1),
    previous: () => step(-1),
    open() {
      const all = mentions();
      const mention = current && placeIn(all) >= 0 && isRendered(current) ? current : nearest(all, 1);
      if (!mention) return;
      if (mention !== current) goTo(mention);
      host.open(mention, { focus: true });
    },
    close() {
      host.dismiss();
      forget();
    },
    show(ticker) {
      const all = mentions().filter((mention) => mention.ticker === ticker);
      const after = placeIn(all) + 1;
      const mention = [...all.slice(after), ...all.slice(0, after)].find(isRendered);
      if (!mention) return;
      goTo(mention);
      host.open(mention);
    },
  };
}
