import * as z from "zod/mini";

import { addDays, daysBetween, isLocalDate } from "../../domain/market/calendar-day";
import type { Closes } from "../../domain/market/closes";
import { createZone } from "../../domain/market/local-clock";
import { PROVIDER_IDS } from "../../providers/catalogue";
import { epochMs } from "../../providers/refusal";
import { TOLD_FAILURES } from "./stored-failure";

/** How far back closes reach: a year for the card, a month for the rows of a list. */
export type Coverage = "year" | "month";

const localDate = z.string().check(z.refine(isLocalDate));
const price = z.number().check(z.positive());
/** A century and more: a larger count is no day of any share. */
const dayCounts = z.array(z.number().check(z.int(), z.positive(), z.lte(40_000)));
const localTime = z.string().check(z.regex(/^\d{2}:\d{2}$/));

const provider = z.enum(PROVIDER_IDS);
const doubt = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("missing-close"), date: localDate, sure: z.boolean() }),
  z.object({ kind: z.literal("may-be-split"), date: localDate, isNamed: z.exactOptional(z.literal(true)) }),
  ...(["late", "two-closes", "other-close", "contradiction", "cut"] as const).map((kind) =>
    z.object({ kind: z.literal(kind), date: localDate }),
  ),
]);
const told = z.object({
  provider,
  ticker: z.string(),
  doubts: z.array(doubt),
  failure: z.exactOptional(z.enum(TOLD_FAILURES)),
  reason: z.exactOptional(z.string()),
});

const schema = z.object({
  version: z.literal(2),
  ticker: z.string(),
  currency: z.nullable(z.string()),
  zone: z.string().check(z.refine((zone) => createZone(zone) !== null)),
  first: localDate,
  /** Days from each bar to the next; this takes a third of the space of dates. */
  steps: dayCounts,
  closes: z.array(price).check(z.minLength(1)),
  splits: z.nullable(z.array(z.object({ date: localDate, numerator: price, denominator: price }))),
  dividends: z.exactOptional(z.array(z.object({ date: localDate, amount: z.nullable(price) }))),
  isUnadjusted: z.exactOptional(z.boolean()),
  without: z.exactOptional(z.array(localDate)),
  doubts: z.exactOptional(z.array(doubt)),
  statedAt: z.exactOptional(epochMs),
  sessionEnds: z.exactOptional(localTime),
  priceHint: z.exactOptional(z.number()),
  firstTraded: z.exactOptional(localDate),
  told: z.exactOptional(z.array(told)),
  askedFrom: z.exactOptional(localDate),
  provider,
  fetchedAt: epochMs,
  sentAt: z.exactOptional(epochMs),
});

/**
 * Packs closes into the compact form that is kept in the extension's storage. Bars left out because of a leap are not
 * kept.
 */
export function pack({ bars, leftOut: _, ...facts }: Closes) {
  return {
    version: 2,
    ...facts,
    first: bars[0]?.date ?? "",
    steps: bars.slice(1).map(({ date }, at) => daysBetween(bars[at]?.date ?? date, date)),
    closes: bars.map(({ close }) => close),
  };
}

/** The closes of a stored value; null for anything that is not exactly what `pack` writes. */
export function unpack(stored: unknown): Closes | null {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) return null;
  const { version: _, first, steps, closes, ...facts } = parsed.data;
  if (steps.length !== closes.length - 1) return null;
  let date = first;
  const bars = closes.map((close, at) => {
    if (at > 0) date = addDays(date, steps[at - 1] ?? 0);
    return { date, close };
  });
  return { ...facts, bars };
}
