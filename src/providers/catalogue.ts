/**
 * The names of the providers by their ids, in the default order of asking: those with the reader's key, then those
 * without, each of which stands in for the one before. They are apart from the facts because the card needs only them.
 */
const NAMES = {
  massive: "Massive",
  "twelve-data": "Twelve Data",
  tiingo: "Tiingo",
  finnhub: "Finnhub",
  "alpha-vantage": "Alpha Vantage",
  yahoo: "Yahoo Finance",
  cboe: "Cboe",
  nasdaq: "Nasdaq",
  fred: "FRED",
} as const;

/** A provider's id, as settings, cache and card use it. */
export type ProviderId = keyof typeof NAMES;

/** How many requests a provider answers for free within a period. */
export interface Allowance {
  readonly count: number;
  readonly per: "minute" | "hour" | "day";
  /** A second limit, for a day. */
  readonly alsoPerDay?: number;
}

/** The facts about a provider; its code is in the file of its name. */
export interface ProviderFacts {
  /** Exact https hosts it may contact, redirects included; the manifest and the content security policy list them. */
  readonly hosts: readonly [string, ...string[]];
  /** Which listings it serves: all that we know, those of the United States, or only the benchmark. */
  readonly serves: "world" | "united-states" | "benchmark";
  /** Whether its benchmark is the S&P 500 index, or the fund SPY because it lacks the index. */
  readonly benchmark: "index" | "fund";
  /** Whether it answers only with the reader's key. */
  readonly needsKey: boolean;
  /** When the close of a finished day can be had. */
  readonly arrives: "same-evening" | "maybe-later" | "next-day";
  /** How far back its closes reach: so many `years`, or only the latest; absent if far enough for us. */
  readonly reaches?: { readonly years: number } | "latest-only";
  /** The requests of its free plan; absent if it publishes no limit. */
  readonly allowance?: Allowance;
  /** Whether the way we ask is documented by the provider; otherwise it is that of the provider's own pages. */
  readonly isDocumented: boolean;
  /** Set if the way we ask is not documented, but the terms tolerate personal use. */
  readonly toleratesPersonalUse?: true;
  /** Where it states its terms. */
  readonly termsUrl: string;
}

/**
 * The facts of every provider; names and order are above. The manifest's hosts, the content security policy and the
 * options page's texts are made from them. Free plans as published in October 2026.
 */
export const CATALOGUE = {
  massive: {
    hosts: ["api.massive.com"],
    serves: "united-states",
    benchmark: "fund",
    needsKey: true,
    arrives: "next-day",
    reaches: { years: 2 },
    allowance: { count: 5, per: "minute" },
    isDocumented: true,
    termsUrl: "https://massive.com/",
  },
  "twelve-data": {
    hosts: ["api.twelvedata.com"],
    serves: "united-states",
    benchmark: "fund",
    needsKey: true,
    arrives: "maybe-later",
    allowance: { count: 8, per: "minute", alsoPerDay: 800 },
    isDocumented: true,
    termsUrl: "https://twelvedata.com/terms",
  },
  tiingo: {
    hosts: ["api.tiingo.com"],
    serves: "united-states",
    benchmark: "fund",
    needsKey: true,
    arrives: "maybe-later",
    allowance: { count: 50, per: "hour" },
    isDocumented: true,
    termsUrl: "https://www.tiingo.com/",
  },
  finnhub: {
    hosts: ["finnhub.io"],
    serves: "united-states",
    benchmark: "fund",
    needsKey: true,
    arrives: "same-evening",
    reaches: "latest-only",
    allowance: { count: 60, per: "minute" },
    isDocumented: true,
    termsUrl: "https://finnhub.io/terms-of-service",
  },
  "alpha-vantage": {
    hosts: ["www.alphavantage.co"],
    serves: "united-states",
    benchmark: "fund",
    needsKey: true,
    arrives: "maybe-later",
    allowance: { count: 25, per: "day" },
    isDocumented: true,
    termsUrl: "https://www.alphavantage.co/terms_of_service/",
  },
  yahoo: {
    hosts: ["query1.finance.yahoo.com"],
    serves: "world",
    benchmark: "index",
    needsKey: false,
    arrives: "same-evening",
    isDocumented: false,
    toleratesPersonalUse: true,
    termsUrl: "https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html",
  },
  cboe: {
    // The first host redirects to the second.
    hosts: ["cdn.cboe.com", "cdn-api.cboe.com"],
    serves: "united-states",
    benchmark: "index",
    needsKey: false,
    arrives: "maybe-later",
    isDocumented: false,
    termsUrl: "https://www.cboe.com/legal/",
  },
  nasdaq: {
    hosts: ["api.nasdaq.com"],
    serves: "united-states",
    benchmark: "index",
    needsKey: false,
    arrives: "maybe-later",
    isDocumented: false,
    termsUrl: "https://www.nasdaq.com/legal",
  },
  fred: {
    hosts: ["fred.stlouisfed.org"],
    serves: "benchmark",
    benchmark: "index",
    needsKey: false,
    arrives: "next-day",
    isDocumented: true,
    termsUrl: "https://fred.stlouisfed.org/legal/",
  },
} as const satisfies Record<ProviderId, ProviderFacts>;

/** The ids of all providers, in the default order of asking. */
export const PROVIDER_IDS = /* @__PURE__ */ Object.keys(NAMES) as readonly ProviderId[];

/** What is known of a provider. */
export function factsOf(id: ProviderId): ProviderFacts {
  return CATALOGUE[id];
}

/** The name that card, options and sentences write for a provider. */
export function providerName(id: ProviderId): string {
  return NAMES[id];
}
