import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One labelled occurrence; offsets are code points of the page's text. */
export interface LabelledSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly symbol: string | null;
  readonly kind: string;
  readonly optional?: boolean;
  /** The symbol it had on the day of the page. */
  readonly then?: string;
  readonly status?: string;
}

/** A page of a corpus. */
export interface CorpusPage {
  readonly id: string;
  /** `finance` or `negative`. */
  readonly set: string;
  readonly htmlFile: string;
  /** Visible text, by code point. */
  readonly text: readonly string[];
  readonly spans: readonly LabelledSpan[];
}

/** A folder of labelled pages. */
export interface Corpus {
  readonly pages: readonly CorpusPage[];
  /** Every symbol that counts as right for a labelled one. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a corpus folder: `manifest.jsonl`, `labels.jsonl`, `spans.jsonl`,
 * `text/SET/ID.txt`, `pages/SET/ID.html`. Throws where one is missing.
 */
export function readCorpus(folder: string): Corpus {
  const rows = <T>(file: string): T[] =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as T);
  const accepted = new Map<string, Set<string>>();
  for (const { mentions } of rows<{ mentions: { symbol: string; then?: string; also_ok?: string[] }[] }>(
    "labels.jsonl",
  )) {
    for (const { symbol, then, also_ok = [] } of mentions) {
      const all = accepted.get(symbol) ?? new Set<string>();
      for (const one of [symbol, ...(then === undefined ? [] : [then]), ...also_ok]) all.add(normal(one));
      accepted.set(symbol, all);
    }
  }
  const spans = rows<LabelledSpan>("spans.jsonl");
  const pages = rows<{ id: string; set: string }>("manifest.jsonl").flatMap(({ id, set }) => {
    const textFile = join(folder, "text", set, `${id}.txt`);
    if (!existsSync(textFile)) return [];
    return [
      {
        id,
        set,
        htmlFile: join(folder, "pages", set, `${id}.html`),
        text: [...readFileSync(textFile, "utf8")],
        spans: spans.filter((span) => span.id === id),
      },
    ];
  });
  return { pages, accepted };
}

/** A symbol with share classes in one spelling. */
export function normal(symbol: string): string {
  return symbol.toUpperCase().replace(/[-/]/g, ".");
}
