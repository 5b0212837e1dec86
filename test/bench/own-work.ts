import type { Protocol } from "puppeteer-core";
import type { Tab } from "./browser";
import { summarise } from "./figures";
import { record, type TraceEvent } from "./trace";

/** Processor time of the extension's scripts on a page's main thread, from the sampling profiler, in milliseconds. */
export interface OwnWork {
  readonly totalMs: number;
  /** The most that one task of the event loop spent in our scripts. */
  readonly longestSliceMs: number;
  readonly slices: number;
  /** The costliest functions, with the time in them and not in what they call. */
  readonly hottest: readonly { readonly name: string; readonly selfMs: number }[];
}

/** A task of the event loop, microseconds; `ran` is the share of it that the thread was on a processor. */
interface Task {
  readonly start: number;
  readonly end: number;
  readonly ran: number;
}

/** What the profiler is asked for; it keeps to a hundred and thirty or so. */
const SAMPLING_INTERVAL_US = 50;

/** Told by the tab's own thread: a trace is of all processes, the background's among them. */
const HERE = "sidequote-bench-here";

/** Profiles the page's main thread during `action`, split into the tasks it ran. */
export async function measureOwnWork(tab: Tab, action: () => Promise<void>): Promise<OwnWork> {
  const { cdp } = tab;
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: SAMPLING_INTERVAL_US });
  let profile: Protocol.Profiler.Profile | null = null;
  const events = await record(tab, ["toplevel", "blink.user_timing"], async () => {
    await cdp.send("Profiler.start");
    await action();
    profile = (await cdp.send("Profiler.stop")).profile;
    // At the end, as a tab may have gone to another process in between.
    await tab.inMain(`performance.mark("${HERE}")`);
  });
  if (!profile) throw new Error("the profiler gave nothing");
  return attribute(profile, mainThreadTasks(events));
}

function attribute(profile: Protocol.Profiler.Profile, tasks: readonly Task[]): OwnWork {
  const ours = ownNodes(profile.nodes);
  const perTask = new Map<Task, number>();
  const perFunction = new Map<string, number>();
  let totalUs = 0;
  for (const { id, task, tookUs } of samplesOf(profile, tasks)) {
    const name = ours.get(id);
    if (name === undefined) continue;
    const elapsed = tookUs * task.ran;
    totalUs += elapsed;
    perTask.set(task, (perTask.get(task) ?? 0) + elapsed);
    perFunction.set(name, (perFunction.get(name) ?? 0) + elapsed);
  }
  return {
    totalMs: totalUs / 1000,
    longestSliceMs: Math.max(0, ...perTask.values()) / 1000,
    slices: perTask.size,
    hottest: [...perFunction]
      .map(([name, us]) => ({ name, selfMs: us / 1000 }))
      .sort((a, b) => b.selfMs - a.selfMs)
      .slice(0, 15),
  };
}

interface Sample {
  /** Of the call-tree node that ran. */
  readonly id: number;
  readonly task: Task;
  readonly tookUs: number;
}

/**
 * What was sampled within tasks. A sample stands for the time up to the next one of its task, the first
 * of a task also for what was before it; the last ends with its task, as the profiler may be late with
 * the next. Of tasks shorter than its interval it meets only some: their samples stand for an interval.
 */
function samplesOf(profile: Protocol.Profiler.Profile, tasks: readonly Task[]): Sample[] {
  const { samples = [], timeDeltas = [], startTime } = profile;
  const intervalUs = summarise(timeDeltas).median;
  let at = startTime;
  const within = samples.flatMap((id, index) => {
    at += timeDeltas[index] ?? 0;
    const task = tasks.findLast(({ start, end }) => start <= at && at < end);
    return task ? { id, task, at } : [];
  });
  return within.map(({ id, task, at }, index) => {
    const next = within[index + 1];
    const isFirst = within[index - 1]?.task !== task;
    const isLast = next?.task !== task;
    const took = (isLast ? task.end : next.at) - (isFirst ? Math.max(startTime, task.start) : at);
    return { id, task, tookUs: Math.max(isFirst && isLast ? intervalUs : 0, took) };
  });
}

/** Call-tree nodes that our scripts called, directly or through others, with a name for each. */
function ownNodes(nodes: readonly Protocol.Profiler.ProfileNode[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined &&
    (byId.get(id)?.callFrame.url.startsWith("chrome-extension://") === true || isOurs(parents.get(id)));
  return new Map(
    nodes
      .filter(({ id }) => isOurs(id))
      .map(({ id, callFrame }) => [
        id,
        `${callFrame.functionName || "(anonymous)"}:${callFrame.lineNumber}:${callFrame.columnNumber}`,
      ]),
  );
}

/** Tasks of the tab's main thread, each with the microtasks that the browser runs right after it. */
function mainThreadTasks(events: readonly TraceEvent[]): Task[] {
  const here = events.find(({ name }) => name === HERE);
  if (!here) throw new Error("the trace does not tell the tab's thread");
  const tasks: { start: number; end: number; ranUs: number }[] = [];
  const inOrder = events
    .filter(({ ph, pid, tid }) => ph === "X" && pid === here.pid && tid === here.tid)
    .sort((a, b) => a.ts - b.ts);
  for (const { name, ts, dur = 0, tdur = dur } of inOrder) {
    const last = tasks.at(-1);
    if (name.endsWith("::RunTask")) tasks.push({ start: ts, end: ts + dur, ranUs: tdur });
    else if (name.endsWith("PerformMicrotaskCheckpoint") && last && ts >= last.end) {
      last.end = ts + dur;
      last.ranUs += tdur;
    }
  }
  return tasks.map(({ start, end, ranUs }) => ({ start, end, ran: Math.min(1, ranUs / Math.max(1, end - start)) }));
}
