import type { Tab } from "./browser";

/**
 * Processor time of a page's main thread during `action`,
 * milliseconds: what other programs take meanwhile does not count.
 */
export async function cpuMs(tab: Pick<Tab, "cdp">, action: () => Promise<unknown>): Promise<number> {
  const before = await threadSeconds(tab);
  await action();
  return ((await threadSeconds(tab)) - before) * 1000;
}

/** The main thread's processor time since it began, seconds. */
async function threadSeconds({ cdp }: Pick<Tab, "cdp">): Promise<number> {
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const time = metrics.find(({ name }) => name === "ThreadTime")?.value;
  if (time === undefined) throw new Error("this browser tells no thread time");
  return time;
}
