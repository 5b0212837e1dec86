import type { KeyTest } from "../domain/key-test";
import { addDays } from "../domain/market/calendar-day";
import { BENCHMARK_FUND } from "../domain/ticker";
import type { FetchText } from "./fetch-text";
import type { Provider, ProviderContext } from "./provider";
import { parseJson } from "./refusal";

const MOST_SAID = 300;

/** Asks the provider once for a fund's last month, and says whether that worked. */
export async function testKey(provider: Provider, context: ProviderContext): Promise<KeyTest> {
  let last = { status: 0, body: "" };
  const listening: FetchText = async (request) => {
    const reply = await context.fetchText(request);
    if (reply.kind === "reply") last = { status: reply.status, body: reply.body };
    return reply;
  };
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const request = { tickers: [BENCHMARK_FUND], from: addDays(today, -30), to: today };
  const outcome = (await provider.closes(request, { ...context, fetchText: listening })).get(BENCHMARK_FUND);
  const failure = outcome && !outcome.ok ? outcome.failure : null;
  const words = failure ? wordsIn(parseJson(last.body)) || wordsOfText(last.body) : "";
  return { failure, status: last.status, said: withoutKey(words, context.key).slice(0, MOST_SAID) };
}

/** The sentences in an error reply, whichever field contains them. */
function wordsIn(json: unknown): string {
  if (typeof json !== "object" || json === null) return "";
  return Object.entries(json)
    .filter(
      ([name, value]) =>
        /^(message|error|detail|information|note|error message)$/i.test(name) && typeof value === "string",
    )
    .map(([, value]) => String(value))
    .join(" ");
}

/** The words of a reply that is plain text; none if it is markup. */
function wordsOfText(body: string): string {
  return body.length <= MOST_SAID && !/[<{[]/.test(body) ? body.trim() : "";
}

function withoutKey(words: string, key: string | null): string {
  return key ? words.replaceAll(key, "…").replaceAll(encodeURIComponent(key), "…") : words;
}
