import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import { BENCHMARK } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken } from "./refusal";

const [HOST] = CATALOGUE.fred.hosts;

/** The Federal Reserve Bank of St. Louis, without a key: the S&P 500 only, about a day late. */
export const fred = createProvider("fred", {
  batch: 1,
  spacingMs: 1_000,
  closes: (request, { fetchText, now, signal }) =>
    oneByOne(request, async (ticker) => {
      if (ticker !== BENCHMARK) return fail({ kind: "not-served", provider: "fred", ticker });
      const url = `https://${HOST}/graph/fredgraph.csv?id=SP500&cosd=${request.from}`;
      const reply = bodyOf(await fetchText({ url, hosts: [HOST], signal }), "fred", now());
      return reply.ok ? readFred(reply.status, reply.body, now()) : reply;
    }),
});

/** Reads a table of the series. Holidays are blank, or a dot in the older format. */
export function readFred(status: number, body: string, fetchedAt: number): Result<Closes> {
  const [header, ...rows] = body.trim().split(/\r?\n/);
  if (status !== 200) return broken("fred", `status ${status}`);
  if (header !== "observation_date,SP500" && header !== "DATE,SP500")
    return broken("fred", "the reply is not the series");
  if (!body.endsWith("\n")) return broken("fred", "the reply is cut off");
  // A comma within a number, for decimals or thousands, makes one cell more.
  if (rows.some((row) => row.split(",").length !== 2)) return broken("fred", "a row is not a day and a figure");
  return buildCloses({
    ticker: BENCHMARK,
    currency: null,
    zone: NEW_YORK.zone,
    bars: rows.map((row) => {
      const [date = "", value = ""] = row.split(",");
      return { date, close: value === "" || value === "." ? null : Number(value) };
    }),
    splits: [],
    isSplitAdjusted: true,
    provider: "fred",
    fetchedAt,
  });
}
