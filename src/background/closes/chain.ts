import { type Failure, fail, type Result } from "../../domain/failure";
import type { Closes, LocalDate } from "../../domain/market/closes";
import { marketOf, NEW_YORK } from "../../domain/market/market";
import { createTradingDays, latestClose } from "../../domain/market/trading-day";
import type { Ticker } from "../../domain/ticker";
import { ATTEMPT_LIMIT_MS } from "../../domain/time-limits";
import type { ProviderId } from "../../providers/catalogue";
import type { FetchText } from "../../providers/fetch-text";
import type { Provider, ProviderContext } from "../../providers/provider";
import type { Gate, Pace } from "./gate";
import type { Memory } from "./memory";

/** What the chain needs of the outside. */
export interface ChainDeps extends Pace {
  readonly providers: readonly Provider[];
  readonly fetchText: FetchText;
  readonly now: () => number;
  /** The reader's key for a provider; null where none is set. */
  readonly keyOf: (provider: ProviderId) => Promise<string | null>;
  /** Provider ids in the order the reader chose. */
  readonly order: () => Promise<readonly ProviderId[]>;
  /** Whether the reader lets us reach the provider's hosts. */
  readonly isPermitted: (provider: Provider) => Promise<boolean>;
  /** What a provider may keep for the day. */
  readonly keep: ProviderContext["keep"];
  readonly kindOf: ProviderContext["kindOf"];
  readonly gateOf: (provider: ProviderId) => Gate;
}

