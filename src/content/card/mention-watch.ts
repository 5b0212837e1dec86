import type { Point } from "../marks/elements-at-point";
import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import type { CardControl } from "./card-control";

/** Watches the mention that the reader is on, so that its card does not stay beside other words. */
export interface MentionWatch {
  /**
   * Checks again and again from now on, with each animation frame while a card is open, until no mention is in use and
   * none has gone in the last ten seconds.
   */
  readonly start: () => void;
}

interface MentionWatchDeps {
  readonly marks: Pick<Marks, "visibleLine" | "hitTest" | "isReplacedAt" | "isCurrent">;
  readonly card: Pick<
    CardControl,
    "mentionsInUse" | "mentionGone" | "replaceMention" | "mentionMoved" | "isPinned" | "isOpen"
  >;
  /** Looks again what is under the pointer. */
  readonly lookAgain: () => void;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Before a card is open, nobody notices if we learn a moment late that its mention has moved or gone. */
const CHECK_BEFORE_CARD_MS = 50;

/**
 * A card waits at most this long for the new nodes of its mention to be read. Usually that takes 400 ms, on a slow
 * machine more.
 */
const LONGEST_UNREAD_MS = 2_000;

/**
 * For this long after a mention has gone from under the pointer, we look whether another has come there: the next
 * slide of a slide show, or text that was just read, which takes seconds on a busy machine.
 */
const AFTER_GONE_MS = 10_000;

/**
 * Where a mention was last seen. `unreadSince`: since when its words have stood in new nodes that are not read yet;
 * null if they are read.
 */
interface LastSeen {
  readonly line: DOMRect;
  readonly unreadSince: number | null;
}

/** Makes the card move with its mention, or close when the mention goes. Ends with `signal`. */
export function createMentionWatch({ marks, card, lookAgain, signal, now }: MentionWatchDeps): MentionWatch {
  const lastSeen = new WeakMap<PageMention, LastSeen>();
  let checkedAt = -CHECK_BEFORE_CARD_MS;
  // So that, at the start, no mention counts as having gone lately.
  let goneAt = -AFTER_GONE_MS;

  function checkAll(): void {
    checkedAt = now();
    const inUse = card.mentionsInUse();
    for (const hit of inUse) if (!hit.mention.isSelection) check(hit);
    // While the new nodes of a mention are unread, nothing is found under the pointer, and asking would close the card.
    if (!card.isPinned() && !inUse.some(({ mention }) => isReadingAwaited(lastSeen.get(mention), now()))) lookAgain();
  }

  function check({ mention, lineIndex }: Hit): void {
    const before = lastSeen.get(mention);
    const line = marks.visibleLine(mention, lineIndex);
    if (line && marks.isCurrent(mention)) {
      lastSeen.set(mention, { line, unreadSince: null });
      if (before && !isSamePlace(before.line, line)) card.mentionMoved();
      return;
    }
    const place = line ?? before?.line;
    const replacement = place && replacementAt(middleOf(place), mention);
    if (!place || !replacement) onGone(mention);
    else if (replacement !== "unread") {
      // The page may write these words anew before the next frame, too.
      lastSeen.set(replacement, { line: place, unreadSince: null });
      card.replaceMention(mention, replacement);
    } else {
      const seen = { line: place, unreadSince: before?.unreadSince ?? now() };
      if (isReadingAwaited(seen, now())) lastSeen.set(mention, seen);
      else onGone(mention);
    }
  }

  /**
   * The mention of the same listing at this point; "unread" if the words are there but the page is not read again yet.
   */
  function replacementAt(point: Point, mention: PageMention): PageMention | "unread" | null {
    const hit = marks.hitTest(point)?.mention;
    if (hit && hit !== mention) return hit.ticker === mention.ticker ? hit : null;
    return marks.isReplacedAt(point, mention) ? "unread" : null;
  }

  function onGone(mention: PageMention): void {
    // A pinned card may have been opened without the pointer, so the pointer does not say where to look again.
    if (!card.isPinned()) goneAt = now();
    card.mentionGone(mention);
  }

  const start = createFrameLoop(() => {
    if (card.isOpen() || now() - checkedAt >= CHECK_BEFORE_CARD_MS) checkAll();
    return card.mentionsInUse().length > 0 || now() - goneAt < AFTER_GONE_MS;
  }, signal);
  return { start };
}

/** Makes a function that calls `onFrame` with each animation frame from then on, until that returns false. */
function createFrameLoop(onFrame: () => boolean, signal: AbortSignal): () => void {
  let request = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(request));
  function start(): void {
    if (request === 0 && !signal.aborted) request = requestAnimationFrame(next);
  }
  function next(): void {
    request = 0;
    if (onFrame()) start();
  }
  return start;
}

function isReadingAwaited(seen: LastSeen | undefined, now: number): boolean {
  return typeof seen?.unreadSince === "number" && now - seen.unreadSince < LONGEST_UNREAD_MS;
}

function middleOf({ left, top, width, height }: DOMRect): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

function isSamePlace(one: DOMRect, other: DOMRect): boolean {
  return (["left", "top", "right", "bottom"] as const).every((edge) => one[edge] === other[edge]);
}
