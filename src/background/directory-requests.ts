import { ok } from "../domain/failure";
import type { Settings } from "../domain/settings";
import type { Handlers } from "../platform/serve";
import type { TextOf } from "../ui/text";
import type { Comparisons } from "./closes/comparisons";
import { comparisonAsker } from "./comparison-asker";
import { createDescribe } from "./describe";
import { createDetection } from "./detection";
import type { DirectoryKeeper } from "./directory/directory-keeper";
import { createSearch } from "./search";
import type { WatchlistStore } from "./watchlist";

interface Dependencies {
  readonly directory: DirectoryKeeper;
  readonly settings: () => Promise<Settings>;
  readonly watchlist: Pick<WatchlistStore, "has">;
  readonly hasConsent: () => Promise<boolean>;
  readonly figures: () => Promise<Pick<Comparisons, "search">>;
  readonly text: TextOf;
}

/** Answers requests about the directory: what a text mentions, what a listing is, and which listings match a search. */
export function createDirectoryRequests({
  directory,
  settings,
  watchlist,
  hasConsent,
  figures,
  text,
}: Dependencies): Pick<Handlers, "identify" | "describe" | "search" | "directory-state"> {
  const opened = async () => (await directory.open()).directory;
  const describe = createDescribe({ directory: opened, isWatched: watchlist.has, text });
  const search = createSearch({
    listings: async () => (await opened()).listings(),
    hasConsent,
    askProvider: async (query, asker) => (await figures()).search(query, asker),
    text,
  });
  return {
    identify: createDetection({ openDirectory: directory.open, settings }).identify,
    describe: ({ ticker }) => describe(ticker),
    search: ({ query, isPrivate }, asker) => search(query, isPrivate ? { isPrivate } : comparisonAsker(asker)),
    "directory-state": async () => ok(await directory.state()),
  };
}
