import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measurement } from "./setting";

/**
 * How long after its last use the background goes to sleep. No debugger may be
 * attached to it, as that keeps it awake: the browser's list of targets is asked.
 */
export const measureSleep: Measurement = async ({ executablePath, extensionDir, quick }) => {
  // Half a minute of waiting is no part of a quick run.
  if (quick) return [];
  const userDataDir = await mkdtemp(join(tmpdir(), "sidequote-sleep-"));
  const browser = spawn(executablePath, [
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    `--user-data-dir=${userDataDir}`,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    "about:blank",
  ]);
  try {
    const port = await debuggingPort(browser.stderr);
    const isAwake = async () => {
      const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { type: string }[];
      return targets.some(({ type }) => type === "service_worker");
    };
    await until(isAwake);
    const awakeAt = performance.now();
    await until(async () => !(await isAwake()));
    return [
      {
        group: "Background",
        name: "asleep after its last use",
        of: "a fresh install",
        cpuSlowdown: 1,
        unit: "ms",
        value: performance.now() - awakeAt,
        budget: { requirement: "F7", atMost: 35_000, on: "value" },
      },
    ];
  } finally {
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill();
    await gone;
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Longest wait for anything here. */
const LIMIT_MS = 90_000;
const ASK_EVERY_MS = 250;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("the background did not do so in time");
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Chromium tells its port on the standard error stream. */
async function debuggingPort(stderr: AsyncIterable<Buffer>): Promise<string> {
  let said = "";
  for await (const piece of stderr) {
    said += piece;
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
    if (port) return port;
  }
  throw new Error(`Chromium told no debugging port: ${said}`);
}
