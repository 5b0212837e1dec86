import type { Listing } from "../../domain/listing";
import type { FetchText } from "../../providers/fetch-text";
import { fullListings } from "./full-listings";
import { readTraderFile } from "./nasdaq-trader-file";
import { readSecFile } from "./sec-file";

/** The addresses of the official lists, which the SEC and Nasdaq Trader publish for everyone. */
export const DIRECTORY_FILES = {
  sec: "https://www.sec.gov/files/company_tickers_exchange.json",
  nasdaqlisted: "https://www.nasdaqtrader.com/dynamic/SymDir/nasdaqlisted.txt",
  otherlisted: "https://www.nasdaqtrader.com/dynamic/SymDir/otherlisted.txt",
} as const;

/** A full directory as it is kept. */
export interface FullDirectory {
  /** When it was fetched, epoch milliseconds. */
  readonly fetchedAt: number;
  readonly listings: readonly Listing[];
}

/** In a week some tens of listings come and go, so a list that has lost a tenth is broken. */
const LEAST_SHARE_KEPT = 0.9;

interface Dependencies {
  readonly fetchText: FetchText;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Fetches the full directory. Returns a sentence if something is wrong; then the old directory stays. */
export async function fetchFullDirectory(
  old: FullDirectory | null,
  { fetchText, now }: Dependencies,
): Promise<FullDirectory | string> {
  const texts: string[] = [];
  for (const url of Object.values(DIRECTORY_FILES)) {
    const reply = await fetchText({ url, hosts: [new URL(url).host] });
    if (reply.kind !== "reply") return `${url}: ${reply.kind}`;
    if (reply.status !== 200) return `${url}: status ${reply.status}`;
    texts.push(reply.body);
  }
  const [secText = "", nasdaqText = "", otherText = ""] = texts;
  const sec = readSecFile(secText);
  if (typeof sec === "string") return `${DIRECTORY_FILES.sec}: ${sec}`;
  const nasdaq = readTraderFile(nasdaqText, "nasdaqlisted");
  if (typeof nasdaq === "string") return `${DIRECTORY_FILES.nasdaqlisted}: ${nasdaq}`;
  const other = readTraderFile(otherText, "otherlisted");
  if (typeof other === "string") return `${DIRECTORY_FILES.otherlisted}: ${other}`;
  const listings = fullListings(sec, [...nasdaq, ...other]);
  const kept = old ? shareKept(old.listings, listings) : 1;
  if (kept < LEAST_SHARE_KEPT) return `only ${Math.round(kept * 100)} % of the known listings are in it`;
  return { fetchedAt: now(), listings };
}

function shareKept(old: readonly Listing[], fresh: readonly Listing[]): number {
  const tickers = new Set(fresh.map(({ ticker }) => ticker));
  return old.length === 0 ? 1 : old.filter(({ ticker }) => tickers.has(ticker)).length / old.length;
}

/** Whether a kept value is a full directory as this version writes it; anything else is fetched again. */
export function isFullDirectory(kept: unknown): kept is FullDirectory {
  if (typeof kept !== "object" || kept === null || !("fetchedAt" in kept) || !("listings" in kept)) return false;
  const [first] = Array.isArray(kept.listings) ? kept.listings : [];
  return typeof kept.fetchedAt === "number" && Array.isArray(first?.aliases) && Array.isArray(first?.formerTickers);
}
