import { fail, ok } from "../domain/failure";
import { DEFAULT_SETTINGS, LIST_LIMIT, type SettingsState } from "../domain/settings";
import { isCovered } from "../domain/site";
import type { Handlers } from "../platform/serve";
import { readPatch } from "../protocol/settings-schema";
import type { Consent } from "./consent";
import type { SettingsStore } from "./settings";
import type { SettingsAside } from "./stored-settings";
import type { WatchlistStore } from "./watchlist";

type SettingsRequests = Pick<
  Handlers,
  | "give-consent"
  | "withdraw-consent"
  | "settings-state"
  | "change-settings"
  | "reset-settings"
  | "forget-aside"
  | "switch-site"
>;

/** Answers our own pages' requests about settings and consent. */
export function createSettingsRequests(
  settings: SettingsStore,
  watchlist: Pick<WatchlistStore, "read" | "putAsideAt" | "forgetAside">,
  consent: Consent,
): SettingsRequests {
  return {
    "give-consent": async () => {
      await consent.give();
      return ok(null);
    },
    "withdraw-consent": async () => {
      await consent.withdraw();
      return ok(null);
    },
    "settings-state": async () => {
      // Settings are read first, because reading puts aside what cannot be read.
      const current = await settings.read();
      await watchlist.read();
      const [agreedAt, aside, listAsideAt, synced] = await Promise.all([
        consent.agreedAt(),
        settings.aside(),
        watchlist.putAsideAt(),
        settings.isSynced(),
      ]);
      const putAside = together(aside, listAsideAt);
      return ok({ settings: current, agreedAt, putAside, synced });
    },
    "change-settings": async ({ patch }) => {
      const read = readPatch(patch);
      if ("refused" in read) return ok({ settings: await settings.read(), refused: read.refused });
      return ok({ settings: await settings.change(read.patch), refused: [] });
    },
    "reset-settings": async () => ok(await settings.replace(DEFAULT_SETTINGS)),
    "forget-aside": async () => {
      await settings.forgetAside();
      await watchlist.forgetAside();
      return ok(null);
    },
    "switch-site": async ({ site, on }) => {
      let isFull = false;
      await settings.change(({ sites: { off } }) => {
        if (on) return { sites: { off: off.filter((entry) => !isCovered(site, [entry])) } };
        isFull = off.length >= LIST_LIMIT && !off.includes(site);
        return isFull ? {} : { sites: { off: [...new Set([...off, site])] } };
      });
      return isFull ? fail({ kind: "list-full" }) : ok(null);
    },
  };
}

/** Settings and watchlist that were put aside, told as one; if all settings were, no field is named. */
function together(aside: SettingsAside | null, listAsideAt: number | null): SettingsState["putAside"] {
  if (listAsideAt === null) return aside && { at: aside.at, fields: aside.fields };
  return {
    at: aside?.at ?? listAsideAt,
    fields: [...(aside ? (aside.fields.length > 0 ? aside.fields : ["settings"]) : []), "watchlist"],
  };
}
