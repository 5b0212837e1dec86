import * as z from "zod/mini";

/** A step from the stored form of one version to the next; must accept any object. */
export type Migration = (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const versionedSchema = z.looseObject({ version: z.number() });

/** Steps by the version they start from; released steps are never changed, only added to. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** The stored settings in today's form; other values are returned as they are, for repair to judge. */
export function migrateSettings(
  stored: unknown,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): unknown {
  const versioned = versionedSchema.safeParse(stored).data;
  if (!versioned) return stored;
  let { version, ...current }: Record<string, unknown> & { version: number } = versioned;
  for (let step = migrations[version]; step; step = migrations[version]) {
    current = step({ ...current, version });
    version += 1;
  }
  return { ...current, version };
}
