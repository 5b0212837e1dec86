import type { Tab } from "./browser";

/** A complete event of Chromium's trace; times in microseconds of the monotonic clock. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** The part of `dur` that the thread was on a processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** What the trace recorded during `action`. */
export async function record(
  { page }: Tab,
  categories: readonly string[],
  action: () => Promise<void>,
): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: [...categories] });
  await action();
  const written = await page.tracing.stop();
  if (!written) throw new Error("Chromium wrote no trace");
  return (JSON.parse(new TextDecoder().decode(written)) as { traceEvents: TraceEvent[] }).traceEvents;
}
