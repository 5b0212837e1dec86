import { DATABASE_LIMIT_MS } from "../domain/time-limits";
import { withinTime } from "./within-time";

/** The answer of the browser's database. Rejects if it does not come in time, because another connection blocks it. */
export function databaseAnswer<T>(answer: Promise<T>): Promise<T> {
  return withinTime(answer, DATABASE_LIMIT_MS, () => {
    throw new Error("the database does not answer");
  });
}
