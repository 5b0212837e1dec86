import * as z from "zod/mini";
import type { PublicSettings, Settings, SettingsState } from "../domain/settings";
import { nothing, site } from "./payload-fields";
import { ANYONE, request } from "./request";

/** Requests about settings, sites and consent. */
export const SETTINGS_REQUESTS = {
  /** What a page may know of the reader's settings. */
  "public-settings": request<Record<string, never>, PublicSettings>(ANYONE, nothing),
  /** The settings and what the options page says of their storage. */
  "settings-state": request<Record<string, never>, SettingsState>(["own-page"], nothing),
  /**
   * Changes the fields of the patch. A patch with a field or value that is not allowed changes nothing; `refused` tells
   * where in the patch it is.
   */
  "change-settings": request<
    { patch: Record<string, unknown> },
    { readonly settings: Settings; readonly refused: readonly string[] }
  >(["own-page"], () => z.strictObject({ patch: z.record(z.string(), z.unknown()) })),
  /** Sets all settings to their defaults. Watchlist, keys and consent stay. */
  "reset-settings": request<Record<string, never>, Settings>(["own-page"], nothing),
  /** Forgets the unreadable settings that were kept aside. */
  "forget-aside": request<Record<string, never>, null>(["own-page"], nothing),
  /** Switches a site off or on again, in open tabs too. Fails if the list of sites that are off is full. */
  "switch-site": request<{ site: string; on: boolean }, null>(["own-page"], () =>
    z.strictObject({ site: site(), on: z.boolean() }),
  ),
  /** The reader agrees to network use; sent by the welcome page's button. */
  "give-consent": request<Record<string, never>, null>(["own-page"], nothing),
  /** The reader withdraws consent: from now on, nothing leaves the browser. */
  "withdraw-consent": request<Record<string, never>, null>(["own-page"], nothing),
  /** Opens one of our own pages in a tab. */
  "open-page": request<{ page: "options" | "welcome" }, null>(ANYONE, () =>
    z.strictObject({ page: z.enum(["options", "welcome"]) }),
  ),
} as const;
