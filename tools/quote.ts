// Prints the figures of tickers from the command line, by the extension's own code:
//   npm run quote -- BABA AAPL 0700.HK [--at 2025-11-11] [--provider yahoo] [--json] [--replies DIR]
//     [--benchmark ^GDAXI] [--published 2025-11-14 or 2025-11-14T18:30:00-05:00]
//     [--verbose: who said what, what was doubted and why, when each request left and each figure was there]
//     [--slow 800, --slow cdn.cboe.com=20000: answers so many milliseconds later, of each host or of one]
// Keys come from the environment: SIDEQUOTE_KEY_TIINGO, SIDEQUOTE_KEY_TWELVE_DATA, …
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createComparisons } from "../src/background/closes/comparisons";
import { type Publication, publicationOf } from "../src/domain/article";
import { createDirectory } from "../src/domain/directory";
import { isLocalDate } from "../src/domain/market/calendar-day";
import { parseStarter } from "../src/domain/starter";
import { BENCHMARK, isTicker } from "../src/domain/ticker";
import { PROVIDERS } from "../src/providers/all";
import { PROVIDER_IDS, type ProviderId } from "../src/providers/catalogue";
import { createFetchText } from "../src/providers/fetch-text";
import { quoteLine, whyLines } from "./quote-line";
import { fetchTextFromFiles } from "./quote-replies";
import { createMemoryStore } from "./quote-store";
import { createTimes, delaysOf } from "./quote-times";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: "string" },
    provider: { type: "string" },
    benchmark: { type: "string" },
    json: { type: "boolean", default: false },
    replies: { type: "string" },
    published: { type: "string" },
    verbose: { type: "boolean", default: false },
    slow: { type: "string", multiple: true, default: [] },
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

function publicationIn(text: string): Publication {
  const found = publicationOf({ structured: [text], meta: [], times: [], path: "" }, "9999-01-01");
  return found ?? stop(`--published wants a day or an instant, not ${text}`);
}

/** The listings that the extension ships with, as its build puts them together. */
function shippedListings() {
  const folder = join(import.meta.dirname, "../src/domain/starter");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .sort();
  return files.flatMap((file) => parseStarter(readFileSync(join(folder, file), "utf8")));
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

if (values.benchmark !== undefined && !isTicker(values.benchmark.toUpperCase()))
  stop(`${values.benchmark} is not a ticker`);

const now = instantOf(values.at);
const published = values.published === undefined ? undefined : publicationIn(values.published);
const directory = createDirectory(shippedListings());
const delays = delaysOf(values.slow) ?? stop("--slow wants milliseconds, or HOST=MILLISECONDS");
const times = createTimes(values.replies ? fetchTextFromFiles(values.replies) : createFetchText(fetch), delays, {
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
});
const keyOf = async (provider: ProviderId) =>
  process.env[`SIDEQUOTE_KEY_${provider.toUpperCase().replace("-", "_")}`] ?? null;
const comparisons = createComparisons({
  providers: chosenProviders(values.provider),
  fetchText: times.fetchText,
  localStore: createMemoryStore(),
  sessionStore: createMemoryStore(),
  privateStore: createMemoryStore(),
  now: () => now,
  uptime: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, values.replies ? 0 : ms)),
  keyOf,
  order: async () => PROVIDERS.map(({ id }) => id),
  benchmarkChoice: async () => ({ benchmark: values.benchmark?.toUpperCase() ?? BENCHMARK, homeIndex: false }),
  kindOf: async (ticker) => directory.byTicker(ticker)?.kind,
  ...(values.verbose
    ? {
        onTold: (told) =>
          console.error(
            whyLines(told)
              .map((line) => `  ${line}`)
              .join("\n"),
          ),
      }
    : {}),
  isPermitted: async () => true,
  hasConsent: async () => true,
});

/** As a card asks: for what there is at once, then for the comparison where that is still awaited. */
async function answerFor(ticker: string) {
  const begun = performance.now();
  const after = () => `after ${Math.round(performance.now() - begun)} ms`;
  const early = await comparisons.compare(ticker, published, { isPrivate: false }, values.verbose);
  const first = after();
  const isAwaited = early.ok && !early.value.benchmark.ok && early.value.benchmark.absence === "awaited";
  const whole = isAwaited ? await comparisons.compare(ticker, published, { isPrivate: false }) : early;
  if (values.verbose)
    for (const line of [...times.lines(), `close ${first}, all figures ${after()}`]) console.error(`  ${line}`);
  return whole;
}

let failed = false;
const outcomes = [];
for (const ticker of tickers) {
  const outcome = await answerFor(ticker);
  failed ||= !outcome.ok;
  outcomes.push({ ticker, ...outcome });
  if (!values.json) console.log(quoteLine(ticker, outcome, now));
}
if (values.json) console.log(JSON.stringify(outcomes, null, 2));
process.exitCode = failed ? 1 : 0;
