import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseAst } from "vitest/node";

const LONGEST_LINE = 120;
const LONGEST_MODULE = 200;
const LONGEST_FUNCTION = 60;

const CODE = /\.(?:ts|tsx|mjs|css|html|yml)$/;
/** Pages and replies as others write them, and pages that hold one case each. */
const AS_WRITTEN = /^test\/(?:pages|fixtures)\//;

/**
 * Where a literal that no formatter can break may make a line long: lists and patterns of words,
 * and outside of src the pages, scripts and sentences that tests and tools write.
 */
const LONG_LITERALS = [
  "src/domain/detection/",
  "src/domain/statements/",
  "src/domain/sensitive-sites.ts",
  "src/background/directory/full-listings.ts",
  "test/",
  "tools/",
  "demo/",
];

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
}

const files = ["src", "test", "tools", "demo"]
  .flatMap(filesOf)
  .concat(readdirSync(".").filter((file) => /\.(?:mjs|ts)$/.test(file)))
  .filter((file) => CODE.test(file) && !AS_WRITTEN.test(file));
const modules = files.filter((file) => /^src\/.*\.tsx?$/.test(file));
const linesOf = (file: string) => readFileSync(file, "utf8").split("\n");

/** A line that is long because of one literal, or one address, that stands in it. */
function holdsLongLiteral(line: string): boolean {
  const literals = line.match(/"[^"]*"|'[^']*'|`[^`]*`?|\/[^/ ].*\/[a-z]*|[^`]*`[,;)]*$/g) ?? [];
  return literals.some((literal) => line.length - literal.length <= 70 && literal.length >= 50);
}

/** Every function of a module with the number of its lines. */
function functionsOf(file: string): { name: string; lines: number }[] {
  const text = readFileSync(file, "utf8");
  const found: { name: string; lines: number }[] = [];
  const walk = (node: unknown, name: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, start, end, id, key } = node as Record<string, unknown> & {
      id?: { name?: string };
      key?: { name?: string };
    };
    const own = id?.name ?? key?.name ?? name;
    if (typeof type === "string" && /^(?:Function|ArrowFunction)/.test(type)) {
      found.push({ name: own, lines: text.slice(Number(start), Number(end)).split("\n").length });
    }
    for (const child of Object.values(node)) walk(child, own);
  };
  walk(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }), "");
  return found;
}

it("no line is longer than 120 columns", () => {
  const long = files.flatMap((file) =>
    linesOf(file).flatMap((line, index) => {
      const isAllowed = LONG_LITERALS.some((path) => file.startsWith(path)) && holdsLongLiteral(line);
      return line.length > LONGEST_LINE && !/https:\/\//.test(line) && !isAllowed ? [`${file}:${index + 1}`] : [];
    }),
  );
  expect(long).toEqual([]);
});

it("no module of src is longer than 200 lines", () => {
  expect(modules.length).toBeGreaterThan(200);
  expect(modules.filter((file) => linesOf(file).length - 1 > LONGEST_MODULE)).toEqual([]);
});

it("no function of src is longer than 60 lines", () => {
  const long = modules.flatMap((file) =>
    functionsOf(file)
      .filter(({ lines }) => lines > LONGEST_FUNCTION)
      .map(({ name, lines }) => `${file} ${name} ${lines}`),
  );
  expect(long).toEqual([]);
});
