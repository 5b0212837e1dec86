import * as z from "zod/mini";
import { type Failure, fail } from "../domain/failure";
import type { Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import type { ProviderContext } from "./provider";
import { broken, refused } from "./refusal";

/** The only host of Massive. */
export const [MASSIVE_HOST] = CATALOGUE.massive.hosts;

const errorSchema = z.object({ status: z.string(), message: z.optional(z.string()), error: z.optional(z.string()) });

/** Asks with the reader's key in a header, so that it is in no address. */
export function askMassive(url: string, { fetchText, key, signal }: ProviderContext) {
  return fetchText({ url, hosts: [MASSIVE_HOST], headers: { Authorization: `Bearer ${key ?? ""}` }, signal });
}

/** The status of an answer that is not a refusal; one from the plans with delayed figures is "DELAYED". */
const ANSWERED: readonly string[] = ["OK", "DELAYED"];

/** The failure that a reply of Massive means for a ticker; null if it is no refusal, which has come with status 200. */
export function massiveRefusal(json: unknown, status: number, ticker: Ticker, now: number) {
  const words = errorSchema.safeParse(json).data;
  if (status === 401) return fail({ kind: "key-refused", provider: "massive" });
  if (status === 200 && (!words || ANSWERED.includes(words.status))) return null;
  if (!words) return broken("massive", `status ${status}`);
  const said = `${words.status} ${words.message ?? ""} ${words.error ?? ""}`;
  // Not the ticker is refused but the period: the latest day until the next, or years that the plan does not reach.
  return said.includes("timeframe") ? fail({ kind: "not-found", ticker }) : refused(said, "massive", ticker, now);
}

/** Whether an earlier period may be had, as the free plan refuses a day's figures until the next day. */
export function mayBeTooEarly({ kind }: Failure): boolean {
  return kind === "not-found" || kind === "not-entitled";
}
