import type { Page } from "playwright";

/**
 * Processor time that the extension's scripts took on a page's main thread: the thread's own,
 * split as the browser's profiler saw it. What other programs take meanwhile does not count.
 */
export interface OwnWork {
  readonly ownMs: number;
  /** The part of one processor's time, 0 to 1. */
  readonly share: number;
  /** JavaScript memory of the page's process afterwards, garbage collected, megabytes. */
  readonly heapMb: number;
}

/** Fine enough for a share of a percent, coarse enough to leave the page alone. */
const SAMPLING_INTERVAL_US = 1000;

/** Profiles a page's main thread during `action`. */
export async function ownWork(page: Page, action: () => Promise<unknown>): Promise<OwnWork> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLING_INTERVAL_US });
  const metric = async (wanted: "ThreadTime" | "JSHeapUsedSize") => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  };
  await session.send("Profiler.start");
  const threadSeconds = await metric("ThreadTime");
  await action();
  const threadMs = ((await metric("ThreadTime")) - threadSeconds) * 1000;
  const { profile } = await session.send("Profiler.stop");
  await session.send("HeapProfiler.collectGarbage");
  const heapMb = (await metric("JSHeapUsedSize")) / 1e6;
  await session.detach();

  const ours = ownNodes(profile.nodes);
  const idle = profile.nodes.find(({ callFrame }) => callFrame.functionName === "(idle)")?.id;
  const took = { ours: 0, busy: 0, all: 0 };
  profile.samples?.forEach((id, index) => {
    const us = Math.max(0, profile.timeDeltas?.[index + 1] ?? 0);
    took.all += us;
    if (id !== idle) took.busy += us;
    if (ours.has(id)) took.ours += us;
  });
  const ownMs = (took.ours / Math.max(1, took.busy)) * threadMs;
  return { ownMs, share: ownMs / (took.all / 1000), heapMb };
}

interface CallNode {
  readonly id: number;
  readonly children?: number[];
  readonly callFrame: { readonly url: string };
}

/** What our scripts called, directly or through others. */
function ownNodes(nodes: readonly CallNode[]): ReadonlySet<number> {
  const ours = new Set<number>();
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  // Parents come before their children.
  for (const { id, callFrame } of nodes) {
    if (callFrame.url.startsWith("chrome-extension://") || ours.has(parents.get(id) ?? -1)) ours.add(id);
  }
  return ours;
}
