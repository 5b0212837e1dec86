import * as z from "zod/mini";
import { HORIZONS } from "../domain/market/comparison";
import { once } from "../domain/once";
import {
  applyPatch,
  BOLDNESS,
  CARD_FORMS,
  CARD_ROWS,
  DEFAULT_SETTINGS,
  DWELL_LIMITS_MS,
  LIST_LIMIT,
  MODIFIERS,
  PALETTES,
  QUOTE_PAGES,
  REPEATS,
  type Settings,
  type SettingsPatch,
  SUBUNITS,
  THEMES,
  TRIGGERS,
} from "../domain/settings";
import { isSite } from "../domain/site";
import { isTicker } from "../domain/ticker";
import { PROVIDER_IDS } from "../providers/catalogue";

const listOf = <T extends z.ZodMiniType>(item: T, most: number = LIST_LIMIT) => z.array(item).check(z.maxLength(most));
const isLocale = (tag: string) => tag === "" || Intl.NumberFormat.supportedLocalesOf(validTag(tag)).length === 1;

function validTag(tag: string): string[] {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/i.test(tag) ? [tag] : [];
}

const [, ...CHART_HORIZONS] = HORIZONS;

/** Longest word of the lists that the reader keeps, UTF-16 units. */
export const LONGEST_WORD = 80;

/** What each field must be, by section. */
const fields = once(() => ({
  detection: {
    boldness: z.enum(BOLDNESS),
    never: listOf(surface()),
    always: listOf(z.strictObject({ surface: surface(), ticker: z.string().check(z.refine(isTicker)) })),
  },
  trigger: {
    kind: z.enum(TRIGGERS),
    modifier: z.enum(MODIFIERS),
    dwellMs: z.number().check(z.minimum(DWELL_LIMITS_MS.min), z.maximum(DWELL_LIMITS_MS.max)),
  },
  card: {
    form: z.enum(CARD_FORMS),
    rows: listOf(z.enum(CARD_ROWS)),
    horizon: z.enum(CHART_HORIZONS),
    quotePage: z.enum(QUOTE_PAGES),
    benchmark: z.string().check(z.refine(isTicker)),
    homeIndex: z.boolean(),
    reinvested: z.boolean(),
    more: z.boolean(),
  },
  look: {
    theme: z.enum(THEMES),
    palette: z.enum(PALETTES),
    numbers: z.string().check(z.maxLength(35), z.refine(isLocale)),
    subunits: z.enum(SUBUNITS),
    marks: z.boolean(),
    repeats: z.enum(REPEATS),
  },
  source: { order: listOf(z.enum(PROVIDER_IDS)) },
  sites: { off: listOf(site()), never: listOf(z.strictObject({ surface: surface(), site: site() })) },
}));

/**
 * A change that our own pages ask for. It fails if it has a field that is not known, or a value that is not allowed.
 */
const patchSchema = once(() => {
  const { detection, trigger, card, look, source, sites } = fields();
  return z.strictObject({
    detection: z.optional(z.partial(z.strictObject(detection))),
    trigger: z.optional(z.partial(z.strictObject(trigger))),
    card: z.optional(z.partial(z.strictObject(card))),
    look: z.optional(z.partial(z.strictObject(look))),
    source: z.optional(z.partial(z.strictObject(source))),
    sites: z.optional(z.partial(z.strictObject(sites))),
    badge: z.optional(z.boolean()),
  });
});

function site() {
  return z.string().check(z.refine(isSite));
}

function surface() {
  return z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD));
}

/** The patch, or the paths of the values that are not allowed; for an unknown field, the path of what contains it. */
export function readPatch(patch: unknown): { readonly patch: SettingsPatch } | { readonly refused: readonly string[] } {
  const parsed = patchSchema().safeParse(patch);
  if (!parsed.success) return { refused: parsed.error.issues.map((issue) => issue.path.join(".")) };
  // zod types an absent optional field as `undefined`, which JSON payloads cannot hold.
  return { patch: parsed.data as SettingsPatch };
}

type Section = keyof ReturnType<typeof fields>;
const SECTIONS = ["detection", "trigger", "card", "look", "source", "sites"] as const satisfies readonly Section[];

/** Repairs stored settings field by field: what cannot be read gets its default and is named in `lost`. */
export function repairSettings(stored: unknown): { readonly settings: Settings; readonly lost: readonly string[] } {
  if (stored === undefined) return { settings: DEFAULT_SETTINGS, lost: [] };
  if (!isRecord(stored)) return { settings: DEFAULT_SETTINGS, lost: [""] };
  const patch: Record<string, unknown> = {};
  const lost: string[] = [];
  for (const section of SECTIONS) {
    if (!Object.hasOwn(stored, section)) continue;
    const value = stored[section];
    if (!isRecord(value)) lost.push(section);
    else patch[section] = repairSection(section, value, lost);
  }
  if (Object.hasOwn(stored, "badge")) {
    if (typeof stored.badge === "boolean") patch.badge = stored.badge;
    else lost.push("badge");
  }
  return { settings: applyPatch(DEFAULT_SETTINGS, patch as SettingsPatch), lost };
}

/** The section with only the fields and values that are allowed. */
function repairSection(section: Section, value: Record<string, unknown>, lost: string[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries<z.ZodMiniType>(fields()[section])) {
    if (!Object.hasOwn(value, field)) continue;
    const whole = schema.safeParse(value[field]);
    if (whole.success) {
      kept[field] = value[field];
      continue;
    }
    lost.push(`${section}.${field}`);
    const list = value[field];
    if (!Array.isArray(list)) continue;
    const items = list.filter((item) => schema.safeParse([item]).success).slice(0, LIST_LIMIT);
    if (items.length > 0) kept[field] = items;
  }
  return kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
