import type { Settings } from "../domain/settings";
import type { MessageKey, TextOf } from "../ui/text";

type Section = Exclude<keyof Settings, "version" | "badge">;

/** What the page calls each field of the settings. */
const FIELDS: { readonly [S in Section]: Readonly<Record<keyof Settings[S], MessageKey>> } = {
  detection: { boldness: "options_boldness", never: "options_never", always: "options_always" },
  trigger: { kind: "options_trigger", modifier: "options_modifierKey", dwellMs: "options_trigger" },
  card: {
    form: "options_form",
    rows: "options_rows",
    horizon: "options_horizon",
    quotePage: "options_quotePage",
    benchmark: "options_benchmark",
    homeIndex: "options_homeIndex",
    reinvested: "options_reinvested",
    more: "card_more",
  },
  look: {
    theme: "options_theme",
    palette: "options_palette",
    numbers: "options_numbers",
    subunits: "options_subunits",
    marks: "options_marks",
    repeats: "options_repeats",
  },
  source: { order: "options_order" },
  sites: { off: "options_sitesOff", never: "options_neverHere" },
};

/** What the page calls what is more than one field. */
const WHOLES: Readonly<Record<string, MessageKey>> = {
  detection: "options_detection",
  trigger: "options_trigger",
  card: "options_card",
  look: "options_look",
  source: "options_source",
  sites: "options_sites",
  badge: "options_badge",
  settings: "options_title",
  watchlist: "popup_watchlist",
};

/** The names of fields of the settings as they stand on the page, each once, by their paths (`look.theme`). */
export function fieldNames(paths: readonly string[], text: TextOf): string {
  return [...new Set(paths.map((path) => nameOf(path, text)))].join(", ");
}

function nameOf(path: string, text: TextOf): string {
  const [section = "", field = ""] = path.split(".");
  const fields: Readonly<Partial<Record<string, MessageKey>>> = Object.hasOwn(FIELDS, section)
    ? FIELDS[section as Section]
    : {};
  const key = (Object.hasOwn(fields, field) && fields[field]) || (Object.hasOwn(WHOLES, section) && WHOLES[section]);
  return key ? text(key) : path;
}
