// Makes a fresh clone ready: dependencies and browsers.  node tools/set-up.mjs
// Plain Node, no dependencies: it is what installs them. Says in plain lines what it does.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChromium, findFirefox } from "./find-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs dependencies and finds or installs the named browsers (`chromium`, `firefox`). Returns the path of each;
 * null for one that cannot be had.
 */
export function setUp(browsers = ["chromium"]) {
  installDependencies();
  return Object.fromEntries(browsers.map((browser) => [browser, readyBrowser(BROWSERS[browser])]));
}

/** What to tell a reader whose machine has no browser and no way to get one. */
export const NO_CHROMIUM =
  "No Chromium found, and none could be fetched. Install Chromium, Edge or Chrome for Testing, or set CHROMIUM_PATH to one (ordinary Chrome will not do: it refuses unpacked extensions from the command line).";

const BROWSERS = {
  chromium: {
    name: "Chromium",
    variable: "CHROMIUM_PATH",
    find: findChromium,
    ways: () => [
      {
        saying: "fetching Playwright's Chromium",
        command: [process.execPath, "node_modules/playwright/cli.js", "install", "chromium"],
      },
      ...aptWays("chromium"),
    ],
  },
  firefox: { name: "Firefox", variable: "FIREFOX_PATH", find: findFirefox, ways: () => aptWays("firefox-esr") },
};

function aptWays(name) {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (!isRootOnDebian) return [];
  const script = `apt-get update -qq && apt-get install -y -qq ${name}`;
  return [{ saying: `installing Debian's ${name} with apt-get`, command: ["sh", "-c", script] }];
}

function readyBrowser({ name, variable, find, ways }) {
  const present = find();
  if (present) {
    say(`${name}: ${present}${present === process.env[variable] ? ` (${variable})` : ""}`);
    return present;
  }
  say(`${name}: none on this machine`);
  for (const { saying, command } of ways()) {
    say(`  ${saying} …`);
    const error = run(command, { ...process.env, DEBIAN_FRONTEND: "noninteractive" });
    const found = error ? null : find();
    if (found) {
      say(`${name}: ${found}`);
      return found;
    }
    say(`  that did not work${error ? `: ${error}` : ": what it brought does not run here"}`);
  }
  return null;
}

function installDependencies() {
  const folder = join(root, "node_modules");
  const reason = reasonToInstall(folder);
  if (!reason) return;
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) {
    say(`dependencies: ${reason}; node_modules is a link, so they are left as they are`);
    return;
  }
  say(`dependencies: ${reason}; running npm ci …`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const error = run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], process.env);
  if (error) throw new Error(`npm ci failed: ${error}`);
}

/** Why `npm ci` must run, or null: npm's own record of what it installed is compared with the lockfile. */
function reasonToInstall(folder) {
  const record = join(folder, ".package-lock.json");
  if (!existsSync(record)) return "not installed yet";
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const differs = ([path, entry]) =>
    path !== "" && (installed[path] ? installed[path].version !== entry.version : !entry.optional);
  return Object.entries(wanted).some(differs) ? "the lockfile changed" : null;
}

/** Enough to see the cause, and few enough to see what follows. */
const MOST_ERROR_LINES = 5;

/** Runs a command without output. Null if it succeeded, otherwise the lines of its output that say why not. */
function run([file, ...args], env) {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: root,
    env,
    encoding: "utf8",
    shell: process.platform === "win32" && file.endsWith(".cmd"),
  });
  if (status === 0) return null;
  if (error) return error.message;
  const lines = `${stderr}\n${stdout}`.split("\n").filter((line) => /\b(error|E:)|failed/i.test(line));
  return [...new Set(lines)].slice(0, MOST_ERROR_LINES).join("\n    ") || `exit code ${status}`;
}

function say(line) {
  console.log(line);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { chromium } = setUp(["chromium", "firefox"]);
  if (!chromium) {
    console.error(NO_CHROMIUM);
    process.exitCode = 1;
  }
}
