import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCES = "src";
/** Plain data that imports nothing: who the providers are. It stands beside their code, and every layer may read it. */
const CATALOGUE = "providers/catalogue";
const CONTEXTS = ["background", "content", "card", "popup", "options", "welcome"];

/** What each layer may import besides itself; a context may use every layer that is not a context. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  [CATALOGUE]: [],
  domain: [CATALOGUE],
  providers: [CATALOGUE, "domain"],
  ui: [CATALOGUE, "domain"],
  protocol: [CATALOGUE, "domain"],
  platform: [CATALOGUE, "domain", "providers", "ui", "protocol"],
  ...Object.fromEntries(
    CONTEXTS.map((context) => [context, [CATALOGUE, "domain", "providers", "ui", "protocol", "platform"]]),
  ),
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder = SOURCES): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^"';]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"/gm);
  return [...statements].map(([, typeOnly, from, bare]) => ({
    file,
    target: from ?? bare ?? "",
    typeOnly: Boolean(typeOnly),
  }));
}

/** The layer a path under src belongs to: the catalogue, or its first folder. */
function layerOf(path: string): string {
  if (relative(SOURCES, path).replace(/\.ts$/, "") === CATALOGUE) return CATALOGUE;
  return relative(SOURCES, path).split("/")[0] ?? "";
}

/** The layer an import reaches, or null for a package, a locale or a stylesheet of the same folder. */
function layerReached({ file, target }: Import): string | null {
  if (!target.startsWith(".")) return null;
  const layer = layerOf(join(dirname(file), target.replace(/\?.*$/, "")));
  return layer === "locales" ? null : layer;
}

const imports = sourceFiles().flatMap(importsOf);

describe("imports", () => {
  it("are found at all", () => {
    expect(imports.length).toBeGreaterThan(20);
  });

  it("run one way between layers", () => {
    const wrong = imports.filter((entry) => {
      const [from, to] = [layerOf(entry.file), layerReached(entry)];
      return to !== null && to !== from && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("belong to a layer we know", () => {
    expect([...new Set(sourceFiles().map(layerOf))].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
  });

  it("reach the browser's API through src/platform/browser.ts only", () => {
    const users = imports.filter(({ target, typeOnly }) => target === "webextension-polyfill" && !typeOnly);
    expect(users.map(({ file }) => file)).toEqual(["src/platform/browser.ts"]);
  });

  it("in domain name no package", () => {
    const foreign = imports.filter(({ file, target }) => layerOf(file) === "domain" && !target.startsWith("."));
    expect(foreign.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
