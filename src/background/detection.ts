import { withAlwaysList } from "../domain/detection/always-list";
import { findMentions } from "../domain/detection/mentions";
import { ok, type Result } from "../domain/failure";
import type { Settings } from "../domain/settings";
import type { PayloadOf, ReplyOf } from "../protocol";
import type { OpenDirectory } from "./directory/directory-image";

interface Dependencies {
  readonly openDirectory: () => Promise<OpenDirectory>;
  readonly settings: () => Promise<Settings>;
}

type Answer<N extends "identify" | "find-mentions"> = (payload: PayloadOf<N>) => Promise<Result<ReplyOf<N>>>;

/** Answers the two questions of a page's script. Nothing of a page is kept: what it asks is forgotten with the answer. */
export function createDetection({ openDirectory, settings }: Dependencies): {
  readonly identify: Answer<"identify">;
  readonly findMentions: Answer<"find-mentions">;
} {
  return {
    identify: async ({ surfaces, published }) => {
      const [{ identify }, { detection }] = await Promise.all([openDirectory(), settings()]);
      const known = withAlwaysList(identify(surfaces, published), surfaces, detection.always);
      return ok(surfaces.flatMap((surface, place) => (Object.hasOwn(known, surface) ? [place] : [])));
    },
    findMentions: async ({ blocks, published }) => {
      const [{ identify }, { detection }] = await Promise.all([openDirectory(), settings()]);
      return ok(findMentions(blocks, { identify, settings: detection, published }));
    },
  };
}
