import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, type Tab } from "./browser";
import { type Figure, summarise } from "./figures";
import { type Measurement, rounds, typicalPage } from "./setting";
import { NEWS_HOST } from "./site";
import { record } from "./trace";

/**
 * Compiling and running the always-injected script, beside an extension whose script is empty, in the same page loads.
 */
export const measureEvaluation: Measurement = async (setting) => {
  const emptyDir = await writeEmptyExtension();
  const { site, executablePath, extensionDir } = setting;
  const bench = await openBrowser({ executablePath, extensionDir: `${extensionDir},${emptyDir}`, port: site.port });
  try {
    const figures: Figure[] = [];
    for (const cpuSlowdown of setting.cpuSlowdowns) {
      const loads = await rounds(setting.rounds, async () => {
        const tab = await bench.openTab();
        await tab.throttle(cpuSlowdown);
        const load = () => evaluationsIn(tab, () => tab.page.goto(typicalPage(setting).url));
        const cold = await load();
        const warm = await load();
        await tab.close();
        return { cold, warm };
      });
      for (const state of ["cold", "warm"] as const) {
        const ours = summarise(loads.map((load) => load[state].ours));
        figures.push({
          group: "Evaluation of the always-injected script",
          name: `compile and run, ${state} process`,
          of: "10k",
          cpuSlowdown,
          unit: "ms",
          value: ours.median,
          range: ours.range,
          beside: { name: "an empty script", value: summarise(loads.map((load) => load[state].empty)).median },
        });
      }
    }
    return figures;
  } finally {
    await bench.close();
    await rm(emptyDir, { recursive: true, force: true });
  }
};

async function evaluationsIn(tab: Tab, load: () => Promise<unknown>): Promise<{ ours: number; empty: number }> {
  const events = await record(tab, ["devtools.timeline"], async () => {
    await load();
    await tab.inMain("new Promise((done) => requestIdleCallback(done))");
  });
  const timeOf = (file: string) =>
    events
      .filter(({ name, args }) => name === "EvaluateScript" && args?.data?.url?.endsWith(file))
      .reduce((sum, { dur }) => sum + (dur ?? 0) / 1000, 0);
  return { ours: timeOf("/content.js"), empty: timeOf("/empty.js") };
}

async function writeEmptyExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sidequote-empty-"));
  const manifest = {
    manifest_version: 3,
    name: "empty",
    version: "1",
    content_scripts: [{ matches: [`https://${NEWS_HOST}/*`], js: ["empty.js"] }],
  };
  await writeFile(join(dir, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(dir, "empty.js"), "void 0;");
  return dir;
}
