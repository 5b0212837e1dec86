import type { Settings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { Keys } from "../platform/keys";
import type { Access, Withheld } from "../platform/permissions";
import { factsOf, PROVIDER_IDS, type ProviderId } from "../providers/catalogue";
import type { TextOf } from "../ui/text";

/** One keyboard command of the extension; `shortcut` is "" where none is set. */
export interface Shortcut {
  readonly title: string;
  readonly shortcut: string;
}

/** What the options page needs of the browser. */
export interface OptionsDeps {
  readonly ask: Ask;
  readonly text: TextOf;
  readonly language: string;
  readonly version: string;
  readonly curatedSites: readonly string[];
  readonly keys: Keys;
  readonly onBroadcast: (listener: () => void) => () => void;
  readonly wearLook: (settings: Settings) => void;
  readonly currentAccess: () => Promise<Access>;
  /** Each of these opens the browser's prompt, so it must be called within a click. */
  readonly askForSite: (site: string) => Promise<boolean>;
  readonly askForAllSites: () => Promise<boolean>;
  readonly askForWithheld: (withheld: Withheld) => Promise<boolean>;
  /** Gives back what was granted for a site; `"*"` for all sites. */
  readonly giveBack: (site: string) => Promise<void>;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  readonly openShortcuts: () => Promise<void>;
  /** Saves a text as a file. */
  readonly download: (name: string, text: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The providers that need the reader's key. */
export const KEYED_PROVIDERS: readonly ProviderId[] = PROVIDER_IDS.filter((id) => factsOf(id).needsKey);
