import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { namesakesOf } from "../../../../../src/domain/detection/words/namesakes";
import { starterListings } from "../../../../fakes/starter-listings";

const FILE = new URL("../../../../../src/domain/detection/words/namesakes.txt", import.meta.url);

it("every company that shares its name is in the starter under the same name", () => {
  const keys = [...readFileSync(FILE, "utf8").matchAll(/^(?:\.|US)\S* \S+ ([^:]+):/gm)].map(([, key = ""]) => key);
  const names = new Map(starterListings().map(({ ticker, name }) => [ticker, name]));
  const written = keys.flatMap((key) => namesakesOf(key));
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter(({ ticker, name }) => names.get(ticker) !== name)).toEqual([]);
});
