import type { ProviderId } from "../providers/catalogue";
import type { Backup } from "./backup";
import { KEYED_PROVIDERS, type OptionsDeps } from "./options-deps";

/** The keys before a change, by provider; null if there was none. */
export type ReplacedKeys = Readonly<Partial<Record<ProviderId, string | null>>>;

/** The keys that the reader has entered. Rejects if the browser cannot read them. */
export async function keptKeys(keys: OptionsDeps["keys"]): Promise<Backup["keys"]> {
  const kept = await Promise.all(KEYED_PROVIDERS.map(async (id) => [id, await keys.get(id)] as const));
  return Object.fromEntries(kept.filter(([, key]) => key !== null));
}

/**
 * Stores these keys and deletes those that are null. Resolves with the keys before, and with the providers whose keys
 * the browser could not store.
 */
export async function replaceKeys(
  { keys, ask }: Pick<OptionsDeps, "keys" | "ask">,
  next: ReplacedKeys,
): Promise<{ readonly replaced: ReplacedKeys; readonly unsaved: readonly ProviderId[] }> {
  const replaced: Partial<Record<ProviderId, string | null>> = {};
  const unsaved: ProviderId[] = [];
  for (const provider of KEYED_PROVIDERS) {
    if (!Object.hasOwn(next, provider)) continue;
    try {
      const before = await keys.get(provider);
      await keys.set(provider, next[provider] ?? "");
      replaced[provider] = before;
    } catch (error) {
      console.error("Sidequote: a key could not be stored", error);
      unsaved.push(provider);
    }
    await ask("key-changed", { provider });
  }
  return { replaced, unsaved };
}
