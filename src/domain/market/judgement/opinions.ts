import type { ProviderId } from "../../../providers/catalogue";
import { fail, ok, type Result } from "../../failure";
import type { Ticker } from "../../ticker";
import type { Closes, Doubt, LocalDate, Told } from "../closes";
import { provenTime, tradingDaysOf } from "../trading-day";
import { outvotedOn, sharesClose } from "./agreement";
import { mostTelling } from "./most-telling";

/** What one source said of a ticker. `mayLag`: it may have the close of a finished day hours later than others. */
export interface Opinion {
  readonly provider: ProviderId;
  readonly mayLag: boolean;
  readonly outcome: Result<Closes>;
}

/** Doubts that another source may settle. That older closes were left out is not one. */
const OPEN: ReadonlySet<Doubt["kind"]> = new Set([
  "missing-close",
  "late",
  "two-closes",
  "may-be-split",
  "contradiction",
]);

/** Whether the latest close and its change are beyond doubt, so that no other source need be asked. */
export function isWhole(closes: Closes): boolean {
  return !closes.doubts?.some(({ kind }) => OPEN.has(kind));
}

/**
 * The answer from what several sources said of one ticker: closes that nothing speaks against; otherwise the latest
 * doubtful ones, without the doubts that an independent source settles; without any closes, the failure that says most.
 */
export function settleOpinions(opinions: readonly Opinion[], ticker: Ticker): Result<Closes> {
  const all = opinions.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const told = opinions.map((opinion) => withDisagreement(toldBy(opinion, ticker), opinion, all));
  const whole = wholeAnswer(opinions);
  if (whole) return ok(withTold(whole, told));
  const found = opinions.flatMap(({ outcome, mayLag }) => (outcome.ok ? [{ closes: outcome.value, mayLag }] : []));
  const credible = found.filter(({ closes }) => !isWhole(closes) || outvotedOn(closes, all) === null);
  const [best, ...others] = credible.toSorted(
    ({ closes: a }, { closes: b }) =>
      lastDate(b).localeCompare(lastDate(a)) || Number(isWronglyNew(a, all)) - Number(isWronglyNew(b, all)),
  );
  if (!best) {
    const failures = opinions.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.failure]));
    return fail(mostTelling(failures) ?? { kind: "unknown-ticker", ticker });
  }
  return ok(withTold(confirmed(best, others), told));
}

/** The first closes without doubt that most of the other sources do not contradict; undefined if there are none. */
export function wholeAnswer(opinions: readonly Opinion[]): Closes | undefined {
  const all = opinions.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  // The change to the day of a split is not told by a source that does not adjust for splits.
  const isSplitDay = (date: LocalDate) =>
    all.some(({ doubts = [] }) => doubts.some((doubt) => isNamedSplit(doubt) && doubt.date === date));
  return all.find(
    (closes) =>
      isWhole(closes) && !(closes.isUnadjusted && isSplitDay(lastDate(closes))) && outvotedOn(closes, all) === null,
  );
}

/** Closes without doubt that other sources contradict are told as such. */
function withDisagreement(told: Told, { outcome }: Opinion, all: readonly Closes[]): Told {
  const date = outcome.ok && isWhole(outcome.value) ? outvotedOn(outcome.value, all) : null;
  return date === null ? told : { ...told, doubts: [...told.doubts, { kind: "other-close", date }] };
}

/** Whether a source calls its last day the listing's first, although another has closes from before it. */
function isWronglyNew(closes: Closes, all: readonly Closes[]): boolean {
  const last = lastDate(closes);
  const hasEarlier = ({ leftOut = [], bars }: Closes) => [...leftOut, ...bars].some(({ date }) => date < last);
  return closes.firstTraded === last && all.some((one) => one !== closes && hasEarlier(one));
}

function isNamedSplit(doubt: Doubt): boolean {
  return doubt.kind === "may-be-split" && doubt.isNamed === true;
}

/** Doubts because of which bars are left out of a reply. */
const REASONS_TO_LEAVE_OUT: ReadonlySet<Doubt["kind"]> = new Set(["may-be-split", "contradiction"]);

interface Found {
  readonly closes: Closes;
  readonly mayLag: boolean;
}

