import type { Listing } from "./listing";

/** How well a listing answers a query, best first. */
const RANKS = ["ticker", "name", "ticker-start", "name-start", "word-start"] as const;

/** Folds case, accents and width, so that "nestle" finds "Nestlé". */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The listings that a query names by ticker, name or alias, the best answers first, `most` at most; the directory's own order (the best known first) breaks ties. */
export function findListings(listings: readonly Listing[], query: string, most: number): readonly Listing[] {
  const wanted = fold(query.trim());
  if (wanted === "") return [];
  const found = listings.flatMap((listing, place) => {
    const rank = rankOf(listing, wanted);
    return rank === null ? [] : [{ listing, rank, place }];
  });
  found.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return found.slice(0, most).map(({ listing }) => listing);
}

function rankOf({ ticker, name, aliases }: Listing, wanted: string): number | null {
  const folded = ticker.toLowerCase();
  if (folded === wanted) return RANKS.indexOf("ticker");
  const names = [name, ...aliases].map(fold);
  if (names.includes(wanted)) return RANKS.indexOf("name");
  if (folded.startsWith(wanted)) return RANKS.indexOf("ticker-start");
  if (names.some((text) => text.startsWith(wanted))) return RANKS.indexOf("name-start");
  return names.some((text) => text.includes(` ${wanted}`)) ? RANKS.indexOf("word-start") : null;
}
