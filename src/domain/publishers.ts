import { isCovered } from "./site";
import type { Ticker } from "./ticker";

/** Listed companies, by their tickers, and the news sites that they publish. */
const PUBLISHED: readonly (readonly [tickers: string, sites: string])[] = [
  ["NYT", "nytimes.com theathletic.com"],
  ["NWSA NWS", "wsj.com barrons.com marketwatch.com nypost.com investors.com thetimes.com thesun.co.uk"],
  ["TRI", "reuters.com"],
  ["FOXA FOX", "foxnews.com foxbusiness.com"],
  ["WBD", "cnn.com"],
  ["CMCSA", "nbcnews.com"],
  ["PSKY", "cbsnews.com"],
  ["MSFT", "msn.com"],
  ["NDAQ", "nasdaq.com"],
  ["MORN", "morningstar.com"],
  ["ZD", "cnet.com zdnet.com pcmag.com mashable.com"],
  ["MC.PA", "lesechos.fr leparisien.fr"],
  ["GLE.PA", "boursorama.com"],
  ["RCH.L", "mirror.co.uk express.co.uk"],
  ["4689.T", "yahoo.co.jp"],
  ["035420.KS", "naver.com"],
  ["0700.HK TCEHY", "qq.com"],
  ["9999.HK NTES", "163.com"],
];

/** The tickers of the listed company that publishes a site, or a site above it; none where that is not known. */
export function publishersOf(site: string | null): readonly Ticker[] {
  if (site === null) return [];
  return PUBLISHED.flatMap(([tickers, sites]) => (isCovered(site, sites.split(" ")) ? tickers.split(" ") : []));
}
