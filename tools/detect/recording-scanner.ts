// Stands in for `src/content/page/scanner.ts` in the build that `detect`
// makes: the real scanner, with its mentions and times within reach.
import { spansOf } from "../../src/content/page/page-mention";
import { createScanner as create, type Scanner, type ScannerDeps } from "../../src/content/page/scanner";
import type { Ask } from "../../src/platform/ask";
import type { PayloadOf } from "../../src/protocol/requests";

export type { Scanner, ScannerDeps } from "../../src/content/page/scanner";

/** The global property under which the record is stored. */
export const RECORD = "sidequote.detect";

/** What the tool reads from the content script's own world. */
export interface ScanRecord {
  readonly scanner: Scanner;
  readonly spansOf: typeof spansOf;
  /** From the start to the first settled state, identification included, milliseconds. */
  totalMs: number;
  /** The part of it in which any question to the background was open, milliseconds. */
  identifyMs: number;
  /** The last question about the page's mentions. */
  asked: PayloadOf<"identify"> | null;
}

/** The real scanner, with a record of its mentions and times. */
export function createScanner(deps: ScannerDeps): Scanner {
  const began = performance.now();
  const record = { totalMs: 0, identifyMs: 0, asked: null as ScanRecord["asked"] };
  let open = 0;
  let openSince = 0;
  const ask: Ask = async (request, payload) => {
    if (open === 0) openSince = performance.now();
    open += 1;
    if (request === "identify") record.asked = payload as PayloadOf<"identify">;
    const reply = await deps.ask(request, payload);
    open -= 1;
    // On a long page, several questions are open at once. Those asked after the page has settled do not count.
    if (open === 0 && record.totalMs === 0) record.identifyMs += performance.now() - openSince;
    return reply;
  };
  const scanner = create({ ...deps, ask });
  void scanner.settled.then(() => {
    record.totalMs = performance.now() - began;
  });
  Reflect.set(globalThis, RECORD, Object.assign(record, { scanner, spansOf }) satisfies ScanRecord);
  return scanner;
}