/**
 * The closes without the doubts that another source settles: a close that both lack does not exist, and what both have
 * is right.
 */
function confirmed(best: Found, others: readonly Found[]): Closes {
  const without: LocalDate[] = [];
  const doubts: Doubt[] = [];
  for (const doubt of best.closes.doubts ?? []) {
    const days = others.flatMap((other) => missingInBoth(doubt, best, other));
    if (days.length > 0) without.push(...days);
    else if (!others.some((other) => agrees(doubt, best.closes, other.closes))) doubts.push(doubt);
  }
  const { doubts: _, leftOut = [], bars, ...rest } = best.closes;
  const isOneSeries = leftOut.length > 0 && !doubts.some(({ kind }) => REASONS_TO_LEAVE_OUT.has(kind));
  return {
    ...rest,
    bars: isOneSeries ? [...leftOut, ...bars] : bars,
    ...(without.length > 0 ? { without: [...new Set(without)].sort() } : {}),
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** The sessions concerned by a doubt, if neither source has a close of them. */
function missingInBoth(doubt: Doubt, best: Found, other: Found): readonly LocalDate[] {
  const [mine, theirs] = [best.closes, other.closes];
  const days = tradingDaysOf(mine);
  if (!days) return [];
  if (doubt.kind === "late") {
    const isSame = theirs.doubts?.some(({ kind, date }) => kind === "late" && date === doubt.date);
    const due = days.latestDue(mine.fetchedAt);
    const late = [...days.between(lastDate(mine), due), due];
    const isPunctual = [best, other].every((one) => late.every((date) => hasHadTime(one, date)));
    const hasNewerPrice = [mine, theirs].some(({ statedAt = 0 }) => days.dateOf(statedAt) > lastDate(mine));
    return isPunctual && isSame && !hasNewerPrice && lastDate(mine) === lastDate(theirs) ? late : [];
  }
  if (doubt.kind !== "missing-close") return [];
  const [before, last] = mine.bars.slice(-2);
  if (!before || !last || !sharesClose(theirs.bars, before) || !sharesClose(theirs.bars, last)) return [];
  const isBetween = theirs.bars.some(({ date }) => date > before.date && date < last.date);
  return isBetween ? [] : days.between(before.date, last.date);
}

/** Sources that may lag have the close of a finished session after this long, late in the evening. */
const LAG_MS = 6 * 3_600_000;

/** Whether a source would have the close of `date` by now, if there were one. Before that, it confirms nothing. */
function hasHadTime({ closes, mayLag }: Found, date: LocalDate): boolean {
  const dueAt = tradingDaysOf(closes)?.dueAt(date) ?? Number.POSITIVE_INFINITY;
  return provenTime(closes) >= dueAt + (mayLag ? LAG_MS : 0);
}

/**
 * Whether another source has the same two last closes. That there is no split between them, only sources that adjust
 * for splits can know.
 */
function agrees(doubt: Doubt, mine: Closes, theirs: Closes): boolean {
  if (doubt.kind === "contradiction") {
    return mine.bars.length > 1 && mine.bars.slice(-2).every((bar) => sharesClose(theirs.bars, bar));
  }
  const [before, last] = [mine.leftOut?.at(-1), mine.bars.at(-1)];
  if (doubt.kind !== "may-be-split" || !before || !last || mine.isUnadjusted || theirs.isUnadjusted) return false;
  return sharesClose(theirs.bars, last) && sharesClose(theirs.leftOut ?? theirs.bars, before);
}

function lastDate({ bars }: Closes): LocalDate {
  return bars.at(-1)?.date ?? "";
}

function withTold({ leftOut: _, ...closes }: Closes, told: readonly Told[]): Closes {
  const isOrdinary = told.length === 1 && told[0]?.doubts.length === 0;
  return isOrdinary ? closes : { ...closes, told };
}

/** A source's opinion as the list of what each source said contains it. */
export function toldBy({ provider, outcome }: Opinion, ticker: Ticker): Told {
  if (outcome.ok) return { provider, ticker, doubts: outcome.value.doubts ?? [] };
  const { failure } = outcome;
  const reason = failure.kind === "source-broken" ? { reason: failure.reason } : {};
  return { provider, ticker, doubts: [], failure: failure.kind, ...reason };
}
