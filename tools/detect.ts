// `npm run detect -- [--json | --statements] [--full-directory DIR] FILE.html…`: what the built extension finds in saved pages, in document order.
// `--statements` prints the figures that each page states of its companies and of indices, as JSON, one line a page.
// DIR holds company_tickers_exchange.json, nasdaqlisted.txt and otherlisted.txt, served in place of the network.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Detection, startDetectBrowser } from "./detect/detect-browser";
import { pageStatements } from "./statements/page-statements";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    statements: { type: "boolean", default: false },
    "full-directory": { type: "string" },
  },
});
if (positionals.length === 0) {
  console.error("usage: npm run detect -- [--json | --statements] [--full-directory DIR] FILE.html…");
  process.exit(2);
}

const folder = values["full-directory"];
const browser = await startDetectBrowser(folder === undefined ? null : resolve(folder));
try {
  for (const file of positionals) {
    const html = await readFile(file, "utf8").catch(() => null);
    const found = html === null ? null : await browser.detect(html).catch((error: unknown) => unreadable(file, error));
    if (html === null) unreadable(file, "no such file, or not readable");
    if (found) print(file, found);
  }
} finally {
  await browser.close();
}

function print(file: string, detection: Detection): void {
  const { title, mentions, scanMs, identifyMs } = detection;
  if (values.statements) {
    console.log(JSON.stringify({ file, title, ...pageStatements(detection) }));
    return;
  }
  if (values.json) {
    console.log(JSON.stringify({ file, title, mentions, scanMs: rounded(scanMs), identifyMs: rounded(identifyMs) }));
    return;
  }
  console.log(`${file}: ${title.trim()}`);
  for (const { ticker, surface, evidence, before, after } of mentions) {
    console.log(`  ${ticker.padEnd(10)} ${evidence.padEnd(8)} ${before}[${surface}]${after}`);
  }
  console.log(`  ${mentions.length} mentions; read in ${rounded(scanMs)} ms, identified in ${rounded(identifyMs)} ms`);
}

function unreadable(file: string, error: unknown): null {
  console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
  return null;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
