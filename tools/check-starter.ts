import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDirectories } from "./starter/market-directories";
import { findStructuralErrors, readStarterRows, type StarterRow } from "./starter/starter-rows";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "src/domain/starter");
const directories = join(root, "../shared/market-data/directories");

const files = readdirSync(folder)
  .filter((file) => file.endsWith(".tsv"))
  .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
const rows = files.flatMap(({ file, text }) => readStarterRows(file, text));
const errors = findStructuralErrors(rows);

for (const { file } of files) console.log(`${file}: ${rows.filter((row) => row.file === file).length} listings`);
for (const error of errors) console.error(error);
console.log(
  existsSync(directories) ? compare(rows) : "No market directories beside the repository: tickers not compared.",
);
if (errors.length > 0) process.exitCode = 1;

function compare(all: readonly StarterRow[]): string {
  const { byTicker, constituents } = readDirectories(directories);
  const ours = all.filter(({ exchange }) => byTicker.exchanges.has(exchange ?? ""));
  const differences = ours.flatMap((row) => byTicker.differences(row));
  const known = new Set(all.flatMap(({ ticker, former }) => [ticker, ...former.map((one) => one.ticker)]));
  const forgotten = constituents
    .filter((ticker) => !known.has(ticker))
    .map((ticker) => `forgotten: ${ticker} of the S&P 500`);
  return [...differences, ...forgotten, `${ours.length} US listings compared, ${differences.length} differ`].join("\n");
}
