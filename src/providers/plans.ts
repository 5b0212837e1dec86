import type { ProviderId } from "../domain/failure";

/** What a provider gives for nothing, and where it says so. */
export interface Plan {
  /** Requests the free plan allows; absent where the source publishes none. */
  readonly requests?: { readonly count: number; readonly per: "minute" | "hour" | "day" };
  /** A second limit beside the first. */
  readonly also?: { readonly count: number; readonly per: "minute" | "hour" | "day" };
  /** How far back its closes reach, in years; absent where it does not matter to us. */
  readonly years?: number;
  /** Which listings it serves: all we know, those of the United States, or the benchmark only. */
  readonly reach: "world" | "united-states" | "benchmark";
  /** Its own documentation or terms. */
  readonly docsUrl: string;
  /** Where a key is to be had; absent where none is needed. */
  readonly keyUrl?: string;
}

/** Free plans as published in October 2026. */
export const PLANS: Readonly<Record<ProviderId, Plan>> = {
  yahoo: { reach: "world", docsUrl: "https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html" },
  cboe: { reach: "united-states", docsUrl: "https://www.cboe.com/terms/" },
  nasdaq: { reach: "united-states", docsUrl: "https://www.nasdaq.com/legal" },
  fred: { reach: "benchmark", docsUrl: "https://fred.stlouisfed.org/series/SP500" },
  massive: {
    requests: { count: 5, per: "minute" },
    years: 2,
    reach: "united-states",
    docsUrl: "https://massive.com/docs",
    keyUrl: "https://massive.com/dashboard/keys",
  },
  "twelve-data": {
    requests: { count: 8, per: "minute" },
    also: { count: 800, per: "day" },
    reach: "united-states",
    docsUrl: "https://twelvedata.com/docs",
    keyUrl: "https://twelvedata.com/account/api-keys",
  },
  tiingo: {
    requests: { count: 50, per: "hour" },
    reach: "united-states",
    docsUrl: "https://www.tiingo.com/documentation/end-of-day",
    keyUrl: "https://www.tiingo.com/account/api/token",
  },
  finnhub: {
    requests: { count: 60, per: "minute" },
    reach: "united-states",
    docsUrl: "https://finnhub.io/docs/api/quote",
    keyUrl: "https://finnhub.io/dashboard",
  },
  "alpha-vantage": {
    requests: { count: 25, per: "day" },
    reach: "united-states",
    docsUrl: "https://www.alphavantage.co/documentation/",
    keyUrl: "https://www.alphavantage.co/support/#api-key",
  },
};
