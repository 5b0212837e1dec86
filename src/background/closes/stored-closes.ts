import * as z from "zod/mini";
import { addDays, daysBetween, isLocalDate } from "../../domain/market/calendar-day";
import type { Closes } from "../../domain/market/closes";
import { createZone } from "../../domain/market/zone";
import { PROVIDER_IDS } from "../../providers/catalogue";

/** How far back closes reach: a year for the card, a month for the rows of a list. */
export type Coverage = "year" | "month";

const localDate = z.string().check(z.refine(isLocalDate));
const price = z.number().check(z.positive());
const dayCounts = z.array(z.number().check(z.int(), z.positive()));

const schema = z.object({
  version: z.literal(1),
  ticker: z.string(),
  currency: z.nullable(z.string()),
  zone: z.string().check(z.refine((zone) => createZone(zone) !== null)),
  first: localDate,
  /** Days from each bar to the next: a third of the space of dates. */
  steps: dayCounts,
  closes: z.array(price).check(z.minLength(1)),
  splits: z.nullable(z.array(z.object({ date: localDate, numerator: price, denominator: price }))),
  gaps: z.optional(z.array(localDate)),
  provider: z.enum(PROVIDER_IDS),
  fetchedAt: z.number(),
});

/** Closes in the compact form kept in extension storage. */
export type StoredCloses = z.infer<typeof schema>;

/** Packs closes for storage. */
export function pack({ bars, splits, gaps, ...facts }: Closes): StoredCloses {
  return {
    version: 1,
    ...facts,
    first: bars[0]?.date ?? "",
    steps: bars.slice(1).map(({ date }, at) => daysBetween(bars[at]?.date ?? date, date)),
    closes: bars.map(({ close }) => close),
    splits: splits && [...splits],
    ...(gaps ? { gaps: [...gaps] } : {}),
  };
}

/** The closes of a stored value; null for anything that is not exactly what `pack` writes. */
export function unpack(stored: unknown): Closes | null {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) return null;
  const { version: _, first, steps, closes, gaps, ...facts } = parsed.data;
  if (steps.length !== closes.length - 1) return null;
  let date = first;
  const bars = closes.map((close, at) => {
    if (at > 0) date = addDays(date, steps[at - 1] ?? 0);
    return { date, close };
  });
  return { ...facts, bars, ...(gaps ? { gaps } : {}) };
}
