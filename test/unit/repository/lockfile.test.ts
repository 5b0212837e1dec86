import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json";

interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Readonly<Record<string, Locked>>;
};

describe("the lockfile", () => {
  it("locks every package of every platform: `npm ci` refuses one that is incomplete", () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter(
        (name) => !placesFor(path, name).some((place) => place in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("locks what package.json asks for, and nothing else", () => {
    const { dependencies, devDependencies } = packages[""] ?? {};
    expect(dependencies).toEqual(packageJson.dependencies);
    expect(devDependencies).toEqual(packageJson.devDependencies);
  });

  it("names no registry: each machine uses its own", () => {
    expect(JSON.stringify(packages)).not.toContain('"resolved"');
  });
});

describe("package.json", () => {
  it("has scripts that run files that exist", () => {
    const files = Object.values(packageJson.scripts).flatMap((script) => script.match(/\S+\.(?:mjs|ts)\b/g) ?? []);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("names exact versions", () => {
    const { dependencies, devDependencies } = packageJson;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("ships at most eight dependencies", () => {
    expect(Object.keys(packageJson.dependencies).length).toBeLessThanOrEqual(8);
  });
});

/** Where Node looks for `name` from the package at `path`: its own folder first, then each one above. */
function placesFor(path: string, name: string): string[] {
  const own = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  const above = path.lastIndexOf("/node_modules/");
  const parent = path === "" ? null : above >= 0 ? path.slice(0, above) : "";
  return parent === null ? [own] : [own, ...placesFor(parent, name)];
}