/** One question to the chain. */
export interface ChainRequest {
  readonly tickers: readonly Ticker[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The provider to ask before the others, whatever the order. */
  readonly first?: ProviderId;
  readonly memory: Memory;
  readonly signal: AbortSignal;
}

/** Asks the providers one after the other until each ticker has an answer; one outcome per ticker. */
export type Chain = (request: ChainRequest) => Promise<ReadonlyMap<Ticker, Result<Closes>>>;

/** A provider that hung is left alone this long, one that had an error of its own this long: each hover would wait for it again. */
const HUNG_REST_MS = 60_000;
const ERROR_REST_MS = 10_000;

/** Above so many tickers a provider without batches would spend the reader's allowance: those with batches go first. */
const FEW_TICKERS = 3;

export function createChain(deps: ChainDeps): Chain {
  const downUntil = new Map<ProviderId, { readonly until: number; readonly failure: Failure }>();

  return async ({ tickers, from, to, first, memory, signal }) => {
    const answers = new Map<Ticker, Result<Closes>>();
    const late = new Map<Ticker, Closes>();
    const notes = new Map<Ticker, Failure[]>(tickers.map((ticker) => [ticker, []]));
    const note = (asked: readonly Ticker[], failure: Failure) => {
      for (const ticker of asked) notes.get(ticker)?.push(failure);
    };

    for (const provider of lineup(deps.providers, await deps.order(), tickers.length, first)) {
      const key = provider.needsKey ? await deps.keyOf(provider.id) : null;
      if (provider.needsKey && key === null) continue;
      const open = await openTickers(provider);
      // Before the gate, which would space requests that are never sent.
      if (open.length > 0 && !(await deps.isPermitted(provider))) {
        note(open, withheld(provider));
        continue;
      }
      for (const chunk of chunks(open, provider.batch)) {
        if (signal.aborted) break;
        const obstacle = await obstacleOf(provider, memory);
        if (obstacle) note(chunk, obstacle);
        else await attempt(provider, key, chunk);
      }
      if (answers.size === tickers.length || signal.aborted) break;
    }
    for (const ticker of tickers) if (!answers.has(ticker)) answers.set(ticker, lastWord(ticker));
    return answers;

    async function openTickers(provider: Provider): Promise<readonly Ticker[]> {
      const open: Ticker[] = [];
      for (const ticker of tickers) {
        if (answers.has(ticker) || !provider.serves(ticker)) continue;
        const refusal = await memory.refusalOf(provider.id, ticker);
        if (!refusal) open.push(ticker);
        else if (isFinal(refusal, provider)) answers.set(ticker, fail(refusal));
        else note([ticker], refusal);
      }
      return open;
    }

    async function obstacleOf(provider: Provider, { restOf }: Memory): Promise<Failure | undefined> {
      const down = downUntil.get(provider.id);
      if (down && down.until > deps.uptime()) return down.failure;
      return restOf(provider.id);
    }

    async function attempt(provider: Provider, key: string | null, chunk: readonly Ticker[]): Promise<void> {
      const outcomes = await deps.gateOf(provider.id)(async () => {
        // Another request may have been refused while this one waited for its turn.
        const obstacle = await obstacleOf(provider, memory);
        if (obstacle) return new Map(chunk.map((ticker) => [ticker, fail(obstacle)] as const));
        return ask(provider, key, chunk);
      }, signal);
      if (outcomes === "aborted") return;
      for (const ticker of chunk) {
        const outcome = outcomes.get(ticker) ?? fail({ kind: "unknown-ticker", ticker });
        if (outcome.ok) settle(provider, ticker, outcome.value);
        else if (isFinal(outcome.failure, provider)) answers.set(ticker, outcome);
        else note([ticker], outcome.failure);
      }
    }

    async function ask(provider: Provider, key: string | null, chunk: readonly Ticker[]) {
      // Without the permission a request would still leave, only its answer would be kept from us.
      if (!(await deps.isPermitted(provider))) {
        return new Map(chunk.map((ticker) => [ticker, fail(withheld(provider))] as const));
      }
      const limit = AbortSignal.timeout(ATTEMPT_LIMIT_MS);
      const outcomes = await provider.closes(
        { tickers: chunk, from, to },
        { ...deps, key, signal: AbortSignal.any([signal, limit]) },
      );
      const hung: Failure = { kind: "source-down", provider: provider.id, status: 0 };
      const isHung = limit.aborted && !signal.aborted;
      const read = new Map<Ticker, Result<Closes>>();
      for (const ticker of chunk) {
        const outcome = outcomes.get(ticker) ?? fail({ kind: "unknown-ticker", ticker });
        if (outcome.ok) read.set(ticker, outcome);
        else if (outcome.failure.kind === "aborted" && isHung) read.set(ticker, fail(hung));
        else read.set(ticker, outcome);
      }
      await remember(provider, read);
      return read;
    }

    async function remember(provider: Provider, outcomes: ReadonlyMap<Ticker, Result<Closes>>): Promise<void> {
      const failures = [...outcomes].flatMap(([ticker, one]) => (one.ok ? [] : [{ ticker, failure: one.failure }]));
      for (const { ticker, failure } of failures) await memory.noteRefusal(provider.id, ticker, failure);
      const limited = failures.find(({ failure }) => failure.kind === "rate-limited" || failure.kind === "key-refused");
      if (limited) await memory.noteRest(provider.id, limited.failure);
      else if (failures.length < outcomes.size) await memory.noteWell(provider.id);
      const fault = failures.find(({ failure }) => failure.kind === "source-down");
      if (!fault || failures.length < outcomes.size) downUntil.delete(provider.id);
      else {
        const isHung = fault.failure.kind === "source-down" && fault.failure.status === 0;
        const until = deps.uptime() + (isHung ? HUNG_REST_MS : ERROR_REST_MS);
        downUntil.set(provider.id, { until, failure: fault.failure });
      }
    }

    function settle(provider: Provider, ticker: Ticker, closes: Closes): void {
      const earlier = late.get(ticker);
      if (provider.mayLag && lacksDueClose(closes, deps.now())) {
        if (!earlier || dateOf(closes) > dateOf(earlier)) late.set(ticker, closes);
        return;
      }
      answers.set(ticker, { ok: true, value: earlier && dateOf(earlier) > dateOf(closes) ? earlier : closes });
    }

    function lastWord(ticker: Ticker): Result<Closes> {
      const closes = late.get(ticker);
      if (closes) return { ok: true, value: closes };
      if (signal.aborted) return fail({ kind: "aborted" });
      return fail(mostTelling(notes.get(ticker) ?? [], ticker));
    }
  };
}

/** The provider that a list of so many tickers is asked of first. */
export async function leadingProvider(
  { providers, order, keyOf }: Pick<ChainDeps, "providers" | "order" | "keyOf">,
  count: number,
): Promise<Provider | undefined> {
  for (const provider of lineup(providers, await order(), count, undefined)) {
    if (!provider.needsKey || (await keyOf(provider.id)) !== null) return provider;
  }
  return undefined;
}

/** The providers to ask, in order: the wanted one first, and for long lists those with batches before those without. */
function lineup(
  providers: readonly Provider[],
  order: readonly ProviderId[],
  count: number,
  first: ProviderId | undefined,
): readonly Provider[] {
  const rank = ({ id, batch }: Provider) => {
    if (id === first) return -1;
    const place = order.indexOf(id) === -1 ? providers.length : order.indexOf(id);
    return place + (count > FEW_TICKERS && batch === 1 ? providers.length * 2 : 0);
  };
  return [...providers].sort((a, b) => rank(a) - rank(b));
}

function withheld({ id }: Provider): Failure {
  return { kind: "no-permission", provider: id };
}

/** "Unknown" and "nothing yet" are answers from a source that knows every market; broken is not. */
function isFinal(failure: Failure, { isAuthoritative }: Provider): boolean {
  return isAuthoritative && (failure.kind === "unknown-ticker" || failure.kind === "no-data-yet");
}

/** The failure to show when nobody answered: what may pass before what will not. */
function mostTelling(failures: readonly Failure[], ticker: Ticker): Failure {
  const lasting: readonly Failure["kind"][] = [
    "unknown-ticker",
    "no-data-yet",
    "not-served",
    "not-entitled",
    "key-refused",
  ];
  return (
    failures.find(({ kind }) => !lasting.includes(kind)) ??
    failures.find(({ kind }) => kind === "no-data-yet") ??
    failures.find(({ kind }) => kind === "unknown-ticker") ??
    failures[0] ?? { kind: "unknown-ticker", ticker }
  );
}

function lacksDueClose(closes: Closes, now: number): boolean {
  const market = marketOf(closes.ticker, closes.zone);
  const days = createTradingDays(market);
  if (!days || market !== NEW_YORK) return false;
  const latest = latestClose(closes, days, now);
  return !latest || latest.date < days.latestDue(now);
}

function dateOf({ bars }: Closes): LocalDate {
  return bars.at(-1)?.date ?? "";
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
