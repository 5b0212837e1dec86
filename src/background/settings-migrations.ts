/** A step from the stored form of one version to the next; must accept any object. */
export type Migration = (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Steps by the version they start from; released steps are never changed, only added to. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** The stored settings in today's form; other values are returned as they are, for repair to judge. */
export function migrateSettings(
  stored: unknown,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): unknown {
  if (typeof stored !== "object" || stored === null || !("version" in stored)) return stored;
  let current: Record<string, unknown> = { ...stored };
  for (;;) {
    const { version } = current;
    const step = typeof version === "number" ? migrations[version] : undefined;
    if (!step || typeof version !== "number") return current;
    current = { ...step(current), version: version + 1 };
  }
}
