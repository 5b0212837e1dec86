import type { ProviderId } from "../providers/catalogue";
import type { Backup } from "./backup";
import { KEYED_PROVIDERS, type OptionsDeps } from "./options-deps";

/** The keys before a change, by provider; null if there was none. */
export type ReplacedKeys = Readonly<Partial<Record<ProviderId, string | null>>>;

/** The keys that the reader has entered. */
export async function keptKeys(keys: OptionsDeps["keys"]): Promise<Backup["keys"]> {
  const kept = await Promise.all(KEYED_PROVIDERS.map(async (id) => [id, await keys.get(id)] as const));
  return Object.fromEntries(kept.filter(([, key]) => key !== null));
}

/** Stores these keys and deletes those that are null. Resolves with the keys before. */
export async function replaceKeys(
  { keys, ask }: Pick<OptionsDeps, "keys" | "ask">,
  next: ReplacedKeys,
): Promise<ReplacedKeys> {
  const replaced: Partial<Record<ProviderId, string | null>> = {};
  for (const provider of KEYED_PROVIDERS) {
    if (!Object.hasOwn(next, provider)) continue;
    replaced[provider] = await keys.get(provider);
    await keys.set(provider, next[provider] ?? "");
    await ask("key-changed", { provider });
  }
  return replaced;
}
