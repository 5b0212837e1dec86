import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

/** Runs a command of `package.json` as `npm run` does. */
function command(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", ...args], (error, out, told) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, told });
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidequote-statements-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("npm run detect -- --statements", () => {
  it("prints what each page states, one line of JSON a page", async () => {
    const stating = join(folder, "stating.html");
    const silent = join(folder, "silent.html");
    const page = (words: string) =>
      `<!doctype html><html lang="en"><head><title>Figures</title><meta property="article:published_time" content="2025-11-14T10:00:00-05:00"></head><body><article><p>${words}</p></article></body></html>`;
    await writeFile(stating, page("Apple Inc. (NASDAQ: AAPL) shares closed Tuesday at $275.25, up 2.16%."));
    await writeFile(silent, page("Rain is expected in the north."));
    const { code, out } = await command("tools/detect.ts", "--statements", stating, silent);
    const lines = out.trim().split("\n");
    const pages = lines.map((line) => JSON.parse(line));
    expect(pages.map(({ file, published }) => [file, published])).toEqual([
      [stating, "2025-11-14"],
      [silent, "2025-11-14"],
    ]);
    expect(pages[0].statements).toMatchObject([
      {
        ticker: "AAPL",
        kind: "close",
        value: 275.25,
        unit: "USD",
        direction: null,
        phase: "close",
        session: { stated: "Tuesday", date: "2025-11-11" },
        surface: "$275.25",
        before: "(NASDAQ: AAPL) shares closed Tuesday at ",
        after: ", up 2.16%.",
      },
      { ticker: "AAPL", kind: "change", value: 2.16, unit: "%", direction: 1, surface: "2.16%" },
    ]);
    expect(pages[1].statements).toEqual([]);
    expect(code).toBe(0);
  });
});

describe("npm run statements:score", () => {
  it("gives precision and recall of both groups, and names what is false or missed", async () => {
    const text = "Acme closed at $41.20 on Tuesday, up 1.2%.";
    const label = { id: "page", lang: "en", published: "2025-11-14", text, company: "Acme", ticker: "ACME" };
    const tuesday = { phase: "close", session: { stated: "Tuesday", date: "2025-11-11" } };
    const labels = [
      { ...label, kind: "close", value: 41.2, as_stated: "41.20", unit: "USD", direction: null, ...tuesday },
      // Found as 1.2: the label says otherwise.
      { ...label, kind: "change", value: 1.3, as_stated: "1.3", unit: "%", direction: 1 },
    ];
    await writeFile(join(folder, "statements.jsonl"), labels.map((each) => JSON.stringify(each)).join("\n"));
    const { code, out } = await command("tools/statements-score.ts", folder);
    expect(out).toContain("price and day's change: precision 0.500 (1 false), recall 0.500 (1 missed)");
    expect(out).toContain("other kinds: precision – (0 false), recall – (0 missed)");
    expect(out).toContain("false  page change 1.2 1 ACME: Acme closed at $41.20 on Tuesday, up [1.2%].");
    expect(out).toContain("missed page change 1.3 1 ACME");
    expect(out).toMatch(/against closes built from the labels: .*agrees/);
    expect(code).toBe(0);
  });

  it("says how it is used where no folder is named", async () => {
    const { code, told } = await command("tools/statements-score.ts");
    expect(told).toContain("usage: npm run statements:score -- [--lang CODE] [--quiet] DIR");
    expect(code).toBe(2);
  });
});
