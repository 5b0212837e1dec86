import { expect, it } from "vitest";
import { openDirectory } from "../../../src/background/directory/directory-image";
import { namedListing } from "../../../src/domain/named-listing";
import { starterListings } from "../../fakes/starter-listings";

const directory = openDirectory(starterListings(), []);
const named = (text: string) => namedListing(text, directory)?.ticker;

it.each([
  ["alibaba", "BABA"],
  ["Alibaba’s", "BABA"],
  ["“Nvidia”,", "NVDA"],
  ["Alibaba Group Holding Ltd. (BABA)", "BABA"],
  ["(NYSE: BABA)", "BABA"],
  ["NYSE:BABA", "BABA"],
  ["$MSFT", "MSFT"],
  ["msft", "MSFT"],
  ["$msft", "MSFT"],
  ["BRK-B", "BRK.B"],
  ["BRK/B", "BRK.B"],
  ["brk b", "BRK.B"],
  ["NOVO-B.CO", "NOVO-B.CO"],
  ["(AI)", "AI"],
  ["Ford", "F"],
  ["Samsung", "005930.KS"],
  ["삼성전자", "005930.KS"],
  ["the S&P 500", "^GSPC"],
  ["DAX", "^GDAXI"],
  ["M&S", "MKS.L"],
  ["AT&T", "T"],
  ["P&G", "PG"],
  ["#BABA", "BABA"],
  ["Disney+", "DIS"],
])("%j names %s", (text, ticker) => {
  expect(named(text)).toBe(ticker);
});

it.each([
  "Stripe",
  "IKEA",
  "Chanel",
  "Valve",
  "Mistral",
  "Mars",
  "Lego",
  "Fed",
  "gold",
  "the",
  "market",
  "China",
  "United States",
  "Apple’s iPhone",
  "M&A",
  "P&L",
  "R&D",
  "B&B",
  "D & D",
  "T&T",
  "C++",
  "A+",
  "C#",
  "NATO",
  "e.g.",
  "p.m.",
  "D.C.",
  "A/B",
  "AC/DC",
  "Apple and Microsoft",
  "Apple, Microsoft",
  "",
  "?",
])("%j names no listing for sure", (text) => {
  expect(named(text)).toBeUndefined();
});
