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

/** Settings by path (`badge`, `look.theme`), also those that a later version of the extension wrote. */
export type DatedFields = ReadonlyMap<string, DatedField>;

/** Settings as the browser stores them, on this computer or in its sync. */
export interface StoredSettings {
  /** The version that wrote them. In a later version than ours, fields may mean something else. */
  readonly version: number;
  readonly fields: DatedFields;
}

/** Stored settings as they were read, repaired. */
export interface RepairedSettings extends StoredSettings {
  /** Paths whose values could not be read; "" for all. Their fields hold the default, or what was left of a list. */
  readonly lost: readonly string[];
}

/** Keys that are not settings. Older versions wrote no `changes`; then all fields count as changed at `changedAt`. */
const frame = z.object({
  version: z.catch(z.number(), DEFAULT_SETTINGS.version),
  changedAt: z.catch(z.number(), 0),
  changes: z.optional(z.catch(z.record(z.string(), z.number()), {})),
});
const FRAME_KEYS = Object.keys(frame.shape);

const DEFAULTS = flatten(DEFAULT_SETTINGS);

/** Reads what is stored; never fails. */
export function readStored(stored: unknown): RepairedSettings {
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
export function writeStored({ version, fields }: StoredSettings): Record<string, unknown> {
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

/** The settings with these fields; missing ones have their default. */
export function settingsOf(fields: DatedFields): Settings {
  return repairSettings(writeStored({ version: DEFAULT_SETTINGS.version, fields })).settings;
}

/**
 * The fields after the reader's change. What changed is dated `now`, or right after its earlier date if that was ahead.
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

/** Takes the later change of each field. If two have the same date, every computer takes the same one. */
export function latestOf(here: DatedFields, there: DatedFields): DatedFields {
  const merged = new Map(here);
  for (const [path, theirs] of there) {
    const ours = here.get(path);
    const wins = !ours || theirs.at > ours.at || (theirs.at > 0 && theirs.at === ours.at && isGreater(theirs, ours));
    if (wins) merged.set(path, theirs);
  }
  return merged;
}

/** The fields to take over from another computer: those that can be read, with a date that can be right. */
export function credible({ fields, lost }: RepairedSettings, now: number): DatedFields {
  const isLost = (path: string) => lost.some((one) => one === "" || path === one || path.startsWith(`${one}.`));
  return new Map([...fields].filter(([path, { at }]) => !isLost(path) && !isFuture(at, now)));
}

/**
 * Gives fields that are dated in the future, because the clock was ahead, the date `now`; otherwise they would win
 * against every later change. Returns the same map if there are none.
 */
export function healDates(fields: DatedFields, now: number): DatedFields {
  if (![...fields.values()].some(({ at }) => isFuture(at, now))) return fields;
  return new Map([...fields].map(([path, { value, at }]) => [path, { value, at: isFuture(at, now) ? now : at }]));
}

/** Whether some field was changed here later than there. */
export function hasNewer(here: DatedFields, there: DatedFields): boolean {
  return [...here].some(([path, { at }]) => at > (there.get(path)?.at ?? 0));
}

/** Whether both have the same values, whenever they were changed. */
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

/** Whether an unknown path uses the name of a known section or field. */
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
