import { fail, ok, type Result } from "../failure";
import { addDays, isLocalDate } from "./calendar-day";
import type { Close, Closes, Doubt, LocalDate, Split } from "./closes";
import { type AdjustedBars, applySplits } from "./judgement/apply-splits";
import { closesByDay, type DayRow, faultOf, type OwnPrice } from "./judgement/closes-by-day";
import { contradictionOf, statedOtherwise, withoutContradicted } from "./judgement/contradictions";
import { isClose } from "./judgement/evidence";
import { holesIn } from "./judgement/holes";
import { withoutEarlierListing, withoutLeaps } from "./judgement/leaps";
import { foreignTrait, needsCurrency } from "./judgement/listed-in";
import type { RawCloses } from "./judgement/raw-closes";
import { withoutSessionlessRows } from "./judgement/sessionless-bars";
import { soundDividends } from "./judgement/sound-dividends";
import { isImplausible } from "./judgement/split-ratio";
import { marketOf } from "./market";
import { createTradingDays, type TradingDays } from "./trading-day";

/**
 * Makes closes of a reply: sorted, each date once, without the running session, and with the doubts about them. Fails
 * with `source-broken` if they cannot be closes of this listing, with `not-found` if no close is settled, with
 * `no-data-yet` if the source states that there can be none yet.
 */
export function buildCloses(raw: RawCloses): Result<Closes> {
  const broken = (reason: string) => fail({ kind: "source-broken", provider: raw.provider, reason });
  const days = createTradingDays(marketOf(raw.ticker, raw.zone));
  if (!days) return broken("the time zone does not exist");
  const today = days.dateOf(raw.fetchedAt);
  const fault = faultOf(raw, today) ?? foreignTrait(raw.ticker, raw, today) ?? splitFault(raw.splits) ?? unitFault(raw);
  if (fault !== null) return broken(fault);
  const own = ownPrice(raw, days);
  const sessions = withoutSessionlessRows(closesByDay(barsOfPeriod(raw), own), days);
  if (sessions === "shifted") return broken("a bar stands on a day without a session");
  const asSent = sessions.rows.flatMap(closeOf);
  const adjusted = applySplits(asSent, raw.splits ?? [], { today, own });
  const closed = adjusted.bars.filter(({ date }) => isClose(date, raw, days));
  const settled = withoutEarlierListing(closed, raw, days);
  const { bars, lastLeap, cutAt } = withoutLeaps(settled, raw, adjusted.unsureAt);
  const last = bars.at(-1);
  if (!last) return withoutCloses(raw, adjusted.bars, days);
  const [before] = settled.slice(-2);
  if (lastLeap !== null && before && isImplausible(last.close / before.close))
    return broken("a close leaps implausibly");
  const contradiction = contradictionOf(last, raw, { splits: adjusted.splits ?? [], days });
  if (contradiction) return broken(contradiction);
  const listedAt = settled.length < closed.length ? (settled[0]?.date ?? null) : null;
  const doubts = doubtsAbout(
    { raw, rows: sessions.rows, bars, adjusted, lastLeap, cutAt: cutAt ?? listedAt ?? sessions.cutAt },
    days,
  );
  const isContradicted = doubts.some(({ kind }) => kind === "contradiction");
  const kept = isContradicted ? withoutContradicted(bars, raw.stated ?? {}) : bars;
  const leftOut =
    lastLeap === null
      ? bars.slice(0, bars.length - kept.length)
      : withoutLeaps(settled.slice(0, -1), raw, adjusted.unsureAt).bars;
  return ok({
    ticker: raw.ticker,
    currency: raw.currency,
    zone: raw.zone,
    bars: kept,
    splits: raw.splits && adjusted.splits,
    // Dividends are adjusted like the bars that the source sent. If we adjusted bars, they do not fit any more.
    ...(raw.dividends && adjusted.bars.every((bar, at) => bar === asSent[at])
      ? { dividends: soundDividends(raw.dividends, [...leftOut, ...kept]) }
      : {}),
    ...(raw.isSplitAdjusted ? {} : { isUnadjusted: true }),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(doubts.length > 0 ? { doubts } : {}),
    ...statedFacts(raw),
    provider: raw.provider,
    fetchedAt: raw.fetchedAt,
  });
}

