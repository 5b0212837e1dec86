import { createProvider, oneByOne } from "./provider";
import { yahooChart } from "./yahoo-chart";
import { SPARK_BATCH, yahooSpark } from "./yahoo-spark";

/** Yahoo Finance, without a key: a chart for one ticker, lists in batches. */
export const yahoo = createProvider("yahoo", {
  batch: SPARK_BATCH,
  // Six requests in ten seconds have been refused, but not at intervals of 0.75 s.
  spacingMs: 750,
  // A listing and its benchmark, so that the first card of a day does not wait.
  burst: 2,
  closes: (request, context) =>
    request.tickers.length > 1
      ? yahooSpark(request, context)
      : oneByOne(request, (ticker) => yahooChart(ticker, request, context)),
});
