import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension, TARGETS } from "../../../build.mjs";
import { STARTER_TEXT } from "../../fakes/starter-listings";

const KB = 1024;

/** Budgets of requirement F1, bytes gzipped: what every page pays, and what the first card and the popup cost. */
const BUDGETS = [
  { script: "content.js", atMost: 18 * KB },
  { script: "card.js", atMost: 28 * KB },
  { script: "popup.js", atMost: 45 * KB },
];

describe.each(TARGETS)("the %s build", (target) => {
  let outDir: string;
  let bundles: { script: string; sources: string[] }[];
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), "sidequote-build-"));
    bundles = await buildExtension({ target, outDir });
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  it.each(BUDGETS)("keeps $script within its budget", async ({ script, atMost }) => {
    expect(gzipSync(await readFile(join(outDir, script)), { level: 9 }).length).toBeLessThanOrEqual(atMost);
  });

  it.each([
    { script: "content.js", sources: ["src/content/entry.ts"], packages: ["webextension-polyfill"] },
    { script: "mention-cards.js", sources: ["src/content/card/entry.ts"], packages: [] },
    { script: "card.js", sources: ["src/card/entry.tsx"], packages: ["preact"] },
    {
      script: "background.js",
      sources: ["src/background/entry.ts"],
      packages: ["idb-keyval", "webextension-polyfill", "zod"],
    },
  ])("puts no package but $packages into $script", ({ script, sources, packages }) => {
    const bundled = bundles.find((bundle) => bundle.script === script)?.sources ?? [];
    expect(bundled).toEqual(expect.arrayContaining(sources));
    const used = bundled.flatMap((file) => /node_modules\/([^/]+)/.exec(file)?.[1] ?? []);
    expect([...new Set(used)].sort()).toEqual(packages);
  });

  it("brings what opens cards only where there are mentions", () => {
    const bundled = bundles.find(({ script }) => script === "content.js")?.sources ?? [];
    const aboutCards = bundled.filter((file) => file.startsWith("src/content/card/"));
    expect(aboutCards).toEqual(["src/content/card/mention-cards-slot.ts"]);
  });

  it("holds the starter that detection is tested with", async () => {
    expect(await readFile(join(outDir, "starter.tsv"), "utf8")).toBe(STARTER_TEXT);
  });

  it.each(["background.js", "content.js", "mention-cards.js", "card.js", "popup.js", "options.js", "welcome.js"])(
    "neither evaluates text as code nor loads code from afar in %s",
    async (script) => {
      const text = await readFile(join(outDir, script), "utf8");
      expect(text).not.toMatch(
        /\beval\(|new Function\(|document\.write\(|insertAdjacentHTML|importScripts\(|import\("http/,
      );
    },
  );
});
