import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import { boxOf } from "../page/page-nodes";
import type { CardHost } from "./card-host";

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

  /** The next one on the way round that is rendered, the current one at last; without a current one, from where the reader looks. */
  function following(all: readonly PageMention[], by: 1 | -1): PageMention | undefined {
    const ordered = by === 1 ? all : all.toReversed();
    const at = current ? ordered.indexOf(current) : -1;
    const ahead = at < 0 ? ordered.find((mention) => isAhead(mention, by)) : null;
    return ahead ?? [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)].find(isRendered);
  }

  /** At or below the viewport's top or, on the way back, above its bottom. */
  function isAhead(mention: PageMention, by: 1 | -1): boolean {
    const { bottom, height } = boxOf(mention.block.element);
    if (by === 1 && height > 0 && bottom < 0) return false;
    const [line] = marks.linesOf(mention);
    return line !== undefined && (by === 1 ? line.top >= 0 : line.top < innerHeight);
  }

  function step(by: 1 | -1): void {
    const target = following(mentions(), by);
    if (target) goTo(target);
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
      const mention = current && all.includes(current) && isRendered(current) ? current : following(all, 1);
      if (!mention) return;
      if (mention !== current) goTo(mention);
      host.open(mention, { focus: true });
    },
    close() {
      host.dismiss();
      forget();
    },
    show(ticker) {
      const mention = following(
        mentions().filter((one) => one.ticker === ticker),
        1,
      );
      if (!mention) return;
      goTo(mention);
      host.open(mention);
    },
  };
}
