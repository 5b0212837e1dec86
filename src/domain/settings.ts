import { PROVIDER_IDS, type ProviderId } from "../providers/catalogue";
import type { Horizon } from "./market/comparison";
import { isCovered } from "./site";
import { BENCHMARK, type Ticker } from "./ticker";

/** How sure detection must be of a mention. */
export const BOLDNESS = ["explicit", "normal", "bold"] as const;
/** How a card is opened: by hovering, by hovering with a key held, by a click. */
export const TRIGGERS = ["hover", "modifier", "click"] as const;
/** The keys that can be held while hovering. */
export const MODIFIERS = ["alt", "ctrl", "shift"] as const;
/** Which of a company's repeated mentions are underlined. */
export const REPEATS = ["paragraph", "page", "all"] as const;
/** The colour schemes; `page` is that of the page around the card. */
export const THEMES = ["auto", "page", "light", "dark"] as const;
/** The colours of rise and fall; `auto` goes by the reader's language. */
export const PALETTES = ["auto", "green-up", "red-up", "colour-blind", "mono"] as const;
/** How prices in hundredths are written: as the exchange quotes, or in the main unit. */
export const SUBUNITS = ["quoted", "main"] as const;
/** The forms of the card. */
export const CARD_FORMS = ["full", "compact"] as const;
/** The rows of the card that can be switched off. */
export const CARD_ROWS = [
  "chart",
  "horizons",
  "year-range",
  "in-article",
  "since-article",
  "other-listing",
  "after-hours",
] as const;
/** The sites that the card's name can lead to. */
export const QUOTE_PAGES = ["yahoo", "google", "marketwatch", "tradingview", "stockanalysis"] as const;

/** A surface that the reader says always names a listing. */
export interface AlwaysEntry {
  readonly surface: string;
  readonly ticker: Ticker;
}

/** A word that the reader wants unmarked on one site. */
export interface NeverHereEntry {
  readonly surface: string;
  readonly site: string;
}

/** Which mentions of a company are underlined. */
export type Repeats = (typeof REPEATS)[number];

/** Everything the reader can set, except keys, consent and the watchlist. Its defaults are its documentation. */
export interface Settings {
  readonly version: 1;
  readonly detection: {
    /** explicit: only exchange-qualified, cashtags, quote links and brackets; bold: also weakly supported names. */
    readonly boldness: (typeof BOLDNESS)[number];
    readonly never: readonly string[];
    readonly always: readonly AlwaysEntry[];
  };
  readonly trigger: {
    readonly kind: (typeof TRIGGERS)[number];
    readonly modifier: (typeof MODIFIERS)[number];
    /** 120–1000 ms of rest before the card shows. */
    readonly dwellMs: number;
  };
  readonly card: {
    readonly form: (typeof CARD_FORMS)[number];
    readonly rows: readonly (typeof CARD_ROWS)[number][];
    readonly horizon: Exclude<Horizon, "1D">;
    readonly quotePage: (typeof QUOTE_PAGES)[number];
    /** What every listing is compared with, in card and popup. */
    readonly benchmark: Ticker;
    /** Whether a listing abroad is also compared with the index of its own exchange. */
    readonly homeIndex: boolean;
    /** Whether the periods count dividends as reinvested, where the source tells them; else they are price returns. */
    readonly reinvested: boolean;
    /** Whether the details behind the answer are shown from the start; the card remembers how the reader left it. */
    readonly more: boolean;
  };
  readonly look: {
    readonly theme: (typeof THEMES)[number];
    readonly palette: (typeof PALETTES)[number];
    /** BCP 47 tag for numbers and dates; "" follows the browser. */
    readonly numbers: string;
    /** Hundredths as the exchange quotes them (`337.05p`), or in the whole currency (`£3.3705`). */
    readonly subunits: (typeof SUBUNITS)[number];
    readonly marks: boolean;
    /** Which mentions of a company are underlined: the first of each paragraph, the first of the page, or all. */
    readonly repeats: Repeats;
  };
  readonly source: {
    /** Keyed providers are asked only when their key is set. */
    readonly order: readonly ProviderId[];
  };
  readonly sites: {
    /** Hosts switched off; a host covers its subdomains. */
    readonly off: readonly string[];
    /** Words that are never marked on one site. */
    readonly never: readonly NeverHereEntry[];
  };
  readonly badge: boolean;
}

/** The settings of a reader who has changed none. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  detection: { boldness: "normal", never: [], always: [] },
  trigger: { kind: "hover", modifier: "alt", dwellMs: 300 },
  card: {
    form: "full",
    rows: ["chart", "horizons", "year-range", "in-article", "since-article", "other-listing"],
    horizon: "3M",
    quotePage: "yahoo",
    benchmark: BENCHMARK,
    homeIndex: true,
    reinvested: false,
    more: false,
  },
  look: { theme: "page", palette: "auto", numbers: "", subunits: "quoted", marks: true, repeats: "paragraph" },
  source: { order: PROVIDER_IDS },
  sites: { off: [], never: [] },
  badge: true,
};

/**
 * Shortest and longest rest before the card shows, milliseconds:
 * under 120 a passing pointer opens cards, over 1000 readers give up.
 */
export const DWELL_LIMITS_MS = { min: 120, max: 1000 } as const;

/** Most entries of a list the reader writes. More would hardly fit into one item of the browser's sync (8 kB). */
export const LIST_LIMIT = 200;

/** Some fields of some sections, with their new values. */
export type SettingsPatch = {
  readonly [S in Exclude<keyof Settings, "version" | "badge">]?: Partial<Settings[S]>;
} & { readonly badge?: boolean };

/** The settings with the fields of the patch changed; lists are replaced as a whole. */
export function applyPatch(settings: Settings, patch: SettingsPatch): Settings {
  return {
    version: settings.version,
    detection: { ...settings.detection, ...patch.detection },
    trigger: { ...settings.trigger, ...patch.trigger },
    card: { ...settings.card, ...patch.card },
    look: { ...settings.look, ...patch.look },
    source: { ...settings.source, ...patch.source },
    sites: { ...settings.sites, ...patch.sites },
    badge: patch.badge ?? settings.badge,
  };
}

/** The words that are not marked on a site (null: not a web page): those for all sites, and those for this one. */
export function neverMarked({ detection, sites }: Settings, site: string | null): readonly string[] {
  const here = sites.never.filter((entry) => site !== null && isCovered(site, [entry.site]));
  return [...detection.never, ...here.map(({ surface }) => surface)];
}

/** The part of the settings that a content script may read. */
export type PublicSettings = Pick<Settings, "detection" | "trigger" | "card" | "look" | "badge"> & {
  readonly consented: boolean;
  /** Whether the page's site is switched on. */
  readonly siteOn: boolean;
};

/** What our own pages may know of the stored settings beside their values. */
export interface SettingsState {
  readonly settings: Settings;
  /** When the reader agreed to network use, epoch milliseconds; null before that. */
  readonly agreedAt: number | null;
  /** Set when stored settings could not be read and were put aside: when, and which fields (empty: all of them). */
  readonly putAside: { readonly at: number; readonly fields: readonly string[] } | null;
  /** Whether the last change reached the browser's sync; it does not when the lists outgrow its quota. */
  readonly synced: boolean;
}
