import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { packageExtension } from "../../tools/package.mjs";

/** What a reader installs (requirement F1); the source, most of it tests, is read by reviewers alone. */
const LARGEST = { chromium: 800 * 1024, firefox: 800 * 1024, source: 1_500 * 1024 };
/** What a contributor may have lying about. */
const STRAY = ".env.test";
const KINDS = ["chromium", "firefox", "source"] as const;

/** Where the packages are, and what is unpacked of them. */
const folders: string[] = [];
beforeAll(async () => {
  await writeFile(STRAY, "KEY=secret");
  await packageExtension({ outDir: await newFolder() });
}, 60_000);
afterAll(() => Promise.all([...folders, STRAY].map((path) => rm(path, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sidequote-packages-"));
  folders.push(folder);
  return folder;
}

const read = (kind: string, folder = folders[0] ?? "") => readFile(join(folder, `sidequote-${version}-${kind}.zip`));
const filesOf = async (kind: string) => unzipSync(await read(kind));

async function unpack(kind: string): Promise<string> {
  const folder = await newFolder();
  for (const [name, bytes] of Object.entries(await filesOf(kind))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}

describe("the packages", () => {
  it.each(KINDS)("the %s one is small enough", async (kind) => {
    expect((await read(kind)).length).toBeLessThanOrEqual(LARGEST[kind]);
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

  it.each(KINDS)("the %s one is sorted, and says nothing of when it was made", async (kind) => {
    const entries = entriesOf(await read(kind));
    const names = entries.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(new Set(entries.map(({ time }) => time)).size).toBe(1);
  });

  it("the source one holds what the repository tracks, and nothing that merely lies in the folder", async (test) => {
    const tracked = spawnSync("git", ["ls-files"], { encoding: "utf8" });
    if (tracked.status !== 0) return test.skip();
    const known = new Set(tracked.stdout.split("\n"));
    const stray = Object.keys(await filesOf("source")).filter((name) => !known.has(name));
    expect(stray).toEqual([]);
  });

  it("are the same, byte for byte, when made again elsewhere: where the source one is unpacked", async () => {
    const folder = await unpack("source");
    // What `npm ci` would bring, by the same lockfile.
    await symlink(resolve("node_modules"), join(folder, "node_modules"), "junction");
    const { status, stderr } = spawnSync(process.execPath, ["tools/package.mjs"], { cwd: folder, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    for (const kind of KINDS)
      expect((await read(kind, join(folder, "dist"))).equals(await read(kind)), kind).toBe(true);
  }, 60_000);

  it("the source one holds what builds the others, and nothing made from it", async () => {
    const names = Object.keys(await filesOf("source"));
    expect(names).toEqual(expect.arrayContaining(["build.mjs", "package-lock.json", "src/background/entry.ts"]));
    expect(names.filter((name) => /^(node_modules|dist|\.cache|\.git|test)\//.test(name))).toEqual([]);
  });
});

/** Name and time of each entry, in the order of the archive's directory (APPNOTE 4.3.12). */
function entriesOf(zip: Buffer): { readonly name: string; readonly time: number }[] {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const entries: { name: string; time: number }[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = zip.readUInt16LE(at + 28);
    entries.push({ name: zip.toString("utf8", at + 46, at + 46 + length), time: zip.readUInt32LE(at + 12) });
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** What Chrome's reviewers refuse, looked for in the package itself. */
describe("the chromium package, as a reviewer reads it,", () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = await filesOf("chromium");
  });
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const named = (ending: string) => Object.keys(files).filter((name) => name.endsWith(ending));

  it("runs no code but its own: pages load scripts and styles of the package only, scripts load and evaluate none", () => {
    expect(named(".html")).not.toEqual([]);
    for (const page of named(".html")) {
      const loaded = [...textOf(page).matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");
      expect(
        loaded.filter((address) => !(address in files)),
        page,
      ).toEqual([]);
      expect(textOf(page), page).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+="/i);
    }
    for (const script of named(".js")) {
      expect(textOf(script), script).not.toMatch(
        /\beval\(|\bFunction\(["'`]|\bimportScripts\(|\bimport\(|createElement\(["'`]script|set(Timeout|Interval)\(["'`]|\.wasm\b/,
      );
    }
  });

  it("asks for no permission that its scripts do not use", () => {
    const { permissions } = JSON.parse(textOf("manifest.json")) as { permissions: string[] };
    const code = named(".js").map(textOf).join("\n");
    // activeTab is no part of the API: it is what a press on the button or the menu gives.
    const uses: Record<string, RegExp> = { activeTab: /executeScript/ };
    for (const permission of permissions) {
      expect(code, permission).toMatch(uses[permission] ?? new RegExp(`\\.${permission}\\b`));
    }
  });

  it("runs and reads nowhere by itself but at hosts it names one by one", () => {
    const manifest = JSON.parse(textOf("manifest.json")) as {
      host_permissions: string[];
      content_scripts: { matches: string[] }[];
    };
    const patterns = [...manifest.host_permissions, ...manifest.content_scripts.flatMap(({ matches }) => matches)];
    expect(patterns.filter((pattern) => !/^https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}\/\*$/.test(pattern))).toEqual([]);
  });
});

interface Finding {
  readonly code: string;
  readonly file: string;
}

describe("Mozilla's linter", () => {
  let report: { errors: Finding[]; warnings: Finding[] };
  beforeAll(async () => {
    const folder = await unpack("firefox");
    const lint = ["node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", folder, "--output", "json"];
    report = JSON.parse(spawnSync(process.execPath, lint, { encoding: "utf8" }).stdout);
  }, 120_000);

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
