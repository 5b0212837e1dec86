import { once } from "../../once";
import type { Ticker } from "../../ticker";
import tradesText from "./trades.txt?raw";
import { lines } from "./word-lists";

const trades = once(
  () =>
    new Map(
      lines(tradesText).flatMap((line) => {
        const [trade = "", tickers = ""] = line.split(": ");
        return tickers.split(" ").map((ticker) => [ticker, trade] as const);
      }),
    ),
);

/** What the company with one of these tickers deals in; undefined where we do not know. */
export function tradeOf(tickers: readonly Ticker[]): string | undefined {
  const known = tickers.find((ticker) => trades().has(ticker));
  return known === undefined ? undefined : trades().get(known);
}
