import type { Protocol } from "puppeteer-core";
import type { Tab } from "./browser";
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

/** Finer than the budgets by two orders of magnitude, while the profiler's own work stays small. */
const SAMPLING_INTERVAL_US = 50;

/** Profiles the page's main thread during `action`, split into the tasks it ran. */
export async function measureOwnWork(tab: Tab, action: () => Promise<void>): Promise<OwnWork> {
  const { cdp } = tab;
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: SAMPLING_INTERVAL_US });
  let profile: Protocol.Profiler.Profile | null = null;
  const events = await record(tab, ["toplevel"], async () => {
    await cdp.send("Profiler.start");
    await action();
    profile = (await cdp.send("Profiler.stop")).profile;
  });
  if (!profile) throw new Error("the profiler gave nothing");
  return attribute(profile, mainThreadTasks(events));
}

function attribute(profile: Protocol.Profiler.Profile, tasks: readonly Task[]): OwnWork {
  const ours = ownNodes(profile.nodes);
  const perTask = new Map<Task | undefined, number>();
  const perFunction = new Map<string, number>();
  const deltas = profile.timeDeltas ?? [];
  let time = profile.startTime;
  let totalUs = 0;
  profile.samples?.forEach((id, index) => {
    time += deltas[index] ?? 0;
    const name = ours.get(id);
    if (name === undefined) return;
    const task = tasks.findLast(({ start, end }) => start <= time && time < end);
    const elapsed = Math.max(0, deltas[index + 1] ?? 0) * (task?.ran ?? 1);
    totalUs += elapsed;
    perTask.set(task, (perTask.get(task) ?? 0) + elapsed);
    perFunction.set(name, (perFunction.get(name) ?? 0) + elapsed);
  });
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

/** Tasks of the pages' main threads, each with the microtasks that the browser runs right after it. */
function mainThreadTasks(events: readonly TraceEvent[]): Task[] {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks: { start: number; end: number; ranUs: number }[] = [];
  const inOrder = events
    .filter(({ ph, pid, tid }) => ph === "X" && mainThreads.has(`${pid}/${tid}`))
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
