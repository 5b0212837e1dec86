import type { LocalDate } from "../domain/market/closes";
import type { BenchmarkAbsence, ChangeAbsence } from "../domain/market/comparison";
import type { Wording } from "./figures";

/** Why the latest close stands without a change, as one sentence. */
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

/** Why there is no comparison with the benchmark on `date`, as one sentence. */
export function benchmarkAbsenceText(absence: BenchmarkAbsence, date: LocalDate, { text, format }: Wording): string {
  const day = format.day(date);
  switch (absence) {
    case "is-benchmark":
      return text("card_isBenchmark");
    case "is-index":
      return text("card_isIndex");
    case "no-session":
      return text("card_noSession", { day });
    case "no-session-before":
      return text("card_noSessionBefore");
    case "not-yet":
      return text("card_notYet", { day });
    case "unavailable":
      return text("card_noBenchmark", { day });
    case "awaited":
      return text("card_awaited");
  }
}
