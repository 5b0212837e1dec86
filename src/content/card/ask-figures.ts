import { ok, type Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { Ask } from "../../platform/ask";
import type { PayloadOf } from "../../protocol/requests";

/**
 * Asks for a listing's figures. `onAnswer` is called with its close and change, and
 * once more with the comparison if that takes longer. Resolves with the last answer.
 */
export async function askFigures(
  ask: Ask,
  question: PayloadOf<"compare">,
  onAnswer: (answer: Result<Comparison>) => void,
): Promise<Result<Comparison>> {
  const early = await ask("compare", { ...question, early: true });
  onAnswer(early);
  if (!early.ok || early.value.benchmark.ok || early.value.benchmark.absence !== "awaited") return early;
  // The background waits for the request that is already under way; it makes no second one.
  const complete = await ask("compare", question);
  const answer = complete.ok ? complete : ok({ ...early.value, benchmark: UNAVAILABLE });
  onAnswer(answer);
  return answer;
}

const UNAVAILABLE = { ok: false, absence: "unavailable" } as const;
