import type { CardContent } from "../../domain/card-content";
import { benchmarkAbsenceText, changeAbsenceText } from "../absence-text";
import { failureText } from "../failure-text";
import { changeWords, differenceWords, type Wording } from "../figures";
import { closeOfText, staleText } from "./close-line";

/**
 * The card in one sentence, for screen readers and the clipboard: the name at once, and when the answer has come, its
 * figures with their day, and the day from which the changes count if that is not the session before. `now` in epoch
 * milliseconds.
 */
export function spokenSummary(
  { ticker, answer }: Pick<CardContent, "ticker" | "answer">,
  name: string,
  wording: Wording,
  now: number,
): string {
  const who = `${name} (${ticker})`;
  if (answer === null) return who;
  if (!answer.ok) return `${who}: ${failureText(answer.failure, wording, now)}`;
  const { close, currency, decimals, change, changeAbsence, benchmark } = answer.value;
  const parts = [wording.format.price(close, currency, decimals)];
  if (change !== null) parts.push(changeWords(change, wording));
  if (benchmark.ok) {
    parts.push(differenceWords(benchmark.difference, wording, benchmark.ticker));
    if (benchmark.from) parts.push(wording.text("card_since", { day: wording.format.day(benchmark.from) }));
  }
  const sentences = [
    changeAbsence && changeAbsenceText(changeAbsence, wording),
    !changeAbsence && !benchmark.ok && benchmarkAbsenceText(benchmark.absence, answer.value, wording),
    closeOfText(answer.value, wording),
    staleText(answer.value, wording),
  ].filter((one) => typeof one === "string");
  return `${who}: ${parts.join(", ")}. ${sentences.join(" ")}`;
}
