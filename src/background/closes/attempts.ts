import { type Failure, fail, ok, type Result } from "../../domain/failure";
import type { Closes, LocalDate } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import { ATTEMPT_LIMIT_MS } from "../../domain/time-limits";
import type { ProviderId } from "../../providers/catalogue";
import type { FetchText } from "../../providers/fetch-text";
import type { ClosesRequest, Provider, ProviderContext } from "../../providers/provider";
import type { Gate, Pace } from "./gate";
import type { Candidate } from "./lineup";
import type { Memory } from "./memory";

/** What an attempt needs: the network, the clock and the reader's permissions. */
export interface AttemptDeps extends Pace {
  readonly fetchText: FetchText;
  readonly now: () => number;
  /** Whether the reader lets us reach the provider's hosts. */
  readonly isPermitted: (provider: Provider) => Promise<boolean>;
  /** A place where a provider may keep what holds for a day. */
  readonly keep: ProviderContext["keep"];
  readonly kindOf: ProviderContext["kindOf"];
  readonly gateOf: (provider: ProviderId) => Gate;
}

/** What is asked of one provider. */
export interface AttemptRequest {
  readonly tickers: readonly Ticker[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly memory: Memory;
  readonly signal: AbortSignal;
}

/**
 * Asks one provider once; one outcome per ticker. Nothing is sent to a provider that rests, is down, or that the reader
 * does not let us reach.
 */
export type Attempt = (candidate: Candidate, request: AttemptRequest) => Promise<ReadonlyMap<Ticker, Result<Closes>>>;

/**
 * For this long, nothing is sent to a provider that did not answer in time, or that answered with an error of its own.
 * Otherwise each hover would wait for it again.
 */
const HUNG_REST_MS = 60_000;
const ERROR_REST_MS = 10_000;

/** Remembers in `request.memory` which providers rest, and for itself which ones are down. */
export function createAttempt(deps: AttemptDeps): Attempt {
  const downUntil = new Map<ProviderId, { readonly until: number; readonly failure: Failure }>();

  return async (candidate, request) => {
    const { provider } = candidate;
    const { tickers, memory, signal } = request;
    const all = (failure: Failure) => new Map(tickers.map((ticker) => [ticker, fail(failure)] as const));
    // Before the gate, which would space requests that are never sent.
    const obstacle = await obstacleTo(provider, memory);
    if (obstacle) return all(obstacle);
    const outcomes = await deps.gateOf(provider.id)(async () => {
      // Another request may have been refused while this one waited for its turn.
      const later = await obstacleTo(provider, memory);
      return later ? all(later) : ask(candidate, request);
    }, signal);
    return outcomes === "aborted" ? all({ kind: "aborted" }) : outcomes;
  };

  async function obstacleTo(provider: Provider, memory: Memory): Promise<Failure | undefined> {
    if (!(await deps.isPermitted(provider))) return { kind: "no-permission", provider: provider.id };
    const down = downUntil.get(provider.id);
    if (down && down.until > deps.uptime()) return down.failure;
    return memory.restOf(provider.id);
  }

  async function ask({ provider, key }: Candidate, request: AttemptRequest) {
    const { tickers, from, to, memory, signal } = request;
    const limit = AbortSignal.timeout(ATTEMPT_LIMIT_MS);
    const context = { ...deps, key, signal: AbortSignal.any([signal, limit]) };
    const outcomes = await closesWithTime(provider, { tickers, from, to }, context);
    const read = complete(outcomes, tickers, limit.aborted && !signal.aborted ? provider.id : null);
    await noteProvider(provider, read, memory);
    return read;
  }

  /** Remembers what the outcomes say about the provider itself: that it wants to rest, is down, or works. */
  async function noteProvider(
    { id }: Provider,
    outcomes: ReadonlyMap<Ticker, Result<Closes>>,
    memory: Memory,
  ): Promise<void> {
    const failures = [...outcomes.values()].flatMap((one) => (one.ok ? [] : [one.failure]));
    // Our own limit on requests says nothing about the provider.
    const limited = failures.find(
      (failure) => failure.kind === "key-refused" || (failure.kind === "rate-limited" && failure.provider !== null),
    );
    if (limited) await memory.noteRest(id, limited);
    else if (failures.length < outcomes.size) await memory.noteWell(id);
    const fault = failures.find(({ kind }) => kind === "source-down");
    if (!fault || failures.length < outcomes.size) downUntil.delete(id);
    else {
      const isHung = fault.kind === "source-down" && fault.status === 0;
      downUntil.set(id, { until: deps.uptime() + (isHung ? HUNG_REST_MS : ERROR_REST_MS), failure: fault });
    }
  }
}

/** What the provider answers; its closes with the time at which they were sent by its own clock. */
async function closesWithTime(
  provider: Provider,
  request: ClosesRequest,
  context: ProviderContext,
): Promise<ReadonlyMap<Ticker, Result<Closes>>> {
  let sentAt: number | undefined;
  const fetchText: FetchText = async (wanted) => {
    const reply = await context.fetchText(wanted);
    if (reply.kind === "reply") sentAt = reply.sentAt;
    return reply;
  };
  const outcomes = await provider.closes(request, { ...context, fetchText });
  if (sentAt === undefined) return outcomes;
  const time = { sentAt };
  return new Map([...outcomes].map(([ticker, one]) => [ticker, one.ok ? ok({ ...one.value, ...time }) : one]));
}

/**
 * One outcome per ticker. `hung` is the provider if it did not answer in time; what was aborted is then its failure.
 */
function complete(
  outcomes: ReadonlyMap<Ticker, Result<Closes>>,
  tickers: readonly Ticker[],
  hung: ProviderId | null,
): ReadonlyMap<Ticker, Result<Closes>> {
  const all = new Map<Ticker, Result<Closes>>();
  for (const ticker of tickers) {
    const outcome = outcomes.get(ticker) ?? fail({ kind: "unknown-ticker", ticker });
    const isHung = hung !== null && !outcome.ok && outcome.failure.kind === "aborted";
    all.set(ticker, isHung ? fail({ kind: "source-down", provider: hung, status: 0 }) : outcome);
  }
  return all;
}
