// `npm run bench`: what Sidequote costs, beside floors and peers.
// node tools/bench.mjs [--quick] [--json FILE] [--only GROUP]
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { chromium } = setUp(["chromium"]);
if (!chromium) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const { status } = spawnSync(process.execPath, [tsx, "test/bench/run.ts", ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, CHROMIUM_PATH: chromium },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
