import { findMentions, type PageFacts, searchBlocks } from "../domain/detection/mentions";
import { promisingTexts, surfacesOf } from "../domain/detection/scouting";
import { ok, type Result } from "../domain/failure";
import { neverMarked, type Settings } from "../domain/settings";
import { siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { PayloadOf, ReplyOf } from "../protocol";
import type { OpenDirectory } from "./directory/directory-image";

interface Dependencies {
  readonly openDirectory: () => Promise<OpenDirectory>;
  readonly settings: () => Promise<Settings>;
}

type PageAsker = Pick<Asker, "url">;
type Answer<N extends "scout" | "find-mentions"> = (
  payload: PayloadOf<N>,
  asker: PageAsker,
) => Promise<Result<ReplyOf<N>>>;

/** Answers the two questions of a page's script. Nothing of a page is kept: its text is forgotten with the answer. */
export function createDetection({ openDirectory, settings }: Dependencies): {
  readonly scout: Answer<"scout">;
  readonly findMentions: Answer<"find-mentions">;
} {
  const factsOf = async (published: PageFacts["published"], { url }: PageAsker): Promise<PageFacts> => {
    const [{ identify }, all] = await Promise.all([openDirectory(), settings()]);
    const never = neverMarked(all, siteOfAddress(url));
    return { identify, settings: { ...all.detection, never }, published };
  };
  /** Searches while the browser's storage, which takes as long, is asked for what is to be known of the page. */
  const searched = async <T>(
    search: () => T,
    published: PageFacts["published"],
    asker: PageAsker,
  ): Promise<readonly [T, PageFacts]> => {
    const facts = factsOf(published, asker);
    // Settings are read in their turn, which has come when this goes on.
    await undefined;
    return [search(), await facts];
  };
  return {
    scout: async ({ published, ...texts }, asker) =>
      ok(promisingTexts(...(await searched(() => surfacesOf(texts), published, asker)))),
    findMentions: async ({ blocks, published }, asker) =>
      ok(findMentions(...(await searched(() => searchBlocks(blocks), published, asker)))),
  };
}
