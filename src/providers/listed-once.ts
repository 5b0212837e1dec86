/** The entries by name. Of a name that a reply lists twice, nobody knows which is meant: `instead` stands for both. */
export function listedOnce<T>(entries: readonly (readonly [name: string, entry: T])[], instead: T): Map<string, T> {
  const found = new Map<string, T>();
  for (const [name, entry] of entries) found.set(name, found.has(name) ? instead : entry);
  return found;
}
