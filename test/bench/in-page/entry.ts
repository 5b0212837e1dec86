import { createMarks } from "../../../src/content/marks/marks";
import type { KnownBlock } from "../../../src/content/page/known-blocks";
import { createScanner } from "../../../src/content/page/scanner";
import { createBlockReader } from "../../../src/content/page/text-blocks";
import type { Ask } from "../../../src/platform/ask";
import { walkWithOneRegex } from "./floor";
import { markWithLinkify, markWithMarkJs } from "./peers";

/** Answers of the background, recorded before by answers.ts, so that a scan here is the page's part alone. */
let answers: readonly (readonly [request: string, reply: unknown])[] = [];

/** The blocks that mention somebody, as the last scan found them. */
let found: KnownBlock[] = [];

let marking = new AbortController();

/** What was marked last, by the names under which it was registered. */
let marked: readonly (readonly [name: string, ranges: readonly AbstractRange[]])[] = [];

/** Longest wait for the first mark, in frames. */
const MOST_FRAMES = 60;

/** Two frames: with the second one has been drawn whatever was there before the first. */
async function drawn(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

function copyOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** What the driver calls inside a page; each does one thing once. */
const inPage = {
  prepare(recorded: typeof answers): void {
    answers = recorded;
  },

  nothing(): void {
    // What calling from outside costs.
  },

  floor(): void {
    if (walkWithOneRegex() === 0) throw new Error("the walk found no text");
  },

  /**
   * Milliseconds that the same takes over what was added to the
   * page, by a script that has read the page before, as ours has.
   */
  floorOfAdded(selector: string): number {
    walkWithOneRegex();
    const roots = document.querySelectorAll(selector);
    const began = performance.now();
    for (const root of roots) walkWithOneRegex(root);
    return performance.now() - began;
  },

  /** The first step of the product's own scanner: the page's blocks, ready to be sent. */
  readText(): void {
    let blocks = 0;
    const events = { onHidden: () => undefined, onInterrupted: () => undefined };
    createBlockReader(document.body, events).readUntilPause(
      () => {
        blocks += 1;
      },
      () => false,
    );
    if (blocks === 0) throw new Error("the page held no text");
  },

  /** The product's own scanner over the whole page, until it has settled. */
  async scan(): Promise<void> {
    const left = [...answers];
    const ask = (async (request: string) => {
      const at = left.findIndex(([recorded]) => recorded === request);
      const [answer] = left.splice(at, 1);
      if (!answer) throw new Error(`nothing recorded for ${request}`);
      return answer[1];
    }) as Ask;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    found = [];
    const onChange = ({ added }: { readonly added: readonly KnownBlock[] }) => void found.push(...added);
    const scanner = createScanner({ ask, wakeBackground: () => undefined, signal, onChange });
    await scanner.settled;
    lifetime.abort();
  },

  /** The product's own marks over what a scan has found, until they are drawn. Returns how many there are. */
  async mark(): Promise<number> {
    marking = new AbortController();
    const marks = createMarks({
      underlined: "all",
      mentions: () => [],
      signal: marking.signal,
      recheck: () => undefined,
      onUpdate: () => undefined,
    });
    marks.applyChange({ added: found, removed: [] });
    // Observers tell what is near after a frame.
    for (let frame = 0; CSS.highlights.size === 0 && frame < MOST_FRAMES; frame += 1) {
      await new Promise(requestAnimationFrame);
    }
    await drawn();
    marked = [...CSS.highlights].map(([name, highlight]) => [name, [...highlight]]);
    return marked.reduce((sum, [, ranges]) => sum + ranges.length, 0);
  },

  async unmark(): Promise<void> {
    marking.abort();
    await drawn();
  },

  /**
   * The floor of marking: the same ranges made and registered, a
   * frame later as well, by one who knows them, until they are drawn.
   */
  async markBare(): Promise<void> {
    await new Promise(requestAnimationFrame);
    for (const [name, ranges] of marked) CSS.highlights.set(name, new Highlight(...ranges.map(copyOf)));
    await drawn();
  },

  markJs: (words: readonly string[]) => markWithMarkJs(words),
  linkify: (words: readonly string[]) => markWithLinkify(words),

  textNodes(): number {
    return document.evaluate("count(//body//text())", document, null, XPathResult.NUMBER_TYPE).numberValue;
  },
};

Object.assign(globalThis, { sidequoteBench: inPage });
