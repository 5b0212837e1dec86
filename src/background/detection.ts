import { findMentions, searchBlocks } from "../domain/detection/mentions";
import { ok, type Result } from "../domain/failure";
import { publishersOf } from "../domain/publishers";
import { neverMarked, type Settings } from "../domain/settings";
import { siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { PayloadOf, ReplyOf } from "../protocol/requests";
import type { OpenDirectory } from "./directory/directory-image";

interface Dependencies {
  readonly openDirectory: () => Promise<OpenDirectory>;
  readonly settings: () => Promise<Settings>;
}

/** Answers which listings a page's text mentions. The text is forgotten with the answer. */
export function createDetection({ openDirectory, settings }: Dependencies): {
  readonly identify: (
    payload: PayloadOf<"identify">,
    asker: Pick<Asker, "url">,
  ) => Promise<Result<ReplyOf<"identify">>>;
} {
  return {
    async identify({ blocks, published }, { url }) {
      const [{ identify }, all] = await Promise.all([openDirectory(), settings()]);
      const site = siteOfAddress(url);
      const detection = { ...all.detection, never: neverMarked(all, site) };
      const facts = { identify, settings: detection, published, publishers: publishersOf(site) };
      return ok(findMentions(searchBlocks(blocks), facts));
    },
  };
}
