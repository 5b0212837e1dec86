// `npm run detect:fit -- [--full-directory DIR] [--write] DIR…`: fits the weights of
// the clues to labelled corpora, and tests them on pages that they were not fitted to.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readCorpus } from "./detect/corpus";
import { startDetectBrowser } from "./detect/detect-browser";
import { importBundled } from "./detect/import-bundled";
import type { Example } from "./detect/logistic-regression";
import { labelled } from "./detect/score";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "full-directory": { type: "string" }, write: { type: "boolean", default: false } },
});
if (positionals.length === 0) {
  console.error("usage: npm run detect:fit -- [--full-directory DIR] [--write] DIR…");
  process.exit(2);
}

const WEIGHTS = fileURLToPath(new URL("../src/domain/detection/rules/clues/weights.ts", import.meta.url));
/** The pages are divided into this many parts; each is tested on weights fitted to the others. */
const PARTS = 11;

const tools = await importBundled<typeof import("./detect/labelled-examples")>("labelled-examples.ts");
const folder = values["full-directory"];
const directory = tools.directoryFrom(folder === undefined ? null : resolve(folder));
const examples = { name: [] as Example[], ticker: [] as Example[] };
const browser = await startDetectBrowser(folder === undefined ? null : resolve(folder));
try {
  for (const corpusFolder of positionals) {
    const { pages, accepted } = readCorpus(resolve(corpusFolder));
    for (const page of pages) {
      const { asked } = await browser.detect(await readFile(page.htmlFile, "utf8"));
      for (const { mention, verdict } of labelled(page, tools.candidatesOf(asked, directory), accepted)) {
        if (verdict === "ignored") continue;
        const { holds, given, form } = mention;
        examples[form].push({ page: page.id, holds, given, isMention: verdict === "right", count: 1 });
      }
    }
  }
} finally {
  await browser.close();
}

const fitted = (["name", "ticker"] as const).map((form) => {
  const all = tools.balanced(examples[form]);
  const clues = tools.CLUES[form];
  test(form, all, clues.length);
  const weights = tools.fitWeights(all, clues.length);
  const rows = clues.flatMap(({ says, weight }, place) =>
    weight === undefined ? [`    ${JSON.stringify(says)}: ${Number((weights[place] ?? 0).toFixed(2))},`] : [],
  );
  const mentions = all.filter(({ isMention }) => isMention).length;
  const pages = new Set(all.map(({ page }) => page)).size;
  return `/** For ${form === "name" ? "companies' names" : "letters in capitals"}: ${all.length} candidates of ${pages} pages, of which ${mentions} are mentions. */
export const ${form.toUpperCase()}_WEIGHTS: FittedWeights = {
  bias: ${Number((weights.at(-1) ?? 0).toFixed(2))},
  weights: {
${rows.join("\n")}
  },
};`;
});
if (values.write) {
  const head = (await readFile(WEIGHTS, "utf8")).split("\n/** For companies' names")[0] ?? "";
  await writeFile(WEIGHTS, `${head}\n${fitted.join("\n\n")}\n`);
}

/** Prints precision and recall over pages that the weights were not fitted to. */
function test(form: string, all: readonly Example[], clues: number): void {
  const pages = [...new Set(all.map(({ page }) => page))].sort();
  const scored = Array.from({ length: PARTS }, (_, part) => {
    const tested = new Set(pages.filter((_page, place) => place % PARTS === part));
    const weights = tools.fitWeights(
      all.filter(({ page }) => !tested.has(page)),
      clues,
    );
    return all.filter(({ page }) => tested.has(page)).map((one) => ({ ...one, score: tools.scoreOf(one, weights) }));
  }).flat();
  for (const needed of [0, 0.4, 0.6, 1]) {
    const marked = scored.filter(({ score }) => score > needed);
    const right = marked.filter(({ isMention }) => isMention).length;
    const wanted = scored.filter(({ isMention }) => isMention).length;
    const [precision, recall] = [right / marked.length, right / wanted];
    console.log(`${form}, above ${needed}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  }
}
