import { check } from "recheck";
import { beforeAll, describe, expect, it } from "vitest";
import { builtInSource, builtRegexes, distinct, filesThatBuild, regexLiterals, type SourceRegex } from "./regexes";

/** What one check may take; the slowest of ours needs a tenth. */
const CHECK_LIMIT_MS = 20_000;

/** Its search counts steps; its limits of time besides would let a busy machine decide what it finds. */
const BY_STEPS = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** recheck ships as machine code for most systems, which is quick, and as JavaScript, which runs everywhere. */
async function chooseBackend(): Promise<void> {
  process.env.RECHECK_BACKEND = "native";
  await check("a", "").catch(() => {
    process.env.RECHECK_BACKEND = "pure";
  });
}

let regexes: SourceRegex[];
let built: SourceRegex[];
beforeAll(async () => {
  await chooseBackend();
  built = await builtRegexes(filesThatBuild(), async () => {
    // Those that are built when first needed.
    const { findPhrases } = await import("../../src/domain/detection/phrases");
    const { isAsian, otherPieces } = await import("../../src/domain/detection/names/asian-words");
    const { nameTokens } = await import("../../src/domain/detection/names/name-keys");
    for (const read of [findPhrases, isAsian, otherPieces, nameTokens]) read("三菱UFJ");
  });
  regexes = distinct([...regexLiterals(), ...built]);
});

describe("the regexes of the sources", () => {
  it("are all found", () => {
    // One is built anew for each mention, from letters and digits alone.
    expect(distinct(built).length).toBeGreaterThanOrEqual(builtInSource() - 1);
    expect(regexes.length).toBeGreaterThan(80);
  });

  it("take a time that grows as the text does", async () => {
    const faults: string[] = [];
    for (const { file, source, flags } of regexes) {
      const found = await check(source, flags, { ...BY_STEPS, timeout: CHECK_LIMIT_MS });
      if (found.status === "safe") continue;
      const summary = found.status === "vulnerable" ? found.complexity.summary : found.error.kind;
      faults.push(`${file}: /${source}/${flags} is ${found.status}: ${summary}`);
    }
    expect(faults).toEqual([]);
  });
});
