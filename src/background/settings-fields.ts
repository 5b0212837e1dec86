import * as z from "zod/mini";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";
import { repairSettings } from "../protocol/settings-schema";
import { isFuture } from "./clock-slack";
import { migrateSettings } from "./settings-migrations";

/**
 * One field's value, and when it was last changed on any of the reader's computers; epoch milliseconds, 0 for never.
 */
interface DatedField {
  readonly value: unknown;
  readonly at: number;
}

/** Settings by path (`badge`, `look.theme`), those of later versions of the extension among them. */
export type DatedFields = ReadonlyMap<string, DatedField>;

/** Settings as they lie in the browser's storage, here or in sync. */
export interface StoredSettings {
  /** The version that wrote it; a later one than ours may mean other things by its fields. */
  readonly version: number;
  readonly fields: DatedFields;
  /** Paths whose values could not be read; "" for all. Their fields hold the default, or what was left of a list. */
  readonly lost: readonly string[];
}

/** Keys beside the fields. Before `changes` was written all fields counted as changed at `changedAt`. */
const frame = z.object({
  version: z.catch(z.number(), DEFAULT_SETTINGS.version),
  changedAt: z.catch(z.number(), 0),
  changes: z.optional(z.catch(z.record(z.string(), z.number()), {})),
});
const FRAME_KEYS = Object.keys(frame.shape);

const DEFAULTS = flatten(DEFAULT_SETTINGS);

/** Reads what is stored; never fails. */
export function readStored(stored: unknown): StoredSettings {
  const raw = migrateSettings(stored);
  const { settings, lost } = repairSettings(raw);
  const { version, changedAt, changes } = frame.parse(isRecord(raw) ? raw : {});
  const repaired = flatten(settings);
  const fields = [...flatten(isRecord(raw) ? raw : {})].flatMap(([path, value]) => {
    if (!DEFAULTS.has(path) && clashes(path)) return [];
    const at = (changes ? changes[path] : changedAt) ?? 0;
    return [[path, { value: repaired.has(path) ? repaired.get(path) : value, at }] as const];
  });
  return { version, fields: new Map(fields), lost };
}

/** What is written to storage. */
export function writeStored({ version, fields }: Pick<StoredSettings, "version" | "fields">): Record<string, unknown> {
  const sections = new Map<string, [string, unknown][]>();
  const top: [string, unknown][] = [];
  for (const [path, { value }] of fields) {
    const [section = "", ...rest] = path.split(".");
    if (rest.length === 0) top.push([path, value]);
    else sections.set(section, [...(sections.get(section) ?? []), [rest.join("."), value]]);
  }
  const dates = [...fields].flatMap(([path, { at }]) => (at > 0 ? [[path, at] as const] : []));
  return {
    ...Object.fromEntries(top),
    ...Object.fromEntries([...sections].map(([section, values]) => [section, Object.fromEntries(values)])),
    version: Math.max(version, DEFAULT_SETTINGS.version),
    changedAt: Math.max(0, ...dates.map(([, at]) => at)),
    changes: Object.fromEntries(dates),
  };
}

/** The settings that these fields mean; what they lack is the default. */
export function settingsOf(fields: DatedFields): Settings {
  return repairSettings(writeStored({ version: DEFAULT_SETTINGS.version, fields })).settings;
}

/**
 * The fields with the reader's change in them, dated now, or
 * right after the change they replace where its clock was ahead.
 */
export function changeFields(fields: DatedFields, to: Settings, now: number): DatedFields {
  const changed = new Map(fields);
  for (const [path, value] of flatten(to)) {
    const before = fields.get(path) ?? { value: DEFAULTS.get(path), at: 0 };
    if (!isSame(before.value, value)) changed.set(path, { value, at: Math.max(now, before.at + 1) });
    else if (!fields.has(path)) changed.set(path, { value, at: 0 });
  }
  return changed;
}

/** Of each field the later change. Of two at the same instant the same one stands on both computers. */
export function latestOf(here: DatedFields, there: DatedFields): DatedFields {
  const merged = new Map(here);
  for (const [path, theirs] of there) {
    const ours = here.get(path);
    const wins = !ours || theirs.at > ours.at || (theirs.at > 0 && theirs.at === ours.at && isGreater(theirs, ours));
    if (wins) merged.set(path, theirs);
  }
  return merged;
}

/** The fields that another computer may tell us: readable ones, dated by a clock that can be right. */
export function credible({ fields, lost }: StoredSettings, now: number): DatedFields {
  const isLost = (path: string) => lost.some((one) => one === "" || path === one || path.startsWith(`${one}.`));
  return new Map([...fields].filter(([path, { at }]) => !isLost(path) && !isFuture(at, now)));
}

/**
 * Fields that a clock ahead of time has dated here, dated anew: they
 * would outlast every later change. The same map where none is.
 */
export function healDates(fields: DatedFields, now: number): DatedFields {
  if (![...fields.values()].some(({ at }) => isFuture(at, now))) return fields;
  return new Map([...fields].map(([path, { value, at }]) => [path, { value, at: isFuture(at, now) ? now : at }]));
}

/** Whether a field was changed here after all that is known there. */
export function hasNewer(here: DatedFields, there: DatedFields): boolean {
  return [...here].some(([path, { at }]) => at > (there.get(path)?.at ?? 0));
}

/** Whether two lots of fields hold the same values, whenever they were changed. */
export function areSame(one: DatedFields, other: DatedFields): boolean {
  return one.size === other.size && [...one].every(([path, { value }]) => isSame(other.get(path)?.value, value));
}

function flatten(settings: object): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(settings).flatMap(([key, value]): [string, unknown][] => {
      if (FRAME_KEYS.includes(key)) return [];
      if (!isRecord(value)) return [[key, value]];
      return Object.entries(value).map(([field, inner]) => [`${key}.${field}`, inner]);
    }),
  );
}

/** Whether an unknown path stands where a known section or field has its place. */
function clashes(path: string): boolean {
  const [section = ""] = path.split(".");
  return path === section
    ? [...DEFAULTS.keys()].some((known) => known.startsWith(`${section}.`))
    : DEFAULTS.has(section);
}

function isGreater(one: DatedField, other: DatedField): boolean {
  return JSON.stringify(one.value) > JSON.stringify(other.value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return z.record(z.string(), z.unknown()).safeParse(value).success;
}
