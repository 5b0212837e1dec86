import { fail, type Result } from "../../domain/failure";
import type { KeyTest } from "../../domain/key-test";
import type { FoundListing } from "../../domain/listing";
import { QUESTION_LIMIT_MS } from "../../domain/time-limits";
import type { ProviderId } from "../../providers/catalogue";
import { testKey } from "../../providers/key-test";
import { yahooSearch } from "../../providers/yahoo-search";
import type { ChainDeps } from "./chain";
import type { Memory } from "./memory";

/** Finds listings by ticker or name with Yahoo's search. Fails while Yahoo rests. */
export async function searchListings(
  query: string,
  memory: Memory,
  deps: ChainDeps,
): Promise<Result<readonly FoundListing[]>> {
  const rest = await memory.restOf("yahoo");
  if (rest) return fail(rest);
  const signal = AbortSignal.timeout(QUESTION_LIMIT_MS);
  const found = await deps.gateOf("yahoo")(() => yahooSearch(query, { ...deps, signal }), signal);
  if (found === "aborted") return fail({ kind: "source-down", provider: "yahoo", status: 0 });
  if (!found.ok && found.failure.kind === "rate-limited") await memory.noteRest("yahoo", found.failure);
  return found.ok || found.failure.kind !== "aborted"
    ? found
    : fail({ kind: "source-down", provider: "yahoo", status: 0 });
}

/** Asks a provider whether it accepts the reader's key. */
export async function testProviderKey(id: ProviderId, deps: ChainDeps): Promise<KeyTest> {
  const provider = deps.providers.find((one) => one.id === id);
  const silent = (failure: KeyTest["failure"]): KeyTest => ({ failure, status: 0, said: "" });
  const key = provider && (await deps.keyOf(id));
  if (!provider || !key) return silent({ kind: "key-refused", provider: id });
  const signal = AbortSignal.timeout(QUESTION_LIMIT_MS);
  const outcome = await deps.gateOf(id)(() => testKey(provider, { ...deps, key, signal }), signal);
  if (outcome === "aborted" || outcome.failure?.kind === "aborted")
    return silent({ kind: "source-down", provider: id, status: 0 });
  return outcome;
}
