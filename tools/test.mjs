// `npm test`: everything that must hold, what takes longest last.  node tools/test.mjs [STEP …]
// `npm run check`: the steps of an inner loop, which need no built extension.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, ".cache", "reports");

/**
 * Run side by side, as no processor is left idle then. The first three begin at once, and the quick ones follow the
 * types.
 */
const FIRST_STEPS = [
  { name: "types", command: ["tsc", "--noEmit"], hint: "fix the types above" },
  { name: "browser", project: "browser" },
  { name: "unit", project: "unit" },
  { name: "lint and format", command: ["biome", "check", "."], hint: "`npm run format` mends most of it" },
  { name: "unused code", command: ["knip"], hint: "delete what nothing uses, or use it" },
  { name: "dependencies", command: ["node", "tools/audit.mjs"], hint: "update what the advisory names, or replace it" },
  { name: "build", command: ["node", "build.mjs"], hint: "`node build.mjs` shows it alone" },
];

/**
 * Run side by side when the first have passed: they drive what was built. The longest come first, so that none is left
 * alone at the end.
 */
const SLOW_STEPS = [
  { name: "e2e in Firefox", project: "e2e", env: { TEST_BROWSER: "firefox" } },
  { name: "e2e in Chromium", project: "e2e", env: { TEST_BROWSER: "chromium" } },
  { name: "hostile in Chromium", project: "hostile", env: { TEST_BROWSER: "chromium" } },
  { name: "faults in Chromium", project: "faults", env: { TEST_BROWSER: "chromium" } },
  { name: "hostile in Firefox", project: "hostile", env: { TEST_BROWSER: "firefox" } },
  { name: "stress", project: "stress", env: { VITEST_MAX_WORKERS: "1" } },
  { name: "commands", project: "commands", env: { VITEST_MAX_WORKERS: "1" } },
  { name: "faults in Firefox", project: "faults", env: { TEST_BROWSER: "firefox" } },
];
const SIDE_BY_SIDE = 3;

const STEPS = [...FIRST_STEPS, ...SLOW_STEPS];
const CHECK = ["types", "lint and format", "unit", "browser"];

const asked = askedSteps(process.argv.slice(2));
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
rmSync(join(root, ".cache", "e2e"), { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const totals = { passed: 0, failed: 0 };
/** What failed; printed again at the end, because the beginning of a long output is often cut off. */
const failures = [];
const isAsked = (step) => asked.includes(step.name) && (firefox || step.env?.TEST_BROWSER !== "firefox");
for (const steps of [FIRST_STEPS, SLOW_STEPS]) {
  const failed = await runSideBySide(steps.filter(isAsked));
  if (failed.length > 0) end(failed);
}
end([]);

/** The names of the steps to run; `check` stands for its own, a project's name for all its steps. */
function askedSteps(names) {
  if (names.length === 0) return STEPS.map(({ name }) => name);
  return names.flatMap((name) => {
    if (name === "check") return CHECK;
    const steps = STEPS.filter((step) => step.name === name || step.project === name);
    if (steps.length === 0) throw new Error(`no step ${name}: check, ${STEPS.map((step) => step.name).join(", ")}`);
    return steps.map((step) => step.name);
  });
}

/** Runs the steps, a few at a time, and prints the output of each at its end; resolves with those that failed. */
async function runSideBySide(steps) {
  const waiting = [...steps];
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { isOk, output, seconds } = await runQuietly(step);
      section(`${step.name} (${seconds} s)`);
      process.stdout.write(output);
      if (step.project) count(step);
      if (!isOk) failed.push(step);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return failed;
}

function runQuietly(step) {
  const began = Date.now();
  const [file, args] = spawnArguments(step);
  const child = spawn(file, args, {
    cwd: root,
    env: {
      ...env,
      ...step.env,
      TEST_STEP: step.name.replaceAll(" ", "-"),
      FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pieces = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => pieces.push(piece));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = Math.round((Date.now() - began) / 1000);
      resolve({ isOk: code === 0, output: Buffer.concat(pieces).toString("utf8"), seconds });
    });
  });
}

function spawnArguments(step) {
  const [tool, ...args] = step.command ?? [
    "vitest",
    "run",
    "--project",
    step.project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${reportOf(step)}`,
  ];
  return [process.execPath, tool === "node" ? args : [toolPath(tool), ...args]];
}

function reportOf({ name }) {
  return join(reports, `${name.replaceAll(" ", "-")}.json`);
}

/** Adds the results that a step wrote to the totals; none if it broke before. */
function count(step) {
  try {
    const { numPassedTests = 0, numFailedTests = 0, testResults } = JSON.parse(readFileSync(reportOf(step), "utf8"));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    failures.push(...testResults.flatMap((file) => failuresIn(file, step)));
  } catch (error) {
    console.error(`no report of this run: ${error.message}`);
  }
}

/** The failed tests of one file as lines to read; the file itself when it broke outside its tests. */
function failuresIn({ name, status, message, assertionResults }, step) {
  const file = `${step.name}: ${relative(root, name)}`;
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${file}\n${beginning(message)}`] : [];
  return failed.map((test) => `${file} > ${test.fullName}\n${beginning(test.failureMessages.join("\n"))}`);
}

function beginning(message) {
  const lines = message.split("\n").slice(0, 12);
  return lines.map((line) => `    ${line.slice(0, 300)}`).join("\n");
}

/** Prints what failed and the line that CI reads, and ends the process. */
function end(failed) {
  if (failures.length > 0) section("what failed");
  for (const failure of failures) console.error(failure);
  for (const { name, project, hint } of failed) {
    console.error(`\n✗ ${name} failed: ${hint ?? `\`npx vitest run --project ${project} FILE\` while you mend it`}`);
  }
  if (!firefox) console.log("\nChromium only: this machine has no Firefox and no way to get one.");
  const failedCount = failed.length > 0 ? Math.max(totals.failed, 1) : totals.failed;
  console.log(`\n${totals.passed} passed, ${failedCount} failed`);
  process.exit(failedCount > 0 ? 1 : 0);
}

/** The script of a dependency's command, which works on every system without a shell. */
function toolPath(tool) {
  const folder = { tsc: "typescript", biome: "@biomejs/biome" }[tool] ?? tool;
  const { bin } = JSON.parse(readFileSync(join(root, "node_modules", folder, "package.json"), "utf8"));
  return join(root, "node_modules", folder, typeof bin === "string" ? bin : bin[tool]);
}

function section(name) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
}
