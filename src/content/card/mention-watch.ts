import type { Hit, Point } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import { type PageMention, wordsOf } from "../page/page-mention";
import type { CardHost } from "./card-host";

/** Looks after the mention that the reader is on, so that no card stands over other words. */
export interface MentionWatch {
  /** Begins to look, on each frame, until nothing is rested on and no card is open. */
  readonly begin: () => void;
}

interface MentionWatchDeps {
  readonly marks: Pick<Marks, "seenLine" | "hitTest" | "saysAt" | "knows">;
  readonly host: Pick<CardHost, "standing" | "lose" | "replace" | "follow" | "isPinned">;
  /** Asks anew what is under the pointer, although it has not moved. */
  readonly pointAgain: () => void;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** The page's text is read again within 400 ms of a change, or when the machine comes to it: so long do the same words in other nodes keep their card. */
const UNREAD_MS = 2_000;

/** So long after a hovered mention went each frame may bring another one to the pointer: text is read, a slide moves. */
const MOVING_MS = 3_000;

/** Where a mention was seen last, and since when its own nodes no longer say it. */
interface Sight {
  readonly line: DOMRect;
  readonly unreadSince: number | null;
}

/** Has the card follow its mention, or go with it. Nothing runs while no mention is rested on. Ends with `signal`. */
export function createMentionWatch({ marks, host, pointAgain, signal, now }: MentionWatchDeps): MentionWatch {
  const sights = new WeakMap<PageMention, Sight>();
  let frame = 0;
  let lostAt = -MOVING_MS;
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));

  function look(): void {
    frame = 0;
    const standing = host.standing();
    for (const hit of standing) if (!hit.mention.isSelection) lookAt(hit);
    if (!host.isPinned()) pointAgain();
    if (standing.length > 0 || now() - lostAt < MOVING_MS) begin();
  }

  function lookAt({ mention, line: index }: Hit): void {
    const before = sights.get(mention);
    const line = marks.seenLine(mention, index);
    if (line && marks.knows(mention)) {
      sights.set(mention, { line, unreadSince: null });
      if (before && placeOf(before.line) !== placeOf(line)) host.follow();
      return;
    }
    const place = line ?? before?.line;
    const successor = place && successorOf(mention, middleOf(place));
    const unreadSince = before?.unreadSince ?? now();
    if (place && successor === "unread" && now() - unreadSince < UNREAD_MS) {
      sights.set(mention, { line: place, unreadSince });
    } else if (successor && successor !== "unread") host.replace(mention, successor);
    else lose(mention);
  }

  /** The mention that says the same at the same place; "unread" where the words are there and no mention is yet. */
  function successorOf(mention: PageMention, at: Point): PageMention | "unread" | null {
    const hit = marks.hitTest(at.x, at.y)?.mention;
    if (hit && hit !== mention) return hit.ticker === mention.ticker ? hit : null;
    return marks.saysAt(at, wordsOf(mention)) ? "unread" : null;
  }

  function lose(mention: PageMention): void {
    // A card opened by key or tap says nothing of where the pointer is.
    if (!host.isPinned()) lostAt = now();
    host.lose(mention);
  }

  function begin(): void {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(look);
  }

  return { begin };
}

function middleOf({ left, top, width, height }: DOMRect): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

const placeOf = ({ left, top, width, height }: DOMRect) => [left, top, width, height].join();
