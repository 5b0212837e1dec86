// `npm run statements:score -- [--quiet] [--lang de] DIR`: precision and recall of the statements
// found in labelled excerpts (`statements.jsonl`), every false and missed one named.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isLocalDate } from "../src/domain/market/calendar-day";
import { sessionDays } from "../src/domain/statements/session-days";
import { tradingDaysOf } from "./statements/built-closes";
import { readLabels } from "./statements/labels";
import { judgePage, type Score, scorePage } from "./statements/score-page";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: "string" }, quiet: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("usage: npm run statements:score -- [--lang CODE] [--quiet] DIR");
  process.exit(2);
}

const pages = readLabels(resolve(folder)).filter(({ lang }) => values.lang === undefined || lang === values.lang);
const scores = pages.map((page) => ({ page, score: scorePage(page) }));
if (!values.quiet) {
  for (const { page, score } of scores) {
    for (const { ticker, kind, value, direction, start, end, text } of score.wrong) {
      console.log(
        `false  ${page.id} ${kind} ${value} ${direction ?? ""} ${ticker}: ${text.slice(Math.max(0, start - 70), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`,
      );
    }
    for (const { ticker, kind, as_stated, direction, text } of score.missed) {
      console.log(`missed ${page.id} ${kind} ${as_stated} ${direction ?? ""} ${ticker}: ${text.slice(0, 220)}`);
    }
  }
}
print("price and day's change", (kind) => kind === "close" || kind === "change");
print("other kinds", (kind) => kind !== "close" && kind !== "change");
for (const kind of ["close", "change", "change-money", "index-change", "level-of-index"])
  print(kind, (one) => one === kind);
const all = scores.flatMap(({ score }) => score.right);
const samePhase = all.filter(({ found, label }) => found.phase === label.phase).length;
const claimed = all.filter(({ found }) => found.claimsClose);
console.log(
  `phase ${share(samePhase, all.length)}; of ${claimed.length} called closes ${claimed.filter(({ label }) => label.phase !== "close").length} are none`,
);

const dated = scores.flatMap(({ page, score }) =>
  score.right.flatMap(({ found, label }) => {
    const [calendar, date] = [tradingDaysOf(found.ticker), label.session?.date];
    if (!isLocalDate(page.published) || !calendar || !isLocalDate(date)) return [];
    const days = sessionDays(found.session, page.published, calendar);
    return [{ found, date, likely: days?.likely, isExpected: days?.expected.includes(date) ?? false }];
  }),
);
const named = dated.filter(({ found }) => found.session !== null);
console.log(
  `session ${share(dated.filter(({ date, likely }) => date === likely).length, dated.length)} likely, ${share(dated.filter(({ isExpected }) => isExpected).length, dated.length)} expected; named in words ${share(named.filter(({ date, likely }) => date === likely).length, named.length)} of ${named.length}`,
);
if (!values.quiet) {
  for (const { found, date, likely } of named.filter((one) => one.date !== one.likely)) {
    console.log(`  session ${found.session?.stated} read as ${likely}, is ${date}: ${found.text.slice(0, 150)}`);
  }
}
const judged = scores.flatMap(({ page, score }) =>
  judgePage(page, [...score.right.map(({ found }) => found), ...score.wrong]),
);
const counts = new Map<string, number>();
for (const { verdict } of judged) counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
console.log(
  `against closes built from the labels: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(", ")}`,
);
for (const { found, verdict } of judged)
  if (verdict.kind === "differs")
    console.log(`  differs ${found.ticker} ${found.value} of ${verdict.date}, ours ${verdict.ours}: ${found.text}`);

function print(name: string, isOf: (kind: string) => boolean): void {
  const count = (of: (score: Score) => number) => scores.reduce((sum, { score }) => sum + of(score), 0);
  const right = count((score) => score.right.filter(({ label }) => isOf(label.kind)).length);
  const wrong = count((score) => score.wrong.filter(({ kind }) => isOf(kind)).length);
  const missed = count((score) => score.missed.filter(({ kind }) => isOf(kind)).length);
  console.log(
    `${name}: precision ${share(right, right + wrong)} (${wrong} false), recall ${share(right, right + missed)} (${missed} missed)`,
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(3);
}
