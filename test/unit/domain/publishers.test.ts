import { expect, it } from "vitest";
import { publishersOf } from "../../../src/domain/publishers";

it.each([
  ["nytimes.com", ["NYT"]],
  ["cn.wsj.com", ["NWSA", "NWS"]],
  ["notnytimes.com", []],
  [null, []],
])("a site has the tickers of the company that publishes it: %s", (site, tickers) => {
  expect(publishersOf(site)).toEqual(tickers);
});
