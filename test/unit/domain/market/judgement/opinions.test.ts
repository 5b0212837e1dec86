import { expect, it } from "vitest";
import { type Failure, fail, ok } from "../../../../../src/domain/failure";
import { buildCloses } from "../../../../../src/domain/market/build-closes";
import { settleOpinions } from "../../../../../src/domain/market/judgement/opinions";
import type { ProviderId } from "../../../../../src/providers/catalogue";

const OFFLINE: Failure = { kind: "offline" };
const UNREACHABLE: Failure = { kind: "unreachable", provider: "cboe" };
const NO_DATA: Failure = { kind: "no-data-yet", ticker: "BABA" };
const UNKNOWN: Failure = { kind: "unknown-ticker", ticker: "BABA" };
const NO_PERMISSION: Failure = { kind: "no-permission", provider: "cboe" };
const DOWN: Failure = { kind: "source-down", provider: "yahoo", status: 503 };

function settled(failures: readonly Failure[]): string {
  const providers: readonly ProviderId[] = ["yahoo", "cboe", "nasdaq"];
  const opinions = failures.map((failure, index) => ({
    provider: providers[index] ?? "fred",
    mayLag: false,
    outcome: fail(failure),
  }));
  const answer = settleOpinions(opinions, "BABA");
  return answer.ok ? "closes" : answer.failure.kind;
}

it.each([
  ["an empty reply, and two hosts that cannot be reached", [NO_DATA, OFFLINE, OFFLINE], "no-data-yet"],
  ["an empty reply, and hosts that keep their answer from us", [NO_DATA, UNREACHABLE, UNREACHABLE], "no-data-yet"],
  ["hosts that keep their answer from us", [UNREACHABLE, UNREACHABLE], "unreachable"],
  ["a refusal behind a host that cannot be reached", [OFFLINE, UNKNOWN], "unknown-ticker"],
  ["a server error, and a host that cannot be reached", [OFFLINE, DOWN], "source-down"],
  ["hosts that cannot be reached", [OFFLINE, OFFLINE], "offline"],
  ["one host out of reach and one withheld", [NO_PERMISSION, OFFLINE], "no-permission"],
] as const)("after %s the reader is told what was heard", (_, failures, kind) => {
  expect(settled(failures)).toBe(kind);
});

it.each([
  ["an hour after it was due, when it may only be late", 1, undefined],
  ["six hours after it was due, when a late source would have it", 6, ["2025-11-11"]],
])("two sources lack the close of a day, one of them often late: asked %s", (_, hours, without) => {
  const DUE = Date.parse("2025-11-11T21:15:00Z");
  const opinions = (["yahoo", "cboe"] as const).map((provider) => ({
    provider,
    mayLag: provider === "cboe",
    outcome: ok({
      ticker: "BABA",
      currency: "USD",
      zone: "America/New_York",
      bars: [{ date: "2025-11-10", close: 165.89 }],
      splits: [],
      doubts: [{ kind: "late", date: "2025-11-11" } as const],
      provider,
      fetchedAt: DUE + hours * 3_600_000,
    }),
  }));
  const answer = settleOpinions(opinions, "BABA");
  expect(answer.ok && answer.value.without).toEqual(without);
});

it.each([
  ["a split of that day is named", { isNamed: true } as const, null],
  ["nobody names a split", {}, 92],
])("the close of a source that tells no splits settles a change that may be one, unless %s", (_, named, close) => {
  const bars = [
    { date: "2025-11-10", close: 125 },
    { date: "2025-11-11", close: 92 },
  ];
  const common = { ticker: "BABA", currency: "USD", zone: "America/New_York", fetchedAt: 0 };
  const doubtful = {
    ...common,
    bars: bars.slice(1),
    splits: null,
    doubts: [{ kind: "may-be-split", date: "2025-11-11", ...named } as const],
    provider: "yahoo" as const,
  };
  const whole = { ...common, bars, splits: null, isUnadjusted: true, provider: "cboe" as const };
  const answer = settleOpinions(
    [
      { provider: "yahoo", mayLag: false, outcome: ok(doubtful) },
      { provider: "cboe", mayLag: true, outcome: ok(whole) },
    ],
    "BABA",
  );
  expect(answer.ok && (answer.value.bars.at(-2) ? answer.value.bars.at(-1)?.close : null)).toBe(close);
});

it("a halving that two sources have leaves no dividend out of the days before it, nor lets an older leap in", () => {
  const sessions = ["2025-11-04", "2025-11-05", "2025-11-06", "2025-11-07", "2025-11-10", "2025-11-11"];
  const dividends = [{ date: "2025-11-06", amount: 1 }];
  const opinions = (["yahoo", "tiingo"] as const).map((provider) => ({
    provider,
    mayLag: false,
    outcome: buildCloses({
      ticker: "TSTA",
      currency: "USD",
      zone: "America/New_York",
      bars: sessions.map((date, at) => ({ date, close: [1200, 120, 120, 120, 120, 60][at] ?? null })),
      splits: [],
      dividends,
      isSplitAdjusted: true,
      provider,
      fetchedAt: Date.parse("2025-11-11T22:30:00Z"),
    }),
  }));
  const answer = settleOpinions(opinions, "TSTA");
  expect(answer).toMatchObject({ value: { bars: Array(5).fill(expect.anything()), dividends } });
});
