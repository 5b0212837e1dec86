// `npm run detect -- [--json | --statements | --why] [--full-directory DIR]
// FILE.html…`: what the built extension finds in saved pages, in document order.
// `--statements` prints the figures that each page states of its companies and of indices, as JSON, one line a page.
// `--why` prints each candidate and the rules that spoke for it and against it, with their weights.
// DIR holds company_tickers_exchange.json, nasdaqlisted.txt and otherlisted.txt, served in place of the network.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Detection, startDetectBrowser } from "./detect/detect-browser";
import { importBundled } from "./detect/import-bundled";
import { pageStatements } from "./statements/page-statements";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    why: { type: "boolean", default: false },
    statements: { type: "boolean", default: false },
    "full-directory": { type: "string" },
  },
});
if (positionals.length === 0) {
  console.error("usage: npm run detect -- [--json | --statements | --why] [--full-directory DIR] FILE.html…");
  process.exit(2);
}

const folder = values["full-directory"];
const why = values.why ? await importBundled<typeof import("./detect/explain")>("explain.ts") : null;
const directory = why?.directoryFrom(folder === undefined ? null : resolve(folder));
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
  if (why && directory) {
    for (const line of why.explain(detection.asked, directory)) console.log(`  ${line}`);
    return;
  }
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
