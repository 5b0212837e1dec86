import type { Publication } from "../../domain/article";
import type { Result } from "../../domain/failure";
import { standsAlone } from "../../domain/market/beside-benchmark";
import { compare } from "../../domain/market/compare";
import type { Comparison } from "../../domain/market/comparison";
import { tradingStop } from "../../domain/market/standing";
import type { Ticker } from "../../domain/ticker";
import { FIGURES_LIMIT_MS, HOME_PATIENCE_MS, PATIENCE_MS } from "../../domain/time-limits";
import { withinTime } from "../../platform/within-time";
import { type AnswerDeps, answered } from "./answered";
import type { ClosesQuestion } from "./closes-question";

/** What a card asks about its listing. */
export interface CardQuestion {
  readonly published?: Publication | undefined;
  /**
   * Whether to answer as soon as the listing's own figures are there. A benchmark that is not there yet is "awaited"
   * then.
   */
  readonly isEarly?: boolean | undefined;
  readonly isPrivate: boolean;
}

/** Makes the comparison that a card shows; listing and benchmark are asked for at once. */
export function createCards({ source, benchmarks, now, uptime }: AnswerDeps) {
  return async (
    ticker: Ticker,
    { published, isEarly = false, isPrivate }: CardQuestion,
  ): Promise<Result<Comparison>> => {
    const question: ClosesQuestion = {
      coverage: "year",
      since: published?.day,
      isPrivate,
      deadline: uptime() + FIGURES_LIMIT_MS,
    };
    const choice = await benchmarks.choice();
    const chosen = choice.benchmark;
    const besides = standsAlone(ticker, chosen) ? null : askBenchmark();
    const homes = benchmarks.homeOf(ticker, choice, question);
    const listing = await source.one(ticker, question);
    if (!listing.ok) return listing;
    const whole = besides?.then(({ name, found }) => benchmarks.besideOf(listing.value, found, name, question)) ?? null;
    const awaited = () => "awaited" as const;
    // That a listing does not trade is not told before the benchmark's closes are there to show it.
    const mayBeEarly = isEarly && tradingStop(listing.value, now()) === null;
    const benchmark = whole && (mayBeEarly ? await withinTime(whole, PATIENCE_MS, awaited) : await whole);
    const home = await withinTime(homes, isEarly ? PATIENCE_MS : HOME_PATIENCE_MS, () => null);
    return answered({ listing: listing.value, benchmark, home, chosen, now: now(), published }, compare);

    async function askBenchmark() {
      const name = await benchmarks.nameFor([ticker], chosen);
      return { name, found: await benchmarks.closes(name, question) };
    }
  };
}
