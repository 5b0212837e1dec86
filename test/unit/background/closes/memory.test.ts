import { expect, it } from "vitest";
import { createMemory } from "../../../../src/background/closes/memory";
import { rateLimited, refused } from "../../../../src/providers/refusal";
import { createMemoryStore } from "../../../fakes/memory-store";

function setUp() {
  const clock = { now: Date.parse("2025-11-11T22:30:00Z") };
  return { clock, memory: createMemory({ store: createMemoryStore(), now: () => clock.now }) };
}

it("a rest doubles also if it is noted a moment after the refusal", async () => {
  const { clock, memory } = setUp();
  const rests: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const { failure } = rateLimited("yahoo", clock.now);
    clock.now += 12;
    await memory.noteRest("yahoo", failure);
    const rest = await memory.restOf("yahoo");
    const until = rest?.kind === "rate-limited" ? rest.until : 0;
    rests.push((until - clock.now) / 1000);
    clock.now = until;
  }
  expect(rests).toEqual([60, 120, 240, 480, 600]);
});

it("a rest lasts as long as the provider says, however often it asks for it", async () => {
  const { clock, memory } = setUp();
  for (const seconds of [20, 20, 90]) {
    const until = clock.now + seconds * 1000;
    const { failure } = rateLimited("yahoo", clock.now, seconds * 1000);
    clock.now += 12;
    await memory.noteRest("yahoo", failure);
    expect(await memory.restOf("yahoo")).toEqual({ ...failure, until });
    clock.now = until;
  }
});

it("a ticker that is found takes back its own refusal, not those of tickers that begin with its letters", async () => {
  const { clock, memory } = setUp();
  for (const ticker of ["F", "FIGX"]) {
    const { failure } = refused("not available with your plan", "tiingo", ticker, clock.now);
    await memory.noteRefusal("tiingo", ticker, failure);
  }
  await memory.noteFound("tiingo", "F");
  expect(await memory.refusalOf("tiingo", "F")).toBeUndefined();
  expect(await memory.refusalOf("tiingo", "FIGX")).toMatchObject({ isConfirmed: true });
});
