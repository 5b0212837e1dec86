// Where browsers that load an unpacked extension are found. Plain Node, no dependencies: it runs before `npm ci`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The path of a Chromium that runs, or null. Branded Chrome is left out: it ignores `--load-extension`. */
export function findChromium(env = process.env) {
  return firstThatRuns([env.CHROMIUM_PATH, ...playwrightChromiums(env), ...installedChromiums(env)]);
}

/** The path of a Firefox that runs (ESR preferred: the oldest version we support), or null. */
export function findFirefox(env = process.env) {
  return firstThatRuns([env.FIREFOX_PATH, ...installedFirefoxes(env)]);
}

/**
 * Every Firefox in which the end-to-end list runs: the one above, and the newest if FIREFOX_NEWEST_PATH names it.
 * @returns {{ name: string, path: string }[]}
 */
export function findFirefoxes(env = process.env) {
  const path = findFirefox(env);
  const newest = env.FIREFOX_NEWEST_PATH;
  if (newest && !firstThatRuns([newest])) throw new Error(`FIREFOX_NEWEST_PATH does not run: ${newest}`);
  return [
    ...(path ? [{ name: "Firefox", path }] : []),
    ...(newest ? [{ name: "the newest Firefox", path: newest }] : []),
  ];
}

function firstThatRuns(paths) {
  return paths.find((path) => path && existsSync(path) && runs(path)) ?? null;
}

/** On Windows `--version` would open a window, so there the file's presence is all we ask. */
function runs(path) {
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

function installedChromiums(env) {
  if (process.platform === "darwin") {
    return applications(["Google Chrome for Testing", "Chromium", "Microsoft Edge"]);
  }
  if (process.platform === "win32") {
    return programs(env, ["Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"]);
  }
  return onPath(env, ["chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable"]);
}

function installedFirefoxes(env) {
  if (process.platform === "darwin") return applications(["Firefox"], "firefox");
  if (process.platform === "win32") return programs(env, ["Mozilla Firefox\\firefox.exe"]);
  return onPath(env, ["firefox-esr", "firefox"]);
}

function applications(names, binary = null) {
  return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
    names.map((name) => join(folder, `${name}.app`, "Contents", "MacOS", binary ?? name)),
  );
}

function programs(env, tails) {
  const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
  return roots.flatMap((root) => tails.map((tail) => join(root, tail)));
}

function onPath(env, names) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright's own downloads, newest first. */
function playwrightChromiums(env) {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? defaultPlaywrightCache(env);
  if (!existsSync(cache)) return [];
  const revision = (folder) => Number(folder.slice("chromium-".length));
  return readdirSync(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((folder) => PLAYWRIGHT_BINARIES.map((binary) => join(cache, folder, ...binary.split("/"))));
}

function defaultPlaywrightCache(env) {
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "ms-playwright");
  if (process.platform === "win32") return join(env.LOCALAPPDATA ?? homedir(), "ms-playwright");
  return join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright");
}

const MAC_TESTING = "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing";
const PLAYWRIGHT_BINARIES = [
  "chrome-linux64/chrome",
  "chrome-linux-arm64/chrome",
  "chrome-linux/chrome",
  `chrome-mac-arm64/${MAC_TESTING}`,
  `chrome-mac-x64/${MAC_TESTING}`,
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-win64/chrome.exe",
  "chrome-win/chrome.exe",
];
