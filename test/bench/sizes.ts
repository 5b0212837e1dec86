import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Figure } from "./figures";
import type { Measurement } from "./setting";

const KB = 1024;

/** What is delivered, beside the budgets that `npm test` holds it to. */
export const measureSizes: Measurement = async ({ extensionDir }) => {
  const bytesOf = (file: string) => readFile(join(extensionDir, file));
  const figure = (name: string, bytes: number, atMost: number): Figure => ({
    group: "Sizes",
    name,
    of: "chromium build",
    cpuSlowdown: 1,
    unit: "kB",
    value: bytes / KB,
    budget: { requirement: "F1", atMost, on: "value" },
  });
  const gzipped = async (file: string) => gzipSync(await bytesOf(file), { level: 9 }).length;
  const entries = await readdir(extensionDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => [file, new Uint8Array(await readFile(file))] as const));
  return [
    figure("content.js, gzipped", await gzipped("content.js"), 18),
    figure("card.js, gzipped", await gzipped("card.js"), 28),
    figure("popup.js, gzipped", await gzipped("popup.js"), 45),
    figure("package, zipped", zipSync(Object.fromEntries(contents), { level: 9 }).length, 800),
  ];
};
