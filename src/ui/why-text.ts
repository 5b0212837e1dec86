import type { Doubt, Told } from "../domain/market/closes";
import { providerName } from "../providers/catalogue";
import type { Wording } from "./figures";

/** Says what each source said, one line for each; empty for an empty list, as there is if nothing was doubted. */
export function whyLines(told: readonly Told[], wording: Wording): readonly string[] {
  return told.map(({ provider, ticker, doubts, failure }) => {
    const reasons =
      failure === undefined ? doubts.map((doubt) => doubtText(doubt, wording)) : [wording.text("why_failed")];
    const said = reasons.length > 0 ? reasons.join("; ") : wording.text("why_whole");
    return `${providerName(provider)} · ${ticker}: ${said}`;
  });
}

function doubtText(doubt: Doubt, { text, format }: Wording): string {
  const day = format.day(doubt.date);
  switch (doubt.kind) {
    case "missing-close":
      return text("why_missing", { day });
    case "late":
      return text("why_late", { day });
    case "two-closes":
      return text("why_twoCloses", { day });
    case "other-close":
      return text("why_otherClose", { day });
    case "may-be-split":
      return text("why_mayBeSplit", { day });
    case "contradiction":
      return text("why_contradiction", { day });
    case "cut":
      return text("why_cut", { day });
  }
}
