// Stands in for `src/content/page/scanner.ts` in the build that `detect` makes: the real scanner, with its mentions and times within reach.
import { spansOf } from "../../src/content/page/page-mention";
import { createScanner as create, type Scanner, type ScannerDeps } from "../../src/content/page/scanner";
import type { Ask } from "../../src/platform/ask";

export type { Scanner, ScannerDeps } from "../../src/content/page/scanner";

export const RECORD = "sidequote.detect";

/** What the tool reads from the content script's own world. */
export interface ScanRecord {
  readonly scanner: Scanner;
  readonly spansOf: typeof spansOf;
  /** From the start to the first settled state, identification included, milliseconds. */
  totalMs: number;
  /** Of it, waiting for the background. */
  identifyMs: number;
}

export function createScanner(deps: ScannerDeps): Scanner {
  const began = performance.now();
  const times = { totalMs: 0, identifyMs: 0 };
  const ask: Ask = async (request, payload) => {
    const asked = performance.now();
    const reply = await deps.ask(request, payload);
    times.identifyMs += performance.now() - asked;
    return reply;
  };
  const scanner = create({ ...deps, ask });
  const record: ScanRecord = Object.assign(times, { scanner, spansOf });
  void scanner.settled.then(() => {
    record.totalMs = performance.now() - began;
  });
  Reflect.set(globalThis, RECORD, record);
  return scanner;
}
