import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "acorn";
import { transformSync } from "esbuild";

/** A regex of the product and the files it stands in. */
export interface SourceRegex {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const SOURCES = fileURLToPath(new URL("../../src", import.meta.url));

/** Our modules, as paths from src. */
function sourceFiles(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .sort();
}

/** Every regex literal in src, from the syntax trees. */
export function regexLiterals(): SourceRegex[] {
  return sourceFiles().flatMap((file) => {
    const text = readFileSync(join(SOURCES, file), "utf8");
    const { code } = transformSync(text, { loader: file.endsWith("x") ? "tsx" : "ts", jsx: "automatic" });
    return literalsIn(parse(code, { ecmaVersion: "latest", sourceType: "module" })).map((one) => ({ file, ...one }));
  });
}

function literalsIn(node: unknown): { source: string; flags: string }[] {
  if (typeof node !== "object" || node === null) return [];
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex) return [{ source: regex.pattern, flags: regex.flags }];
  return Object.values(node).flatMap(literalsIn);
}

/** How often the sources build a regex from text. */
export function builtInSource(): number {
  return sourceFiles()
    .map((file) => readFileSync(join(SOURCES, file), "utf8").match(/\bnew RegExp\(/g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

/** The regexes that our modules build from text while they are imported, and while `use` runs. */
export async function builtRegexes(files: readonly string[], use: () => Promise<void>): Promise<SourceRegex[]> {
  const built: SourceRegex[] = [];
  const Native = RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [source, flags]) {
      const made = new target(source, flags);
      const from = /\/src\/([\w/-]+\.tsx?)/.exec(new Error("where").stack?.split("\n").slice(2, 4).join("\n") ?? "");
      if (from) built.push({ file: from[1] ?? "", source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) await import(/* @vite-ignore */ pathToFileURL(join(SOURCES, file)).href);
    await use();
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}

/** The modules that build regexes, as paths from src. */
export function filesThatBuild(): string[] {
  return sourceFiles().filter((file) => /\bnew RegExp\(/.test(readFileSync(join(SOURCES, file), "utf8")));
}

/** One entry per distinct regex. */
export function distinct(regexes: readonly SourceRegex[]): SourceRegex[] {
  return [...new Map(regexes.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
}
