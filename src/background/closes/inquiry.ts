import { fail, type Result } from "../../domain/failure";
import type { Closes, Told } from "../../domain/market/closes";
import { type Opinion, settleOpinions, toldBy, wholeAnswer } from "../../domain/market/judgement/opinions";
import type { Ticker } from "../../domain/ticker";
import type { Provider } from "../../providers/provider";

/** What the providers have said so far about the tickers of one question. */
export interface Inquiry {
  /** The tickers to ask this provider for: those that nobody has answered, and some whose answer is doubted. */
  readonly openFor: (provider: Provider) => readonly Ticker[];
  /** Notes what a provider said. `isConfirmed`: it has refused the ticker twice, a day apart. */
  readonly note: (provider: Provider, ticker: Ticker, outcome: Result<Closes>, isConfirmed: boolean) => void;
  /** Who said what of a ticker, in the order of asking. */
  readonly toldOf: (ticker: Ticker) => readonly Told[];
  /** The answer for a ticker, from all that was said of it. */
  readonly verdictOn: (ticker: Ticker) => Result<Closes>;
}

/**
 * The most doubted tickers of a list that one provider is asked for. Each is a request of its own, and the whole list
 * waits for them.
 */
const MOST_SECOND_OPINIONS = 5;

/** If `isKnown` says that we know a ticker, one source's "unknown ticker" is not the last word. */
export function createInquiry(tickers: readonly Ticker[], isKnown: (ticker: Ticker) => boolean): Inquiry {
  const heard = new Map<Ticker, { readonly provider: Provider; readonly opinion: Opinion }[]>();
  const confirmed = new Set<Ticker>();
  const about = (ticker: Ticker) => heard.get(ticker) ?? [];
  const isSettled = (ticker: Ticker) =>
    wholeAnswer(about(ticker).map(({ opinion }) => opinion)) !== undefined ||
    about(ticker).some(({ provider, opinion: { outcome } }) => {
      if (outcome.ok) return false;
      // A source that states a first trading day knows the listing. Any other refusal may be a passing fault.
      if (outcome.failure.kind === "no-data-yet") return true;
      return outcome.failure.kind === "unknown-ticker" && provider.isAuthoritative && !isKnown(ticker);
    });
  return {
    openFor: ({ serves }) => {
      const open = tickers.filter((ticker) => serves(ticker) && !isSettled(ticker));
      const isDoubted = (ticker: Ticker) => about(ticker).some(({ opinion }) => opinion.outcome.ok);
      const doubted = open.filter(isDoubted).slice(0, MOST_SECOND_OPINIONS);
      return open.filter((ticker) => !isDoubted(ticker) || doubted.includes(ticker));
    },
    note: (provider, ticker, outcome, isConfirmed) => {
      const opinion = { provider: provider.id, mayLag: provider.mayLag, outcome };
      heard.set(ticker, [...about(ticker), { provider, opinion }]);
      const isGone = !outcome.ok && outcome.failure.kind === "unknown-ticker";
      if (isConfirmed && isGone && provider.isAuthoritative) confirmed.add(ticker);
    },
    toldOf: (ticker) => about(ticker).map(({ opinion }) => toldBy(opinion, ticker)),
    verdictOn: (ticker) => {
      const answer = settleOpinions(
        about(ticker).map(({ opinion }) => opinion),
        ticker,
      );
      if (answer.ok) return answer;
      if (confirmed.has(ticker)) return fail({ kind: "unknown-ticker", ticker });
      const isRefused = about(ticker).some(
        ({ provider, opinion: { outcome } }) =>
          provider.isAuthoritative && !outcome.ok && outcome.failure.kind === "unknown-ticker",
      );
      return isRefused && isKnown(ticker) ? fail({ kind: "not-found", ticker }) : answer;
    },
  };
}
