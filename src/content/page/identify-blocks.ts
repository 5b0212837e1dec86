import type { Publication } from "../../domain/article";
import { type Mention, MOST_LINKS, MOST_TEXTS } from "../../domain/detection/mention";
import type { Ask } from "../../platform/ask";
import { withoutEditable } from "./readable";
import type { Slices } from "./slices";
import type { TextBlock } from "./text-blocks";

/** A block that contains a name of the directory, and the mentions that detection decided on. */
export interface IdentifiedBlock<B extends TextBlock> {
  readonly block: B;
  readonly mentions: readonly Mention[];
}

/**
 * Asks the background which of the blocks contain names of the directory, and which of these are mentions. All blocks
 * are asked about together, because each is context for the others. Null if the background does not answer.
 */
export type Identify = <B extends TextBlock>(blocks: readonly B[]) => Promise<readonly IdentifiedBlock<B>[] | null>;

/** Most blocks of one question. */
export const MOST_BLOCKS_ASKED = MOST_TEXTS;
/** Longest text of one question. In the longest pages, the blocks that contain a name have a third of all text. */
const LONGEST_TEXT_ASKED = 1_000_000;

/** What goes beyond the limits of a question is left out, from the end of the list. */
export function createIdentify({
  ask,
  slices,
  publication,
  beforeMentions,
  onNoAnswer,
}: {
  readonly ask: Ask;
  readonly slices: Slices;
  /** When the page's article was published. */
  readonly publication: () => Publication | null;
  /** Awaited before mentions are returned. */
  readonly beforeMentions: () => Promise<unknown>;
  /** Called if the background does not answer. */
  readonly onNoAnswer: () => void;
}): Identify {
  return async (blocks) => {
    // Checked again here, as the reader may have begun to write in a block since it was read.
    const asked = withinLimits(withoutEditable(blocks));
    if (asked.length === 0) return [];
    let remainingLinks = MOST_LINKS;
    const texts = asked.map(({ text, links }) => {
      const sent = links.slice(0, remainingLinks);
      remainingLinks -= sent.length;
      return { text, links: sent };
    });
    const answer = await slices.waitFor(ask("identify", { blocks: texts, published: publication()?.day }));
    if (!answer.ok) {
      onNoAnswer();
      return null;
    }
    if (answer.value.some((mentions) => mentions !== null && mentions.length > 0)) {
      await slices.waitFor(beforeMentions());
    }
    return asked.flatMap((block, index) => {
      const mentions = answer.value[index];
      return mentions ? [{ block, mentions }] : [];
    });
  };
}

function withinLimits<B extends TextBlock>(blocks: readonly B[]): readonly B[] {
  let remainingLength = LONGEST_TEXT_ASKED;
  return blocks.slice(0, MOST_BLOCKS_ASKED).filter(({ text }) => {
    remainingLength -= text.length;
    return remainingLength >= 0;
  });
}
