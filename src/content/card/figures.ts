import { ok, type Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { Ask } from "../../platform/ask";
import type { PayloadOf } from "../../protocol/requests";

/**
 * Asks for a listing's figures, and tells each answer: its close and
 * change, and, where that takes longer, the comparison after them.
 */
export async function askFigures(
  ask: Ask,
  question: PayloadOf<"compare">,
  tell: (answer: Result<Comparison>) => void,
): Promise<void> {
  const early = await ask("compare", { ...question, early: true });
  tell(early);
  // The same question once more brings the comparison, without another request.
  if (!isAwaitingBenchmark(early)) return;
  const whole = await ask("compare", question);
  tell(whole.ok ? whole : withoutBenchmark(early));
}

function isAwaitingBenchmark(answer: Result<Comparison>): answer is Extract<typeof answer, { ok: true }> {
  return answer.ok && !answer.value.benchmark.ok && answer.value.benchmark.absence === "awaited";
}

function withoutBenchmark({ value }: Extract<Result<Comparison>, { ok: true }>): Result<Comparison> {
  return ok({ ...value, benchmark: { ok: false, absence: "unavailable" } });
}
