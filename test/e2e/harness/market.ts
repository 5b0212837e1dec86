import { answerYahoo, type Market } from "../../../demo/yahoo-wire.mjs";
import type { ExtensionRun } from "./extension";
import type { Answer, NetworkReply } from "./network";

const YAHOO = /^query[12]\.finance\.yahoo\.com$/;

/** Yahoo answers from `market`; every other source is unreachable. */
export function yahooWith(market: Market): Answer {
  return ({ url }) => {
    const address = new URL(url);
    return YAHOO.test(address.host) ? answerYahoo(market, address) : "unreachable";
  };
}

/** Every source gives the same answer. */
export function everyone(reply: NetworkReply): Answer {
  return () => reply;
}

/** The addresses of sources of closes that were asked; the lists of listings are another matter. */
export function askedForFigures({ network }: ExtensionRun): string[] {
  return network.outgoing().flatMap(({ url }) => (/sec\.gov|nasdaqtrader\.com/.test(url) ? [] : [url]));
}
