import { vi } from "vitest";
import type { KnownBlock, MentionChange } from "../../src/content/page/known-blocks";
import { type PageMention, spansOf } from "../../src/content/page/page-mention";
import { createScanner, type Scanner } from "../../src/content/page/scanner";
import { fail } from "../../src/domain/failure";
import type { Settings } from "../../src/domain/settings";
import type { PayloadOf } from "../../src/protocol/requests";
import { createDetectionAsk } from "../fakes/detection-ask";

/** A page that the scanner reads, with the starter's directory behind it and time that passes only when told. */
export interface ScannedPage {
  readonly scanner: Scanner;
  /** The blocks' texts of each question to the background. */
  readonly asked: readonly (readonly string[])[];
  /** From now on the background answers no question, or does again. */
  readonly silence: (isSilent: boolean) => void;
  readonly changes: readonly MentionChange[];
  /** How often the background was woken early. */
  readonly woken: () => number;
  /** Lets so many milliseconds pass; resolves with the first change that the scanner tells from now on. */
  readonly changeWithin: (ms: number) => Promise<MentionChange>;
  /** The mentions' surfaces now, in document order. */
  readonly surfaces: () => string[];
  /** Ends the scanner's life; the page stays. */
  readonly stop: () => void;
  readonly end: () => void;
}

/** Writes the page and reads it; resolves when the first reading is done. To be ended. */
export async function scanPage(
  html: string,
  prepare: () => void = () => undefined,
  settings: Partial<Settings["detection"]> = {},
): Promise<ScannedPage> {
  // `scheduler.yield` stays real: the scanner still gives way between slices.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  document.body.innerHTML = html;
  prepare();
  const lifetime = new AbortController();
  const asked: string[][] = [];
  const changes: MentionChange[] = [];
  let woken = 0;
  let isSilent = false;
  let heard: (change: MentionChange) => void = () => undefined;
  const ask = createDetectionAsk(settings, (request, payload) => {
    if (request === "identify") asked.push((payload as PayloadOf<"identify">).blocks.map(({ text }) => text));
  });
  const scanner = createScanner({
    ask: async (request, payload) => (isSilent ? fail({ kind: "no-answer" }) : ask(request, payload)),
    wakeBackground: (hasText) => {
      if (hasText()) woken += 1;
    },
    signal: lifetime.signal,
    beforeMentions: async () => undefined,
    onChange(change) {
      changes.push(change);
      heard(change);
    },
  });
  await scanner.settled;
  return {
    scanner,
    asked,
    silence(next) {
      isSilent = next;
    },
    changes,
    woken: () => woken,
    async changeWithin(ms) {
      const change = new Promise<MentionChange>((resolve) => {
        heard = resolve;
      });
      // The observer's report of what the test has just changed comes first.
      await Promise.resolve();
      await vi.advanceTimersByTimeAsync(ms);
      return change;
    },
    surfaces: () => surfacesOf(scanner.mentions()),
    stop: () => lifetime.abort(),
    end() {
      lifetime.abort();
      document.body.replaceChildren();
      vi.useRealTimers();
    },
  };
}

/** What mentions, or the mentions of blocks, say. */
export function surfacesOf(some: readonly (PageMention | KnownBlock)[]): string[] {
  return mentionsIn(some).map(({ surface }) => surface);
}

export function mentionsIn(some: readonly (PageMention | KnownBlock)[]): PageMention[] {
  return some.flatMap((one) => ("mentions" in one ? one.mentions : [one]));
}

/** What the page says, now, where the mentions are to be marked. */
export function markedText(mentions: readonly PageMention[]): string[] {
  return mentions.map((mention) =>
    spansOf(mention)
      .map(({ node, start, end }) => node.data.slice(start, end))
      .join("|"),
  );
}