/** Sources may begin a little before the period, with the last close before it. */
const EARLY_BARS_DAYS = 14;

function barsOfPeriod({ bars, from }: RawCloses): RawCloses["bars"] {
  const earliest = from ? addDays(from, -EARLY_BARS_DAYS) : "";
  return bars.filter(({ date }) => date >= earliest);
}

/** Why a reply has no close of a finished session. Only if the source says so is the listing a new one. */
function withoutCloses(raw: RawCloses, bars: readonly Close[], days: TradingDays): Result<Closes> {
  const { provider, ticker, fetchedAt, stated } = raw;
  if (bars.some(({ date }) => days.dueAt(date) <= fetchedAt))
    return fail({ kind: "source-broken", provider, reason: "its own clock stands before its closes" });
  const isNew = stated?.firstTraded !== undefined && stated.firstTraded > days.latestDue(fetchedAt);
  return fail({ kind: isNew ? "no-data-yet" : "not-found", ticker });
}

function unitFault({ ticker, currency, inPoints = false, bars }: RawCloses): string | null {
  return currency === null && !inPoints && bars.length > 0 && needsCurrency(ticker)
    ? "the currency is not known"
    : null;
}

function doubtsAbout(
  {
    raw,
    rows,
    bars,
    adjusted,
    lastLeap,
    cutAt,
  }: {
    readonly raw: RawCloses;
    readonly rows: readonly DayRow[];
    readonly bars: readonly Close[];
    readonly adjusted: AdjustedBars;
    readonly lastLeap: LocalDate | null;
    readonly cutAt: LocalDate | null;
  },
  days: TradingDays,
): readonly Doubt[] {
  const { fetchedAt } = raw;
  // A step that may be a split is told as that, and not also as a missing close before it.
  const holes = holesIn(bars, days, { fetchedAt });
  const open = lastLeap === null ? holes : holes.filter(({ kind }) => kind !== "missing-close");
  const isDisputed = (date: LocalDate) => rows.some((row) => row.date === date && row.isDisputed);
  return [
    ...open.map((doubt): Doubt => (isDisputed(doubt.date) ? { kind: "two-closes", date: doubt.date } : doubt)),
    ...(lastLeap === null ? [] : [maySplit(lastLeap, adjusted)]),
    ...(cutAt === null || cutAt === lastLeap ? [] : [{ kind: "cut", date: cutAt } as const]),
    ...(open.some(({ kind }) => kind === "missing-close") ? [] : statedOtherwise(bars, raw, days)),
  ];
}

function maySplit(date: LocalDate, { unsureAt }: AdjustedBars): Doubt {
  return { kind: "may-be-split", date, ...(unsureAt.includes(date) ? { isNamed: true } : {}) };
}

function closeOf({ date, close }: DayRow): readonly Close[] {
  return close === null ? [] : [{ date, close }];
}

/** The decimals with which most listings are quoted. */
const USUAL_DECIMALS = 2;

/** The source's own price and its day, where it states both. */
function ownPrice({ stated = {} }: RawCloses, days: TradingDays): OwnPrice | null {
  const { at, price, priceHint = USUAL_DECIMALS } = stated;
  if (at === undefined || price === undefined || !(price > 0)) return null;
  return { date: days.dateOf(at), price, halfUnit: 0.5 * 10 ** -priceHint };
}

function statedFacts({ stated = {} }: RawCloses) {
  const { at, price, sessionEnds, priceHint, firstTraded } = stated;
  return {
    // Without a price it may be the time at which the source wrote the reply.
    ...(at === undefined || price === undefined ? {} : { statedAt: at }),
    ...(sessionEnds === undefined ? {} : { sessionEnds }),
    ...(priceHint === undefined ? {} : { priceHint }),
    ...(firstTraded === undefined ? {} : { firstTraded }),
  };
}

function splitFault(splits: readonly Split[] | null): string | null {
  const isSound = ({ date, numerator, denominator }: Split) =>
    isLocalDate(date) && [numerator, denominator].every((part) => Number.isFinite(part) && part > 0);
  return splits?.every(isSound) === false ? "a split has no ratio" : null;
}
