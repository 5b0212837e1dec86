// `npm run package`: the zips that stores take, the same bytes wherever and whenever they are made.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { buildExtension, TARGETS } from "../build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Folders that a source zip leaves out: what is made from the rest, and what no build needs (tests and pictures, the
 * larger half).
 */
const LEFT_OUT = new Set(["node_modules", "dist", ".cache", "coverage", ".git", "test", "images"]);

/** Zip times are local and start in 1980: a fixed local date gives the same bytes in every zone. */
const ZIP_TIME = new Date(2000, 0, 1);

/** Every package there is: a variant's, or the source's. */
const KINDS = [...TARGETS, "source"];

/**
 * Builds the variants among `kinds` and writes the zips of all
 * `kinds` into `outDir`; resolves with name and size in bytes of each.
 * @param {{ outDir: string, kinds?: readonly string[] }} options
 */
export async function packageExtension({ outDir, kinds = KINDS }) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await mkdir(outDir, { recursive: true });
  const written = [];
  const write = async (kind, files) => {
    const name = `sidequote-${version}-${kind}.zip`;
    const bytes = zipSync(zippable(files), { level: 9 });
    await writeFile(join(outDir, name), bytes);
    written.push({ name, size: bytes.length });
  };
  for (const target of TARGETS.filter((one) => kinds.includes(one))) {
    const folder = join(outDir, `.${target}`);
    await buildExtension({ target, outDir: folder });
    await write(target, await filesIn(folder));
    await rm(folder, { recursive: true });
  }
  if (kinds.includes("source")) await write("source", await sourceFiles());
  return written;
}

/**
 * The sources as [path with slashes, bytes]: only what the repository tracks, because the folder may contain keys, for
 * example in a `.env`. Without a repository, as in the unpacked source zip, everything is source.
 */
async function sourceFiles() {
  const isSource = (path) => !path.split("/").some((name) => LEFT_OUT.has(name));
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const isRepository = status === 0 && existsSync(join(root, ".git"));
  if (!isRepository) return filesIn(root, (name) => !LEFT_OUT.has(name) && !/\.log$|^\.env/.test(name));
  const tracked = stdout.split("\0").filter((path) => path !== "" && isSource(path) && existsSync(join(root, path)));
  const files = await Promise.all(tracked.map(async (path) => [path, await readFile(join(root, path))]));
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every file below `folder` as [path with slashes, bytes], sorted by path. */
async function filesIn(folder, included = () => true, prefix = "") {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter(({ name }) => included(name))
      .map(async (entry) => {
        const path = prefix + entry.name;
        if (entry.isDirectory()) return filesIn(folder, included, `${path}/`);
        return entry.isFile() ? [[path, await readFile(join(folder, path))]] : [];
      }),
  );
  return files.flat().sort(([a], [b]) => (a < b ? -1 : 1));
}

function zippable(files) {
  return Object.fromEntries(
    files.map(([path, bytes]) => [path, [bytes, { mtime: ZIP_TIME, os: 3, attrs: 0o100644 << 16 }]]),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const outDir = resolve(values.out ?? join(root, "dist"));
  for (const { name, size } of await packageExtension({ outDir })) {
    console.log(`${join(outDir, name)}  ${(size / 1024).toFixed(0)} kB`);
  }
}
