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

/** Says in one sentence why there is no comparison with the benchmark `against`. */
export function benchmarkAbsenceText(
  absence: BenchmarkAbsence,
  { date, previous, against }: Pick<Comparison, "date" | "previous" | "against">,
  wording: Wording,
): string {
  const { text, format } = wording;
  const day = format.day(absence === "unavailable-before" && previous ? previous.date : date);
  const about = (key: MessageKey) =>
    textAbout(against, key, { day }, wording).replace("{benchmark}", benchmarkName(against, wording));
  switch (absence) {
    case "is-benchmark":
      return text("card_isBenchmark");
    case "is-index":
      return text("card_isIndex");
    case "no-session":
      return about("card_noSession");
    case "no-session-before":
      return about("card_noSessionBefore");
    case "not-yet":
      return about("card_notYet");
    case "no-change":
      return text("card_noChange", { day });
    case "unavailable":
    case "unavailable-before":
      return about("card_noBenchmark");
    case "awaited":
      return about("card_awaited");
  }
}
