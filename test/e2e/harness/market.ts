import { answerYahoo, type Market } from "../../../demo/yahoo-wire.mjs";
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
