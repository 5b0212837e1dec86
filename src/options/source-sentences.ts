import type { Allowance, ProviderFacts } from "../providers/catalogue";
import type { TextOf } from "../ui/text";

const FREE_PLAN = { minute: "source_perMinute", hour: "source_perHour", day: "source_perDay" } as const;
const REACH = { "united-states": "source_unitedStates", benchmark: "source_benchmarkOnly" } as const;
const ARRIVAL = { "maybe-later": "source_maybeLater", "next-day": "source_nextDay" } as const;

/** What the reader should know about a provider: one sentence for each fact in the catalogue. */
export function sourceSentences(facts: ProviderFacts, text: TextOf): readonly string[] {
  const { needsKey, isDocumented, toleratesPersonalUse, serves, reaches, arrives, benchmark } = facts;
  return [
    ...(needsKey ? [] : [text("source_noKey")]),
    ...(isDocumented ? [] : [text("source_undocumented")]),
    ...(toleratesPersonalUse ? [text("source_personalUse")] : []),
    ...allowanceSentences(facts.allowance, text),
    ...(serves === "world" ? [] : [text(REACH[serves])]),
    ...(reaches === "latest-only" ? [text("source_latestOnly")] : []),
    ...(typeof reaches === "object" ? [text("source_years", { count: reaches.years })] : []),
    ...(arrives === "same-evening" ? [] : [text(ARRIVAL[arrives])]),
    ...(benchmark === "fund" ? [text("source_fund")] : []),
  ];
}

function allowanceSentences(allowance: Allowance | undefined, text: TextOf): readonly string[] {
  if (!allowance) return [];
  const { count, per, alsoPerDay } = allowance;
  const sentence = text(FREE_PLAN[per], { count });
  return alsoPerDay === undefined ? [sentence] : [sentence, text("source_alsoPerDay", { count: alsoPerDay })];
}
