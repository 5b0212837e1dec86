import { type PageMention, rangeHasWords, rangeOf } from "../page/page-mention";

/** Draws mentions with the CSS Custom Highlight API, which does not change the page's DOM. */
export interface Highlighter {
  /** Underlines these mentions, and no others. */
  readonly draw: (mentions: Iterable<PageMention>) => void;
  /** Emphasises one mention with a coloured background, or none. */
  readonly emphasise: (mention: PageMention | null) => void;
  /** Draws the underlines again if the page has removed them. */
  readonly restore: () => void;
  /** The mention's range; null once the page has other words there. */
  readonly currentRangeOf: (mention: PageMention) => Range | null;
}

/**
 * The names used in marks.css: m for mark, e for emphasis. They are short and neutral, because a page can list them.
 */
const MARK_NAME = "sq-m";
const EMPHASIS_NAME = "sq-e";

/** A page that removes our highlights more often than this within the span is left alone until the span has passed. */
const MOST_RESTORATIONS = 5;
const SPAN_MS = 10_000;

/** Removes all that it has drawn when `signal` aborts. */
export function createHighlighter(signal: AbortSignal): Highlighter {
  let drawn: ReadonlyMap<PageMention, Range> = new Map();
  const marks = createNamedHighlight(MARK_NAME, signal);
  // Drawn over the marks.
  const emphasis = createNamedHighlight(EMPHASIS_NAME, signal, 1);

  /** A range that is drawn moves with its text, but the page may have put other words into it. */
  const currentRangeOf = (mention: PageMention): Range | null => {
    const range = drawn.get(mention);
    return range && rangeHasWords(mention, range) ? range : rangeOf(mention);
  };

  return {
    draw(mentions) {
      const wanted = new Map<PageMention, Range>();
      for (const mention of mentions) {
        const range = currentRangeOf(mention);
        if (range) wanted.set(mention, range);
      }
      drawn = wanted;
      marks.show([...wanted.values()]);
    },
    emphasise(mention) {
      const range = mention && currentRangeOf(mention);
      emphasis.show(range ? [range] : []);
    },
    restore: marks.restore,
    currentRangeOf,
  };
}

/** One entry of the document's highlight registry. */
function createNamedHighlight(name: string, signal: AbortSignal, priority = 0) {
  const { highlights } = CSS;
  const highlight = new Highlight();
  highlight.priority = priority;
  let ranges: ReadonlySet<Range> = new Set();
  /** When the highlight was registered, milliseconds of a monotonic clock. */
  let registrations: readonly number[] = [];
  signal.addEventListener("abort", () => {
    highlight.clear();
    if (highlights.get(name) === highlight) highlights.delete(name);
  });

  const restore = () => {
    if (ranges.size === 0 || (highlight.size === ranges.size && highlights.get(name) === highlight)) return;
    const now = performance.now();
    registrations = registrations.filter((time) => now - time < SPAN_MS);
    // The first registration is no restoration.
    if (registrations.length > MOST_RESTORATIONS) return;
    registrations = [...registrations, now];
    for (const range of ranges) highlight.add(range);
    highlights.set(name, highlight);
  };

  return {
    show(wanted: readonly Range[]) {
      const next = new Set(wanted);
      for (const range of ranges) if (!next.has(range)) highlight.delete(range);
      for (const range of next) highlight.add(range);
      ranges = next;
      restore();
    },
    restore,
  };
}
