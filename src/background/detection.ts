import { findMentions, type PageFacts } from "../domain/detection/mentions";
import { promisingTexts } from "../domain/detection/scouting";
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
  return {
    scout: async ({ published, ...texts }) => ok(promisingTexts(texts, await factsOf(published))),
    findMentions: async ({ blocks, published }) => ok(findMentions(blocks, await factsOf(published))),
  };
}
