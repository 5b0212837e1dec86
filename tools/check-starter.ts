import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Listing } from "../src/domain/listing";
import { readDirectories } from "./starter/market-directories";
import { findStructuralErrors, readStarterRows } from "./starter/starter-rows";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "src/domain/starter");
const directories = join(root, "../shared/market-data/directories");

const files = readdirSync(folder).filter((file) => file.endsWith(".tsv"));
const rows = files.flatMap((file) => readStarterRows(file, readFileSync(join(folder, file), "utf8")));
const errors = findStructuralErrors(rows);

for (const file of files)
  console.log(`${file}: ${rows.filter(({ place }) => place.startsWith(`${file}:`)).length} listings`);
for (const error of errors) console.error(error);
console.log(
  existsSync(directories)
    ? compare(rows.flatMap(({ listing }) => listing ?? []))
    : "No market directories beside the repository: tickers not compared.",
);
if (errors.length > 0) process.exitCode = 1;

function compare(listings: readonly Listing[]): string {
  const { covers, differenceOf, constituents } = readDirectories(directories);
  const ours = listings.filter(({ exchange }) => covers.has(exchange));
  const differences = ours.flatMap((listing) => differenceOf(listing) ?? []);
  const known = new Set(
    listings.flatMap(({ ticker, formerTickers }) => [ticker, ...formerTickers.map((one) => one.ticker)]),
  );
  const forgotten = constituents
    .filter((ticker) => !known.has(ticker))
    .map((ticker) => `${ticker}: of the S&P 500, missing`);
  return [...differences, ...forgotten, `${ours.length} US listings compared, ${differences.length} differ`].join("\n");
}
