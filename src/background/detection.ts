import { findMentions, type PageFacts, searchBlocks } from "../domain/detection/mentions";
import { promisingTexts, surfacesOf } from "../domain/detection/scouting";
import { ok, type Result } from "../domain/failure";
import type { Settings } from "../domain/settings";
import type { PayloadOf, ReplyOf } from "../protocol";
import type { OpenDirectory } from "./directory/directory-image";

interface Dependencies {
  readonly openDirectory: () => Promise<OpenDirectory>;
  readonly settings: () => Promise<Settings>;
}

type Answer<N extends "scout" | "find-mentions"> = (payload: PayloadOf<N>) => Promise<Result<ReplyOf<N>>>;

/** Answers the two questions of a page's script. Nothing of a page is kept: its text is forgotten with the answer. */
export function createDetection({ openDirectory, settings }: Dependencies): {
  readonly scout: Answer<"scout">;
  readonly findMentions: Answer<"find-mentions">;
} {
  const factsOf = async (published: PageFacts["published"]): Promise<PageFacts> => {
    const [{ identify }, { detection }] = await Promise.all([openDirectory(), settings()]);
    return { identify, settings: detection, published };
  };
  /** Searches while the browser's storage, which takes as long, is asked for what is to be known of the page. */
  const searched = async <T>(search: () => T, published: PageFacts["published"]): Promise<readonly [T, PageFacts]> => {
    const facts = factsOf(published);
    // Settings are read in their turn, which has come when this goes on.
    await undefined;
    return [search(), await facts];
  };
  return {
    scout: async ({ published, ...texts }) =>
      ok(promisingTexts(...(await searched(() => surfacesOf(texts), published)))),
    findMentions: async ({ blocks, published }) =>
      ok(findMentions(...(await searched(() => searchBlocks(blocks), published)))),
  };
}
