import { fail, type Result } from "../../domain/failure";
import type { KeyTest } from "../../domain/key-test";
import type { FoundListing } from "../../domain/listing";
import { QUESTION_LIMIT_MS } from "../../domain/time-limits";
import type { ProviderId } from "../../providers/catalogue";
import { testKey } from "../../providers/key-test";
import type { ProviderContext } from "../../providers/provider";
import { yahooSearch } from "../../providers/yahoo-search";
import type { ChainDeps } from "./chain";
import type { Memory } from "./memory";

/** What a question to Yahoo alone needs. */
export type YahooDeps = Pick<ChainDeps, "providers" | "isPermitted" | "fetchText" | "gateOf" | "now">;

/** Finds listings by ticker or name with Yahoo's search. Fails as `askYahoo` does. */
export function searchListings(
  query: string,
  memory: Memory,
  deps: YahooDeps,
): Promise<Result<readonly FoundListing[]>> {
  return askYahoo((context) => yahooSearch(query, context), memory, deps);
}

/**
 * Asks Yahoo something that no other provider is asked. Fails with `no-permission` if the reader does not let us reach
 * it, with `rate-limited` while it rests, and with `source-down` if no answer comes in time.
 */
export async function askYahoo<T>(
  question: (context: Pick<ProviderContext, "fetchText" | "now" | "signal">) => Promise<Result<T>>,
  memory: Memory,
  { providers, isPermitted, gateOf, fetchText, now }: YahooDeps,
): Promise<Result<T>> {
  const provider = providers.find(({ id }) => id === "yahoo");
  if (!provider || !(await isPermitted(provider))) return fail({ kind: "no-permission", provider: "yahoo" });
  const rest = await memory.restOf("yahoo");
  if (rest) return fail(rest);
  const signal = AbortSignal.timeout(QUESTION_LIMIT_MS);
  const answer = await gateOf("yahoo")(() => question({ fetchText, now, signal }), signal);
  if (answer === "aborted" || (!answer.ok && answer.failure.kind === "aborted"))
    return fail({ kind: "source-down", provider: "yahoo", status: 0 });
  // Our own limit on requests says nothing about the provider.
  const isLimited = !answer.ok && answer.failure.kind === "rate-limited" && answer.failure.provider !== null;
  if (isLimited) await memory.noteRest("yahoo", answer.failure);
  return answer;
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
