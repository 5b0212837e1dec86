import type { CardRequest } from "../protocol";
import { failureText } from "../ui/failure-text";
import { changeWords, differenceWords, type Wording } from "../ui/figures";

/** What a screen reader says when a key has walked to a mention: the name at once, the answer when it is there. */
export function spokenSummary({ ticker, answer }: CardRequest, name: string, wording: Wording): string {
  const { text, format } = wording;
  const who = `${name} (${ticker})`;
  if (answer === null) return who;
  if (!answer.ok) return `${who}: ${failureText(answer.failure, wording, Date.now())}`;
  const { close, currency, change, benchmark } = answer.value;
  const parts = [format.price(close, currency)];
  if (change !== null) parts.push(changeWords(change, wording));
  if (benchmark.ok) parts.push(differenceWords(benchmark.difference, wording, text("figure_benchmark")));
  return `${who}: ${parts.join(", ")}`;
}
