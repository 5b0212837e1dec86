import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension, TARGETS } from "../../../build.mjs";
import ownNames from "../../../src/content/own-names.json";
import { STARTER_TEXT } from "../../fakes/starter-listings";

const KB = 1024;

/** Budgets of quality.md F1, in bytes: what every page pays, and what the first card and the popup cost. */
const BUDGETS = [
  { script: "content.js", raw: 36 * KB, gzipped: 12 * KB },
  // What runs while a page begins may be no more than a message.
  { script: "wake.js", raw: KB, gzipped: KB },
  { script: "card.js", raw: null, gzipped: 25 * KB },
  { script: "popup.js", raw: null, gzipped: 45 * KB },
];

describe.each(TARGETS)("the %s build", (target) => {
  let outDir: string;
  let bundles: { script: string; sources: string[] }[];
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), "sidequote-build-"));
    bundles = await buildExtension({ target, outDir });
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  it.each(BUDGETS)("keeps $script within its budget", async ({ script, raw, gzipped }) => {
    const bytes = await readFile(join(outDir, script));
    if (raw !== null) expect(bytes.length).toBeLessThanOrEqual(raw);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(gzipped);
  });

  it("shortens no property in the content script that modules of others name, or messages", async () => {
    const sources = bundles.find(({ script }) => script === "content.js")?.sources ?? [];
    const shared = sources.filter((source) => /^src\/(?!content\/)/.test(source));
    expect(shared).toContain("src/platform/ask.ts");
    const code = await Promise.all(
      [...shared, "src/protocol.ts"].map(async (source) => ({
        source,
        text: (await readFile(source, "utf8")).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ""),
      })),
    );
    const named = ownNames.flatMap((name) =>
      code
        .filter(({ text }) => new RegExp(`\\.${name}\\b|\\b${name}\\??:`).test(text))
        .map(({ source }) => [name, source]),
    );
    expect(named).toEqual([]);
  });

  it("asks for no property that it shortens by a name in quotes, which stays as it is", async () => {
    const text = await readFile(join(outDir, "content.js"), "utf8");
    // As in `"a" in b`, `b["a"]`, `{ "a": 1 }` and `Object.hasOwn(b, "a")`.
    const quoted = ownNames.filter((name) =>
      new RegExp(`(?<!case ?)"${name}"(?:\\s*in\\b|[\\]:])|,"${name}"\\)`).test(text),
    );
    expect(quoted).toEqual([]);
  });

  it.each([
    ["wake.js", "src/content/wake.ts"],
    ["content.js", "src/content/entry.ts"],
  ])("keeps zod, Preact and the polyfill out of %s, which every page gets", (name, entry) => {
    const sources = bundles.find(({ script }) => script === name)?.sources ?? [];
    expect(sources).toContain(entry);
    expect(sources.filter((file) => file.includes("node_modules/"))).toEqual([]);
  });

  it("holds the starter that detection is tested with", async () => {
    expect(await readFile(join(outDir, "starter.tsv"), "utf8")).toBe(STARTER_TEXT);
  });

  it.each(["background.js", "wake.js", "content.js", "card.js", "popup.js", "options.js", "welcome.js"])(
    "neither evaluates text as code nor loads code from afar in %s",
    async (script) => {
      const text = await readFile(join(outDir, script), "utf8");
      expect(text).not.toMatch(
        /\beval\(|new Function\(|document\.write\(|insertAdjacentHTML|importScripts\(|import\("http/,
      );
    },
  );
});
