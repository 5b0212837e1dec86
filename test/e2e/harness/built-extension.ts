import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExtension } from "../../../build.mjs";
import type { RunOptions } from "./extension";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of a variant built for tests; built on each call, which takes a tenth of a second. */
export async function builtExtension(target: "chromium" | "firefox", options: RunOptions): Promise<string> {
  const { fixedNow = null, openCard = true } = options;
  // Steps of `npm test` run side by side, and none may empty a folder that another's browser reads.
  const step = process.env.TEST_STEP ?? "alone";
  const name = `${target}-${openCard ? "open" : "closed"}-${fixedNow ?? "running"}`;
  const outDir = join(root, ".cache", "e2e", step, name);
  await buildExtension({ target, outDir, fixedNow, openCard });
  return outDir;
}
