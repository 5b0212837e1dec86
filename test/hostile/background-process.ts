import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { BrowserContext } from "playwright";

/** What the process in which Chromium runs our background has used so far. */
export interface BackgroundProcess {
  /** Processor time since it began, milliseconds; what other programs take does not count. */
  readonly ms: number;
  /** Memory at this moment, megabytes. */
  readonly mb: number;
}

const run = promisify(execFile);

/** Chromium runs all pages and workers of an extension in one process, which it starts with this flag. */
const FLAG = "--extension-process";

export async function backgroundProcess(context: BrowserContext): Promise<BackgroundProcess> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  await session?.detach();
  for (const { id, cpuTime } of processInfo) {
    // A process may have ended since it was listed.
    const { stdout } = await run("ps", ["-o", "rss=,args=", "-p", String(id)]).catch(() => ({ stdout: "" }));
    if (stdout.includes(FLAG)) return { ms: cpuTime * 1000, mb: Number.parseInt(stdout, 10) / 1000 };
  }
  throw new Error("the background runs in no process");
}
