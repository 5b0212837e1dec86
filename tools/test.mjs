// `npm test`: everything that must hold, in the order in which it fails fastest.  node tools/test.mjs [STEP …]
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, ".cache", "reports");

const STEPS = [
  { name: "types", command: ["tsc", "--noEmit"], hint: "fix the types above" },
  { name: "lint and format", command: ["biome", "check", "."], hint: "`npm run format` mends most of it" },
  { name: "unused code", command: ["knip"], hint: "delete what nothing uses, or use it" },
  { name: "dependencies", command: ["node", "tools/audit.mjs"], hint: "update what the advisory names, or replace it" },
  { name: "build", command: ["node", "build.mjs"], hint: "`node build.mjs` shows it alone" },
  { name: "unit", project: "unit", hint: "`npx vitest --project unit` while you mend it" },
  { name: "browser", project: "browser", hint: "`npx vitest --project browser` while you mend it" },
  { name: "e2e", project: "e2e", hint: "`npx vitest run --project e2e FILE` while you mend it" },
  { name: "hostile", project: "hostile", hint: "`npx vitest run --project hostile FILE` while you mend it" },
  { name: "faults", project: "faults", hint: "`npx vitest run --project faults FILE` while you mend it" },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`no step ${unknown.join(", ")}: ${STEPS.map(({ name }) => name).join(", ")}`);

section("set-up");
const { chromium, firefox } = setUp(["chromium", "firefox"]);
if (!chromium) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
if (!firefox && process.env.CI) {
  console.error("CI must run the Firefox list too, and no Firefox could be had: install it or set FIREFOX_PATH.");
  process.exit(1);
}
const env = { ...process.env, CHROMIUM_PATH: chromium, ...(firefox ? { FIREFOX_PATH: firefox } : {}) };
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const totals = { passed: 0, failed: 0 };
for (const step of STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  section(step.name);
  const ok = step.project ? runTests(step.project) : run(step.command);
  if (!ok) {
    console.error(`\n✗ ${step.name} failed: ${step.hint}`);
    console.log(`${totals.passed} passed, ${Math.max(totals.failed, 1)} failed`);
    process.exit(1);
  }
}
const without = firefox ? "" : " (Chromium only: this machine has no Firefox and no way to get one)";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${without}`);

function runTests(project) {
  const report = join(reports, `${project}.json`);
  const ok = run([
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  return ok;
}

/** What the run wrote; nothing when it broke before it could. */
function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch (error) {
    console.error(`no report of this run: ${error.message}`);
    return {};
  }
}

function run([tool, ...args]) {
  const [file, ...rest] = tool === "node" ? [process.execPath, ...args] : [process.execPath, toolPath(tool), ...args];
  return spawnSync(file, rest, { cwd: root, env, stdio: "inherit" }).status === 0;
}

/** The script behind a command of a dependency: works the same on every system, without a shell. */
function toolPath(tool) {
  const folder = { tsc: "typescript", biome: "@biomejs/biome" }[tool] ?? tool;
  const { bin } = JSON.parse(readFileSync(join(root, "node_modules", folder, "package.json"), "utf8"));
  return join(root, "node_modules", folder, typeof bin === "string" ? bin : bin[tool]);
}

function section(name) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
}
