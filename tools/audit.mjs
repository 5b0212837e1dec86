// Known faults of what we ship: asks the registry that npm is set to.  node tools/audit.mjs
// A machine whose registry gives no audit, or has none in reach, is
// told so and passes; an advisory for a runtime dependency fails.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How long we wait for an answer. */
const LONGEST_MS = 30_000;

/**
 * Reads what `npm audit --json` prints: the advisories by package, or null if there was no audit.
 * @param {string} output
 * @returns {{ advisories: string[] } | null}
 */
export function readAudit(output) {
  const report = parse(output);
  if (!report?.vulnerabilities || !report.metadata) return null;
  const advisories = Object.values(report.vulnerabilities).flatMap(({ name, severity, via }) =>
    via.map((cause) => `${name}: ${typeof cause === "string" ? `through ${cause}` : cause.title} (${severity})`),
  );
  return { advisories };
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

function askRegistry() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { stdout } = spawnSync(npm, ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=10000"], {
    cwd: root,
    encoding: "utf8",
    timeout: LONGEST_MS,
    shell: process.platform === "win32",
  });
  return readAudit(stdout ?? "");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const audit = askRegistry();
  if (!audit) console.log("audit: NOT DONE: no registry in reach gives one; run this where one does, before a release");
  else if (audit.advisories.length === 0) console.log("audit: no known fault in any runtime dependency");
  else {
    console.error(`audit: known faults in what we ship:\n  ${audit.advisories.join("\n  ")}`);
    process.exitCode = 1;
  }
}
