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
