import { expect, it } from "vitest";
import { isAmerican } from "../../../src/domain/american-exchanges";
import { EXCHANGE_IDS, EXCHANGES } from "../../../src/domain/exchange";
import { SUFFIXES_OF_ONE_LETTER } from "../../../src/domain/yahoo-spelling";

it("American exchanges are those whose tickers have no suffix, indices aside", () => {
  const without = EXCHANGE_IDS.filter((id) => EXCHANGES[id].suffix === "" && id !== "INDEX");
  expect(EXCHANGE_IDS.filter(isAmerican)).toEqual(without);
});

it("suffixes of one letter are the exchanges'", () => {
  const ofOneLetter = Object.values(EXCHANGES).flatMap(({ suffix }) => (suffix.length === 1 ? [suffix] : []));
  expect([...SUFFIXES_OF_ONE_LETTER].sort()).toEqual(ofOneLetter.sort());
});
