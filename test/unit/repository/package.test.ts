import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../../package.json";
import { packageExtension } from "../../../tools/package.mjs";

const LARGEST = 700 * 1024;
const KINDS = ["chromium", "firefox", "source"];

describe("the packages", () => {
  const folders: string[] = [];
  beforeAll(async () => {
    for (const name of ["one", "two"]) {
      const folder = await mkdtemp(join(tmpdir(), `sidequote-${name}-`));
      folders.push(folder);
      await packageExtension({ outDir: folder });
    }
  }, 60_000);
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  const read = (kind: string, folder = folders[0] ?? "") => readFile(join(folder, `sidequote-${version}-${kind}.zip`));
  const filesOf = async (kind: string) => unzipSync(await read(kind));

  it.each(KINDS)("the %s one is the same, byte for byte, when made again elsewhere", async (kind) => {
    const [first, second] = await Promise.all(folders.map((folder) => read(kind, folder)));
    expect(first?.equals(second ?? new Uint8Array())).toBe(true);
  });

  it.each(KINDS)("the %s one is small enough", async (kind) => {
    expect((await read(kind)).length).toBeLessThanOrEqual(LARGEST);
  });

  it.each(["chromium", "firefox"])("the %s one holds the licences of all it bundles", async (kind) => {
    const licences = strFromU8((await filesOf(kind))["LICENSES.txt"] ?? new Uint8Array());
    expect(licences).toMatch(/^preact \d/m);
    expect(licences).toMatch(/^zod \d/m);
  });

  it.each(["chromium", "firefox"])("the %s one has no source map, and a card that pages cannot open", async (kind) => {
    const files = await filesOf(kind);
    expect(Object.keys(files).filter((name) => name.endsWith(".map"))).toEqual([]);
    for (const [name, bytes] of Object.entries(files)) {
      if (name.endsWith(".js"))
        expect(strFromU8(bytes), name).not.toMatch(/sourceMappingURL|__FIXED_NOW__|__OPEN_CARD__/);
    }
  });

  it("the source one holds what builds the others, and nothing made from it", async () => {
    const names = Object.keys(await filesOf("source"));
    expect(names).toEqual(expect.arrayContaining(["build.mjs", "package-lock.json", "src/background/entry.ts"]));
    expect(names.filter((name) => /^(node_modules|dist|\.cache|\.git|test)\//.test(name))).toEqual([]);
  });
});

interface Finding {
  readonly code: string;
  readonly file: string;
}

describe("Mozilla's linter", () => {
  let folder: string;
  let report: { errors: Finding[]; warnings: Finding[] };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sidequote-lint-"));
    const build = spawnSync(process.execPath, ["build.mjs", "--target", "firefox", "--out", folder]);
    expect(build.status).toBe(0);
    const lint = ["node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", folder, "--output", "json"];
    report = JSON.parse(spawnSync(process.execPath, lint, { encoding: "utf8" }).stdout);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("finds no error", () => {
    expect(report.errors).toEqual([]);
  });

  it("warns of nothing but Preact's own unreached innerHTML (docs/decisions/0008)", () => {
    const others = report.warnings.filter(({ code }) => code !== "UNSAFE_VAR_ASSIGNMENT");
    expect(others).toEqual([]);
    const files = report.warnings.map(({ file }) => file).sort();
    expect(files).toEqual(["card.js", "options.js", "popup.js", "welcome.js"]);
  });
});
