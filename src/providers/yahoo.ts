import { BENCHMARK } from "../domain/ticker";
import type { Provider } from "./provider";
import { YAHOO_HOSTS, yahooChart } from "./yahoo-chart";

/** Yahoo Finance, without a key: one chart per ticker. */
export const yahoo: Provider = {
  id: "yahoo",
  name: "Yahoo Finance",
  hosts: YAHOO_HOSTS,
  needsKey: false,
  batch: 1,
  // Six requests in ten seconds have been refused; 0.75 s apart has not.
  spacingMs: 750,
  benchmark: BENCHMARK,
  isAuthoritative: true,
  mayLag: false,
  serves: () => true,
  closes: async (request, context) =>
    new Map(
      await Promise.all(
        request.tickers.map(async (ticker) => [ticker, await yahooChart(ticker, request, context)] as const),
      ),
    ),
};
