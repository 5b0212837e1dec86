import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly funding?: unknown;
  readonly deprecated?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, Locked>>;

const packagesOf = (file: string) => (JSON.parse(readFileSync(file, "utf8")) as { packages: Packages }).packages;
const packages = packagesOf("package-lock.json");
const others = Object.entries(packages).filter(([path]) => path !== "");

/** What may be shipped beside MIT code, its notice included. */
const PERMISSIVE = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MPL-2.0"];

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
    const naming = others.filter(([, { funding: _, deprecated: __, ...entry }]) =>
      JSON.stringify(entry).includes("://"),
    );
    expect(naming.map(([path]) => path)).toEqual([]);
  });

  it("has a hash for every package of every platform, by which npm knows that it got the one we tried", () => {
    expect(others.filter(([, { integrity = "" }]) => !/^sha512-[\w+/]{86}==$/.test(integrity))).toEqual([]);
  });

  it("is what was installed here, hash by hash", () => {
    const installed = Object.entries(packagesOf("node_modules/.package-lock.json"));
    expect(installed.length).toBeGreaterThan(100);
    const differing = installed.filter(([path, { version, integrity }]) => {
      const locked = packages[path];
      return locked?.version !== version || (integrity !== undefined && integrity !== locked?.integrity);
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it("has runtime dependencies that run nothing when installed, under licences that let us ship them", () => {
    const runtime = others.filter(([, { dev }]) => !dev);
    expect(runtime.length).toBeGreaterThanOrEqual(Object.keys(packageJson.dependencies).length);
    expect(runtime.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    expect(runtime.filter(([, { license = "" }]) => !PERMISSIVE.includes(license))).toEqual([]);
  });
});

describe("an installation", () => {
  it("runs no script of any package, by npm's settings here and by our own set-up", () => {
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
    const installs = readFileSync("tools/set-up.mjs", "utf8").match(/"(ci|install)", "--[^\]]*/g) ?? [];
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter((command) => !command.includes('"--ignore-scripts"'))).toEqual([]);
  });

  it("never names a registry", () => {
    const files = [".npmrc", "package.json", ".ci/run", "tools/set-up.mjs", "tools/audit.mjs", "tools/test.mjs"];
    for (const file of files) expect(readFileSync(file, "utf8"), file).not.toMatch(/registry[.=:/]|https?:\/\//);
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
