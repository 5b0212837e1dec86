import { articleStatements } from "../../src/background/article-statements";
import { createCardChoices } from "../../src/background/card-choices";
import { createConsent } from "../../src/background/consent";
import { createDescribe } from "../../src/background/describe";
import { createDetection } from "../../src/background/detection";
import { openDirectory } from "../../src/background/directory/directory-image";
import { createPageMentions } from "../../src/background/page-mentions";
import { createPublication } from "../../src/background/publication";
import { createSettingsStore } from "../../src/background/settings";
import { createSettingsRequests } from "../../src/background/settings-requests";
import { createWatchlistStore } from "../../src/background/watchlist";
import { createWatchlistRequests } from "../../src/background/watchlist-requests";
import { fail, ok } from "../../src/domain/failure";
import { createFormat } from "../../src/domain/format";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { Handlers } from "../../src/platform/serve";
import type { RequestName } from "../../src/protocol/requests";
import { createMemoryStore } from "../fakes/memory-store";
import { starterListings } from "../fakes/starter-listings";

/** The background's own handlers over stores in memory, without a browser and without a network. */
export interface FakeBackground {
  readonly handlers: Handlers;
  /** What reached a handler, in order. */
  readonly called: { readonly request: RequestName; readonly payload: unknown }[];
  /** Everything the handlers could have changed. */
  readonly snapshot: () => unknown;
}

const opened = openDirectory(starterListings(), []);
const REFUSED = { kind: "no-consent" } as const;

export function createBackground(local: ReturnType<typeof createMemoryStore>): FakeBackground {
  const called: { request: RequestName; payload: unknown }[] = [];
  const sync = createMemoryStore();
  const acted: string[] = [];
  const act = async (what: string) => {
    acted.push(what);
  };
  const shared = { local, sync, now: () => 1_763_000_000_000, changed: () => undefined };
  const settings = createSettingsStore(shared);
  const watchlist = createWatchlistStore(shared);
  const consent = createConsent({ ...shared, browserAgreed: async () => false });
  const mentions = createPageMentions({
    session: createMemoryStore(),
    settings,
    askPage: async () => null,
    setBadge: async () => undefined,
    reported: () => undefined,
    wait: async () => undefined,
  });
  const { directory } = opened;
  const detection = createDetection({ openDirectory: async () => opened, settings: settings.read });
  const describe = createDescribe({ directory: async () => directory, isWatched: watchlist.has, text: String });
  const handlers: Handlers = {
    publication: createPublication(shared.now),
    identify: detection.identify,
    "directory-state": () => ok({ listings: 0, fetchedAt: null }),
    compare: () => fail(REFUSED),
    "article-statements": (question) =>
      articleStatements(question, {
        keptCloses: async () => null,
        wording: async () => ({ text: (key) => key, format: createFormat("en") }),
        hasOtherShare: async () => false,
      }),
    wake: () => ok(null),
    "public-settings": () => ok({ ...DEFAULT_SETTINGS, consented: false, siteOn: true }),
    "inject-mention-cards": () => ok(null),
    "inject-card": () => ok(null),
    "tell-card": () => ok(null),
    "dismiss-card": () => ok(null),
    "after-hours": () => ok(null),
    describe: ({ ticker }) => describe(ticker),
    "card-choice": createCardChoices(settings),
    "open-page": () => ok(null),
    "report-mentions": ({ tickers }, asker) => mentions.report(asker, tickers),
    "page-mentions": ({ tabId }) => mentions.list(tabId),
    "compare-rows": () => ok({}),
    search: () => ok({ listings: [], failure: null }),
    "look-once": async () => {
      await act("look-once");
      return ok(true);
    },
    "key-changed": async () => {
      await act("key-changed");
      return ok(null);
    },
    "test-key": async () => {
      await act("test-key");
      return ok({ failure: null, status: 200, said: "" });
    },
    "cache-size": () => ok({ tickers: 0, bytes: 0 }),
    "told-lately": () => ok([]),
    "clear-cache": async () => {
      await act("clear-cache");
      return ok(null);
    },
    ...createSettingsRequests(settings, watchlist, consent),
    ...createWatchlistRequests(watchlist, async (ticker) => directory.byTicker(ticker)?.name ?? ""),
  };
  return {
    handlers: recording(handlers, called),
    called,
    snapshot: () => structuredClone({ local: [...local.values], sync: [...sync.values], acted }),
  };
}

function recording(handlers: Handlers, called: { request: RequestName; payload: unknown }[]): Handlers {
  const entries = (Object.entries(handlers) as [RequestName, (...args: unknown[]) => unknown][]).map(
    ([request, handler]) => [
      request,
      (payload: unknown, asker: unknown) => {
        called.push({ request, payload });
        return handler(payload, asker);
      },
    ],
  );
  // The same keys with the same signatures, which Object.fromEntries forgets.
  return Object.fromEntries(entries) as Handlers;
}
