// `npm run detect:score -- [--full-directory DIR] [--status us,etf] DIR`: precision,
// recall by evidence, and every false and missed mention over a labelled corpus.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type LabelledSpan, readCorpus } from "./detect/corpus";
import { startDetectBrowser } from "./detect/detect-browser";
import { type PageScore, scorePage } from "./detect/score";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "full-directory": { type: "string" }, status: { type: "string", default: "us,etf" } },
});
const [corpusFolder] = positionals;
if (corpusFolder === undefined) {
  console.error("usage: npm run detect:score -- [--full-directory DIR] [--status us,etf] DIR");
  process.exit(2);
}

const { pages, accepted } = readCorpus(resolve(corpusFolder));
const statuses = new Set(values.status.split(","));
const folder = values["full-directory"];
const browser = await startDetectBrowser(folder === undefined ? null : resolve(folder));
const scores = new Map<string, PageScore[]>();
try {
  for (const page of pages) {
    const { mentions } = await browser.detect(await readFile(page.htmlFile, "utf8"));
    const score = scorePage(page, mentions, accepted, statuses);
    scores.set(page.set, [...(scores.get(page.set) ?? []), score]);
  }
} finally {
  await browser.close();
}
for (const [set, all] of scores) print(set, all);

function print(set: string, all: readonly PageScore[]): void {
  const right = all.reduce((sum, score) => sum + score.right, 0);
  const wrong = all.flatMap((score) => score.wrong);
  const found = all.flatMap((score) => score.found);
  const missed = all.flatMap((score) => score.missed);
  const most = Math.max(0, ...all.map((score) => score.wrong.length));
  console.log(
    `${set}: ${all.length} pages, precision ${share(right, right + wrong.length)} (${wrong.length} false, at most ${most} on a page), recall ${share(found.length, found.length + missed.length)}`,
  );
  for (const kind of ["exchange", "cashtag", "paren", "bare", "name"]) {
    const of = (spans: readonly LabelledSpan[]) => spans.filter((span) => span.kind === kind).length;
    const total = of(found) + of(missed);
    if (total > 0) console.log(`  ${kind.padEnd(8)} ${share(of(found), total)} of ${total}`);
  }
  for (const sentence of wrong) console.log(`  false  ${sentence}`);
  for (const { id, surface, symbol, kind } of missed) console.log(`  missed ${id}: ${surface} (${symbol}, ${kind})`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(3);
}
