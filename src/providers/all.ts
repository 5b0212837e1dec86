import { alphaVantage } from "./alpha-vantage";
import { cboe } from "./cboe";
import { finnhub } from "./finnhub";
import { fred } from "./fred";
import { massive } from "./massive";
import { nasdaq } from "./nasdaq";
import type { Provider } from "./provider";
import { tiingo } from "./tiingo";
import { twelveData } from "./twelve-data";
import { yahoo } from "./yahoo";

/** The code of every provider, in the order of `catalogue.ts`. */
export const PROVIDERS: readonly Provider[] = [
  massive,
  twelveData,
  tiingo,
  finnhub,
  alphaVantage,
  yahoo,
  cboe,
  nasdaq,
  fred,
];
