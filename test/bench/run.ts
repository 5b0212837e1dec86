// Started by tools/bench.mjs, which finds the browser.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildExtension } from "../../build.mjs";
import { measureBothBrowsers } from "./both-browsers";
import { type Bench, openBrowser } from "./browser";
import { measureCard } from "./card";
import { measureEndurance } from "./endurance";
import { type Figure, lineOf } from "./figures";
import { measureGrowth } from "./growth";
import { measureHeap } from "./heap";
import { measureIdentification } from "./identification";
import { bundleInPage } from "./in-page-source";
import { SIZES, writePage } from "./pages";
import { measurePointer } from "./pointer";
import { measurePopup } from "./popup";
import { measureReadingDay } from "./reading-day";
import { measureSlowness } from "./reference";
import { measureScan } from "./scan";
import type { BenchPage, Measurement } from "./setting";
import { openSite, type Site } from "./site";
import { measureSizes } from "./sizes";
import { measureSleep } from "./sleep";
import { measureLoad, measureSteadiness } from "./steadiness";

const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  sizes: measureSizes,
  scan: measureScan,
  load: measureLoad,
  pointer: measurePointer,
  steadiness: measureSteadiness,
  heap: measureHeap,
  endurance: measureEndurance,
  sleep: measureSleep,
  card: measureCard,
  popup: measurePopup,
  browsers: measureBothBrowsers,
  growth: measureGrowth,
  "reading-day": measureReadingDay,
  // Last, as it leaves the full directory behind.
  identification: measureIdentification,
};

/** Real pages kept beside the checkout for measuring, where somebody has them. */
const HEAVY_PAGES = fileURLToPath(new URL("../../../shared/corpus/pages/heavy/", import.meta.url));

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string" },
  },
});

const site = await openSite();
const extensionDir = await mkdtemp(join(tmpdir(), "sidequote-built-"));
await buildExtension({ target: "chromium", outDir: extensionDir });
const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error("CHROMIUM_PATH names no browser: start with `npm run bench`");
const withUs = await openBrowser({ executablePath, extensionDir, port: site.port });
const without = await openBrowser({ executablePath, extensionDir: null, port: site.port });
try {
  const machine = {
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    browser: await withUs.browser.version(),
    date: new Date().toISOString().slice(0, 10),
  };
  console.log(Object.values(machine).join(" · "));
  await giveConsent(withUs);
  const setting = {
    withUs,
    without,
    site,
    pages: await servePages(site, options.quick),
    cpuSlowdowns: options.quick ? ([1] as const) : ([1, 4] as const),
    rounds: options.quick ? 2 : 5,
    quick: options.quick,
    inPage: await bundleInPage(),
    executablePath,
    extensionDir,
  };
  let slowness = await measureSlowness(setting);
  console.log(
    `By the bare walk this machine is ${slowness.toFixed(2)} times slower now than the one that the times of the budgets were set on.`,
  );
  const figures: (Figure & { readonly slowness: number })[] = [];
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (options.only && options.only !== name) continue;
    const started = performance.now();
    const measured: readonly Figure[] = await measure(setting).catch((error: unknown) => {
      console.error(`\n${name}: not measured: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
      return [];
    });
    // Machines become slower and quicker within an hour; of two
    // moments the quicker one counts, so that no time is forgiven.
    const before = slowness;
    if (!options.quick) slowness = await measureSlowness(setting);
    const least = Math.min(before, slowness);
    figures.push(...measured.map((figure) => ({ ...figure, slowness: least })));
    for (const group of new Set(measured.map((figure) => figure.group))) {
      console.log(`\n${group}`);
      for (const figure of measured) if (figure.group === group) console.log(`  ${lineOf(figure, least)}`);
    }
    console.log(
      `  (${name}: ${((performance.now() - started) / 1000).toFixed(0)} s, ${least.toFixed(2)} times slower than that machine)`,
    );
    // After each group, so that a run that is broken off has said what it knew.
    if (options.json) await writeFile(options.json, `${JSON.stringify({ machine, figures }, null, 1)}\n`);
  }
} finally {
  await Promise.all([withUs.close(), without.close(), site.close()]);
  await rm(extensionDir, { recursive: true, force: true });
}

/**
 * What the welcome page's button does; without it no figure may be fetched. Has every mention marked, so that a page
 * has as many marks as it was written with.
 */
async function giveConsent({ openTab, extensionId }: Bench): Promise<void> {
  const tab = await openTab();
  await tab.page.goto(`chrome-extension://${extensionId}/welcome.html`);
  const markAll = { request: "change-settings", payload: { patch: { look: { repeats: "all" } } } };
  for (const message of [{ request: "give-consent", payload: {} }, markAll]) {
    await tab.inMain(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }
  await tab.close();
}

async function servePages(server: Site, quick: boolean): Promise<BenchPage[]> {
  const own = SIZES.map((plan) => ({ name: plan.name, url: server.put(`/${plan.name}`, writePage(plan)), plan }));
  if (quick) return own;
  if (!existsSync(HEAVY_PAGES)) {
    console.log("No saved heavy pages beside the checkout (../shared/corpus/pages/heavy): only generated pages.");
    return own;
  }
  const files = (await readdir(HEAVY_PAGES)).filter((file) => file.endsWith(".html")).sort();
  const saved = await Promise.all(
    files.map(async (file) => ({
      name: file.replace(/^heavy-|\.html$/g, ""),
      url: server.put(`/${file}`, await readFile(join(HEAVY_PAGES, file), "utf8")),
      plan: null,
    })),
  );
  return [...own, ...saved];
}
