import { type Mention, MOST_LINKS, MOST_TEXTS } from "../../domain/detection/mention";
import type { LocalDate } from "../../domain/market/closes";
import type { Ask } from "../../platform/ask";
import { isEditable } from "./readable";
import type { Slices } from "./slices";
import type { TextBlock } from "./text-blocks";

/** A block that names somebody the directory knows, and what is decided to be a mention in it. */
export interface Identified<B extends TextBlock> {
  readonly block: B;
  readonly mentions: readonly Mention[];
}

/** The blocks that name somebody, in their order; each block is context for the others. Null when the background does not answer. */
export type Identify = <B extends TextBlock>(blocks: readonly B[]) => Promise<readonly Identified<B>[] | null>;

/** Most blocks and most text that are decided on together; in the longest pages a third of the text stands in blocks that name anybody. */
export const MOST_TOGETHER = MOST_TEXTS;
const MOST_TEXT = 1_000_000;

export function createIdentify({
  ask,
  slices,
  published,
}: {
  readonly ask: Ask;
  readonly slices: Slices;
  readonly published: () => LocalDate | undefined;
}): Identify {
  return async (blocks) => {
    // Looked at now, as the reader may have begun to write since the page was read.
    const readable = withinLimits(blocks.filter(({ element }) => !isEditable(element)));
    if (readable.length === 0) return [];
    let room = MOST_LINKS;
    const texts = readable.map(({ text, links }) => {
      const sent = links.slice(0, room);
      room -= sent.length;
      return { text, links: sent };
    });
    const answer = await slices.waitFor(ask("identify", { blocks: texts, published: published() }));
    if (!answer.ok) return null;
    return readable.flatMap((block, index) => {
      const mentions = answer.value[index];
      return mentions ? [{ block, mentions }] : [];
    });
  };
}

function withinLimits<B extends TextBlock>(blocks: readonly B[]): readonly B[] {
  let left = MOST_TEXT;
  return blocks.slice(0, MOST_TOGETHER).filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}
