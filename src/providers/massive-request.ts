import * as z from "zod/mini";
import { fail } from "../domain/failure";
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

/** The failure that a refusal by Massive means for a ticker. */
export function massiveRefusal(json: unknown, status: number, ticker: Ticker, now: number) {
  const parsed = errorSchema.safeParse(json);
  if (status === 401) return fail({ kind: "key-refused", provider: "massive" });
  if (!parsed.success) return broken("massive", `status ${status}`);
  const { message, error } = parsed.data;
  return refused(`${parsed.data.status} ${message ?? ""} ${error ?? ""}`, "massive", ticker, now);
}
