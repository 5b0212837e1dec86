import { isLocalDate } from "../../src/domain/market/calendar-day";
import { findStatements } from "../../src/domain/statements/find-statements";
import type { Statement } from "../../src/domain/statements/statement";
import type { Named } from "../../src/domain/statements/token";
import { judge, type Verdict } from "../../src/domain/statements/verdict";
import { languageCode, languageOf } from "../../src/domain/statements/words/languages";
import { isIndex } from "../../src/domain/ticker";
import { builtCloses, tradingDaysOf } from "./built-closes";
import type { Label, LabelledPage } from "./labels";

/** A statement with the text it was found in. */
export interface Found extends Statement {
  readonly text: string;
}

/** What was found on a page, compared with its labels. */
export interface Score {
  readonly right: readonly { readonly found: Found; readonly label: Label }[];
  /** Statements found in a negative example, in the move of a period, or where there is no label. */
  readonly wrong: readonly Found[];
  readonly missed: readonly Label[];
}

const STATEMENTS = new Set(["close", "change", "change-money", "index-change", "level-of-index"]);

/** Every verdict on what was found on a page, against closes that are built from its labels. */
export function judgePage(
  page: LabelledPage,
  found: readonly Found[],
): { readonly found: Found; readonly verdict: Verdict }[] {
  const tickers = [...new Set(found.map(({ ticker }) => ticker))];
  return tickers.flatMap((ticker) => {
    const calendar = tradingDaysOf(ticker);
    if (!calendar) return [];
    const own = found.filter((one) => one.ticker === ticker);
    const closes = { bars: builtCloses(page, ticker, calendar), splits: [], currency: null };
    return judge(own, closes, { published: isLocalDate(page.published) ? page.published : null, calendar }).map(
      ({ statement, verdict }, index) => ({
        found: own[index] ?? (statement as Found),
        verdict,
      }),
    );
  });
}

/** Scores one page. The names are those that its labels give, as detection is measured apart. */
export function scorePage(page: LabelledPage): Score {
  const names = namesOf(page);
  const blocks = page.excerpts.map(({ text, labels }) => ({ text, named: namedIn(text, labels, names), labels }));
  const right: { found: Found; label: Label }[] = [];
  const wrong: Found[] = [];
  const missed: Label[] = [];
  const found = findStatements(withTopics(blocks), languageCode(page.lang));
  blocks.forEach(({ text, labels }, index) => {
    const open = new Set(labels.filter(({ kind }) => STATEMENTS.has(kind)));
    const taken: Label[] = [];
    for (const statement of found[index * 2 + 1] ?? []) {
      const label = [...open].find((one) => isSame(statement, one));
      if (label) {
        open.delete(label);
        taken.push(label);
        if (!isOptional(label)) right.push({ found: { ...statement, text }, label });
      } else if (!taken.some((one) => isSame(statement, one))) wrong.push({ ...statement, text });
    }
    missed.push(...[...open].filter((label) => !isOptional(label)));
  });
  return { right, wrong, missed };
}

/** Adds to an excerpt that says only `the stock` the company that its page was about before. */
function withTopics(blocks: readonly { text: string; named: readonly Named[]; labels: readonly Label[] }[]) {
  return blocks.flatMap(({ text, named, labels }) => {
    const unnamed = labels.find(
      ({ ticker }) => ticker !== null && !named.some((one) => one.ticker === ticker) && !isNamedIndex(ticker, text),
    );
    const topic = unnamed?.ticker ?? null;
    const before =
      topic === null ? { text: "", named: [] } : { text: "@", named: [{ ticker: topic, start: 0, end: 1 }] };
    return [before, { text, named }];
  });
}

function isNamedIndex(ticker: string, text: string): boolean {
  return (
    isIndex(ticker) &&
    findStatements([{ text: `${text}`, named: [] }])
      .flat()
      .some((one) => one.ticker === ticker)
  );
}

function namesOf({ excerpts, lang }: LabelledPage): { readonly name: string; readonly ticker: string }[] {
  const all = excerpts
    .flatMap(({ labels }) => labels)
    .filter((label) => label.kind !== "negative" || !label.company_elsewhere)
    .flatMap(({ company, ticker }) => (ticker === null ? [] : [{ name: nameIn(company), ticker }]));
  return all.filter(({ name, ticker }) => !isIndex(ticker) && !ticker.endsWith("-USD") && !isGeneric(name, lang));
}

/** `SAP-Aktie` is a name and a word. */
function nameIn(company: string): string {
  return company.replace(/-(?:Aktien?|Papiere?|Titel)$/, "");
}

/** `The stock`, `die Papiere des E-Auto-Herstellers`: no name. */
function isGeneric(name: string, lang: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[’']/g, " ")
    .split(/[\s-]+/);
  const { find, longest } = languageOf(name, languageCode(lang)).lexicon();
  if (
    /^(?:(?:the|die|das|der|den|des|le|la|il|elle|dessen|o|os|as|un|el)\s|l['’])/i.test(name) &&
    !/^(?:The |L['’])[A-Z]/.test(name)
  )
    return true;
  if (/^[A-Z].* [A-Z]/.test(name) && lang === "en") return false;
  return words.every((word) => find(word)) || (longest > 0 && find(name.toLowerCase()) !== undefined);
}

function namedIn(text: string, labels: readonly Label[], names: readonly { name: string; ticker: string }[]): Named[] {
  const own = new Map(labels.map(({ company, ticker }) => [company, ticker]));
  const sorted = [...names].sort((a, b) => b.name.length - a.name.length);
  const named: Named[] = [];
  for (const { name, ticker } of sorted) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      const isWord = !/[A-Za-z]/.test(text.charAt(start - 1)) && !/[A-Za-z]/.test(text.charAt(end));
      if (isWord && named.every((one) => one.end <= start || end <= one.start))
        named.push({ ticker: own.get(name) ?? ticker, start, end });
    }
  }
  return named.sort((a, b) => a.start - b.start);
}

function isOptional({ approx, extreme }: Label): boolean {
  return approx !== undefined || extreme === true;
}

function isSame(statement: Statement, { ticker, kind, value, direction }: Label): boolean {
  return (
    statement.ticker === ticker &&
    statement.kind === kind &&
    Math.abs(statement.value - value) < 1e-6 * Math.max(1, value) &&
    (statement.direction ?? null) === direction
  );
}
