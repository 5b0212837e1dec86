import { isIndex } from "../domain/ticker";
import type { CardRequest } from "../protocol";
import { failureText } from "../ui/failure-text";
import { changeWords, differenceWords, type Wording } from "../ui/figures";
import { benchmarkName } from "./answer";
import { atCloseText, staleText } from "./trading-day-lines";

/** What a screen reader says when a key has walked to a mention: the name at once, the answer with its day when it is there. `now` in epoch milliseconds. */
export function spokenSummary({ ticker, answer }: CardRequest, name: string, wording: Wording, now: number): string {
  const who = `${name} (${ticker})`;
  if (answer === null) return who;
  if (!answer.ok) return `${who}: ${failureText(answer.failure, wording, now)}`;
  const { close, currency, change, benchmark } = answer.value;
  const parts = [wording.format.price(close, isIndex(ticker) ? null : currency)];
  if (change !== null) parts.push(changeWords(change, wording));
  if (benchmark.ok)
    parts.push(differenceWords(benchmark.difference, wording, benchmarkName(benchmark.ticker, wording)));
  const day = [atCloseText(answer.value, wording), staleText(answer.value, wording)].filter((one) => one !== null);
  return `${who}: ${parts.join(", ")}. ${day.join(". ")}`;
}
