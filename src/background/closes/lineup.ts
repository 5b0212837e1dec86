import type { Ticker } from "../../domain/ticker";
import type { ProviderId } from "../../providers/catalogue";
import type { Provider } from "../../providers/provider";

/** What decides in which order providers are asked. */
export interface LineupDeps {
  readonly providers: readonly Provider[];
  /** Provider ids in the order the reader chose. */
  readonly order: () => Promise<readonly ProviderId[]>;
  /** The reader's key for a provider; null where none is set. Rejects if the browser cannot read it. */
  readonly keyOf: (provider: ProviderId) => Promise<string | null>;
}

/**
 * For more tickers than this, providers that answer batches go first: the others would use up the reader's allowance.
 */
export const FEW_TICKERS = 3;

/** A provider that can be asked, with the key it needs. */
export interface Candidate {
  readonly provider: Provider;
  readonly key: string | null;
}

/**
 * The providers to ask for `count` tickers, in order: the wanted one first; for long lists, those that answer batches
 * before the others.
 */
export async function lineup(
  { providers, order, keyOf }: LineupDeps,
  count: number,
  first?: ProviderId,
): Promise<readonly Candidate[]> {
  const chosen = await order();
  const rank = ({ id, batch }: Provider) => {
    if (id === first) return -1;
    const place = chosen.indexOf(id) === -1 ? providers.length : chosen.indexOf(id);
    return place + (count > FEW_TICKERS && batch === 1 ? providers.length * 2 : 0);
  };
  const ranked = [...providers].sort((a, b) => rank(a) - rank(b));
  // All keys at once: a blocked database is waited for, and five such waits would take longer than a question may.
  const candidates = await Promise.all(
    ranked.map(async (provider) => ({
      provider,
      key: provider.needsKey ? await readableKey(provider.id, keyOf) : null,
    })),
  );
  return candidates.filter(({ provider, key }) => !provider.needsKey || key !== null);
}

/** The key; null also if the browser cannot read it, so that the providers without one are still asked. */
async function readableKey(id: ProviderId, keyOf: LineupDeps["keyOf"]): Promise<string | null> {
  try {
    return await keyOf(id);
  } catch (error) {
    console.debug("Sidequote: could not read the key for", id, error);
    return null;
  }
}

/** The provider that is asked first for these tickers. */
export async function leadingProvider(deps: LineupDeps, tickers: readonly Ticker[]): Promise<Provider | undefined> {
  const candidates = await lineup(deps, tickers.length);
  return candidates.find(({ provider }) => tickers.every(provider.serves))?.provider;
}
