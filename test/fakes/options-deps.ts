import { fail, ok, type ProviderId, type Result } from "../../src/domain/failure";
import { applyPatch, DEFAULT_SETTINGS, type SettingsPatch, type SettingsState } from "../../src/domain/settings";
import type { WatchedListing } from "../../src/domain/watchlist";
import type { OptionsDeps } from "../../src/options/options-deps";
import type { Ask } from "../../src/platform/ask";
import { readPatch } from "../../src/platform/settings-schema";
import type { KeyTest } from "../../src/protocol";
import { englishText } from "./popup-deps";

interface World {
  readonly state: SettingsState;
  readonly watchlist: readonly WatchedListing[];
  readonly granted: readonly string[];
  readonly grants: boolean;
  readonly keyTest: KeyTest;
  readonly keys: Readonly<Partial<Record<ProviderId, string>>>;
}

const FRESH: World = {
  state: { settings: DEFAULT_SETTINGS, agreedAt: Date.UTC(2025, 10, 1), putAside: null, synced: true },
  watchlist: [],
  granted: [],
  grants: true,
  keyTest: { failure: null, status: 200, said: "" },
  keys: {},
};

/** The options page's surroundings as a test wants them. */
export function createOptionsWorld(world: Partial<World> = {}) {
  let now: World = { ...FRESH, ...world };
  const keys = new Map(Object.entries(now.keys));
  const asked: { request: string; payload: unknown }[] = [];
  const downloads: { name: string; text: string }[] = [];
  const replies: Record<string, (payload: never) => Result<unknown>> = {
    "settings-state": () => ok(now.state),
    "change-settings": ({ patch }: { patch: Record<string, unknown> }) => {
      const read = readPatch(patch);
      if ("refused" in read) return ok({ settings: now.state.settings, refused: read.refused });
      return ok({ settings: save(read.patch), refused: [] });
    },
    "reset-settings": () => ok(save(DEFAULT_SETTINGS)),
    "switch-site": ({ site, on }: { site: string; on: boolean }) => {
      const off = now.state.settings.sites.off.filter((entry) => entry !== site);
      save({ sites: { off: on ? off : [...off, site] } });
      return ok(null);
    },
    "forget-aside": () => {
      now = { ...now, state: { ...now.state, putAside: null } };
      return ok(null);
    },
    "give-consent": () => agree(1),
    "withdraw-consent": () => agree(null),
    watchlist: () => ok(now.watchlist),
    "change-watchlist": ({ changes }: { changes: { change: string; ticker: string; listing?: WatchedListing }[] }) => {
      for (const { change, ticker, listing } of changes) {
        const others = now.watchlist.filter((one) => one.ticker !== (listing?.ticker ?? ticker));
        now = { ...now, watchlist: change === "add" && listing ? [...others, listing] : others };
      }
      return ok(now.watchlist);
    },
    "test-key": () => ok(now.keyTest),
    "key-changed": () => ok(null),
    "cache-size": () => ok({ tickers: 12, bytes: 345_678 }),
    "clear-cache": () => ok(null),
  };
  function save(patch: SettingsPatch) {
    now = { ...now, state: { ...now.state, settings: applyPatch(now.state.settings, patch) } };
    return now.state.settings;
  }
  function agree(agreedAt: number | null) {
    now = { ...now, state: { ...now.state, agreedAt } };
    return ok(null);
  }
  const ask = (async (request: string, payload: unknown) => {
    asked.push({ request, payload });
    return replies[request]?.(payload as never) ?? fail({ kind: "no-answer" });
  }) as Ask;
  const deps: OptionsDeps = {
    ask,
    text: englishText,
    language: "en-US",
    version: "0.1.0",
    curatedSites: ["www.reuters.com", "www.cnbc.com"],
    keys: {
      get: async (provider) => keys.get(provider) ?? null,
      set: async (provider, key) => void (key ? keys.set(provider, key) : keys.delete(provider)),
    },
    onNews: () => () => undefined,
    wearLook: () => undefined,
    grantedSites: async () => now.granted,
    askForSite: async (site) => {
      if (now.grants) now = { ...now, granted: [...now.granted, site] };
      return now.grants;
    },
    askForAllSites: async () => {
      if (now.grants) now = { ...now, granted: [...now.granted, "*"] };
      return now.grants;
    },
    giveBack: async (site) => {
      now = { ...now, granted: now.granted.filter((one) => one !== site) };
    },
    shortcuts: async () => [
      { title: "Next company on the page", shortcut: "Alt+Shift+N" },
      { title: "Close the card", shortcut: "" },
    ],
    openShortcuts: async () => undefined,
    download: (name, text) => void downloads.push({ name, text }),
    now: () => Date.UTC(2025, 10, 12),
  };
  return { deps, asked, downloads, keys, state: () => now.state, watchlist: () => now.watchlist };
}
