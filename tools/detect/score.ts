import { type Corpus, type CorpusPage, type LabelledSpan, normal } from "./corpus";
import type { DetectedMention } from "./detect-browser";

/** The result for one page's mentions and labels. */
export interface PageScore {
  readonly right: number;
  readonly ignored: number;
  /** Mentions of nothing or of the wrong company, as sentences. */
  readonly wrong: readonly string[];
  readonly found: readonly LabelledSpan[];
  readonly missed: readonly LabelledSpan[];
}

/**
 * Scores a page: a mention is right when it overlaps a label with an
 * accepted symbol, ignored on optional labels. `statuses` limits recall.
 */
export function scorePage(
  page: CorpusPage,
  mentions: readonly DetectedMention[],
  accepted: Corpus["accepted"],
  statuses: ReadonlySet<string>,
): PageScore {
  const hit = new Set<LabelledSpan>();
  const wrong: string[] = [];
  let [right, ignored] = [0, 0];
  for (const { mention, start, end } of placed(page.text, mentions)) {
    const over = page.spans.filter((span) => span.start < end && start < span.end);
    const good = over.filter((span) => accepts(span, mention.ticker, accepted));
    if (good.some(({ optional }) => !optional)) {
      right += 1;
      for (const span of good) hit.add(span);
    } else if (over.some(({ optional }) => optional)) ignored += 1;
    else {
      const meant = over[0] ? `, which is ${over[0].symbol}` : "";
      wrong.push(
        `${page.id}: ${mention.ticker} (${mention.evidence}) for …${mention.before}[${mention.surface}]${mention.after}…${meant}`,
      );
    }
  }
  const wanted = page.spans.filter(({ optional, status = "us" }) => !optional && statuses.has(status));
  return {
    right,
    ignored,
    wrong,
    found: wanted.filter((span) => hit.has(span)),
    missed: wanted.filter((span) => !hit.has(span)),
  };
}

/**
 * What each mention is according to the labels: right, false, or on an optional label. Those that are not found in the
 * text are left out.
 */
export function labelled<M extends DetectedMention>(
  page: CorpusPage,
  mentions: readonly M[],
  accepted: Corpus["accepted"],
): { readonly mention: M; readonly verdict: "right" | "false" | "ignored" }[] {
  return placed(page.text, mentions).map(({ mention, start, end }) => {
    const over = page.spans.filter((span) => span.start < end && start < span.end);
    const good = over.filter((span) => accepts(span, mention.ticker, accepted));
    if (good.some(({ optional }) => !optional)) return { mention, verdict: "right" };
    return { mention, verdict: over.some(({ optional }) => optional) ? "ignored" : "false" };
  });
}

function accepts(span: LabelledSpan, ticker: string, accepted: Corpus["accepted"]): boolean {
  const all = span.symbol === null ? undefined : accepted.get(span.symbol);
  return (all?.has(normal(ticker)) ?? false) || (span.then !== undefined && normal(span.then) === normal(ticker));
}

/** Gives each mention the place, after the one before it, whose surroundings fit best. */
function placed<M extends DetectedMention>(text: readonly string[], mentions: readonly M[]) {
  const whole = text.join("");
  const pointOf = codePointOffsets(text);
  let from = 0;
  return mentions.flatMap((mention) => {
    let best = { score: -1, at: -1 };
    const words = mention.surface.trim().split(/\s+/).map(escaped).join("\\s*");
    for (const { 0: found, index } of whole.slice(from).matchAll(new RegExp(words, "g"))) {
      const at = from + index;
      const before = squash(whole.slice(Math.max(0, at - 80), at));
      const after = squash(whole.slice(at + found.length, at + found.length + 80));
      const score =
        agreement([...before].reverse(), [...mention.before].reverse()) + agreement([...after], [...mention.after]);
      if (score > best.score) best = { score, at };
      if (score >= 40 || at > from + 40_000) break;
    }
    if (best.at < 0) return [];
    from = best.at;
    const [start = 0, end = 0] = [pointOf(best.at), pointOf(best.at + mention.surface.length)];
    return [{ mention, start, end }];
  });
}

function codePointOffsets(text: readonly string[]): (unit: number) => number {
  if (text.every((point) => point.length === 1)) return (unit) => unit;
  const points: number[] = [];
  for (const [index, point] of text.entries()) for (let unit = 0; unit < point.length; unit += 1) points.push(index);
  return (unit) => points[unit] ?? text.length;
}

function agreement(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

function squash(text: string): string {
  return text.replace(/\s+/g, " ");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
