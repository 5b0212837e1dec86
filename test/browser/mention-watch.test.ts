import { afterEach, beforeEach, expect, it } from "vitest";
import { createMentionWatch } from "../../src/content/card/mention-watch";
import type { PageMention } from "../../src/content/page/page-mention";

const MENTION = { ticker: "BABA" } as PageMention;
const FRAMES = 30;
/** What the watch's clock goes on by in each frame. */
const FRAME_MS = 10;

let lifetime: AbortController;
beforeEach(() => {
  lifetime = new AbortController();
});
afterEach(() => lifetime.abort());

it.each([
  ["in each frame beside its open card", true, FRAMES],
  ["twenty times a second before that", false, (FRAMES * FRAME_MS) / 50],
])("looks at the mention %s", async (_, isOpen, expected) => {
  let time = 0;
  const looks: number[] = [];
  const watch = createMentionWatch({
    marks: {
      visibleLine() {
        looks.push(time);
        return new DOMRect(1, 2, 3, 4);
      },
      isCurrent: () => true,
      hitTest: () => null,
      isReplacedAt: () => false,
    },
    card: {
      mentionsInUse: () => [{ mention: MENTION, lineIndex: 0 }],
      isOpen: () => isOpen,
      isPinned: () => false,
      mentionGone: () => undefined,
      replaceMention: () => undefined,
      mentionMoved: () => undefined,
    },
    lookAgain: () => undefined,
    signal: lifetime.signal,
    now: () => time,
  });
  watch.start();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame);
    time += FRAME_MS;
  }
  expect(looks).toHaveLength(expected);
});
