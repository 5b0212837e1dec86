// The licences of what a build bundles, as one text.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Name, version and licence of every package whose files are in the bundles; fails for one without a licence text.
 * @param {string} root @param {{ sources: string[] }[]} bundles
 */
export async function licenceText(root, bundles) {
  const packages = new Set(bundles.flatMap(({ sources }) => sources.flatMap((source) => packageOf(source) ?? [])));
  const parts = await Promise.all([...packages].sort().map((name) => licenceOf(join(root, "node_modules", name))));
  const own = await readFile(join(root, "LICENSE"), "utf8");
  return [`Sidequote\n\n${own.trim()}`, ...parts].join(`\n\n${"-".repeat(72)}\n\n`).concat("\n");
}

/** `node_modules/@scope/name/file.js` → `@scope/name`; null for our own sources. */
function packageOf(source) {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1] ?? null;
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is bundled and ships no licence text`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}`;
}
