import * as z from "zod/mini";
import type { Settings, SettingsPatch } from "../domain/settings";
import { isTicker } from "../domain/ticker";
import { WATCHLIST_LIMIT, type WatchedListing } from "../domain/watchlist";
import { readPatch } from "../protocol/settings-schema";
import type { ProviderId } from "../providers/catalogue";
import { KEYED_PROVIDERS } from "./options-deps";

const FORMAT = "sidequote-backup";
const VERSION = 1;

/** Most characters of a file that is read at all: a full backup has under 50,000. */
export const MOST_CHARACTERS = 1_000_000;

/** What a backup contains; keys only if the reader ticked them. */
export interface Backup {
  readonly settings: SettingsPatch;
  readonly watchlist: readonly WatchedListing[];
  readonly keys: Readonly<Partial<Record<ProviderId, string>>>;
}

/** Why a file is refused. */
export type Refusal =
  | { readonly reason: "too-large" | "not-json" | "foreign" | "newer" }
  /** A field that no backup of ours has, or with a value that is not allowed. */
  | { readonly reason: "field"; readonly field: string };

const keyed = z.enum(KEYED_PROVIDERS);
/** What tells our own files from others, also files of later versions. */
const frameSchema = z.object({ format: z.literal(FORMAT), version: z.catch(z.number(), VERSION) });
const backupSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  settings: z.record(z.string(), z.unknown()),
  watchlist: z
    .array(
      z.strictObject({
        ticker: z.string().check(z.refine(isTicker)),
        name: z.string().check(z.maxLength(256)),
      }),
    )
    .check(z.maxLength(WATCHLIST_LIMIT)),
  keys: z.optional(z.partialRecord(keyed, z.string().check(z.minLength(1), z.maxLength(256)))),
});

/** The text of a backup file. */
export function writeBackup(settings: Settings, watchlist: readonly WatchedListing[], keys: Backup["keys"]): string {
  const { version: _, ...fields } = settings;
  const withKeys = Object.keys(keys).length > 0 ? { keys } : {};
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: fields, watchlist, ...withKeys }, null, 2)}\n`;
}

/**
 * The backup in a file's text, checked field by field. A file with one bad field is refused as a whole, with the
 * field's name.
 */
export function readBackup(text: string): { readonly backup: Backup } | { readonly refusal: Refusal } {
  if (text.length > MOST_CHARACTERS) return { refusal: { reason: "too-large" } };
  const parsed = parse(text);
  if (parsed === undefined) return { refusal: { reason: "not-json" } };
  // Schemas ignore this name without an error, and no backup of ours contains it.
  if (/"(?:_|\\u005f){2}proto/i.test(text)) return { refusal: { reason: "field", field: "__proto__" } };
  const frame = frameSchema.safeParse(parsed).data;
  if (!frame) return { refusal: { reason: "foreign" } };
  if (frame.version > VERSION) return { refusal: { reason: "newer" } };
  const whole = backupSchema.safeParse(parsed);
  if (!whole.success) return { refusal: { reason: "field", field: firstField(whole.error.issues) } };
  const { settings, watchlist, keys = {} } = whole.data;
  const read = readPatch(settings);
  if ("refused" in read) {
    // The path of an unknown section is empty.
    const field = ["settings", read.refused[0]].filter(Boolean).join(".");
    return { refusal: { reason: "field", field } };
  }
  return { backup: { settings: read.patch, watchlist, keys } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstField(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[]): string {
  const [issue] = issues;
  if (!issue) return "";
  const named = "keys" in issue && Array.isArray(issue.keys) ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...named].map(String).join(".").slice(0, 80);
}
