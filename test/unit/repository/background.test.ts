import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDERS = ["src/background", "src/platform", "src/providers"];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);
const entry = readFileSync("src/background/entry.ts", "utf8");

describe("the background, which the browser may kill at any moment and wake by an event", () => {
  it("keeps nothing in a module's own variable that a restart would lose", () => {
    expect(files.length).toBeGreaterThan(50);
    const keeping = files.filter((file) => /^(?:export )?(?:let|var)\s/m.test(readFileSync(file, "utf8")));
    expect(keeping).toEqual([]);
  });

  it.each([
    "onSchedule",
    "onInstalled",
    "onBrowserStart",
    "onSynced",
    "onTabClosed",
    "onAccessChanged",
    "onLookUp",
    "onCommand",
    "serve",
  ])("hears %s from its first run of the event loop on", (listen) => {
    expect(entry).toMatch(new RegExp(`^${listen}\\(`, "m"));
  });

  it("waits for nothing before it listens", () => {
    expect(entry).not.toMatch(/^(?:const .*= )?await\s/m);
  });
});
