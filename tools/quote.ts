// Prints the figures of tickers from the command line, by the extension's own code:
//   npm run quote -- BABA AAPL 0700.HK [--at 2025-11-11] [--provider yahoo] [--json] [--replies DIR]
// Keys come from the environment: SIDEQUOTE_KEY_TIINGO, SIDEQUOTE_KEY_TWELVE_DATA, …
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createComparisons } from "../src/background/closes/comparisons";
import { isLocalDate } from "../src/domain/market/calendar-day";
import { isTicker } from "../src/domain/ticker";
import { PROVIDERS } from "../src/providers/all";
import { PROVIDER_IDS, type ProviderId } from "../src/providers/catalogue";
import { createFetchText } from "../src/providers/fetch-text";
import { quoteLine } from "./quote-line";
import { fetchTextFromFiles } from "./quote-replies";
import { createMemoryStore } from "./quote-store";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: "string" },
    provider: { type: "string" },
    json: { type: "boolean", default: false },
    replies: { type: "string" },
  },
});

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}

/** A day means its late evening in New York, when every market's close of that day is settled. */
function instantOf(at: string | undefined): number {
  if (at === undefined) return Date.now();
  const instant = isLocalDate(at) ? Date.parse(`${at}T23:30:00-05:00`) : Date.parse(at);
  return Number.isNaN(instant) ? stop(`--at wants a day (2025-11-11) or an instant, not ${at}`) : instant;
}

function chosenProviders(id: string | undefined) {
  if (id === undefined) return PROVIDERS;
  const chosen = PROVIDERS.filter((provider) => provider.id === id);
  return chosen.length > 0 ? chosen : stop(`no provider ${id}: one of ${PROVIDER_IDS.join(", ")}`);
}

const tickers = positionals.map((text) => text.toUpperCase());
const misspelled = tickers.find((text) => !isTicker(text));
if (tickers.length === 0 || misspelled !== undefined)
  stop(misspelled === undefined ? "npm run quote -- TICKER …" : `${misspelled} is not a ticker`);

const now = instantOf(values.at);
const keyOf = async (provider: ProviderId) =>
  process.env[`SIDEQUOTE_KEY_${provider.toUpperCase().replace("-", "_")}`] ?? null;
const comparisons = createComparisons({
  providers: chosenProviders(values.provider),
  fetchText: values.replies ? fetchTextFromFiles(values.replies) : createFetchText(fetch),
  localStore: createMemoryStore(),
  sessionStore: createMemoryStore(),
  privateStore: createMemoryStore(),
  now: () => now,
  uptime: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, values.replies ? 0 : ms)),
  keyOf,
  order: async () => PROVIDERS.map(({ id }) => id),
  kindOf: async () => undefined,
  isPermitted: async () => true,
  hasConsent: async () => true,
});

let failed = false;
const outcomes = [];
for (const ticker of tickers) {
  const outcome = await comparisons.compare(ticker, undefined, { isPrivate: false });
  failed ||= !outcome.ok;
  outcomes.push({ ticker, ...outcome });
  if (!values.json) console.log(quoteLine(ticker, outcome, now));
}
if (values.json) console.log(JSON.stringify(outcomes, null, 2));
process.exitCode = failed ? 1 : 0;
