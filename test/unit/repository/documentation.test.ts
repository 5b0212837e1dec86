import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writtenManifest } from "../../../build.mjs";
import packageJson from "../../../package.json";
import { NAMED_HOSTS } from "../../e2e/harness/outgoing-audit";

const decisions = readdirSync("docs/decisions").sort();
const documents = [
  "README.md",
  "PRIVACY.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const read = (file: string) => readFileSync(file, "utf8");

/** npm's own verbs that our documents use; every other one is a script of package.json. */
const NPM_VERBS = ["ci", "install"];
/** What the commands write: named in documents, absent from a fresh clone. */
const WRITTEN = /^dist(\/|$)/;
const SOURCE_FOLDERS = ["src/", "test/", "tools/", "docs/", "demo/", "icons/", "dist/", ".ci/"];

describe.each(documents)("%s", (file) => {
  const text = read(file);

  it("names only commands that exist", () => {
    const npm = [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name ?? "");
    const scripts = Object.keys(packageJson.scripts);
    expect(npm.filter((name) => !scripts.includes(name) && !NPM_VERBS.includes(name))).toEqual([]);
    const node = [...text.matchAll(/\bnode (?:--\S+ )*([\w./-]+\.(?:mjs|ts))/g)].map(([, path]) => path ?? "");
    expect(node.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("names only files and folders that exist", () => {
    const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path ?? "");
    const paths = named.filter((path) => SOURCE_FOLDERS.some((folder) => path.startsWith(folder)));
    expect(paths.filter((path) => !WRITTEN.test(path) && !existsSync(path))).toEqual([]);
  });

  it("links only to what exists", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target ?? "");
    const local = links.filter((target) => !/^(https?|mailto):/.test(target));
    expect(local.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  it("describes every folder of src, and no other", () => {
    const described = [...read("docs/architecture.md").matchAll(/^src\/([\w.-]+)/gm)].map(([, name]) => name ?? "");
    const present = readdirSync("src").filter((name) => !name.endsWith(".d.ts"));
    expect(described.sort()).toEqual(present.sort());
  });
});

describe("PRIVACY.md", () => {
  it("names exactly the hosts that the extension may ask", async () => {
    const manifest = await writtenManifest("chromium");
    const policy: string = manifest.content_security_policy.extension_pages;
    const allowed = [...policy.matchAll(/https:\/\/([^ ;]+)/g)].map(([, host]) => host ?? "");
    expect(NAMED_HOSTS).toEqual(allowed.sort());
  });
});

describe("docs/security.md", () => {
  const tests = readdirSync("test", { recursive: true, encoding: "utf8" }).map((file) => `test/${file}`);
  const rows = read("docs/security.md")
    .split(/^## /m)
    .find((section) => section.startsWith("Threat model"))
    ?.split("\n")
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")))
    .filter((cells) => cells.length === 3 && cells[2] !== "test" && !cells[0]?.startsWith("---"));

  it("names for each thing that somebody cannot do the tests of it, by names that stand in them", () => {
    expect(rows?.length).toBeGreaterThan(15);
    const faults = (rows ?? []).flatMap(([what = "", , cited = ""]) => {
      const named = [...cited.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name]) => name ?? "");
      const files = named.map((name) => tests.find((file) => file === name || file.endsWith(`/${name}`)));
      const said = files.map((file) => (file ? read(file) : "")).join("\n");
      const titles = [...cited.matchAll(/\("([^"]+)"\)/g)].map(([, title]) => title ?? "");
      const isSameAsBefore = cited.startsWith("the same");
      const isWhole = files.every((file) => file) && (isSameAsBefore || titles.every((title) => said.includes(title)));
      return isWhole && (named.length > 0 || isSameAsBefore) ? [] : [what];
    });
    expect(faults).toEqual([]);
  });
});

describe("README.md", () => {
  it("explains every permission of the manifest", async () => {
    const manifest = await writtenManifest("chromium");
    const explained = [...read("README.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name ?? "");
    const permissions: string[] = manifest.permissions;
    expect(permissions.filter((permission) => !explained.includes(permission))).toEqual([]);
  });
});

describe("docs/requirements.md", () => {
  it("has every requirement that code, tests and documents cite", () => {
    const listed = new Set([...read("docs/requirements.md").matchAll(/^\| ([TPSRFA]\d+) \|/gm)].map(([, id]) => id));
    const files = ["src", "test", "docs"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(tsx?|md)$/.test(file))
        .map((file) => `${folder}/${file}`),
    );
    const cited = files.flatMap((file) =>
      [...read(file).matchAll(/\brequirements? ([TPSRFA]\d+)\b/g)].map(([, id]) => ({ file, id })),
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ id }) => !listed.has(id))).toEqual([]);
  });
});

describe("the decision records", () => {
  it("are numbered from 0001 upward, each number once", () => {
    const numbers = decisions.map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(decisions)("%s has context, decision and consequences", (file) => {
    const headings = [...read(`docs/decisions/${file}`).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["Context", "Decision", "Consequences"]);
  });
});

describe("the version", () => {
  it("has its entry in the CHANGELOG, the newest one", () => {
    expect(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(packageJson.version);
  });

  it("is the manifest's", async () => {
    expect((await writtenManifest("firefox")).version).toBe(packageJson.version);
  });
});
