import { type Failure, fail, type Result } from "../../domain/failure";
import type { Closes, Told } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import type { ProviderId } from "../../providers/catalogue";
import { type Attempt, type AttemptDeps, type AttemptRequest, createAttempt } from "./attempts";
import { createInquiry, type Inquiry } from "./inquiry";
import { type Candidate, FEW_TICKERS, type LineupDeps, lineup } from "./lineup";

/** What the chain needs: what an attempt needs, and the order of the providers. */
export interface ChainDeps extends AttemptDeps, LineupDeps {
  /** Called with what each provider said of a ticker; used by the command line. */
  readonly onTold?: (told: readonly Told[]) => void;
}

/** One question to the chain of providers. */
export interface ChainRequest extends AttemptRequest {
  /** The provider to ask before all others. */
  readonly first?: ProviderId;
  /** Whether the directory or the cache knows the ticker. */
  readonly isKnown: (ticker: Ticker) => boolean;
}

/**
 * Asks the providers one after the other until each ticker has an answer that nothing speaks against. One outcome per
 * ticker.
 */
export type Chain = (request: ChainRequest) => Promise<ReadonlyMap<Ticker, Result<Closes>>>;

/** Asks for nothing more once the request's signal has aborted. */
export function createChain(deps: ChainDeps): Chain {
  const attempt = createAttempt(deps);
  return async (request) => {
    const { tickers, first, signal, isKnown } = request;
    const inquiry = createInquiry(tickers, isKnown);
    for (const candidate of await lineup(deps, tickers.length, first)) {
      const { provider } = candidate;
      const open = await withoutRefused(candidate, inquiry.openFor(provider), request, inquiry);
      for (const chunk of chunks(open, provider.batch)) {
        if (!signal.aborted) await askChunk(candidate, chunk, { request, inquiry, attempt });
      }
    }
    for (const ticker of tickers) deps.onTold?.(inquiry.toldOf(ticker));
    return new Map(tickers.map((ticker) => [ticker, verdictOn(ticker)]));

    function verdictOn(ticker: Ticker): Result<Closes> {
      const verdict = inquiry.verdictOn(ticker);
      return !verdict.ok && signal.aborted ? fail(whenCutOff(verdict.failure, inquiry.toldOf(ticker))) : verdict;
    }
  };
}

/** Failures that speak of all sources. */
const OF_ALL_SOURCES: readonly Failure["kind"][] = ["unknown-ticker", "not-found", "aborted"];

/** What to say instead of such a failure when the time was over before all sources were heard. */
function whenCutOff(failure: Failure, told: readonly Told[]): Failure {
  if (!OF_ALL_SOURCES.includes(failure.kind)) return failure;
  const silent = told.find((one) => one.failure === "aborted");
  return silent ? { kind: "source-down", provider: silent.provider, status: 0 } : { kind: "aborted" };
}

/** The tickers that the provider has not refused lately. For the others, its refusal is noted. */
async function withoutRefused(
  { provider }: Candidate,
  tickers: readonly Ticker[],
  { memory }: ChainRequest,
  inquiry: Inquiry,
): Promise<readonly Ticker[]> {
  const open: Ticker[] = [];
  for (const ticker of tickers) {
    const refusal = await memory.refusalOf(provider.id, ticker);
    if (refusal) inquiry.note(provider, ticker, fail(refusal.failure), refusal.isConfirmed);
    else open.push(ticker);
  }
  return open;
}

interface Asking {
  readonly request: ChainRequest;
  readonly inquiry: Inquiry;
  readonly attempt: Attempt;
}

async function askChunk(candidate: Candidate, chunk: readonly Ticker[], asking: Asking): Promise<void> {
  const { request, attempt } = asking;
  const outcomes = await attempt(candidate, { ...request, tickers: chunk });
  // If a batch says nothing of a ticker that we know, it is asked for alone, because many sources answer a single
  // request differently.
  const isLeftOut = (ticker: Ticker) =>
    chunk.length > 1 && request.isKnown(ticker) && saysNothing(outcomes.get(ticker));
  const alone = chunk.filter(isLeftOut).slice(0, FEW_TICKERS);
  for (const ticker of chunk) {
    const isAskedAgain = alone.includes(ticker) && !request.signal.aborted;
    const inBatch = outcomes.get(ticker);
    const again = isAskedAgain ? (await attempt(candidate, { ...request, tickers: [ticker] })).get(ticker) : inBatch;
    await note(candidate, ticker, inBatch?.ok && !again?.ok ? inBatch : again, asking);
  }
}

/** Notes what a provider said of a ticker. */
async function note(
  { provider }: Candidate,
  ticker: Ticker,
  outcome: Result<Closes> | undefined,
  { request: { memory }, inquiry }: Asking,
): Promise<void> {
  if (!outcome) return;
  if (outcome.ok) await memory.noteFound(provider.id, ticker);
  const refusal = outcome.ok ? null : await memory.noteRefusal(provider.id, ticker, outcome.failure);
  inquiry.note(provider, ticker, outcome, refusal?.isConfirmed ?? false);
}

/**
 * Whether a batch's outcome says nothing usable of a ticker: with one close, it does not say if that is the first, or
 * if there was a split; nor does it if it contradicts itself.
 */
function saysNothing(outcome: Result<Closes> | undefined): boolean {
  if (outcome?.ok) {
    const { bars, doubts = [] } = outcome.value;
    return bars.length === 1 || doubts.some(({ kind }) => kind === "contradiction");
  }
  return outcome !== undefined && ["unknown-ticker", "source-broken"].includes(outcome.failure.kind);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
