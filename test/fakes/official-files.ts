import { DIRECTORY_FILES } from "../../src/background/directory/directory-refresh";
import type { TextReply } from "../../src/providers/fetch-text";
import { reply } from "./network";

export type OfficialFile = keyof typeof DIRECTORY_FILES;
export type OfficialFiles = Readonly<Record<OfficialFile, string>>;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Whole files of a plausible size; the real ones have 5,381, 7,037 and 10,403 rows. */
const NASDAQ_ROWS = 3_000;
const OTHER_ROWS = 4_000;
const TRAILER = "File Creation Time: 1114202521:31|||||||";

/** The official lists of made-up companies; `from` begins the made-up tickers elsewhere, so that others are listed. */
export function officialFiles({ from = 0 } = {}): OfficialFiles {
  const nasdaq = tickers(from, NASDAQ_ROWS);
  const other = tickers(from + NASDAQ_ROWS, OTHER_ROWS);
  return {
    sec: JSON.stringify({
      fields: ["cik", "name", "ticker", "exchange"],
      data: [...nasdaq, ...other].map((ticker, cik) => [cik, `${ticker} CORP`, ticker, "Nasdaq"]),
    }),
    nasdaqlisted: [
      "Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares",
      ...nasdaq.map((ticker) => `${ticker}|${ticker} Corp. - Common Stock|Q|N|N|100|N|N`),
      TRAILER,
    ].join("\r\n"),
    otherlisted: [
      "ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol",
      ...other.map((ticker) => `${ticker}|${ticker} Corp. Common Stock|N|${ticker}|N|100|N|${ticker}`),
      TRAILER,
    ].join("\r\n"),
  };
}

/** Answers the addresses of the official lists with the files. */
export function serveOfficial(files: OfficialFiles): (url: URL) => TextReply {
  return ({ href }) => {
    const found = Object.entries(DIRECTORY_FILES).find(([, address]) => address === href);
    return found ? reply(files[found[0] as OfficialFile]) : reply("not an official list", 404);
  };
}

function tickers(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => tickerNumber(from + index));
}

/** Four letters, another for each number below 456,976. */
function tickerNumber(number: number): string {
  return [17_576, 676, 26, 1].map((power) => LETTERS.charAt(Math.floor(number / power) % 26)).join("");
}
