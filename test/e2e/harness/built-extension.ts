import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExtension } from "../../../build.mjs";
import type { RunOptions } from "./extension";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The variants that this process has built, by their folders. */
const built = new Map<string, Promise<string>>();

/** The folder of a variant built for tests, which is built when it is first asked for. */
export function builtExtension(target: "chromium" | "firefox", options: RunOptions): Promise<string> {
  const { fixedNow = null, openCard = true } = options;
  // Steps of `npm test` run side by side, and none may empty a folder that another's browser reads.
  const step = process.env.TEST_STEP ?? "alone";
  const name = `${target}-${openCard ? "open" : "closed"}-${fixedNow ?? "running"}`;
  const outDir = join(root, ".cache", "e2e", step, name);
  const building = built.get(outDir) ?? buildExtension({ target, outDir, fixedNow, openCard }).then(() => outDir);
  built.set(outDir, building);
  return building;
}

/**
 * The folder of a variant that has the texts of one language alone. A browser that speaks another shows them: Chromium
 * has no other way where its own texts are installed in English alone, as they are in Debian's package.
 */
export async function extensionIn(language: string, target: "chromium" | "firefox", options: RunOptions) {
  const folder = await builtExtension(target, options);
  const own = `${folder}-${language}`;
  await rm(own, { recursive: true, force: true });
  await cp(folder, own, { recursive: true });
  const others = (await readdir(join(own, "_locales"))).filter((name) => name !== language);
  await Promise.all(others.map((name) => rm(join(own, "_locales", name), { recursive: true })));
  const file = join(own, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }));
  return own;
}
