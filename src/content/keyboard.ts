import type { CardHost } from "./card-host";
import type { Marks } from "./marks";
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
  readonly marks: Pick<Marks, "emphasise" | "linesOf">;
  readonly host: Pick<CardHost, "walk" | "open" | "dismiss">;
  readonly signal: AbortSignal;
}

/** Walks over mentions by scrolling and ringing them; the page's DOM and focus stay as they are. */
export function createKeyboardWalk({ mentions, marks, host, signal }: KeyboardDeps): KeyboardWalk {
  let current: PageMention | null = null;
  const forget = () => marks.emphasise(null);
  addEventListener("pointerdown", (event) => event.isTrusted && forget(), { capture: true, passive: true, signal });

  function rendered(): PageMention[] {
    return mentions().filter((mention) => marks.linesOf(mention).length > 0);
  }

  /** Of the current mention; −1 when there is none, or none any more. */
  function placeIn(all: readonly unknown[]): number {
    return all.indexOf(current);
  }

  function step(by: 1 | -1): void {
    const all = rendered();
    const at = placeIn(all);
    const target = at < 0 ? nearest(all, by) : all[(at + by + all.length) % all.length];
    if (target) goTo(target);
  }

  /** From where the reader looks: the first mention at or below the viewport's top, or the last one above its bottom. */
  function nearest(all: readonly PageMention[], by: 1 | -1): PageMention | undefined {
    const topOf = (mention: PageMention) => marks.linesOf(mention)[0]?.top ?? 0;
    return by === 1
      ? (all.find((mention) => topOf(mention) >= 0) ?? all[0])
      : (all.findLast((mention) => topOf(mention) < innerHeight) ?? all.at(-1));
  }

  function goTo(mention: PageMention): void {
    current = mention;
    const line = marks.linesOf(mention)[0];
    if (!line || line.top < 0 || line.bottom > innerHeight) {
      const element = mention.spans[0]?.node.parentElement ?? mention.block;
      element.scrollIntoView({ block: "center", behavior: "instant" });
    }
    marks.emphasise(mention);
    host.walk(mention);
  }

  return {
    next: () => step(1),
    previous: () => step(-1),
    open() {
      const all = rendered();
      const mention = all[placeIn(all)] ?? nearest(all, 1);
      if (!mention) return;
      if (mention !== current) goTo(mention);
      host.open(mention, { focus: true });
    },
    close() {
      host.dismiss();
      forget();
    },
    show(ticker) {
      const all = rendered().filter((mention) => mention.ticker === ticker);
      const mention = all[(placeIn(all) + 1) % all.length];
      if (!mention) return;
      goTo(mention);
      host.open(mention);
    },
  };
}
