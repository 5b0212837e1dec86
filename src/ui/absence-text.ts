import type { BenchmarkAbsence, ChangeAbsence, Comparison } from "../domain/market/comparison";
import { benchmarkName, textAbout } from "./benchmark-name";
import type { Wording } from "./figures";
import type { MessageKey } from "./text";

/** Says in one sentence why the latest close has no change. */
export function changeAbsenceText(absence: ChangeAbsence, { text, format }: Wording): string {
  switch (absence.kind) {
    case "missing-close":
      return text(absence.sure ? "card_closeMissing" : "card_closeMayBeMissing", { day: format.day(absence.date) });
    case "may-be-split":
      return text("card_mayBeSplit");
    case "contradiction":
      return text("card_contradiction");
    case "first-day":
      return text("card_firstDay");
  }
}

const ABSENCES: Readonly<Record<BenchmarkAbsence, MessageKey>> = {
  "is-benchmark": "card_isBenchmark",
  "is-its-fund": "card_isItsFund",
  "is-index": "card_isIndex",
  "no-session": "card_noSession",
  "no-session-before": "card_noSessionBefore",
  "not-yet": "card_notYet",
  "no-change": "card_noChange",
  unavailable: "card_noBenchmark",
  "unavailable-before": "card_noBenchmark",
  awaited: "card_awaited",
};

/** Says in one sentence why there is no comparison with the benchmark `against`. */
export function benchmarkAbsenceText(
  absence: BenchmarkAbsence,
  { date, previous, against }: Pick<Comparison, "date" | "previous" | "against">,
  wording: Wording,
): string {
  const day = wording.format.day(absence === "unavailable-before" && previous ? previous.date : date);
  const sentence = textAbout(against, ABSENCES[absence], { day }, wording);
  return sentence.replace("{benchmark}", benchmarkName(against, wording));
}
