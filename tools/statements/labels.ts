import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One labelled figure of an excerpt, as `statements.jsonl` has it. */
export interface Label {
  readonly id: string;
  readonly lang: string;
  readonly published?: string;
  readonly text: string;
  readonly company: string;
  /** The company itself is not named in the excerpt: `company` is what the figure counts. */
  readonly company_elsewhere?: boolean;
  readonly ticker: string | null;
  readonly kind: string;
  readonly value: number;
  readonly as_stated: string;
  readonly unit: string | null;
  readonly direction: number | null;
  readonly session?: { readonly stated: string | null; readonly date: string | null };
  readonly phase?: string;
  readonly phase_from?: string;
  readonly approx?: string;
  readonly extreme?: boolean;
  readonly why?: string;
}

/** An excerpt and what is labelled in it. */
export interface Excerpt {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** The excerpts of one page in order. */
export interface LabelledPage {
  readonly id: string;
  readonly lang: string;
  readonly published: string | undefined;
  readonly excerpts: readonly Excerpt[];
}

/** Reads `statements.jsonl` of a folder. Throws where it is missing or no JSON. */
export function readLabels(folder: string): LabelledPage[] {
  const labels = readFileSync(join(folder, "statements.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Label);
  const pages = new Map<string, Map<string, Label[]>>();
  for (const label of labels) {
    const excerpts = pages.get(label.id) ?? new Map<string, Label[]>();
    pages.set(label.id, excerpts.set(label.text, [...(excerpts.get(label.text) ?? []), label]));
  }
  return [...pages].map(([id, excerpts]) => {
    const first = [...excerpts.values()][0]?.[0];
    return {
      id,
      lang: first?.lang ?? "en",
      published: first?.published,
      excerpts: [...excerpts].map(([text, of]) => ({ text, labels: of })),
    };
  });
}
