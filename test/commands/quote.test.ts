import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

/**
 * The command in one file, in a folder of the project as `tools` is, from which it finds the others. It starts in a
 * third of the time that the command itself takes.
 */
const BUNDLE = ".cache/quote.mjs";

beforeAll(async () => {
  const shared = { bundle: true, packages: "external", platform: "node", format: "esm" } as const;
  await build({ ...shared, entryPoints: ["tools/quote.ts"], outfile: BUNDLE });
});
afterAll(() => rm(BUNDLE));

/** Runs the command over the replies written for this project. */
function run(...command: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, "--replies", "test/fixtures/replies"], (error, out, told) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, told });
    });
  });
}

const quote = (...args: string[]) => run(BUNDLE, ...args);

test("the command prints close, change, benchmark, difference, date and source", async () => {
  const asNpmRuns = ["--import", "tsx", "tools/quote.ts"];
  const { code, out } = await run(...asNpmRuns, "BABA", "0700.HK", "--at", "2025-11-11");
  expect(out.split("\n").slice(0, 2)).toEqual([
    "BABA  $160.80  −3.07%  S&P 500 +0.21%  −3.28 pp vs S&P 500  At close: Tue, Nov 11, 2025, 4:00 PM EST  Yahoo Finance",
    "0700.HK  HK$651.50  +0.85%  S&P 500 +0.21%  +0.64 pp vs S&P 500  At close: Tue, Nov 11, 2025, 4:10 PM Hong Kong Standard Time  Yahoo Finance",
  ]);
  expect(code).toBe(0);
});

test("with --json it prints the failure as data, and says so by its exit code", async () => {
  const { code, out } = await quote("NOPE", "--provider", "yahoo", "--json");
  expect(JSON.parse(out)).toEqual([{ ticker: "NOPE", ok: false, failure: { kind: "unknown-ticker", ticker: "NOPE" } }]);
  expect(code).toBe(1);
});

/** When requests left and were answered, in milliseconds from the question, as `--verbose` tells. */
function timesIn(told: string) {
  const asked = [...told.matchAll(/asked (\S+) at (\d+) ms: (\S+) at (\d+) ms/g)];
  return asked.map(([, address = "", left, outcome, came]) => ({
    address,
    left: Number(left),
    outcome,
    came: Number(came),
  }));
}

test("--slow shows that listing and benchmark are asked for at once", async () => {
  const { out, told } = await quote("BABA", "--at", "2025-11-11", "--verbose", "--slow", "700");
  const times = timesIn(told);
  expect(times.map(({ address }) => address.split("/").at(-1)).sort()).toEqual(["BABA", "^GSPC"]);
  const firstAnswer = Math.min(...times.map(({ came }) => came));
  expect(times.every(({ left }) => left < firstAnswer)).toBe(true);
  expect(out).toContain("−3.28 pp");
});

test("--slow shows that a source that hangs is given up in time for the next one", async () => {
  const { out, told } = await quote(
    ...["BABA", "--at", "2025-11-11", "--verbose", "--slow", "query1.finance.yahoo.com=60000"],
  );
  expect(timesIn(told).map(({ address, outcome }) => [address.split("/")[0], outcome])).toEqual(
    expect.arrayContaining([
      ["query1.finance.yahoo.com", "aborted"],
      ["cdn.cboe.com", "answered"],
    ]),
  );
  expect(out).toContain("−3.28 pp");
  expect(Number(/all figures after (\d+) ms/.exec(told)?.[1])).toBeLessThan(10_000);
});

test.each([
  [["not a ticker"]],
  [["BABA", "--slow", "soon"]],
  [["BABA", "--at", "yesterday"]],
  [["BABA", "--provider", "nobody"]],
  [[]],
])("%j is refused before anything is asked", async (args) => {
  expect((await quote(...args)).code).toBe(2);
});
