import { expect, it } from "vitest";
import { createTurns } from "../../../src/domain/turns";

it("an answer counts unless that to a later question was taken before", () => {
  const ask = createTurns();
  const [first, second, third] = [ask(), ask(), ask()];
  expect([second(), first(), third(), second(), third()]).toEqual([true, false, true, false, true]);
});

it("an answer counts where the later question has none", () => {
  const ask = createTurns();
  const first = ask();
  ask();
  expect(first()).toBe(true);
});
